import { signal, type Signal } from "@preact/signals-core";

/** What the 3D view colours rooms by. */
export const HEATS = ["none", "temperature", "co2", "light", "occupancy", "power"] as const;
export type Heat = (typeof HEATS)[number];

/**
 * What a person looks at. Every part is a signal, every part that a link should carry stands in the address: see
 * {@link toQuery}. Panels and scene both read and write it; neither knows the other.
 */
export interface View {
  /** Chosen place or piece of equipment; empty for none. */
  readonly selected: Signal<string>;
  /** Storey shown from above with the ones over it taken off; empty for whole buildings from outside. */
  readonly storey: Signal<string>;
  /** Storeys of the building of `storey` drawn apart, 0 to 1. */
  readonly explode: Signal<number>;
  readonly heat: Signal<Heat>;
  /** Camera cones and other layers that are off at first. */
  readonly layers: Signal<ReadonlySet<Layer>>;
  /** Minute of the local day for the sun; null for now. */
  readonly minute: Signal<number | null>;
  /** 3D, plan or table: the same values and actions. */
  readonly mode: Signal<Mode>;
}

export type Layer = "cameras" | "equipment" | "labels" | "trees";
export type Mode = "3d" | "plan" | "table";

const MODES: readonly string[] = ["3d", "plan", "table"];
export const LAYERS: readonly Layer[] = ["labels", "equipment", "trees", "cameras"];
const FIRST_LAYERS: ReadonlySet<Layer> = new Set(["labels", "equipment", "trees"]);

export function createView(query = ""): View {
  const view: View = {
    selected: signal(""),
    storey: signal(""),
    explode: signal(0),
    heat: signal("none"),
    layers: signal(FIRST_LAYERS),
    minute: signal(null),
    mode: signal("3d"),
  };
  fromQuery(view, query);
  return view;
}

/** Reads the part of the address after `?`; what is unknown or unusable is left as it is. */
export function fromQuery(view: View, query: string): void {
  const given = new URLSearchParams(query);
  const heat = HEATS.find((word) => word === given.get("heat"));
  const mode = given.get("mode");
  const minute = Number(given.get("minute") ?? Number.NaN);
  view.selected.value = given.get("at") ?? view.selected.value;
  view.storey.value = given.get("storey") ?? view.storey.value;
  if (heat) view.heat.value = heat;
  if (mode && MODES.includes(mode)) view.mode.value = mode as Mode;
  if (Number.isInteger(minute) && minute >= 0 && minute < 1440) view.minute.value = minute;
}

/** Parts of the address that this file owns; the language is read once and then kept by the browser. */
const OWN = ["at", "storey", "heat", "mode", "minute", "lang"];

/**
 * The link to what is seen now, without `?`; empty for the view that everybody starts with.
 *
 * @param around the address as it stands: what a page itself keeps there (such as a run) stays
 */
export function toQuery(view: View, around = ""): string {
  const query = new URLSearchParams(around);
  for (const key of OWN) query.delete(key);
  if (view.selected.value) query.set("at", view.selected.value);
  if (view.storey.value) query.set("storey", view.storey.value);
  if (view.heat.value !== "none") query.set("heat", view.heat.value);
  if (view.mode.value !== "3d") query.set("mode", view.mode.value);
  if (view.minute.value !== null) query.set("minute", String(view.minute.value));
  return query.toString();
}
