import type { Building, Campus, Space } from "../campus.ts";
import { groundOf, OUTDOORS, type Exit, type Ground } from "./ground.ts";
import { heading, inside, sides, within, type Segment, type Spot } from "./shapes.ts";

/** Half the width of a walking body, m. */
export const RADIUS = 0.25;
/** Height of the eyes over the floor, m. */
export const EYE = 1.6;

/** Where somebody stands. Local metres, z the floor under their feet; heading in degrees clockwise from north. */
export interface WalkPlace {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly heading: number;
  /** Space that they are in; empty between spaces. */
  readonly space: string;
  /** Storey that they are on, empty outdoors. */
  readonly storey: string;
}

/** Where a walk from a place begins, see {@link createWalker}. */
export function startingPlace(campus: Campus, from: string | null): WalkPlace {
  const ground = groundOf(campus);
  const id = from ?? "";
  const space = campus.spaces.get(campus.equipment.get(id)?.space ?? id);
  if (space) return inSpace(ground, space);
  const building = campus.buildings.get(id) ?? campus.storeys.get(id)?.building;
  const gate = mainGate(campus);
  return (
    (building && beforeBuilding(ground, building)) ?? (gate ? inSpace(ground, gate) : atSouthEdge(ground))
  );
}

function atSouthEdge(ground: Ground): WalkPlace {
  const [west = 0, south = 0, east = 0] = ground.campus.geometry.bounds;
  const spot = settle(ground, OUTDOORS, { x: (west + east) / 2, y: south + 1 });
  return { ...spot, z: 0, heading: 0, space: ground.spaceAt(OUTDOORS, spot)?.id ?? "", storey: OUTDOORS };
}

/** The gate with the widest way in; undefined if the campus has none. */
export function mainGate(campus: Campus): Space | undefined {
  const width = (space: Space): number =>
    Math.max(0, ...campus.passagesOf(space.id).map((passage) => passage.width));
  return campus
    .outdoors()
    .filter((space) => space.kind === "gate")
    .sort((a, b) => width(b) - width(a))[0];
}

/** The entrance of a building that a guest would take: from a hall or corridor before a stair, then the widest. */
export function entrance(ground: Ground, building: Building): Exit | undefined {
  const rank = (exit: Exit): number => (exit.space.kind === "stair" ? 100 : 0) - exit.width;
  return ground.exits.filter((exit) => exit.building === building).sort((a, b) => rank(a) - rank(b))[0];
}

/** A spot on the grounds, metres before a spot on a side of a building. */
export function beforeExit(
  exit: Spot & { readonly side: Segment; readonly building: Building },
  metres: number,
): Spot {
  const { side } = exit;
  const length = Math.hypot(side.bx - side.ax, side.by - side.ay);
  const normal = { x: -(side.by - side.ay) / length, y: (side.bx - side.ax) / length };
  const there = { x: exit.x + normal.x * 0.5, y: exit.y + normal.y * 0.5 };
  const out = inside(exit.building.outline, there) ? -metres : metres;
  return { x: exit.x + normal.x * out, y: exit.y + normal.y * out };
}

/** Before the entrance, or before the middle of the first side of a building that lets nobody in. */
function beforeBuilding(ground: Ground, building: Building): WalkPlace | undefined {
  const side = sides(building.outline)[0];
  const middle = side && { x: (side.ax + side.bx) / 2, y: (side.ay + side.by) / 2, side, building };
  const exit = entrance(ground, building) ?? middle;
  if (!exit) return undefined;
  const spot = settle(ground, OUTDOORS, beforeExit(exit, 4));
  const space = ground.spaceAt(OUTDOORS, spot)?.id ?? "";
  return { ...spot, z: 0, heading: heading(spot, exit), space, storey: OUTDOORS };
}

function inSpace(ground: Ground, space: Space): WalkPlace {
  const storey = space.storey ?? OUTDOORS;
  const level = ground.shafts.get(space.id)?.level(storey);
  const wanted = level ? (ground.shafts.get(space.id)?.door(level) ?? level) : within(space.polygon);
  const spot = settle(ground, storey, "x" in wanted ? wanted : within(space.polygon));
  const gate = space.storey ? undefined : ground.campus.passagesOf(space.id)[0];
  const look = gate ? heading(gate, spot) : heading(spot, ground.gapsOf(space.id)[0] ?? spot);
  return { ...spot, z: ground.elevation(storey), heading: look, space: space.id, storey };
}

function settle(ground: Ground, floor: string, spot: Spot): Spot {
  return ground.walls(floor).settle(spot, RADIUS) ?? spot;
}
