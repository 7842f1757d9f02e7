import type { Campus, Space } from "../campus.ts";
import { corners, sides, type Segment, type Spot } from "./shapes.ts";
import { cut, Walls, type Gap } from "./walls.ts";

/** A storey that a stair reaches. */
export interface Level {
  readonly storey: string;
  readonly space: Space;
  /** Height of its floor, local metres. */
  readonly z: number;
}

/** Spot in a shaft: metres from the wall with the doors, metres to the right of the middle as one comes in. */
interface Local {
  readonly u: number;
  readonly v: number;
}

const SAME_FLOOR = 0.05;

/**
 * The stairs above each other that stair passages join. One comes in by the doors of the near end; up goes the flight
 * at the right hand to a landing at half height at the far end, then back by the flight at the left to the next
 * storey; down the other way round. On the lowest storey one may also walk level under the left flight, to doors at
 * the far end. Every spot so has one height for each storey; a body stays on the one nearest to its own.
 */
export class Shaft {
  private readonly walls = new Map<string, Walls>();
  private readonly landing: number;

  /**
   * @param levels at least two, lowest first
   * @param origin middle of the near end
   * @param into unit vector from the near end to the far one
   */
  constructor(
    readonly levels: readonly Level[],
    private readonly origin: Spot,
    private readonly into: Spot,
    readonly length: number,
    private readonly half: number,
  ) {
    this.landing = Math.min(Math.max(0.9, length / 4), 1.8, length * 0.4);
  }

  level(storey: string): Level | undefined {
    return this.levels.find((level) => level.storey === storey);
  }

  local({ x, y }: Spot): Local {
    const dx = x - this.origin.x;
    const dy = y - this.origin.y;
    return { u: dx * this.into.x + dy * this.into.y, v: dx * this.into.y - dy * this.into.x };
  }

  spot({ u, v }: Local): Spot {
    return {
      x: this.origin.x + u * this.into.x + v * this.into.y,
      y: this.origin.y + u * this.into.y - v * this.into.x,
    };
  }

  /** Height of the floor under a spot for a body that was at height z, metres. */
  height(spot: Spot, z: number): number {
    return this.heights(this.local(spot)).reduce((best, one) =>
      Math.abs(one - z) < Math.abs(best - z) ? one : best,
    );
  }

  private heights({ u, v }: Local): number[] {
    const near = this.landing;
    const far = this.length - this.landing;
    const lowest = this.levels[0]?.z ?? 0;
    if (u <= near) return this.levels.map((level) => level.z);
    const share = Math.min(1, (u - near) / (far - near)) / 2;
    const flights = this.levels.slice(1).map((upper, i) => {
      const z = this.levels[i]?.z ?? lowest;
      return z + (upper.z - z) * (v > 0 ? share : 1 - share);
    });
    return v > 0 && u < far ? flights : [lowest, ...flights];
  }

  /** The storey that somebody at height z counts to: the nearest; the one they were on at half height. */
  storeyAt(z: number, before: string): Level | undefined {
    const kept = this.level(before);
    return this.levels.reduce((best, level) => {
      const gain = Math.abs((best?.z ?? 0) - z) - Math.abs(level.z - z);
      return gain > 0.2 || !best ? level : best;
    }, kept ?? this.levels[0]);
  }

  /** Middle of the landing at the doors of a storey. */
  door(level: Level): Spot & { z: number } {
    return { ...this.spot({ u: this.landing / 2 + 0.1, v: 0 }), z: level.z };
  }

  /** The way from one storey's landing to the one over it: spots with heights, both landings included. */
  flight(lower: Level, upper: Level): (Spot & { z: number })[] {
    const lane = this.half / 2;
    const middle = (lower.z + upper.z) / 2;
    const far = this.length - this.landing;
    const end = this.length - this.landing / 2 - 0.1;
    const at = (u: number, v: number, z: number): Spot & { z: number } => ({ ...this.spot({ u, v }), z });
    return [
      this.door(lower),
      at(this.landing / 2 + 0.1, lane, lower.z),
      at(this.landing, lane, lower.z),
      at(far, lane, middle),
      at(end, lane, middle),
      at(end, -lane, middle),
      at(far, -lane, middle),
      at(this.landing, -lane, upper.z),
      at(this.landing / 2 + 0.1, -lane, upper.z),
      this.door(upper),
    ];
  }

  /** Spots between two others of the lowest storey that lie at different ends: level along the left of the rail. */
  around(from: Spot, to: Spot): Spot[] {
    const a = this.local(from);
    const b = this.local(to);
    const middle = this.length / 2;
    if (a.u < middle === b.u < middle) return [];
    const near = this.spot({ u: this.landing / 2 + 0.1, v: -this.half / 2 });
    const far = this.spot({ u: this.length - this.landing / 2, v: -this.half / 2 });
    return a.u < middle ? [near, far] : [far, near];
  }

  /**
   * Walls for somebody in the shaft who counts to a level and is at height z: doors are open where the floor before
   * them is.
   *
   * @param gaps doors of the level
   */
  wallsAt(level: Level, z: number, gaps: readonly Gap[]): Walls {
    const flat = Math.abs(z - level.z) < SAME_FLOOR;
    const key = `${level.storey} ${flat}`;
    const known = this.walls.get(key);
    if (known) return known;
    const open = gaps.filter((gap) => flat === this.reached(level, gap));
    const outer = sides(level.space.polygon).flatMap((side) => cut(side, open));
    const made = new Walls([...outer, this.rail(), ...(flat ? this.barriers(level) : [])]);
    this.walls.set(key, made);
    return made;
  }

  /** Whether the floor before a door is that of its level; else it opens on a flight. */
  private reached(level: Level, gap: Gap): boolean {
    const { u, v } = this.local(gap);
    if (u <= this.landing + 0.3) return true;
    return level === this.levels[0] && (v < 0.3 || u > this.length - this.landing);
  }

  private rail(): Segment {
    return this.across({ u: this.landing, v: 0 }, { u: this.length - this.landing, v: 0 });
  }

  private barriers(level: Level): Segment[] {
    const lane = (u: number): Segment => this.across({ u, v: 0 }, { u, v: this.half + 1 });
    if (level === this.levels.at(-1)) return [lane(this.landing)];
    return level === this.levels[0] ? [lane(this.length - this.landing)] : [];
  }

  private across(from: Local, to: Local): Segment {
    const a = this.spot(from);
    const b = this.spot(to);
    return { ax: a.x, ay: a.y, bx: b.x, by: b.y };
  }
}

/** All shafts of a campus, by the id of each of their spaces. */
export function shafts(campus: Campus, gapsOf: (space: string) => readonly Gap[]): Map<string, Shaft> {
  const found = new Map<string, Shaft>();
  for (const space of campus.spaces.values()) {
    if (found.has(space.id)) continue;
    const levels = reach(campus, space);
    if (levels.length < 2) continue;
    const shaft = build(levels, gapsOf);
    for (const level of levels) found.set(level.space.id, shaft);
  }
  return found;
}

/** The spaces that stair passages join to one, one a storey, lowest first. */
function reach(campus: Campus, first: Space): Level[] {
  const known = new Map([[first.id, first]]);
  for (const space of known.values()) {
    for (const passage of campus.passagesOf(space.id)) {
      if (passage.kind !== "stair") continue;
      for (const id of [passage.from, passage.to]) {
        const next = campus.spaces.get(id);
        if (next) known.set(id, next);
      }
    }
  }
  const levels = new Map<string, Level>();
  for (const space of known.values()) {
    const storey = campus.storeys.get(space.storey ?? "");
    if (storey && !levels.has(storey.id))
      levels.set(storey.id, { storey: storey.id, space, z: storey.elevation ?? 0 });
  }
  return [...levels.values()].sort((a, b) => a.z - b.z);
}

/** Near end and size from the doors: the side on which most doors of the upper storeys stand. */
function build(levels: readonly Level[], gapsOf: (space: string) => readonly Gap[]): Shaft {
  const doors = [...levels].reverse().flatMap((level) => gapsOf(level.space.id));
  const spots = corners(levels[0]?.space.polygon ?? []);
  const middle = {
    x: spots.reduce((sum, spot) => sum + spot.x, 0) / Math.max(1, spots.length),
    y: spots.reduce((sum, spot) => sum + spot.y, 0) / Math.max(1, spots.length),
  };
  const into = direction(doors, middle, spots);
  const us = spots.map((spot) => spot.x * into.x + spot.y * into.y);
  const vs = spots.map((spot) => spot.x * into.y - spot.y * into.x);
  const near = Math.min(...us);
  const v = (Math.min(...vs) + Math.max(...vs)) / 2;
  const origin = { x: near * into.x + v * into.y, y: near * into.y - v * into.x };
  return new Shaft(levels, origin, into, Math.max(...us) - near, (Math.max(...vs) - Math.min(...vs)) / 2);
}

function direction(doors: readonly Gap[], middle: Spot, spots: readonly Spot[]): Spot {
  const votes = new Map<string, { count: number; into: Spot }>();
  for (const { side } of doors) {
    const length = Math.hypot(side.bx - side.ax, side.by - side.ay);
    const normal = { x: -(side.by - side.ay) / length, y: (side.bx - side.ax) / length };
    const inward = (middle.x - side.ax) * normal.x + (middle.y - side.ay) * normal.y > 0 ? 1 : -1;
    const into = { x: normal.x * inward, y: normal.y * inward };
    const key = `${into.x.toFixed(1)} ${into.y.toFixed(1)}`;
    votes.set(key, { count: (votes.get(key)?.count ?? 0) + 1, into });
  }
  const best = [...votes.values()].sort((a, b) => b.count - a.count)[0];
  if (best) return best.into;
  const [a = middle, b = middle] = spots;
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}
