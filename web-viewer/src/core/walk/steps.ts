import type { Campus } from "../campus.ts";
import type { Both } from "../text/language.ts";
import { OUTDOORS } from "./ground.ts";
import type { RoutePoint } from "./route.ts";
import { legLength, type Leg } from "./search.ts";
import { heading, type Spot } from "./shapes.ts";

export type StepKind = "leave" | "outside" | "along" | "through" | "up" | "down" | "arrive";
export type Turn = "left" | "right" | "straight" | "back" | "";

/** One instruction of a route. */
export interface RouteStep {
  readonly kind: StepKind;
  /** Outside: where it leads; leave, along, through: the space; up, down: the storey reached; arrive: the place, with the way inside it. */
  readonly place: Both;
  /** Length in plan, m. */
  readonly metres: number;
  /** Turn at its beginning; empty where that means nothing. */
  readonly turn: Turn;
  /** Compass direction from its beginning to its end, degrees; outside only. */
  readonly compass: number;
  /** Index of the point at which it ends. */
  readonly to: number;
  /** Storey at its end, empty outdoors. */
  readonly storey: string;
}

interface Draft {
  kind: StepKind;
  area: string;
  place: Both;
  metres: number;
  /** Indices of its points. */
  from: number;
  to: number;
  storey: string;
}

const WAYS: readonly string[] = ["corridor", "hall"];

/** Turns the legs of a way into its line and its instructions. */
export function stepsOf(
  campus: Campus,
  legs: readonly Leg[],
  goal: string,
): { points: RoutePoint[]; steps: RouteStep[] } {
  const first = legs[0]?.from;
  const points: RoutePoint[] = first ? [{ x: first.x, y: first.y, z: first.z, storey: first.storey }] : [];
  const drafts: Draft[] = [];
  for (const leg of legs) {
    const from = points.length - 1;
    for (const spot of leg.by)
      points.push({ x: spot.x, y: spot.y, z: spot.z ?? leg.from.z, storey: leg.from.storey });
    points.push({ x: leg.to.x, y: leg.to.y, z: leg.to.z, storey: leg.to.storey });
    add(campus, drafts, leg, { from, to: points.length - 1 });
  }
  name(campus, drafts, goal);
  const inside = drafts.at(-1)?.kind === "through" ? drafts.pop() : undefined;
  if (drafts[0]?.kind === "through") drafts[0].kind = "leave";
  const kept = drafts.filter((draft) => draft.metres >= 1 || drafts.length === 1);
  const steps = kept.map((draft, i) => finish(draft, kept[i - 1], points));
  const place = campus.find(goal)?.name ?? { zh: goal, en: goal };
  const last = points.length - 1;
  const storey = points[last]?.storey ?? "";
  return {
    points,
    steps: [
      ...steps,
      { kind: "arrive", place, metres: inside?.metres ?? 0, turn: "", compass: 0, to: last, storey },
    ],
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function add(campus: Campus, drafts: Draft[], leg: Leg, span: Span): void {
  const last = drafts.at(-1);
  const area = leg.to.area;
  if (leg.link?.stairs) climb(campus, drafts, leg, span);
  else if (last && last.area === area) {
    last.metres += legLength(leg);
    last.to = span.to;
  } else {
    const space = campus.spaces.get(area);
    const kind = area === OUTDOORS ? "outside" : WAYS.includes(space?.kind ?? "") ? "along" : "through";
    const place = space?.name ?? { zh: "", en: "" };
    drafts.push({ kind, area, place, metres: legLength(leg), storey: leg.to.storey, ...span });
  }
}

/** Several flights, and the few steps to their landing, are one instruction. */
function climb(campus: Campus, drafts: Draft[], leg: Leg, span: Span): void {
  const { area, storey } = leg.to;
  const before = drafts.at(-1)?.area === leg.from.area ? drafts.pop() : undefined;
  drafts.push({
    kind: leg.to.z > leg.from.z ? "up" : "down",
    area,
    place: campus.storeys.get(storey)?.name ?? { zh: storey, en: storey },
    metres: legLength(leg) + (before?.metres ?? 0),
    from: before?.from ?? span.from,
    to: span.to,
    storey,
  });
}

/** What a way outdoors leads to is known only once the next piece is. */
function name(campus: Campus, drafts: readonly Draft[], goal: string): void {
  drafts.forEach((draft, i) => {
    if (draft.kind !== "outside") return;
    const next = campus.spaces.get(drafts[i + 1]?.area ?? "");
    const building = campus.buildings.get(next?.building ?? "");
    draft.place = building?.name ?? campus.find(goal)?.name ?? draft.place;
  });
}

function finish(draft: Draft, before: Draft | undefined, points: readonly RoutePoint[]): RouteStep {
  const { kind, place, metres, to, storey } = draft;
  const start = points[draft.from];
  const end = points[to];
  const compass = kind === "outside" && start && end ? heading(start, end) : 0;
  const turn = before && kind === "along" ? turnAt(draft, points) : "";
  return { kind, place, metres, turn, compass, to, storey };
}

/** How one turns once through the door: from the way through it to the first piece longer than a metre. */
function turnAt(draft: Draft, points: readonly RoutePoint[]): Turn {
  const own = points.slice(draft.from, draft.to + 1);
  const [a, b, c] = own;
  const long = own.slice(2).find((spot) => c && far(c, spot) > 1);
  if (!a || !c || !long) return "";
  const degrees = ((heading(c, long) - heading(b && far(a, b) > 0.1 ? a : (b ?? a), c) + 540) % 360) - 180;
  if (Math.abs(degrees) < 45) return "straight";
  if (Math.abs(degrees) > 150) return "back";
  return degrees > 0 ? "right" : "left";
}

function far(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
