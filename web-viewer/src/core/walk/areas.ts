import { corners, cross, inside, sides, turning, type Ring, type Segment, type Spot } from "./shapes.ts";

const CLEAR = 0.24;

/**
 * An area in which one walks in straight lines: a room, or everything outdoors with its obstacles. Where two spots do
 * not see each other the way leads over its corners.
 */
export class Area {
  /** Spots beside the corners that ways bend at. */
  readonly bends: readonly Spot[];
  private readonly walls: readonly Segment[];

  private constructor(walls: readonly Segment[], bends: readonly Spot[]) {
    this.walls = walls;
    this.bends = bends;
  }

  /** A room: only its inward corners stand in the way. */
  static room(ring: Ring): Area {
    const bends = reflex(ring).map((corner) => corner.inward(0.5));
    return bends.length === 0 ? new Area([], []) : new Area(sides(ring), bends);
  }

  /** The grounds inside a fence, with buildings and water in the way. */
  static grounds(fence: Ring, obstacles: readonly Ring[]): Area {
    const bends = obstacles
      .flatMap((ring) => grow(ring, 1))
      .filter((spot) => inside(fence, spot) && !obstacles.some((ring) => inside(ring, spot)));
    const walls = obstacles.flatMap((ring) => sides(grow(ring, CLEAR).map(({ x, y }) => [x, y])));
    const bent = reflex(fence).map((corner) => corner.inward(0.5));
    return new Area([...walls, ...(bent.length > 0 ? sides(fence) : [])], [...bends, ...bent]);
  }

  /** Whether one may go straight. Costs one test a wall. */
  sees(from: Spot, to: Spot): boolean {
    const line = { ax: from.x, ay: from.y, bx: to.x, by: to.y };
    const west = Math.min(from.x, to.x);
    const east = Math.max(from.x, to.x);
    return !this.walls.some(
      (wall) => Math.max(wall.ax, wall.bx) >= west && Math.min(wall.ax, wall.bx) <= east && cross(line, wall),
    );
  }
}

interface Corner extends Spot {
  /** The spot so many metres into the room, along both sides. */
  inward(metres: number): Spot;
}

/** Corners at which a ring bends inwards. */
function reflex(ring: Ring): Corner[] {
  return bent(ring).filter((corner) => corner.turn < -1e-6);
}

/** A ring grown on all sides, m. */
function grow(ring: Ring, metres: number): Spot[] {
  return bent(ring).map((corner) => corner.inward(-metres));
}

function bent(ring: Ring): (Corner & { turn: number })[] {
  const spots = corners(ring);
  if (turning(ring) < 0) spots.reverse();
  return spots.map((spot, i) => {
    const before = unit(spots.at(i - 1) ?? spot, spot);
    const after = unit(spot, spots[(i + 1) % spots.length] ?? spot);
    const turn = before.x * after.y - before.y * after.x;
    const along = before.x * after.x + before.y * after.y;
    const share = 1 / Math.max(0.3, 1 + along);
    const normal = { x: -(before.y + after.y) * share, y: (before.x + after.x) * share };
    const inward = (metres: number): Spot => ({
      x: spot.x + normal.x * metres,
      y: spot.y + normal.y * metres,
    });
    return { ...spot, turn, inward };
  });
}

function unit(from: Spot, to: Spot): Spot {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}
