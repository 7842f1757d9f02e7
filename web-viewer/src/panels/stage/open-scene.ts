import { surfaceOf } from "../../scene/context.ts";
import type { CampusScene } from "../../scene/index.ts";
import type { StageParts } from "./stage.tsx";
import { loadSun, minuteNow, sunOver } from "./sun.ts";

/** Scenes that stand on a canvas of the page's outline, until a view of the page takes them over. */
const early = new WeakMap<HTMLCanvasElement, Promise<CampusScene>>();

/** Has the first picture drawn before the page is: where the processor draws, it cannot do both at once. */
export function openEarly(canvas: HTMLCanvasElement, parts: StageParts): Promise<CampusScene> {
  const scene = make(canvas, parts);
  early.set(canvas, scene);
  return scene;
}

/** The scene of a canvas: the early one or a new one. Rejects with NoWebGl where there can be none. */
export function openScene(canvas: HTMLCanvasElement, parts: StageParts): Promise<CampusScene> {
  const scene = early.get(canvas);
  early.delete(canvas);
  return scene ?? make(canvas, parts);
}

/** The engine comes in its own chunk, fetched only when somebody looks at 3D. */
async function make(canvas: HTMLCanvasElement, parts: StageParts): Promise<CampusScene> {
  const { app, campus, points } = parts;
  let scene: CampusScene | null = null;
  loadSun(app, () => scene?.refresh());
  const engine = import("../../scene/create.ts");
  surfaceOf(canvas);
  const { createScene } = await engine;
  scene = createScene(canvas, {
    campus,
    points,
    view: app.view,
    calm: matchMedia("(prefers-reduced-motion: reduce)").matches,
    sun: (minute) => sunOver(app, minute ?? minuteNow(app, Date.now())),
    onPick: (id) => (app.view.selected.value = id),
  });
  return scene;
}
