import { surfaceOf } from "../../scene/context.ts";
import { openEarly } from "../stage/open-scene.ts";
import { tellCover } from "./cover.ts";
import type { Visit } from "./visit.ts";

/**
 * Draws the campus on the canvas of the page's outline where the processor draws; resolves when it is to be seen, at
 * once where it cannot be or need not be.
 */
export async function firstPicture({ app }: Visit, canvas: HTMLCanvasElement): Promise<void> {
  const campus = app.campus.peek();
  if (!campus || !surfaceOf(canvas)?.slow) return;
  try {
    const scene = await openEarly(canvas, { app, campus, points: app.points });
    tellCover(scene, canvas.closest("main"));
    await new Promise<void>((done) => (scene.onPicture ? scene.onPicture(done) : done()));
  } catch {
    return; // the page itself says what is wrong
  }
}
