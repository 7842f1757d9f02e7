/** A canvas ready to be drawn on. */
export interface Surface {
  readonly context: WebGL2RenderingContext;
  /** True where pictures are computed by the processor: smoothed edges and fine pixels would cost the motion. */
  readonly slow: boolean;
}

/** What the engine asks for when it starts. Each is a wait for the graphics process, spent here on the way of the engine. */
const EXTENSIONS = [
  "EXT_color_buffer_float",
  "WEBGL_clip_cull_distance",
  "OES_texture_float_linear",
  "EXT_color_buffer_half_float",
  "WEBGL_multisampled_render_to_texture",
  "WEBGL_render_shared_exponent",
];

const ATTRIBUTES = { alpha: false, powerPreference: "high-performance" } as const;

const opened = new WeakMap<HTMLCanvasElement, Surface | null>();

/**
 * Opens the graphics of a canvas, once; null without WebGL 2. Needs nothing of the engine, so that a page can have it done
 * while the engine is still on its way: the first time takes a while.
 */
export function surfaceOf(canvas: HTMLCanvasElement): Surface | null {
  let surface = opened.get(canvas);
  if (surface === undefined) {
    const slow = isSoftware();
    const context = canvas.getContext("webgl2", { ...ATTRIBUTES, antialias: !slow });
    surface = context && prepared(canvas, context, slow);
    opened.set(canvas, surface);
  }
  return surface;
}

function prepared(canvas: HTMLCanvasElement, context: WebGL2RenderingContext, slow: boolean): Surface {
  for (const name of EXTENSIONS) context.getExtension(name);
  empty(context, canvas);
  return { context, slow };
}

/** The colour that the page gives the canvas, until there is a picture: an empty one is black otherwise. */
function empty(context: WebGL2RenderingContext, canvas: HTMLCanvasElement): void {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(getComputedStyle(canvas).backgroundColor);
  if (!parts) return;
  const [red = 0, green = 0, blue = 0] = parts.slice(1).map((part) => Number(part) / 255);
  context.clearColor(red, green, blue, 1);
  context.clear(context.COLOR_BUFFER_BIT);
}

/**
 * Has the browser start its graphics, which takes a while the first time, before anybody needs them. Where the processor
 * draws, the canvas given has its surface after that; elsewhere it is taken out of the page, for it was opened without
 * smoothed edges, and opening another costs little.
 */
export function warmUp(canvas: HTMLCanvasElement | null): void {
  if (!canvas) return void isSoftware();
  const context = canvas.getContext("webgl2", { ...ATTRIBUTES, antialias: false });
  software = context !== null && drawsSlowly(context);
  if (context && software) opened.set(canvas, prepared(canvas, context, true));
  else canvas.remove();
}

let software: boolean | undefined;

/** Whether pictures are computed by the processor; asked of the browser once. */
function isSoftware(): boolean {
  if (software === undefined) {
    const probe = document.createElement("canvas").getContext("webgl2");
    software = probe !== null && drawsSlowly(probe);
    probe?.getExtension("WEBGL_lose_context")?.loseContext();
  }
  return software;
}

function drawsSlowly(context: WebGL2RenderingContext): boolean {
  const info = context.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = context.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : context.RENDERER);
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(String(name));
}
