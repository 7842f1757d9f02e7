import type { Building, Campus } from "../campus.ts";
import { OUTDOORS } from "./ground.ts";
import { netOf, type Net, type Node } from "./net.ts";
import { shortest, type Leg } from "./search.ts";
import { startingPlace, type WalkPlace } from "./start.ts";
import { stepsOf, type RouteStep } from "./steps.ts";

/** A corner of a route: local metres, z of the floor; storey empty outdoors. */
export interface RoutePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly storey: string;
}

/** A way that was found. */
export interface Route {
  readonly found: true;
  readonly to: string;
  readonly points: readonly RoutePoint[];
  readonly steps: readonly RouteStep[];
  /** Length in plan, m. */
  readonly metres: number;
  /** Whether no flight of stairs and no entrance known to have steps is on it. */
  readonly stepFree: boolean;
  /** Buildings on it that do not say whether their entrance is step-free. */
  readonly unsure: readonly Building[];
}

/** Why there is no way: `steps-only` where there is one, but with steps. */
export interface NoRoute {
  readonly found: false;
  readonly to: string;
  readonly reason: "unknown" | "steps-only" | "no-way";
}

/**
 * The shortest way between two places: over doors, corridors and stairs, outdoors in straight lines round buildings
 * and water. Leads to the middle of a room or before the entrance of a building.
 *
 * @param from where somebody stands, or the id of a place; null for the main gate
 * @param to id of a place or piece of equipment
 */
export function route(
  campus: Campus,
  from: WalkPlace | string | null,
  to: string,
  options: { stepFree?: boolean } = {},
): Route | NoRoute {
  const place = campus.find(to);
  if (!place || place.type === "campus") return { found: false, to, reason: "unknown" };
  const net = netOf(campus);
  const start = node(typeof from === "object" && from ? from : startingPlace(campus, from));
  const end = node(startingPlace(campus, to));
  if (!options.stepFree) {
    const legs = shortest(net, start, end, () => true);
    return legs ? describe(net, legs, to) : { found: false, to, reason: "no-way" };
  }
  const even = shortest(net, start, end, (link) => {
    return !link.stairs && campus.buildings.get(link.building)?.stepFree !== false;
  });
  if (even) return describe(net, even, to);
  const any = shortest(net, start, end, () => true);
  return { found: false, to, reason: any ? "steps-only" : "no-way" };
}

function node(place: WalkPlace): Node {
  const { x, y, z, space, storey } = place;
  return { x, y, z, area: storey === OUTDOORS ? OUTDOORS : space, storey };
}

function describe(net: Net, legs: readonly Leg[], to: string): Route {
  const { campus } = net;
  const { points, steps } = stepsOf(campus, legs, to);
  const ids = new Set(legs.map((leg) => leg.link?.building ?? ""));
  const buildings = [...ids].flatMap((id) => campus.buildings.get(id) ?? []);
  const stairs = legs.some((leg) => leg.link?.stairs);
  return {
    found: true,
    to,
    points,
    steps,
    metres: steps.reduce((sum, step) => sum + step.metres, 0),
    stepFree: !stairs && buildings.every((building) => building.stepFree !== false),
    unsure: buildings.filter((building) => building.stepFree === undefined),
  };
}
