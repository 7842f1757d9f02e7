import type { MeshBuilder } from "./mesh.ts";
import { boxOf, type Corner, type Ring } from "./polygon.ts";

const LINE = 0.12;
const LANE = 1.22;
const ARC = 20;

/** A rectangle in plan with its longer side along `u`. */
interface Field {
  readonly at: (u: number, v: number) => Corner;
  readonly length: number;
  readonly width: number;
}

function fieldOf(ring: Ring): Field {
  const { west, south, east, north } = boxOf(ring);
  const [x, y] = [(west + east) / 2, (south + north) / 2];
  const wide = east - west >= north - south;
  return {
    at: (u, v) => (wide ? { x: x + u, y: y + v } : { x: x - v, y: y + u }),
    length: wide ? east - west : north - south,
    width: wide ? north - south : east - west,
  };
}

/** A ring of two straights and two half circles, of the given half width. */
function oval(field: Field, straight: number, radius: number): Ring {
  const corners: Corner[] = [];
  for (const end of [1, -1]) {
    for (let i = 0; i <= ARC; i++) {
      const angle = (-Math.PI / 2 + (Math.PI * i) / ARC) * 1;
      corners.push(field.at(end * (straight / 2 + radius * Math.cos(angle)), end * radius * Math.sin(angle)));
    }
  }
  return corners;
}

function rectangle(field: Field, u: number, v: number, length: number, width: number): Ring {
  const [l, w] = [length / 2, width / 2];
  return [field.at(u - l, v - w), field.at(u + l, v - w), field.at(u + l, v + w), field.at(u - l, v + w)];
}

function frame(
  mesh: MeshBuilder,
  field: Field,
  [u, v, length, width]: readonly [number, number, number, number],
  z: number,
): void {
  const inner = rectangle(field, u, v, length - 2 * LINE, width - 2 * LINE);
  mesh.band(rectangle(field, u, v, length, width), inner, z, [1, 1]);
}

function circle(mesh: MeshBuilder, field: Field, radius: number, z: number): void {
  const ring = (r: number): Ring =>
    Array.from({ length: 2 * ARC }, (_, i) => {
      const angle = (Math.PI * i) / ARC;
      return field.at(r * Math.cos(angle), r * Math.sin(angle));
    });
  mesh.band(ring(radius), ring(radius - LINE), z, [1, 1]);
}

function pitch(mesh: MeshBuilder, field: Field, length: number, width: number, z: number): void {
  mesh.set({ slot: "line" });
  frame(mesh, field, [0, 0, length, width], z);
  mesh.level(rectangle(field, 0, 0, LINE, width), z);
  circle(mesh, field, Math.min(9.15, width / 6), z);
  const area = length * 0.15;
  for (const end of [-1, 1]) frame(mesh, field, [(end * (length - area)) / 2, 0, area, width * 0.58], z);
}

/** A running track with lanes round a pitch, as large as the place allows; small places become a court. */
export function drawTrack(mesh: MeshBuilder, ring: Ring, z: number): void {
  const field = fieldOf(ring);
  mesh.set({ storey: 0, room: 0, low: 1, high: 1, tint: 0 });
  if (field.length < 70 || field.width < 40) {
    mesh.set({ slot: "court" }).level(ring, z);
    drawCourt(mesh, ring, z + 0.03);
    return;
  }
  const lanes = field.width > 60 ? 6 : 4;
  const radius = field.width / 2 - 3;
  const straight = field.length - 2 * radius - 6;
  const inner = radius - lanes * LANE;
  mesh
    .set({ slot: "track" })
    .band(oval(field, straight, radius), oval(field, straight, inner), z + 0.02, [1, 1]);
  mesh.set({ slot: "lawn", high: 0.94 }).level(oval(field, straight, inner), z + 0.01);
  mesh.set({ slot: "line", high: 1 });
  for (let lane = 0; lane <= lanes; lane++) {
    const r = radius - lane * LANE;
    mesh.band(oval(field, straight, r), oval(field, straight, r - LINE / 1.5), z + 0.05, [1, 1]);
  }
  const width = Math.min(inner * 1.42, inner * 2 - 4);
  pitch(mesh, field, Math.min(straight + inner * 0.75, width * 1.55), width, z + 0.05);
}

/** Lines of a ball court. */
export function drawCourt(mesh: MeshBuilder, ring: Ring, z: number): void {
  const field = fieldOf(ring);
  if (field.width < 6) return;
  pitch(mesh, field, field.length - 3, field.width - 3, z);
}
