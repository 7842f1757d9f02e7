import { Engine } from "./engine.ts";
import { NoWebGl, type CampusScene, type SceneOptions } from "./index.ts";

/**
 * Makes the 3D view of a campus on a canvas.
 *
 * @throws NoWebGl where the browser has no WebGL 2
 */
export function createScene(canvas: HTMLCanvasElement, options: SceneOptions): CampusScene {
  const context = canvas.getContext("webgl2", {
    antialias: true,
    alpha: false,
    powerPreference: "high-performance",
  });
  if (!context) throw new NoWebGl("WebGL 2");
  const scene = new Engine(canvas, context, options);
  if (isMeasured()) Object.assign(window, { campusScene: scene });
  return scene;
}

/** Pages opened with `?stats` lend their scene to the budget script as `window.campusScene`; the address may change later. */
function isMeasured(): boolean {
  const [opened] = performance.getEntriesByType("navigation");
  return opened !== undefined && new URL(opened.name).searchParams.has("stats");
}
