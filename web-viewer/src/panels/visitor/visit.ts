import { batch, signal, type Signal } from "@preact/signals";
import { createTour, stopsOf, type Tour } from "../../core/tour.ts";
import type { WalkPlace } from "../../core/walk/start.ts";
import type { CampusScene } from "../../scene/index.ts";
import type { App } from "../app.ts";

/** What a visitor does. */
export type Mode = "welcome" | "explore" | "tour" | "walk";
/** What a place is looked for: to be shown, as start of a walk, as its goal; null while nobody searches. */
export type Wanted = "show" | "start" | "goal" | null;

/** The visitor's page as it stands. Pure state; walking itself is in `walking.ts`, which is loaded when needed. */
export interface Visit {
  readonly app: App;
  readonly mode: Signal<Mode>;
  readonly tour: Signal<Tour | null>;
  readonly scene: Signal<CampusScene | null>;
  /** Where the walker stands; null while nobody walks. */
  readonly where: Signal<WalkPlace | null>;
  /** Where a walk is to begin: id of a place, null for the gate. */
  readonly from: Signal<string | null>;
  /** Where a walk is to lead to, empty for nowhere. */
  readonly goal: Signal<string>;
  readonly wanted: Signal<Wanted>;
  /** The card of the selected place, folded on a phone. */
  readonly folded: Signal<boolean>;
}

export function createVisit(app: App): Visit {
  return {
    app,
    mode: signal("welcome"),
    tour: signal(null),
    scene: signal(null),
    where: signal(null),
    from: signal(null),
    goal: signal(""),
    wanted: signal(null),
    folded: signal(false),
  };
}

/** Begins or continues the tour at a stop (number or id). */
export function startTour(visit: Visit, stop: number | string = 0): void {
  const campus = visit.app.campus.peek();
  if (!campus) return;
  const tour = visit.tour.peek() ?? createTour(stopsOf(campus));
  batch(() => {
    leaveWalk(visit);
    visit.tour.value = tour;
    visit.mode.value = "tour";
    tour.go(stop);
  });
}

/** Begins a walk; from the gate where no place is given. */
export function startWalk(visit: Visit, from: string | null = null): void {
  batch(() => {
    visit.tour.peek()?.leave();
    visit.app.view.selected.value = "";
    visit.from.value = from;
    visit.goal.value = "";
    visit.mode.value = "walk";
  });
}

/** Leads to a place: from where one walks now, else from the gate. */
export function walkTo(visit: Visit, goal: string): void {
  batch(() => {
    if (visit.mode.peek() !== "walk") startWalk(visit);
    visit.app.view.selected.value = "";
    visit.goal.value = goal;
  });
}

/** Looks around freely. */
export function explore(visit: Visit): void {
  batch(() => {
    visit.tour.peek()?.leave();
    leaveWalk(visit);
    visit.mode.value = "explore";
  });
}

/** Selects a place and looks at it; a room on its storey. */
export function show(visit: Visit, id: string): void {
  const campus = visit.app.campus.peek();
  const place = campus?.find(id);
  if (!campus || !place) return;
  batch(() => {
    if (visit.mode.peek() !== "explore") explore(visit);
    visit.app.view.storey.value = place.type === "building" ? "" : (campus.storeyOf(id)?.id ?? "");
    visit.app.view.selected.value = id;
    visit.folded.value = false;
  });
  visit.scene.peek()?.flyTo(id);
}

function leaveWalk(visit: Visit): void {
  visit.where.value = null;
  visit.goal.value = "";
  visit.from.value = null;
}

/** The link to a place, to be sent to others. */
export function linkTo(id: string): string {
  return `${location.origin}${location.pathname}?at=${encodeURIComponent(id)}`;
}

/** Whether motion should be short or none. */
export function calm(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Whether a key press belongs to a field, list or the like rather than to the page. */
export function inField(event: Event): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return false;
  return target.closest("input, select, textarea, dialog, [role=tree], [role=treegrid], svg") !== null;
}
