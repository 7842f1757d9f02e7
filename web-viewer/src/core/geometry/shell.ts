import type { Building } from "../campus.ts";
import { block, footOf, type MeshBuilder, type Range } from "./mesh.ts";
import type { Hole } from "./openings.ts";
import { inset, sides, type Corner, type Ring } from "./polygon.ts";
import type { Numbers } from "./storey.ts";
import type { StoreyPlan, Wall } from "./walls.ts";

const DEEP = 0.16;
const PARAPET = 0.8;

/** A building from outside: a band of indices for each storey from the ground up, and one for the roof. */
export interface Shell {
  readonly storeys: ReadonlyMap<string, Range>;
  readonly roof: Range;
  /** Height of the roof above the ground, m. */
  readonly top: number;
}

/** A wall turned so that the open air is to its right, with the outer face as its line. */
interface Face {
  readonly a: Corner;
  readonly dx: number;
  readonly dy: number;
  readonly length: number;
  readonly holes: readonly Hole[];
  readonly floor: number;
  readonly height: number;
  readonly room: number;
}

function faceOf(wall: Wall, plan: StoreyPlan, numbers: Numbers): Face {
  const turn = wall.outside === "left";
  const [from, to] = turn ? [wall.b, wall.a] : [wall.a, wall.b];
  const dx = (to.x - from.x) / wall.length;
  const dy = (to.y - from.y) / wall.length;
  const out = wall.thickness / 2;
  const holes = turn
    ? wall.holes
        .map((hole) => ({ ...hole, from: wall.length - hole.to, to: wall.length - hole.from }))
        .reverse()
    : wall.holes;
  return {
    a: { x: from.x + dy * out, y: from.y - dx * out },
    dx,
    dy,
    length: wall.length,
    holes,
    floor: plan.elevation,
    height: plan.height,
    room: numbers.room((wall.left ?? wall.right)?.id ?? ""),
  };
}

/** A point of the face: metres along it, metres behind it. */
function at(face: Face, along: number, deep = 0): Corner {
  return { x: face.a.x + face.dx * along - face.dy * deep, y: face.a.y + face.dy * along + face.dx * deep };
}

function stretch(
  mesh: MeshBuilder,
  face: Face,
  from: number,
  to: number,
  heights: readonly [number, number],
): void {
  const [low, high] = heights;
  const ground = face.floor < 0.1 && low < 0.1;
  mesh.set({ slot: "wall", low: ground ? 0.78 : 1, high: 1, tint: 0.85, room: face.room });
  mesh.upright(at(face, from), at(face, to), face.floor + low, face.floor + high);
}

/** The hole is a niche with a pane, or a door leaf, at its back. */
function niche(mesh: MeshBuilder, face: Face, hole: Hole): void {
  const [low, high] = [face.floor + hole.bottom, face.floor + hole.top];
  const [a, b, c, d] = [
    at(face, hole.from),
    at(face, hole.to),
    at(face, hole.to, DEEP),
    at(face, hole.from, DEEP),
  ];
  mesh.set({ slot: "wall", low: 0.8, high: 0.9, tint: 0 });
  mesh.upright(a, d, low, high);
  mesh.upright(c, b, low, high);
  mesh.set({ low: 0.95, high: 0.95 }).level([a, b, c, d], low);
  mesh.set({ low: 0.62, high: 0.62 }).level([a, b, c, d], high, false);
  mesh.set({ slot: hole.kind === "window" ? "glass" : "door", low: 0.92, high: 1, room: face.room });
  mesh.upright(d, c, low, high);
  const width = hole.to - hole.from;
  if (width < 1.3) return;
  mesh.set({ slot: "trim", low: 1, high: 1 });
  const middle = (hole.from + hole.to) / 2;
  mesh.upright(at(face, middle - 0.04, DEEP - 0.04), at(face, middle + 0.04, DEEP - 0.04), low, high);
}

function canopy(mesh: MeshBuilder, face: Face, hole: Hole): void {
  const middle = at(face, (hole.from + hole.to) / 2, -0.7);
  mesh.set({ slot: "trim", low: 0.8, high: 1, tint: 0 });
  const size = [hole.to - hole.from + 1.2, 1.4, 0.16] as const;
  block(mesh, { ...middle, z: face.floor + hole.top + 0.15, size, angle: Math.atan2(face.dy, face.dx) });
}

function drawFace(mesh: MeshBuilder, face: Face): void {
  let from = 0;
  for (const hole of face.holes) {
    if (hole.from > from) stretch(mesh, face, from, hole.from, [0, face.height]);
    if (hole.bottom > 0) stretch(mesh, face, hole.from, hole.to, [0, hole.bottom]);
    stretch(mesh, face, hole.from, hole.to, [hole.top, face.height]);
    niche(mesh, face, hole);
    if (hole.kind !== "window") canopy(mesh, face, hole);
    from = hole.to;
  }
  stretch(mesh, face, from, face.length, [0, face.height]);
}

/** The same with windows laid on the wall instead of let into it: a fifth of the triangles, for large campuses. */
function drawPlainFace(mesh: MeshBuilder, face: Face): void {
  stretch(mesh, face, 0, face.length, [0, face.height]);
  for (const hole of face.holes) {
    const [low, high] = [face.floor + hole.bottom, face.floor + hole.top];
    mesh.set({ slot: hole.kind === "window" ? "glass" : "door", low: 0.92, high: 1, tint: 0 });
    mesh.upright(at(face, hole.from, -0.03), at(face, hole.to, -0.03), low, high);
    if (hole.kind !== "window") canopy(mesh, face, hole);
  }
}

/** A slim string course where a storey begins. */
function course(mesh: MeshBuilder, outline: Ring, z: number): void {
  mesh.set({ slot: "trim", low: 0.8, high: 1, tint: 0, room: 0 });
  const outer = inset(outline, -0.2);
  for (const { a, b } of sides(outer)) mesh.upright(a, b, z - 0.16, z + 0.06);
  mesh.band(outer, inset(outline, -0.1), z + 0.06, [1, 0.9]);
}

/** Square corners of the facade, where the faces of two walls meet outside of the outline. */
function corners(mesh: MeshBuilder, plan: StoreyPlan): void {
  mesh.set({ slot: "wall", low: plan.elevation < 0.1 ? 0.78 : 1, high: 1, tint: 0, room: 0 });
  for (const { a } of sides(plan.outline)) {
    for (const { a: p, b: q } of sides(footOf({ x: a.x, y: a.y, z: 0, size: [0.238, 0.238, 0] })))
      mesh.upright(p, q, plan.elevation, plan.elevation + plan.height);
  }
}

function drawRoof(mesh: MeshBuilder, outline: Ring, top: number, stairs: readonly Ring[]): void {
  const outer = inset(outline, -0.16);
  const inner = inset(outline, 0.14);
  mesh.set({ slot: "trim", low: 0.95, high: 1, tint: 0, room: 0 });
  for (const { a, b } of sides(outer)) mesh.upright(a, b, top - 0.1, top + PARAPET);
  mesh.band(outer, inner, top + PARAPET, [1, 1]);
  mesh.set({ low: 0.72, high: 0.95 });
  for (const { a, b } of sides(inner)) mesh.upright(b, a, top, top + PARAPET);
  const middle = inset(inner, 1.2);
  mesh.set({ slot: "roof" }).band(inner, middle, top, [0.76, 1]);
  mesh.set({ low: 1, high: 1 }).level(middle, top);
  for (const ring of stairs) {
    mesh.set({ slot: "wall", low: 0.8, high: 1 });
    mesh.prism(inset(ring, 0.05), top, top + 2.7);
    mesh.set({ slot: "roof", low: 1, high: 1 }).level(inset(ring, -0.1), top + 2.72);
    mesh.set({ slot: "trim", low: 0.9 });
    for (const { a, b } of sides(inset(ring, -0.1))) mesh.upright(a, b, top + 2.55, top + 2.72);
  }
}

function since(mesh: MeshBuilder, start: number): Range {
  return { start, count: mesh.size - start };
}

/** Draws a building from outside: facades by storey, then the roof. The storey number of the faces is their own storey's. */
export function drawShell(
  mesh: MeshBuilder,
  building: Building,
  plans: readonly StoreyPlan[],
  numbers: Numbers,
  plain: boolean,
): Shell {
  const storeys = new Map<string, Range>();
  const draw = plain ? drawPlainFace : drawFace;
  const rising = [...plans].sort((a, b) => a.elevation - b.elevation);
  for (const plan of rising) {
    const start = mesh.size;
    mesh.set({ storey: numbers.storey(plan.storey.id), base: 0 });
    for (const wall of plan.walls) if (wall.outside) draw(mesh, faceOf(wall, plan, numbers));
    corners(mesh, plan);
    if (plan.elevation > 0.1) course(mesh, plan.outline, plan.elevation);
    storeys.set(plan.storey.id, since(mesh, start));
  }
  const highest = rising.at(-1);
  const start = mesh.size;
  const top = highest ? highest.elevation + highest.height : 0;
  const stairs = highest?.rooms.filter(({ space }) => space.kind === "stair").map(({ ring }) => ring) ?? [];
  mesh.set({ storey: highest ? numbers.storey(highest.storey.id) : 0 });
  if (highest) drawRoof(mesh, highest.outline, top, stairs);
  return { storeys, roof: since(mesh, start), top };
}
