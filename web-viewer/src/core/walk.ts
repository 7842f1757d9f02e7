import type { Building, Campus } from "./campus.ts";
import { groundOf, OUTDOORS, type Exit, type Ground } from "./walk/ground.ts";
import type { Level, Shaft } from "./walk/shafts.ts";
import { inside, type Spot } from "./walk/shapes.ts";
import { RADIUS, startingPlace, type WalkPlace } from "./walk/start.ts";
import type { Walls } from "./walk/walls.ts";

export { EYE, mainGate, RADIUS, startingPlace, type WalkPlace } from "./walk/start.ts";

/** Somebody who walks on the campus. */
export interface Walker {
  readonly place: WalkPlace;
  /** Turns by degrees to the right, then goes metres forward and to the right as far as the walls allow. */
  step(forward: number, right: number, turn: number): WalkPlace;
}

const STRIDE = 0.15;
const TALLEST_STEP = 0.8;

/**
 * Puts somebody on the campus: at a place where they stood before, at a space, in front of a building, at a piece of equipment's space, or at the main
 * gate where the id is null or unknown. A step costs some microseconds a stride of 15 cm whatever the size of the
 * campus, see {@link Walls}. Spaces that the document does not show are closed.
 */
export function createWalker(campus: Campus, from: WalkPlace | string | null): Walker {
  const place = typeof from === "object" && from ? from : startingPlace(campus, from);
  return new Body(groundOf(campus), place);
}

class Body implements Walker {
  constructor(
    private readonly ground: Ground,
    public place: WalkPlace,
  ) {}

  step(forward: number, right: number, turn: number): WalkPlace {
    const look = (((this.place.heading + turn) % 360) + 360) % 360;
    this.place = { ...this.place, heading: look };
    const sin = Math.sin((look * Math.PI) / 180);
    const cos = Math.cos((look * Math.PI) / 180);
    const dx = forward * sin + right * cos;
    const dy = forward * cos - right * sin;
    const strides = Math.ceil(Math.hypot(dx, dy) / STRIDE);
    for (let i = 0; i < strides; i++) this.stride(dx / strides, dy / strides);
    return this.place;
  }

  private stride(dx: number, dy: number): void {
    const { x, y, z, space, storey } = this.place;
    const shaft = this.ground.shafts.get(space);
    const level = shaft?.level(storey);
    const walls = shaft && level ? this.shaftWalls(shaft, level) : this.ground.walls(storey);
    const spot = walls.settle({ x: x + dx, y: y + dy }, RADIUS);
    if (!spot) return;
    if (shaft && level && inside(level.space.polygon, spot)) {
      const height = shaft.height(spot, z);
      if (Math.abs(height - z) > TALLEST_STEP) return;
      const now = shaft.storeyAt(height, storey) ?? level;
      this.place = { ...this.place, ...spot, z: height, space: now.space.id, storey: now.storey };
    } else this.arrive(spot);
  }

  private shaftWalls(shaft: Shaft, level: Level): Walls {
    return shaft.wallsAt(level, this.place.z, this.ground.gapsOf(level.space.id));
  }

  /** Finds floor and space of a spot that was reached from the present place. */
  private arrive(spot: Spot): void {
    const { storey } = this.place;
    let floor = storey;
    let space = this.ground.spaceAt(floor, spot);
    if (storey === OUTDOORS) {
      const building = this.ground.buildingAt(spot);
      if (building) floor = this.nearestExit(building, spot)?.storey ?? floor;
    } else if (!space) floor = this.leave(spot, storey);
    if (floor !== storey) space = this.ground.spaceAt(floor, spot);
    const known = space?.id ?? (floor === storey ? this.place.space : "");
    const level = this.ground.elevation(floor);
    const z = this.ground.shafts.get(known)?.height(spot, level) ?? level;
    this.place = { ...this.place, ...spot, z, space: known, storey: floor };
  }

  /** The floor of somebody who is in no space of their storey: within a thick wall still the same. */
  private leave(spot: Spot, storey: string): string {
    const own = this.ground.campus.storeys.get(storey)?.building;
    const building = this.ground.buildingAt(spot);
    if (!building) return OUTDOORS;
    if (building === own) return storey;
    const z = this.place.z;
    const levels = [...building.storeys].sort(
      (a, b) => Math.abs((a.elevation ?? 0) - z) - Math.abs((b.elevation ?? 0) - z),
    );
    return levels[0]?.id ?? storey;
  }

  private nearestExit(building: Building, spot: Spot): Exit | undefined {
    const far = (exit: Exit): number => Math.hypot(exit.x - spot.x, exit.y - spot.y);
    return this.ground.exits.filter((exit) => exit.building === building).sort((a, b) => far(a) - far(b))[0];
  }
}
