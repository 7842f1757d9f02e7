/** Plane shapes for walking, in local metres: x east, y north. */
export type Ring = readonly (readonly number[])[];

export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface Segment {
  readonly ax: number;
  readonly ay: number;
  readonly bx: number;
  readonly by: number;
}

/** Corners of a ring as spots; broken ones are left out. */
export function corners(ring: Ring): Spot[] {
  return ring.flatMap(([x, y]) => (x === undefined || y === undefined ? [] : [{ x, y }]));
}

/** Sides of a ring, the closing one included; sides without length are left out. */
export function sides(ring: Ring): Segment[] {
  const spots = corners(ring);
  return spots.flatMap((a, i) => {
    const b = spots[(i + 1) % spots.length] ?? a;
    return a.x === b.x && a.y === b.y ? [] : [{ ax: a.x, ay: a.y, bx: b.x, by: b.y }];
  });
}

/** Whether a spot lies in a ring (even-odd rule). */
export function inside(ring: Ring, { x, y }: Spot): boolean {
  let odd = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

/** Where on a side a spot is nearest: the spot, its way from a (m) and the distance (m). */
export function nearest(side: Segment, { x, y }: Spot): Spot & { along: number; distance: number } {
  const dx = side.bx - side.ax;
  const dy = side.by - side.ay;
  const length = Math.hypot(dx, dy);
  const t = Math.max(0, Math.min(1, ((x - side.ax) * dx + (y - side.ay) * dy) / (length * length)));
  const at = { x: side.ax + t * dx, y: side.ay + t * dy };
  return { ...at, along: t * length, distance: Math.hypot(x - at.x, y - at.y) };
}

/** The side of a ring nearest to a spot. */
export function nearestSide(ring: Ring, spot: Spot): { side: Segment; distance: number } | undefined {
  let best: { side: Segment; distance: number } | undefined;
  for (const side of sides(ring)) {
    const { distance } = nearest(side, spot);
    if (!best || distance < best.distance) best = { side, distance };
  }
  return best;
}

/** Twice the signed area: positive where the ring runs counter-clockwise. */
export function turning(ring: Ring): number {
  let sum = 0;
  for (const { ax, ay, bx, by } of sides(ring)) sum += ax * by - bx * ay;
  return sum;
}

/** Whether two segments cross in their insides; touching ends do not count. */
export function cross(p: Segment, q: Segment): boolean {
  const side = (s: Segment, x: number, y: number): number =>
    (s.bx - s.ax) * (y - s.ay) - (s.by - s.ay) * (x - s.ax);
  const tiny = 1e-9;
  const a = side(p, q.ax, q.ay);
  const b = side(p, q.bx, q.by);
  const c = side(q, p.ax, p.ay);
  const d = side(q, p.bx, p.by);
  return (
    ((a > tiny && b < -tiny) || (a < -tiny && b > tiny)) &&
    ((c > tiny && d < -tiny) || (c < -tiny && d > tiny))
  );
}

/** A spot well inside a ring: its centre of corners if that lies inside, else the middle of its widest cut. */
export function within(ring: Ring): Spot {
  const spots = corners(ring);
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
  if (spots.length < 3 || inside(ring, middle)) return middle;
  let best: Spot = middle;
  let widest = 0;
  for (const share of [0.5, 0.25, 0.75, 0.1, 0.9]) {
    const y = Math.min(...ys) + share * (Math.max(...ys) - Math.min(...ys)) + 1e-6;
    const cuts = sides(ring)
      .filter(({ ay, by }) => ay > y !== by > y)
      .map(({ ax, ay, bx, by }) => ax + ((bx - ax) * (y - ay)) / (by - ay))
      .sort((a, b) => a - b);
    for (let i = 0; i + 1 < cuts.length; i += 2) {
      const [west = 0, east = 0] = cuts.slice(i, i + 2);
      if (east - west > widest) {
        widest = east - west;
        best = { x: (west + east) / 2, y };
      }
    }
  }
  return best;
}

/** Compass direction from one spot to another, degrees clockwise from north, 0 to 360. */
export function heading(from: Spot, to: Spot): number {
  return ((Math.atan2(to.x - from.x, to.y - from.y) * 180) / Math.PI + 360) % 360;
}
