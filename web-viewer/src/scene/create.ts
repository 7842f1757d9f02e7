import { surfaceOf } from "./context.ts";
import { Engine } from "./engine.ts";
import { NoWebGl, type CampusScene, type SceneOptions } from "./index.ts";

/**
 * Makes the 3D view of a campus on a canvas.
 *
 * @throws NoWebGl where the browser has no WebGL 2
 */
export function createScene(canvas: HTMLCanvasElement, options: SceneOptions): CampusScene {
  const surface = surfaceOf(canvas);
  if (!surface) throw new NoWebGl("WebGL 2");
  const scene = new Engine(canvas, surface.context, options, surface.slow);
  if (isMeasured()) Object.assign(window, { campusScene: scene });
  return scene;
}

/** Pages opened with `?stats` lend their scene to the budget script as `window.campusScene`; the address may change later. */
function isMeasured(): boolean {
  const [opened] = performance.getEntriesByType("navigation");
  return opened !== undefined && new URL(opened.name).searchParams.has("stats");
}
