/** A corner in plan, local metres: x east, y north. */
export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** Corners of an area, counter-clockwise, not closed. */
export type Ring = readonly Corner[];

/** A side of a ring with its length (m) and its unit direction; the area lies to the left. */
export interface Side {
  readonly a: Corner;
  readonly b: Corner;
  readonly length: number;
  readonly dx: number;
  readonly dy: number;
}

/** Bounds in plan, metres. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Twice the signed area, m²; positive for counter-clockwise. */
export function turned(ring: Ring): number {
  let sum = 0;
  for (const { a, b } of pairs(ring)) sum += a.x * b.y - b.x * a.y;
  return sum;
}

function pairs(ring: Ring): { a: Corner; b: Corner }[] {
  return ring.map((a, i) => ({ a, b: ring[(i + 1) % ring.length] ?? a }));
}

/** The ring of a document's polygon: counter-clockwise, without repeated corners and without a closing one. */
export function toRing(polygon: readonly (readonly number[])[]): Ring {
  const corners = polygon.map(([x = 0, y = 0]) => ({ x, y }));
  const ring = corners.filter((corner, i) => {
    const next = corners[(i + 1) % corners.length] ?? corner;
    return Math.hypot(next.x - corner.x, next.y - corner.y) > 1e-4;
  });
  return turned(ring) < 0 ? ring.reverse() : ring;
}

/** Sides in the ring's order. */
export function sides(ring: Ring): Side[] {
  return pairs(ring).map(({ a, b }) => {
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    return { a, b, length, dx: (b.x - a.x) / length, dy: (b.y - a.y) / length };
  });
}

export function boxOf(ring: readonly Corner[]): Box {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const { x, y } of ring) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return { west, south, east, north };
}

/** True for a point inside of the ring; on its edge either is possible. */
export function contains(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  for (const { a, b } of pairs(ring)) {
    if (a.y > y !== b.y > y && x < a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y)) inside = !inside;
  }
  return inside;
}

/** A ring moved inwards (outwards for a negative distance) by so many metres; corners are mitred. */
export function inset(ring: Ring, metres: number): Ring {
  const list = sides(ring);
  return list.map((side, i) => {
    const before = list[(i + list.length - 1) % list.length] ?? side;
    const nx = -side.dy - before.dy;
    const ny = side.dx + before.dx;
    const along = nx * -side.dy + ny * side.dx || 1;
    const reach = Math.min(Math.abs(metres / along), Math.abs(metres) * 3) * Math.sign(metres);
    return { x: side.a.x + nx * reach, y: side.a.y + ny * reach };
  });
}

/** Corner numbers of triangles that fill the ring, counter-clockwise. Ears are cut off one by one: O(n²), rings are small. */
export function triangles(ring: Ring): [number, number, number][] {
  const left = ring.map((_, i) => i);
  const found: [number, number, number][] = [];
  while (left.length > 3) {
    const ear = left.findIndex((_, i) => isEar(ring, left, i));
    const at = Math.max(ear, 0);
    found.push(threeAt(left, at));
    left.splice(at, 1);
  }
  if (left.length === 3) found.push(threeAt(left, 1));
  return found;
}

function threeAt(left: readonly number[], i: number): [number, number, number] {
  const n = left.length;
  return [left[(i + n - 1) % n] ?? 0, left[i] ?? 0, left[(i + 1) % n] ?? 0];
}

function isEar(ring: Ring, left: readonly number[], i: number): boolean {
  const three = threeAt(left, i);
  const [a, b, c] = three.map((corner) => ring[corner]);
  if (!a || !b || !c || cross(a, b, c) <= 1e-12) return false;
  return left.every((other) => {
    const p = ring[other];
    if (!p || three.includes(other)) return true;
    return cross(a, b, p) < 0 || cross(b, c, p) < 0 || cross(c, a, p) < 0;
  });
}

function cross(a: Corner, b: Corner, c: Corner): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** Corners of a regular shape about the origin. */
export function round(radius: number, corners: number, turn = 0): Ring {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
  });
}
