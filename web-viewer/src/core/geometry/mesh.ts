import { boxOf, sides, triangles, type Corner, type Ring } from "./polygon.ts";

/** What a face is made of; the scene gives each a colour from the page's design tokens. */
export const SLOTS = [
  "ground",
  "lawn",
  "road",
  "path",
  "plaza",
  "water",
  "court",
  "line",
  "wall",
  "cut",
  "roof",
  "trim",
  "floor",
  "corridor",
  "wet",
  "ceiling",
  "glass",
  "door",
  "stair",
  "slab",
  "furniture",
  "metal",
  "track",
  "fence",
  "tree",
  "trunk",
] as const;
export type Slot = (typeof SLOTS)[number];
const NUMBERS = Object.fromEntries(SLOTS.map((slot, number) => [slot, number])) as Record<Slot, number>;

/** A point in local metres: x east, y north, z up. */
export type Point = readonly [x: number, y: number, z: number];

/** How the next faces are marked. */
export interface Pen {
  slot: Slot;
  /** Number of the storey, 0 for outdoors; of the room, 0 for none. */
  storey: number;
  room: number;
  /** Height of the foot of the piece above its storey's floor, m: what starts over a cut is not drawn. */
  base: number;
  /** Light that reaches the lower and the upper edge of upright faces, 0 to 1: baked contact shadow. */
  low: number;
  high: number;
  /** How much the colour of the room (heat, selection) shows on the face, 0 to 1. */
  tint: number;
}

/** Consecutive indices of a mesh: where they start and how many. */
export interface Range {
  readonly start: number;
  readonly count: number;
}

/** Flat arrays as a graphics card wants them. Marks: slot, light (0–255), base (dm), tint (0–255). Owners: storey, room. */
export interface MeshData {
  readonly positions: Float32Array;
  readonly normals: Int8Array;
  readonly marks: Uint8Array;
  readonly owners: Uint16Array;
  readonly indices: Uint32Array;
}

const FIRST = 4096;

function grown<T extends Float32Array | Int8Array | Uint8Array | Uint16Array | Uint32Array>(
  array: T,
  needed: number,
): T {
  if (needed <= array.length) return array;
  const make = array.constructor as new (length: number) => T;
  const bigger = new make(Math.max(needed, array.length * 2));
  bigger.set(array as never);
  return bigger;
}

/** Collects faces. Front faces are counter-clockwise; every face has its own corners, so edges stay sharp. */
export class MeshBuilder {
  private readonly pen: Pen = { slot: "wall", storey: 0, room: 0, base: 0, low: 1, high: 1, tint: 0 };
  private positions = new Float32Array(FIRST * 3);
  private normals = new Int8Array(FIRST * 4);
  private marks = new Uint8Array(FIRST * 4);
  private owners = new Uint16Array(FIRST * 2);
  private indices = new Uint32Array(FIRST * 2);
  private vertices = 0;
  private used = 0;

  /** Number of indices so far, to remember ranges. */
  get size(): number {
    return this.used;
  }

  /** Changes the pen. */
  set(change: Partial<Pen>): this {
    Object.assign(this.pen, change);
    return this;
  }

  /** A flat face of four corners. */
  quad(a: Point, b: Point, c: Point, d: Point): void {
    const first = this.corners([a, b, c, d], normalOf(a, b, c));
    this.triangle(first, first + 1, first + 2);
    this.triangle(first, first + 2, first + 3);
  }

  /** An upright face over the line from a to b, seen from its right. */
  upright(a: Corner, b: Corner, low: number, high: number): void {
    this.quad([a.x, a.y, low], [b.x, b.y, low], [b.x, b.y, high], [a.x, a.y, high]);
  }

  /** A level face. */
  level(ring: Ring, z: number, up = true): void {
    const first = this.corners(
      ring.map(({ x, y }) => [x, y, z] as const),
      [0, 0, up ? 127 : -127],
    );
    for (const [a, b, c] of triangles(ring)) {
      if (up) this.triangle(first + a, first + b, first + c);
      else this.triangle(first + a, first + c, first + b);
    }
  }

  /** A level band between two rings of as many corners, seen from above; light fades from outer to inner. */
  band(outer: Ring, inner: Ring, z: number, light: readonly [outer: number, inner: number]): void {
    const { low, high } = this.pen;
    outer.forEach((a, i) => {
      const b = outer[(i + 1) % outer.length] ?? a;
      const c = inner[(i + 1) % outer.length] ?? b;
      const d = inner[i] ?? a;
      const first = this.vertices;
      this.set({ low: light[0], high: light[0] });
      this.corners(
        [
          [a.x, a.y, z],
          [b.x, b.y, z],
        ],
        [0, 0, 127],
      );
      this.set({ low: light[1], high: light[1] });
      this.corners(
        [
          [c.x, c.y, z],
          [d.x, d.y, z],
        ],
        [0, 0, 127],
      );
      this.triangle(first, first + 1, first + 2);
      this.triangle(first, first + 2, first + 3);
    });
    this.set({ low, high });
  }

  /** Upright outer faces of a ring and its top. */
  prism(ring: Ring, low: number, high: number): void {
    for (const { a, b } of sides(ring)) this.upright(a, b, low, high);
    this.level(ring, high);
  }

  finish(): MeshData {
    return {
      positions: this.positions.slice(0, this.vertices * 3),
      normals: this.normals.slice(0, this.vertices * 4),
      marks: this.marks.slice(0, this.vertices * 4),
      owners: this.owners.slice(0, this.vertices * 2),
      indices: this.indices.slice(0, this.used),
    };
  }

  private triangle(a: number, b: number, c: number): void {
    this.indices = grown(this.indices, this.used + 3);
    this.indices[this.used++] = a;
    this.indices[this.used++] = b;
    this.indices[this.used++] = c;
  }

  private corners(points: readonly Point[], normal: Point): number {
    const first = this.vertices;
    const end = first + points.length;
    this.positions = grown(this.positions, end * 3);
    this.normals = grown(this.normals, end * 4);
    this.marks = grown(this.marks, end * 4);
    this.owners = grown(this.owners, end * 2);
    this.fill(points, normal);
    return first;
  }

  /** Writes corners part by part: small arrays per corner would cost more than the rest of the build. */
  private fill(points: readonly Point[], normal: Point): void {
    const { slot, low, high, base, tint, storey, room } = this.pen;
    const number = NUMBERS[slot];
    let foot = Infinity;
    if (low !== high) for (const point of points) foot = Math.min(foot, point[2] + 0.01);
    for (const [x, y, z] of points) {
      const at = this.vertices++;
      this.positions[at * 3] = x;
      this.positions[at * 3 + 1] = y;
      this.positions[at * 3 + 2] = z;
      this.normals[at * 4] = normal[0];
      this.normals[at * 4 + 1] = normal[1];
      this.normals[at * 4 + 2] = normal[2];
      this.marks[at * 4] = number;
      this.marks[at * 4 + 1] = Math.round((z <= foot && low !== high ? low : high) * 255);
      this.marks[at * 4 + 2] = Math.min(255, Math.round(base * 10));
      this.marks[at * 4 + 3] = Math.round(tint * 255);
      this.owners[at * 2] = storey;
      this.owners[at * 2 + 1] = room;
    }
  }
}

function normalOf(a: Point, b: Point, c: Point): Point {
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const n = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx] as const;
  const length = Math.hypot(...n) || 1;
  return [(n[0] / length) * 127, (n[1] / length) * 127, (n[2] / length) * 127];
}

/** A block that stands on a level: middle of its foot, length, width, height in metres, direction of its length in radians. */
export interface Block {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly size: Point;
  readonly angle?: number;
}

/** Corners of the foot of a block. */
export function footOf({ x, y, size, angle = 0 }: Block): Ring {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [l, w] = [size[0] / 2, size[1] / 2];
  const corner = (u: number, v: number): Corner => ({ x: x + u * c - v * s, y: y + u * s + v * c });
  return [corner(-l, -w), corner(l, -w), corner(l, w), corner(-l, w)];
}

/** Draws a block without its underside. */
export function block(mesh: MeshBuilder, shape: Block): void {
  mesh.prism(footOf(shape), shape.z, shape.z + shape.size[2]);
}

/** Bounds of everything in some rings, with a margin in metres. */
export function around(rings: readonly Ring[], margin = 0): { x: number; y: number; radius: number } {
  const { west, south, east, north } = boxOf(rings.flat());
  return {
    x: (west + east) / 2,
    y: (south + north) / 2,
    radius: Math.hypot(east - west, north - south) / 2 + margin,
  };
}
