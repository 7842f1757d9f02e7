import { centroid, type Campus, type Passage, type Space } from "./campus.ts";

/** Corners in local metres, x east and y north. */
export type Ring = readonly (readonly number[])[];

/** A part of the sheet: x to the right, y downwards (so y is minus north), metres. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A spot on the sheet, metres; y downwards. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A door as drawn: the gap in the wall from `a` to `b`, leaves with their swing as an SVG path. */
export interface DoorShape {
  readonly id: string;
  readonly kind: Passage["kind"];
  /** Leads out of the building. */
  readonly exit: boolean;
  readonly a: Spot;
  readonly b: Spot;
  /** Leaves and arcs; empty for an opening or a gate. */
  readonly leaves: string;
}

const NEAR_WALL = 0.6;
const TWO_LEAVES = 1.5;

function cm(metres: number): string {
  return String(Math.round(metres * 100) / 100);
}

/** A ring as an SVG path, north up. */
export function ringPath(ring: Ring): string {
  return ring.length === 0 ? "" : `M${ring.map(([x = 0, y = 0]) => `${cm(x)} ${cm(-y)}`).join("L")}Z`;
}

/** A line as an SVG path, north up. */
export function linePath(line: Ring): string {
  return line.length === 0 ? "" : `M${line.map(([x = 0, y = 0]) => `${cm(x)} ${cm(-y)}`).join("L")}`;
}

/** The box round rings on the sheet; a box without size for none. */
export function boundsOf(rings: readonly Ring[]): Box {
  const corners = rings.flat();
  if (corners.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const xs = corners.map(([x = 0]) => x);
  const ys = corners.map(([, y = 0]) => -y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** A box with so many metres more on each side. */
export function grown(box: Box, margin: number): Box {
  return {
    x: box.x - margin,
    y: box.y - margin,
    width: box.width + 2 * margin,
    height: box.height + 2 * margin,
  };
}

/** What the plan of a storey shows; without a storey the whole grounds. */
export function planBounds(campus: Campus, storey: string): Box {
  const found = campus.storeys.get(storey);
  if (!found) {
    const [west = 0, south = 0, east = 0, north = 0] = campus.geometry.bounds;
    return grown({ x: west, y: -north, width: east - west, height: north - south }, 6);
  }
  const rings = [found.building.outline, ...campus.spacesOf(storey).map((space) => space.polygon)];
  return grown(boundsOf(rings), 3);
}

/** True where a place of the ground lies inside a ring. */
export function inside(ring: Ring, x: number, y: number): boolean {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  }
  return within;
}

/**
 * A box inside a ring for its name: the whole box of a rectangle; for other shapes a box grown round a spot well
 * inside, in quarter metres. Sheet metres.
 */
export function labelBox(ring: Ring): Box {
  const bounds = boundsOf([ring]);
  const holds = (box: Box): boolean => boxInside(ring, box);
  if (holds(grown(bounds, -0.01))) return bounds;
  const { x, y } = spotInside(ring, bounds);
  let left = 0;
  let right = 0;
  let up = 0;
  let down = 0;
  const box = (): Box => ({ x: x - left, y: y - up, width: left + right, height: up + down });
  for (let grew = true; grew;) {
    grew = false;
    for (const side of ["left", "right", "up", "down"] as const) {
      const before = [left, right, up, down];
      if (side === "left") left += 0.25;
      if (side === "right") right += 0.25;
      if (side === "up") up += 0.25;
      if (side === "down") down += 0.25;
      if (holds(box())) grew = true;
      else [left = 0, right = 0, up = 0, down = 0] = before;
    }
  }
  return box();
}

/** Walks round the edge of a box in steps of half a metre or less; true if all of it is inside. */
function boxInside(ring: Ring, box: Box): boolean {
  const steps = Math.max(2, Math.min(80, Math.ceil(Math.max(box.width, box.height) * 2)));
  for (let i = 0; i <= steps; i++) {
    const x = box.x + (box.width * i) / steps;
    const y = box.y + (box.height * i) / steps;
    const all =
      inside(ring, x, -box.y) &&
      inside(ring, x, -box.y - box.height) &&
      inside(ring, box.x, -y) &&
      inside(ring, box.x + box.width, -y);
    if (!all) return false;
  }
  return true;
}

/** The centre of area if it is inside, else the spot of a grid that is farthest from the walls. */
function spotInside(ring: Ring, bounds: Box): Spot {
  const { x, y } = centroid(ring);
  if (inside(ring, x, y)) return { x, y: -y };
  let best: Spot = { x: bounds.x, y: bounds.y };
  let widest = -1;
  for (let i = 1; i < 12; i++)
    for (let j = 1; j < 12; j++) {
      const spot = { x: bounds.x + (bounds.width * i) / 12, y: bounds.y + (bounds.height * j) / 12 };
      const room = inside(ring, spot.x, -spot.y) ? (nearestEdge(ring, spot.x, -spot.y)?.distance ?? 0) : -1;
      if (room > widest) {
        widest = room;
        best = spot;
      }
    }
  return best;
}

interface Edge {
  /** Along the wall, one metre long. */
  readonly along: readonly [number, number];
  readonly distance: number;
  /** Nearest place on the wall, ground metres. */
  readonly x: number;
  readonly y: number;
}

function nearestEdge(ring: Ring, x: number, y: number): Edge | undefined {
  let best: Edge | undefined;
  for (let i = 0; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const part = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length ** 2));
    const [px, py] = [ax + (bx - ax) * part, ay + (by - ay) * part];
    const distance = Math.hypot(x - px, y - py);
    if (!best || distance < best.distance)
      best = { along: [(bx - ax) / length, (by - ay) / length], distance, x: px, y: py };
  }
  return best;
}

/**
 * A passage as drawn in the wall of the space it belongs to: a door swings into the room, an exit out of the building,
 * from 1.5 m on with two leaves. Undefined for stairs and for what touches no wall.
 */
export function doorShape(campus: Campus, passage: Passage): DoorShape | undefined {
  const space = campus.spaces.get(passage.from) ?? campus.spaces.get(passage.to);
  if (!space || passage.kind === "stair") return undefined;
  const edge = nearestEdge(space.polygon, passage.x, passage.y);
  if (!edge || edge.distance > NEAR_WALL) return undefined;
  const [ux, uy] = edge.along;
  const half = passage.width / 2;
  const a = { x: edge.x - ux * half, y: -(edge.y - uy * half) };
  const b = { x: edge.x + ux * half, y: -(edge.y + uy * half) };
  const leaves =
    passage.kind === "door" ? leavesOf({ a, b }, swing(space, edge, passage), passage.width) : "";
  return { id: passage.id, kind: passage.kind, exit: passage.exit, a, b, leaves };
}

/** The way a door opens, on the sheet: into the room, an exit away from it. */
function swing(space: Space, edge: Edge, passage: Passage): Spot {
  const [ux, uy] = edge.along;
  const inward = inside(space.polygon, edge.x - uy * 0.2, edge.y + ux * 0.2) ? 1 : -1;
  const way = passage.exit ? -inward : inward;
  return { x: -uy * way, y: -ux * way };
}

function leavesOf(gap: { a: Spot; b: Spot }, way: Spot, width: number): string {
  if (width < TWO_LEAVES) return leaf(gap.a, gap.b, way);
  const middle = { x: (gap.a.x + gap.b.x) / 2, y: (gap.a.y + gap.b.y) / 2 };
  return leaf(gap.a, middle, way) + leaf(gap.b, middle, way);
}

/** A leaf that stands open at its hinge, and the arc of its edge. */
function leaf(hinge: Spot, shut: Spot, way: Spot): string {
  const length = Math.hypot(shut.x - hinge.x, shut.y - hinge.y);
  const tip = { x: hinge.x + way.x * length, y: hinge.y + way.y * length };
  const turn = (tip.x - hinge.x) * (shut.y - hinge.y) - (tip.y - hinge.y) * (shut.x - hinge.x);
  const arc = `A${cm(length)} ${cm(length)} 0 0 ${turn > 0 ? 1 : 0} ${cm(shut.x)} ${cm(shut.y)}`;
  return `M${cm(hinge.x)} ${cm(hinge.y)}L${cm(tip.x)} ${cm(tip.y)}${arc}`;
}

const TREAD = 0.6;
const LANDING = 1.2;

/** Treads of a stair space and the line between its two flights, as an SVG path; landings at both ends stay free. */
export function stairPath(ring: Ring): string {
  const box = labelBox(ring);
  const upright = box.height >= box.width;
  const long = upright ? box.height : box.width;
  const across = upright ? box.width : box.height;
  const rail = across * 0.5;
  const spot = (along: number, over: number): string =>
    upright ? `${cm(box.x + over)} ${cm(box.y + along)}` : `${cm(box.x + along)} ${cm(box.y + over)}`;
  let path = `M${spot(LANDING, rail)}L${spot(Math.max(LANDING, long - LANDING), rail)}`;
  for (let along = LANDING; along <= long - LANDING + 0.01; along += TREAD)
    path += `M${spot(along, across * 0.08)}L${spot(along, across * 0.92)}`;
  return path;
}

/** Length of the scale bar in metres, a round number of at most so many: 1, 2, 5, 10, 20, 50 … */
export function scaleLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 0.1)));
  return power * ([5, 2, 1].find((step) => step * power <= most) ?? 1);
}

export type Direction = "left" | "right" | "up" | "down";

/**
 * The neighbour that an arrow key goes to: the nearest spot in that direction, those straight ahead first.
 * Undefined where there is none.
 */
export function neighbour(
  spots: ReadonlyMap<string, Spot>,
  from: string,
  direction: Direction,
): string | undefined {
  const here = spots.get(from);
  if (!here) return spots.keys().next().value;
  let best: string | undefined;
  let least = Infinity;
  for (const [id, spot] of spots) {
    const [dx, dy] = [spot.x - here.x, spot.y - here.y];
    const ahead = direction === "left" ? -dx : direction === "right" ? dx : direction === "up" ? -dy : dy;
    const aside = Math.abs(direction === "left" || direction === "right" ? dy : dx);
    if (id === from || ahead <= 0.05) continue;
    const cost = ahead + 2.5 * aside;
    if (cost < least) {
      least = cost;
      best = id;
    }
  }
  return best;
}

/** A view zoomed by a factor (over 1 comes nearer) that keeps a spot where it is; never past the limits of width. */
export function zoomed(view: Box, factor: number, spot: Spot, limits: { least: number; most: number }): Box {
  const width = Math.max(limits.least, Math.min(limits.most, view.width / factor));
  const scale = width / view.width;
  return {
    x: spot.x - (spot.x - view.x) * scale,
    y: spot.y - (spot.y - view.y) * scale,
    width,
    height: view.height * scale,
  };
}

/** A box grown to the shape of a frame, so that all of it is seen in the middle. */
export function fitted(box: Box, frame: { width: number; height: number }): Box {
  if (frame.width <= 0 || frame.height <= 0 || box.width <= 0 || box.height <= 0) return box;
  const shape = frame.width / frame.height;
  const width = Math.max(box.width, box.height * shape);
  const height = width / shape;
  return { x: box.x + (box.width - width) / 2, y: box.y + (box.height - height) / 2, width, height };
}
