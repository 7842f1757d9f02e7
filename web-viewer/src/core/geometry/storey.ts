import type { Campus } from "../campus.ts";
import { block, type MeshBuilder, type Slot } from "./mesh.ts";
import type { Hole } from "./openings.ts";
import { boxOf, inset, sides, type Corner, type Ring } from "./polygon.ts";
import { drawClimb, drawDescent, drawNearLanding, planStair, type StairPlan } from "./stairs.ts";
import type { StoreyPlan, Wall } from "./walls.ts";

/** Where a storey's faces go: panes are apart because they are seen through. */
export interface StoreyMeshes {
  readonly solid: MeshBuilder;
  readonly panes: MeshBuilder;
}

/** Numbers under which the scene looks up the state of storeys and rooms; 0 stands for none. */
export interface Numbers {
  storey(id: string): number;
  room(id: string): number;
}

const WET: readonly string[] = ["toilet", "kitchen"];
const WAYS: readonly string[] = ["corridor", "hall", "stair", "lobby"];

/** Slot of a room's floor by its use. */
export function floorSlot(kind: string): Slot {
  return WET.includes(kind) ? "wet" : WAYS.includes(kind) ? "corridor" : "floor";
}

/** A straight stretch on a wall: where its ends are, on the line and on both faces. */
interface Span {
  readonly wall: Wall;
  readonly floor: number;
  readonly numbers: Numbers;
}

function at(wall: Wall, along: number, left: number): Corner {
  const dx = (wall.b.x - wall.a.x) / wall.length;
  const dy = (wall.b.y - wall.a.y) / wall.length;
  return { x: wall.a.x + dx * along - dy * left, y: wall.a.y + dy * along + dx * left };
}

/** Both faces and the top of a stretch of wall, heights above the floor. */
function panel(
  mesh: MeshBuilder,
  span: Span,
  from: number,
  to: number,
  heights: readonly [number, number],
): void {
  const { wall, floor, numbers } = span;
  const [low, high] = heights;
  const half = wall.thickness / 2;
  const [a, b, c, d] = [at(wall, from, -half), at(wall, to, -half), at(wall, to, half), at(wall, from, half)];
  const shade = low < 0.05 ? 0.74 : 0.96;
  mesh.set({ slot: "wall", base: low, low: shade, high: 1, room: numbers.room(wall.right?.id ?? "") });
  mesh.upright(a, b, floor + low, floor + high);
  mesh.set({ room: numbers.room(wall.left?.id ?? "") });
  mesh.upright(c, d, floor + low, floor + high);
  mesh.set({ slot: low < 0.05 && high > 1 ? "cut" : "wall", low: 1, room: 0 });
  mesh.level([a, b, c, d], floor + high);
}

/** The faces of a wall at the ends of a hole, and over it. */
function reveals(mesh: MeshBuilder, { wall, floor }: Span, hole: Hole): void {
  const half = wall.thickness / 2;
  mesh.set({ slot: "wall", base: hole.bottom, low: 0.85, high: 0.95, room: 0 });
  mesh.upright(at(wall, hole.from, -half), at(wall, hole.from, half), floor + hole.bottom, floor + hole.top);
  mesh.upright(at(wall, hole.to, half), at(wall, hole.to, -half), floor + hole.bottom, floor + hole.top);
  mesh.set({ base: hole.top, low: 0.7, high: 0.7 });
  const under = [
    at(wall, hole.from, -half),
    at(wall, hole.to, -half),
    at(wall, hole.to, half),
    at(wall, hole.from, half),
  ];
  mesh.level(under, floor + hole.top, false);
}

/** A leaf stands ajar, turned on its hinge into the space that the door leads from. */
function leaves(mesh: MeshBuilder, { wall, floor }: Span, hole: Hole): void {
  const into = wall.left && wall.left.id === hole.passage?.from ? 1 : wall.right ? -1 : 1;
  const width = hole.to - hole.from;
  const two = width > 1.4;
  const leaf = two ? width / 2 : width;
  const angle = Math.atan2(wall.b.y - wall.a.y, wall.b.x - wall.a.x);
  mesh.set({ slot: "door", base: 0, low: 0.85, high: 1, room: 0 });
  const hang = (hinge: number, turn: number): void => {
    const foot = at(wall, hinge, (into * wall.thickness) / 2);
    const way = angle + turn;
    block(mesh, {
      x: foot.x + (Math.cos(way) * leaf) / 2,
      y: foot.y + (Math.sin(way) * leaf) / 2,
      z: floor,
      size: [leaf, 0.05, hole.top - 0.02],
      angle: way,
    });
  };
  hang(hole.from + 0.03, into * 1.35);
  if (two) hang(hole.to - 0.03, into * (Math.PI - 1.35));
}

function pane({ panes }: StoreyMeshes, { wall, floor, numbers }: Span, hole: Hole): void {
  const room = numbers.room((wall.left ?? wall.right)?.id ?? "");
  panes.set({ slot: "glass", base: hole.bottom, low: 1, high: 1, room });
  const [low, high] = [floor + hole.bottom, floor + hole.top];
  panes.upright(at(wall, hole.from, 0), at(wall, hole.to, 0), low, high);
  panes.upright(at(wall, hole.to, 0), at(wall, hole.from, 0), low, high);
}

function drawWall(meshes: StoreyMeshes, span: Span, height: number): void {
  const { wall } = span;
  const reach = wall.thickness / 2 - 0.005;
  let from = -reach;
  for (const hole of wall.holes) {
    if (hole.from > from) panel(meshes.solid, span, from, hole.from, [0, height]);
    if (hole.bottom > 0) panel(meshes.solid, span, hole.from, hole.to, [0, hole.bottom]);
    panel(meshes.solid, span, hole.from, hole.to, [hole.top, height]);
    reveals(meshes.solid, span, hole);
    if (hole.kind === "window") pane(meshes, span, hole);
    if (hole.kind === "door") leaves(meshes.solid, span, hole);
    from = hole.to;
  }
  panel(meshes.solid, span, from, wall.length + reach, [0, height]);
}

/** Floor with a soft dark seam along the walls. */
function drawFloor(mesh: MeshBuilder, ring: Ring, z: number): void {
  const { west, south, east, north } = boxOf(ring);
  const inner = inset(ring, 0.7);
  if (Math.min(east - west, north - south) < 2 || ring.length > 6) {
    mesh.set({ low: 0.95, high: 0.95 }).level(ring, z);
    return;
  }
  mesh.band(ring, inner, z, [0.8, 1]);
  mesh.set({ low: 1, high: 1 }).level(inner, z);
}

interface StairSpace {
  readonly plan: StairPlan;
  /** Stairs lead up, or down, from here. */
  readonly up: boolean;
  readonly down: boolean;
}

/** The stair of a space if passages say that it leads somewhere. A passage runs from the upper storey to the lower. */
export function stairOf(campus: Campus, space: string, ring: Ring): StairSpace | null {
  const passages = campus.passagesOf(space);
  const level = campus.storeyOf(space)?.level ?? 0;
  const others = passages
    .filter((passage) => passage.kind === "stair")
    .map((passage) => campus.storeyOf(passage.from === space ? passage.to : passage.from)?.level ?? level);
  const up = others.some((other) => other > level);
  const down = others.some((other) => other < level);
  const door =
    passages.find((passage) => passage.kind !== "stair" && !passage.exit) ??
    passages.find((passage) => passage.kind !== "stair");
  const plan = up || down ? planStair(ring, door ?? null) : null;
  return plan && { plan, up, down };
}

function drawStair(
  mesh: MeshBuilder,
  stair: StairSpace,
  ring: Ring,
  { elevation, height }: StoreyPlan,
): void {
  if (stair.down) {
    drawDescent(mesh, stair.plan, ring, elevation, height);
    drawNearLanding(mesh, stair.plan, elevation);
  } else drawFloor(mesh.set({ slot: "corridor", tint: 1, base: 0 }), ring, elevation);
  mesh.set({ tint: 0 });
  if (stair.up) drawClimb(mesh, stair.plan, elevation, height);
}

function drawRooms(campus: Campus, { solid }: StoreyMeshes, plan: StoreyPlan, numbers: Numbers): void {
  for (const { space, ring } of plan.rooms) {
    const stair = space.kind === "stair" ? stairOf(campus, space.id, ring) : null;
    solid.set({ slot: floorSlot(space.kind), room: numbers.room(space.id), base: 0 });
    if (stair) drawStair(solid, stair, ring, plan);
    else drawFloor(solid.set({ tint: 1 }), ring, plan.elevation);
    solid.set({ tint: 0, slot: "ceiling", low: 0.9, high: 0.9, base: 3 });
    if (!stair?.up)
      solid.level(ring, plan.elevation + Math.min(space.height || plan.height, plan.height - 0.1), false);
  }
}

/** The edge of the floor slab, and its top where spaces are not known. */
function drawSlab({ solid }: StoreyMeshes, plan: StoreyPlan): void {
  const z = plan.elevation;
  solid.set({ slot: "slab", room: 0, base: 0, tint: 0, low: 0.7, high: 0.9 });
  const edge = inset(plan.outline, -0.13);
  for (const { a, b } of sides(edge)) solid.upright(a, b, z - 0.35, z);
  solid.set({ low: 0.6, high: 0.6 }).level(edge, z - 0.35, false);
  solid.set({ low: 0.9, high: 0.9 });
  if (plan.full) solid.band(edge, plan.outline, z - 0.01, [0.9, 0.9]);
  else solid.level(edge, z - 0.03);
}

/** Draws the inside of a storey: floors, walls with their holes, doors, panes, stairs. */
export function drawStorey(campus: Campus, meshes: StoreyMeshes, plan: StoreyPlan, numbers: Numbers): void {
  const storey = numbers.storey(plan.storey.id);
  meshes.solid.set({ storey, tint: 0 });
  meshes.panes.set({ storey, tint: 0 });
  drawSlab(meshes, plan);
  drawRooms(campus, meshes, plan, numbers);
  meshes.solid.set({ tint: 0 });
  for (const wall of plan.walls)
    drawWall(meshes, { wall, floor: plan.elevation, numbers }, plan.height - 0.35);
}
