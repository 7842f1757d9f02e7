import { Engine } from "./engine.ts";
import { NoWebGl, type CampusScene, type SceneOptions } from "./index.ts";

/**
 * Makes the 3D view of a campus on a canvas.
 *
 * @throws NoWebGl where the browser has no WebGL 2
 */
export function createScene(canvas: HTMLCanvasElement, options: SceneOptions): CampusScene {
  const slow = isSoftware();
  const context = canvas.getContext("webgl2", {
    antialias: !slow,
    alpha: false,
    powerPreference: "high-performance",
  });
  if (!context) throw new NoWebGl("WebGL 2");
  const scene = new Engine(canvas, context, options, slow);
  if (isMeasured()) Object.assign(window, { campusScene: scene });
  return scene;
}

/** Whether pictures are computed by the processor: smoothed edges and fine pixels would then cost the motion. */
function isSoftware(): boolean {
  const probe = document.createElement("canvas").getContext("webgl2");
  const info = probe?.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = probe?.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : probe.RENDERER);
  probe?.getExtension("WEBGL_lose_context")?.loseContext();
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(String(name));
}

/** Pages opened with `?stats` lend their scene to the budget script as `window.campusScene`; the address may change later. */
function isMeasured(): boolean {
  const [opened] = performance.getEntriesByType("navigation");
  return opened !== undefined && new URL(opened.name).searchParams.has("stats");
}
