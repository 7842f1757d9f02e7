const LOOK = 10;
const LONGEST = 10_000;

/** Calls back once everything that was sent to be drawn so far has been drawn; after ten seconds in any case. */
export function whenDrawn(gl: WebGL2RenderingContext, then: () => void): void {
  const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  gl.flush();
  const last = performance.now() + LONGEST;
  const look = (): void => {
    const waits =
      fence !== null && !gl.isContextLost() && gl.getSyncParameter(fence, gl.SYNC_STATUS) === gl.UNSIGNALED;
    if (waits && performance.now() < last) return void setTimeout(look, LOOK);
    gl.deleteSync(fence);
    then();
  };
  setTimeout(look, 0);
}
