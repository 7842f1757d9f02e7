import type { Campus, Geometry, Space } from "../campus.ts";
import { block, type MeshBuilder, type Slot } from "./mesh.ts";
import { boxOf, inset, sides, toRing, type Corner, type Ring } from "./polygon.ts";
import { drawCourt, drawTrack } from "./sports.ts";

type Feature = Geometry["landscape"][number];

/** Heights of the layers of the ground, m: small steps, so that no two lie in one plane. */
const LAYER: Readonly<Record<string, number>> = {
  lawn: 0.03,
  water: 0.05,
  road: 0.06,
  plaza: 0.08,
  path: 0.1,
  court: 0.11,
};

/** A band of even width along a line, as one ring a stretch; the joints are mitred by a small overlap. */
export function bandOf(line: readonly Corner[], width: number): Ring[] {
  return line.slice(1).flatMap((b, i) => {
    const a = line[i];
    if (!a) return [];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length < 0.01) return [];
    const [dx, dy] = [(b.x - a.x) / length, (b.y - a.y) / length];
    const [start, end] = [i > 0 ? width / 2 : 0, i < line.length - 2 ? width / 2 : 0];
    const at = (along: number, left: number): Corner => ({
      x: a.x + dx * along - dy * left,
      y: a.y + dy * along + dx * left,
    });
    const half = width / 2;
    return [[at(-start, -half), at(length + end, -half), at(length + end, half), at(-start, half)]];
  });
}

function corners(line: readonly (readonly number[])[] | undefined): Corner[] {
  return (line ?? []).map(([x = 0, y = 0]) => ({ x, y }));
}

function drawFence(mesh: MeshBuilder, line: readonly Corner[], height: number): void {
  mesh.set({ slot: "fence", low: 0.85, high: 1 });
  for (const [i, b] of line.slice(1).entries()) {
    const a = line[i] ?? b;
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    const posts = Math.max(1, Math.round(length / 4));
    for (let post = 0; post <= posts; post++) {
      const x = a.x + ((b.x - a.x) * post) / posts;
      const y = a.y + ((b.y - a.y) * post) / posts;
      block(mesh, { x, y, z: 0, size: [0.12, 0.12, height], angle });
    }
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, angle };
    for (const z of [height * 0.3, height * 0.6, height * 0.9])
      block(mesh, { ...middle, z, size: [length, 0.05, 0.06] });
  }
}

function drawFeature(mesh: MeshBuilder, feature: Feature): void {
  const z = LAYER[feature.kind] ?? 0.05;
  if (feature.kind === "fence") return drawFence(mesh, corners(feature.line), feature.height ?? 1.8);
  mesh.set({ slot: feature.kind as Slot, low: 1, high: 1 });
  if (feature.polygon && feature.polygon.length > 2) {
    const ring = toRing(feature.polygon);
    mesh.level(ring, z);
    if (feature.kind === "court") drawCourt(mesh, ring, z + 0.02);
    if (feature.kind === "water")
      mesh.set({ slot: "trim" }).band(inset(ring, -0.4), ring, z + 0.03, [1, 0.9]);
  }
  for (const ring of bandOf(corners(feature.line), feature.width ?? 3)) mesh.level(ring, z);
}

/** Two pillars and a beam where the campus is entered. */
function drawGate(mesh: MeshBuilder, at: Corner, width: number, space: Ring): void {
  const { west, south, east, north } = boxOf(space);
  const angle = east - west >= north - south ? 0 : Math.PI / 2;
  const half = width / 2 + 0.7;
  mesh.set({ slot: "wall", low: 0.75, high: 1 });
  for (const side of [-half, half]) {
    const foot = { x: at.x + Math.cos(angle) * side, y: at.y + Math.sin(angle) * side };
    block(mesh, { ...foot, z: 0, size: [1.2, 1.2, 4.6], angle });
  }
  mesh.set({ slot: "trim", low: 0.8 });
  block(mesh, { ...at, z: 4.6, size: [2 * half + 2.4, 1.8, 0.5], angle });
  mesh.set({ low: 0.6, high: 0.6 });
}

function drawOutdoor(mesh: MeshBuilder, campus: Campus, space: Space): void {
  const ring = toRing(space.polygon);
  if (space.kind === "sports-ground") drawTrack(mesh, ring, 0.05);
  if (space.kind === "gate") {
    mesh.set({ slot: "plaza", low: 1, high: 1 }).level(ring, 0.09);
    for (const passage of campus.passagesOf(space.id))
      if (passage.kind === "gate") drawGate(mesh, passage, passage.width, ring);
  }
}

/** How far the plain around the campus reaches, in sizes of the campus, and how much of it is still seen there. */
const PLAIN = [
  [0.01, 1],
  [0.12, 0.97],
  [0.25, 0.88],
  [0.4, 0.73],
  [0.55, 0.54],
  [0.7, 0.35],
  [0.85, 0.17],
  [1, 0],
] as const;

/** The plain: on the slot "ground" light stands for how much is seen, the rest is haze of the sky's colour. */
function drawPlain(mesh: MeshBuilder, grounds: Ring, size: number): void {
  PLAIN.slice(1).forEach(([far, dim], i) => {
    const [near, clear] = PLAIN[i] ?? [0, 1];
    mesh.band(inset(grounds, -far * size), inset(grounds, -near * size), -0.1, [dim, clear]);
  });
  mesh.level(inset(grounds, -PLAIN[0][0] * size), -0.1);
}

/** Paved edge and soft contact shadow round a building. */
function drawPlinth(mesh: MeshBuilder, outline: Ring): void {
  mesh.set({ slot: "path", low: 0.86, high: 1 });
  mesh.band(inset(outline, -1.1), inset(outline, 0.5), 0.12, [1, 0.66]);
}

/**
 * Draws the grounds: a wide plain, the campus within its bounds, roads, paths, lawns, courts, gates, and what the
 * document says besides. Without a landscape the grounds are one lawn with paths to nowhere left out.
 */
export function drawSite(mesh: MeshBuilder, campus: Campus): void {
  const [west = 0, south = 0, east = 100, north = 100] = campus.geometry.bounds;
  const grounds = toRing([
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ]);
  mesh.set({ storey: 0, room: 0, base: 0, tint: 0, low: 1, high: 1, slot: "ground" });
  drawPlain(mesh, grounds, Math.max(east - west, north - south));
  mesh.set({ slot: "lawn" }).level(grounds, 0);
  for (const feature of campus.geometry.landscape) drawFeature(mesh, feature);
  for (const space of campus.outdoors()) drawOutdoor(mesh, campus, space);
  for (const building of campus.geometry.buildings) drawPlinth(mesh, toRing(building.outline));
  if (campus.geometry.landscape.every((feature) => feature.kind !== "fence")) edge(mesh, grounds);
}

function edge(mesh: MeshBuilder, grounds: Ring): void {
  mesh.set({ slot: "fence", low: 1, high: 1 });
  for (const { a, b, length } of sides(grounds)) {
    const angle = Math.atan2(b.y - a.y, b.x - a.x);
    block(mesh, { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, z: 0, size: [length, 0.3, 0.2], angle });
  }
}
