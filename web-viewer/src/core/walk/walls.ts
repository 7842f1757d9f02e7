import { nearest, type Segment, type Spot } from "./shapes.ts";

/** A door or opening in walls: its middle, its clear width (m) and the side that it stands on. */
export interface Gap extends Spot {
  readonly width: number;
  readonly side: Segment;
}

const CELL = 4;
const REACH = 0.5;
const NARROWEST = 0.8;

/** What is left of a wall beside its gaps. A gap opens every parallel wall within half a metre of it. */
export function cut(wall: Segment, gaps: readonly Gap[]): Segment[] {
  const length = Math.hypot(wall.bx - wall.ax, wall.by - wall.ay);
  const ux = (wall.bx - wall.ax) / length;
  const uy = (wall.by - wall.ay) / length;
  const holes = gaps
    .filter((gap) => parallel(ux, uy, gap.side) && nearest(wall, gap).distance < REACH + gap.width / 2)
    .filter((gap) => Math.abs((gap.x - wall.ax) * uy - (gap.y - wall.ay) * ux) < REACH)
    .map((gap) => {
      const middle = (gap.x - wall.ax) * ux + (gap.y - wall.ay) * uy;
      const half = Math.max(NARROWEST, gap.width) / 2;
      return [middle - half, middle + half] as const;
    })
    .sort((a, b) => a[0] - b[0]);
  const rest: Segment[] = [];
  let at = 0;
  for (const [from, to] of [...holes, [length, length] as const]) {
    const end = Math.min(from, length);
    if (end - at > 0.01)
      rest.push({
        ax: wall.ax + ux * at,
        ay: wall.ay + uy * at,
        bx: wall.ax + ux * end,
        by: wall.ay + uy * end,
      });
    at = Math.max(at, to);
  }
  return rest;
}

function parallel(ux: number, uy: number, side: Segment): boolean {
  const length = Math.hypot(side.bx - side.ax, side.by - side.ay);
  return Math.abs(ux * (side.by - side.ay) - uy * (side.bx - side.ax)) < 0.35 * length;
}

/**
 * Walls in a grid of 4 m cells: a step looks at the walls of at most four cells (about 20 on an ordinary storey)
 * whatever the size of the campus.
 */
export class Walls {
  private readonly cells = new Map<number, Segment[]>();

  constructor(walls: readonly Segment[]) {
    for (const wall of walls) {
      for (const at of keys(wall)) {
        const cell = this.cells.get(at);
        if (cell) cell.push(wall);
        else this.cells.set(at, [wall]);
      }
    }
  }

  /**
   * Where a round body comes to rest when it is put at a spot: pushed off the walls it overlaps, deepest first, which
   * makes it slide along them. Undefined where it does not fit.
   */
  settle(spot: Spot, radius: number): Spot | undefined {
    let { x, y } = spot;
    for (let round = 0; round < 6; round++) {
      let deepest = 1e-4;
      let push: Spot | undefined;
      for (const wall of this.near(x, y, radius)) {
        const at = nearest(wall, { x, y });
        const depth = radius - at.distance;
        if (depth <= deepest || at.distance < 1e-9) continue;
        deepest = depth;
        push = { x: ((x - at.x) / at.distance) * depth, y: ((y - at.y) / at.distance) * depth };
      }
      if (!push) return { x, y };
      x += push.x;
      y += push.y;
    }
    return undefined;
  }

  private *near(x: number, y: number, radius: number): Iterable<Segment> {
    for (let i = Math.floor((x - radius) / CELL); i <= Math.floor((x + radius) / CELL); i++)
      for (let j = Math.floor((y - radius) / CELL); j <= Math.floor((y + radius) / CELL); j++)
        yield* this.cells.get(key(i, j)) ?? [];
  }
}

function key(i: number, j: number): number {
  return i * 1_000_003 + j;
}

/** Keys of the cells that a wall passes, sampled finely enough to miss none by more than a body. */
function keys({ ax, ay, bx, by }: Segment): Set<number> {
  const found = new Set<number>();
  const steps = Math.ceil(Math.hypot(bx - ax, by - ay) / 0.5);
  for (let i = 0; i <= steps; i++) {
    const x = ax + ((bx - ax) * i) / steps;
    const y = ay + ((by - ay) * i) / steps;
    for (const dx of [-0.3, 0.3])
      for (const dy of [-0.3, 0.3]) found.add(key(Math.floor((x + dx) / CELL), Math.floor((y + dy) / CELL)));
  }
  return found;
}
