import type { Campus, Passage, Space, Storey } from "../campus.ts";
import { sides, toRing, turned, type Corner, type Ring } from "./polygon.ts";
import { doorHole, windowHoles, type Hole } from "./openings.ts";

/** A straight piece of wall between the same two neighbours. */
export interface Wall {
  readonly a: Corner;
  readonly b: Corner;
  readonly length: number;
  /** Space to the left and to the right of a → b; null where there is none, or none that may be seen. */
  readonly left: Space | null;
  readonly right: Space | null;
  /** Which side is the open air; null for a wall inside. */
  readonly outside: "left" | "right" | null;
  /** m. */
  readonly thickness: number;
  /** Doors, openings and windows in the order of a → b; they do not overlap. */
  readonly holes: readonly Hole[];
}

/** A storey ready to be built: its spaces with their rings, and every wall once. */
export interface StoreyPlan {
  readonly storey: Storey;
  /** Floor above the ground and clear height of its walls, m. */
  readonly elevation: number;
  readonly height: number;
  readonly outline: Ring;
  readonly rooms: readonly { readonly space: Space; readonly ring: Ring }[];
  readonly walls: readonly Wall[];
  /** True where the known spaces fill the outline. */
  readonly full: boolean;
}

const OUTER = 0.24;
const INNER = 0.12;

interface Piece {
  from: number;
  to: number;
  /** The space lies to the left of the line's direction. */
  left: boolean;
  space: Space | null;
}

interface Line {
  readonly dx: number;
  readonly dy: number;
  /** Distance of the line from the origin, to the left of its direction. */
  readonly offset: number;
  readonly pieces: Piece[];
}

/** Lines that sides lie on. A line runs east, or north if it is upright, so that both neighbours of a wall meet on it. */
class Lines {
  readonly byKey = new Map<string, Line>();

  add(ring: Ring, space: Space | null): void {
    for (const side of sides(ring)) {
      const flip = side.dx < -1e-6 || (Math.abs(side.dx) <= 1e-6 && side.dy < 0);
      const dx = flip ? -side.dx : side.dx;
      const dy = flip ? -side.dy : side.dy;
      const offset = dx * side.a.y - dy * side.a.x;
      const key = `${Math.round(Math.atan2(dy, dx) * 500)}/${Math.round(offset * 20)}`;
      let line = this.byKey.get(key);
      if (!line) this.byKey.set(key, (line = { dx, dy, offset, pieces: [] }));
      const ends = [side.a, side.b].map((end) => dx * end.x + dy * end.y);
      line.pieces.push({ from: Math.min(...ends), to: Math.max(...ends), left: !flip, space });
    }
  }
}

type Stretch = Pick<Wall, "left" | "right" | "outside"> & { from: number; to: number };

/** Who stands where on a line between two neighbouring cuts; nothing where nobody does. */
function neighbours(line: Line, from: number, to: number): Stretch | null {
  const over = line.pieces.filter((piece) => piece.from <= from + 0.01 && piece.to >= to - 0.01);
  if (over.length === 0) return null;
  const left = over.find((piece) => piece.space && piece.left)?.space ?? null;
  const right = over.find((piece) => piece.space && !piece.left)?.space ?? null;
  const edge = over.find((piece) => !piece.space);
  const outside = edge && !(left && right) ? (edge.left ? "right" : "left") : null;
  return { from, to, left, right, outside };
}

/** Cuts a line at every end of a side and joins neighbouring stretches that divide the same two spaces. */
function stretches(line: Line): Stretch[] {
  const cuts = [...new Set(line.pieces.flatMap((piece) => [piece.from, piece.to]))].sort((a, b) => a - b);
  const found: Stretch[] = [];
  cuts.forEach((from, i) => {
    const to = cuts[i + 1] ?? from;
    const next = to - from < 0.02 ? null : neighbours(line, from, to);
    const last = found.at(-1);
    if (next && last && last.to === from && sameSides(last, next)) last.to = to;
    else if (next) found.push(next);
  });
  return found;
}

function sameSides(a: Stretch, b: Stretch): boolean {
  return a.left === b.left && a.right === b.right && a.outside === b.outside;
}

function wallOf(line: Line, stretch: Stretch): Wall {
  const at = (t: number): Corner => ({
    x: line.dx * t - line.dy * line.offset,
    y: line.dy * t + line.dx * line.offset,
  });
  const { from, to, left, right, outside } = stretch;
  const thickness = outside ? OUTER : INNER;
  return { a: at(from), b: at(to), length: to - from, left, right, outside, thickness, holes: [] };
}

function joins(wall: Wall, passage: Passage): boolean {
  const ids = [wall.left?.id, wall.right?.id];
  if (wall.outside) return passage.exit && (ids.includes(passage.from) || ids.includes(passage.to));
  return ids.includes(passage.from) && (ids.includes(passage.to) || ids.includes(undefined));
}

/** Where the foot of a point lies on a wall: metres along it, and off it. */
function footOn(wall: Wall, { x, y }: Corner): { along: number; off: number } {
  const dx = (wall.b.x - wall.a.x) / wall.length;
  const dy = (wall.b.y - wall.a.y) / wall.length;
  const along = (x - wall.a.x) * dx + (y - wall.a.y) * dy;
  const off = Math.abs((x - wall.a.x) * dy - (y - wall.a.y) * dx);
  return { along, off: off + Math.max(0, -along, along - wall.length) };
}

function doorsOf(campus: Campus, rooms: readonly Space[]): Passage[] {
  const found = new Set(rooms.flatMap((space) => campus.passagesOf(space.id)));
  return [...found].filter((passage) => passage.kind !== "stair");
}

function placeDoors(walls: readonly Wall[], doors: readonly Passage[]): Map<Wall, Hole[]> {
  const holes = new Map<Wall, Hole[]>();
  for (const door of doors) {
    const near = walls
      .map((wall) => ({ wall, ...footOn(wall, door) }))
      .filter(({ wall, off }) => off < 1 && joins(wall, door))
      .sort((a, b) => a.off - b.off)[0];
    if (near)
      holes.set(near.wall, [...(holes.get(near.wall) ?? []), doorHole(door, near.along, near.wall.length)]);
  }
  return holes;
}

/** Works out the walls of a storey. Rooms may have any shape; a wall between two of them is built once. */
export function planStorey(campus: Campus, storey: Storey, outline: Ring): StoreyPlan {
  const rooms = campus
    .spacesOf(storey.id)
    .map((space) => ({ space, ring: toRing(space.polygon) }))
    .filter(({ ring }) => ring.length > 2);
  const lines = new Lines();
  for (const { ring, space } of rooms) lines.add(ring, space);
  lines.add(outline, null);
  const bare = [...lines.byKey.values()].flatMap((line) =>
    stretches(line).map((stretch) => wallOf(line, stretch)),
  );
  const doors = placeDoors(
    bare,
    doorsOf(
      campus,
      rooms.map(({ space }) => space),
    ),
  );
  const height = storey.height ?? 3.6;
  const walls = bare.map((wall) => {
    const holes = doors.get(wall) ?? [];
    const windows = wall.outside ? windowHoles(wall, height, holes) : [];
    return { ...wall, holes: [...holes, ...windows].sort((a, b) => a.from - b.from) };
  });
  const full = rooms.reduce((sum, { space }) => sum + (space.area ?? 0), 0) > (0.97 * turned(outline)) / 2;
  return { storey, elevation: storey.elevation ?? 0, height, outline, rooms, walls, full };
}
