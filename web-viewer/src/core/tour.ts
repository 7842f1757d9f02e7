import { computed, signal, type ReadonlySignal } from "@preact/signals-core";
import type { Campus, Stop } from "./campus.ts";

const MOST_DERIVED = 12;

/**
 * The stops of the guided tour: those of the document, or where it has none its gate, buildings and sports grounds, with
 * what the document tells about them as captions.
 */
export function stopsOf(campus: Campus): readonly Stop[] {
  const { tour } = campus.geometry;
  return tour.length > 0 ? tour : derived(campus);
}

function derived(campus: Campus): Stop[] {
  const outdoors = campus.outdoors();
  const gates = outdoors.filter((space) => space.kind === "gate").slice(0, 1);
  const grounds = outdoors.filter((space) => space.kind === "sports-ground").slice(0, 2);
  const buildings = [...campus.geometry.buildings]
    .sort((a, b) => b.storeys.length - a.storeys.length)
    .slice(0, MOST_DERIVED - gates.length - grounds.length);
  const stops = [
    ...gates.map((gate) => ({ place: gate.id, name: gate.name, about: campus.geometry.name })),
    ...buildings.map((building) => ({ place: building.id, name: building.name, about: building.about })),
    ...grounds.map((ground) => ({ place: ground.id, name: ground.name, about: undefined })),
  ];
  return stops.map(({ place, name, about }, i) => ({
    id: `auto-${place}`,
    place,
    name,
    caption: about ?? { zh: "", en: "" },
    bearing: (330 + i * 20) % 360,
    pitch: 35,
    distance: 90,
  }));
}

/** A tour that is under way, or over. */
export interface Tour {
  readonly stops: readonly Stop[];
  /** Number of the present stop; -1 before the beginning, the number of stops after the last one. */
  readonly at: ReadonlySignal<number>;
  /** The present stop; undefined before and after. */
  readonly stop: ReadonlySignal<Stop | undefined>;
  readonly ended: ReadonlySignal<boolean>;
  /** To a stop by its number or id; an unknown one begins at the first. */
  go(to: number | string): void;
  next(): void;
  /** Stays at the first. */
  back(): void;
  leave(): void;
}

export function createTour(stops: readonly Stop[]): Tour {
  const at = signal(-1);
  const go = (to: number | string): void => {
    const number =
      typeof to === "number"
        ? to
        : Math.max(
            0,
            stops.findIndex((stop) => stop.id === to),
          );
    at.value = Math.max(0, Math.min(number, stops.length));
  };
  return {
    stops,
    at,
    stop: computed(() => stops[at.value]),
    ended: computed(() => at.value >= stops.length),
    go,
    next: () => go(at.value + 1),
    back: () => go(at.value - 1),
    leave: () => (at.value = -1),
  };
}
