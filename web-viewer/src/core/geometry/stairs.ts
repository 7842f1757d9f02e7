import type { Slot } from "./mesh.ts";
import { block, type MeshBuilder } from "./mesh.ts";
import { sides, type Corner, type Ring } from "./polygon.ts";

/**
 * A stair of two half flights in a space: one enters at the near end, climbs on the right-hand side to a landing at the
 * far end half a storey up, and comes back on the left-hand side to the near end of the next storey.
 */
export interface StairPlan {
  /** Middle of the near end, and unit direction of the climb. */
  readonly near: Corner;
  readonly dx: number;
  readonly dy: number;
  /** Length along the climb and width across it, m. */
  readonly length: number;
  readonly width: number;
  /** Depth of the near and of the far landing, m. */
  readonly landing: number;
}

/** The stair of a space, along its longer side, entered at the end that is nearer to its door. */
export function planStair(ring: Ring, door: Corner | null): StairPlan | null {
  const long = [...sides(ring)].sort((a, b) => b.length - a.length)[0];
  if (!long || long.length < 3) return null;
  const spread = (dx: number, dy: number): [number, number] => {
    const at = ring.map(({ x, y }) => x * dx + y * dy);
    return [Math.min(...at), Math.max(...at)];
  };
  const [start, end] = spread(long.dx, long.dy);
  const [low, high] = spread(-long.dy, long.dx);
  const width = high - low;
  if (width < 1.8) return null;
  const along = door ? door.x * long.dx + door.y * long.dy : start;
  const back = along > (start + end) / 2;
  const t = back ? end : start;
  const s = (low + high) / 2;
  const near = { x: long.dx * t - long.dy * s, y: long.dy * t + long.dx * s };
  const sign = back ? -1 : 1;
  const landing = Math.min(1.8, (end - start) / 4);
  return { near, dx: long.dx * sign, dy: long.dy * sign, length: end - start, width, landing };
}

/** A point of the stair: metres along the climb from the near end, metres to the left of its middle. */
export function onStair(stair: StairPlan, along: number, left: number): Corner {
  return {
    x: stair.near.x + stair.dx * along - stair.dy * left,
    y: stair.near.y + stair.dy * along + stair.dx * left,
  };
}

interface Part {
  readonly from: number;
  readonly to: number;
  /** Middle of the part to the left, and its width, m. */
  readonly left: number;
  readonly width: number;
  readonly low: number;
  readonly high: number;
}

function part(mesh: MeshBuilder, stair: StairPlan, { from, to, left, width, low, high }: Part): void {
  const { x, y } = onStair(stair, (from + to) / 2, left);
  const angle = Math.atan2(stair.dy, stair.dx);
  block(mesh, { x, y, z: low, size: [to - from, width, high - low], angle });
}

/** One flight as solid steps: `up` runs away from the near end on the right, otherwise back to it on the left. */
function flight(mesh: MeshBuilder, stair: StairPlan, floor: number, rise: number, up: boolean): void {
  const steps = Math.max(3, Math.round(rise / 0.16));
  const run = (stair.length - 2 * stair.landing) / steps;
  const width = stair.width / 2 - 0.12;
  const left = up ? -stair.width / 4 : stair.width / 4;
  for (let i = 0; i < steps; i++) {
    const from = up ? stair.landing + i * run : stair.length - stair.landing - (i + 1) * run;
    const high = floor + ((i + 1) * rise) / steps;
    const low = up ? floor : Math.max(floor, high - 0.32);
    part(mesh, stair, { from, to: from + run, left, width, low, high });
  }
}

/** Draws the climb from a floor to the next one. */
export function drawClimb(mesh: MeshBuilder, stair: StairPlan, floor: number, height: number): void {
  const middle = height / 2;
  const slot: Slot = "stair";
  mesh.set({ slot, low: 0.72, high: 1, base: 0 });
  flight(mesh, stair, floor, middle, true);
  mesh.set({ base: middle });
  const far = { from: stair.length - stair.landing, to: stair.length, left: 0, width: stair.width };
  part(mesh, stair, { ...far, low: floor + middle - 0.25, high: floor + middle });
  flight(mesh, stair, floor + middle, middle, false);
}

/** Draws what is seen through the hole of a floor: the upper half flight that comes up from below, in its shaft. */
export function drawDescent(
  mesh: MeshBuilder,
  stair: StairPlan,
  ring: Ring,
  floor: number,
  height: number,
): void {
  const bottom = floor - height / 2;
  mesh.set({ slot: "stair", low: 0.55, high: 0.9, base: 0 });
  flight(mesh, stair, bottom, height / 2, false);
  mesh.set({ low: 0.5, high: 0.5 }).level(ring, bottom);
  mesh.set({ slot: "wall", low: 0.5, high: 0.85 });
  for (const { a, b } of sides(ring)) mesh.upright(b, a, bottom, floor);
}

/** Draws the floor at the near end of a stair whose rest is a hole. */
export function drawNearLanding(mesh: MeshBuilder, stair: StairPlan, floor: number): void {
  mesh.set({ slot: "floor", low: 0.8, high: 1, base: 0 });
  part(mesh, stair, {
    from: 0,
    to: stair.landing,
    left: 0,
    width: stair.width,
    low: floor - 0.25,
    high: floor,
  });
}
