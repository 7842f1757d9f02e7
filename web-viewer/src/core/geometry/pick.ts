import type { Point } from "./mesh.ts";
import { contains, sides } from "./polygon.ts";
import type { World } from "./world.ts";

/** A half line: origin and unit direction. */
export interface Ray {
  readonly origin: Point;
  readonly direction: Point;
}

/** A piece of equipment as it is drawn. */
export interface Dot {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** What is drawn now, as far as it can be hit. */
export interface Shown {
  /** Storeys whose inside is drawn, with their lift, m. */
  readonly storeys: ReadonlyMap<string, number>;
  /** Building whose shell is taken off from a height up; empty for none. */
  readonly opened: string;
  readonly dots: readonly Dot[];
}

/** What was hit: its id, and how far away, m. */
export interface Hit {
  readonly id: string;
  readonly distance: number;
}

const SLOPE = 0.012;
const SMALLEST = 0.35;

/** Distance at which a ray meets a level, or null. */
function toLevel({ origin, direction }: Ray, z: number): number | null {
  const t = (z - origin[2]) / direction[2];
  return Number.isFinite(t) && t > 0 ? t : null;
}

function along({ origin, direction }: Ray, t: number): { x: number; y: number } {
  return { x: origin[0] + direction[0] * t, y: origin[1] + direction[1] * t };
}

function nearest(hits: readonly (Hit | null)[]): Hit | null {
  return hits.reduce((best, hit) => (hit && (!best || hit.distance < best.distance) ? hit : best), null);
}

function hitDot(ray: Ray, dot: Dot): Hit | null {
  const d = [dot.x - ray.origin[0], dot.y - ray.origin[1], dot.z - ray.origin[2]] as const;
  const t = d[0] * ray.direction[0] + d[1] * ray.direction[1] + d[2] * ray.direction[2];
  if (t <= 0) return null;
  const off = Math.sqrt(Math.max(0, d[0] ** 2 + d[1] ** 2 + d[2] ** 2 - t * t));
  return off < Math.max(SMALLEST, t * SLOPE) ? { id: dot.id, distance: t - 0.5 } : null;
}

function hitStorey(world: World, ray: Ray, storey: string, lift: number): Hit | null {
  const t = toLevel(ray, (world.campus.storeys.get(storey)?.elevation ?? 0) + lift + 0.02);
  if (t === null) return null;
  const { x, y } = along(ray, t);
  const space = world.spaceAt(storey, x, y);
  return space ? { id: space.id, distance: t } : null;
}

function hitShell(world: World, ray: Ray, building: string): Hit | null {
  const ring = world.ringOf(building);
  const top = world.shells.get(building)?.top ?? 0;
  const roof = toLevel(ray, top);
  const hits: (Hit | null)[] = [];
  if (roof !== null) {
    const { x, y } = along(ray, roof);
    if (contains(ring, x, y)) hits.push({ id: building, distance: roof });
  }
  for (const { a, b, length, dx, dy } of sides(ring)) {
    const facing = ray.direction[0] * dy - ray.direction[1] * dx;
    if (facing >= 0) continue;
    const t = ((a.x - ray.origin[0]) * dy - (a.y - ray.origin[1]) * dx) / facing;
    const at = along(ray, t);
    const on = (at.x - a.x) * dx + (at.y - a.y) * dy;
    const z = ray.origin[2] + ray.direction[2] * t;
    if (t > 0 && on >= 0 && on <= length && z >= 0 && z <= top && b) hits.push({ id: building, distance: t });
  }
  return nearest(hits);
}

function hitGrounds(world: World, ray: Ray): Hit | null {
  const t = toLevel(ray, 0);
  if (t === null) return null;
  const { x, y } = along(ray, t);
  const inside = world.campus
    .outdoors()
    .filter((space) => contains(world.ringOf(space.id), x, y))
    .sort((a, b) => (a.area ?? 0) - (b.area ?? 0))[0];
  return inside && inside.kind !== "outdoor" ? { id: inside.id, distance: t } : null;
}

/** What a ray hits first: equipment, room, building, outdoor place; null for nothing. O(shown things). */
export function pick(world: World, ray: Ray, shown: Shown): Hit | null {
  const hits: (Hit | null)[] = shown.dots.map((dot) => hitDot(ray, dot));
  for (const [storey, lift] of shown.storeys) hits.push(hitStorey(world, ray, storey, lift));
  for (const id of world.campus.buildings.keys())
    if (id !== shown.opened) hits.push(hitShell(world, ray, id));
  return nearest([...hits, hitGrounds(world, ray)]);
}
