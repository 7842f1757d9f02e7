import { signal, type Signal } from "@preact/signals";
import type { Schema } from "../../core/api/client.ts";
import { minuteOfDay, sunAt, type SunPlace } from "../../core/sun.ts";
import type { App } from "../app.ts";
import { clock } from "./clock.ts";

const paths = new WeakMap<App, Signal<Schema["SunPath"] | null>>();

/** The sun's path of today as far as it is loaded. */
function pathOf(app: App): Signal<Schema["SunPath"] | null> {
  let found = paths.get(app);
  if (!found) {
    found = signal<Schema["SunPath"] | null>(null);
    paths.set(app, found);
  }
  return found;
}

/** Fetches the path once for a page; without it a plain day stands in, so a refusal does no harm. */
export function loadSun(app: App, then: () => void = () => undefined): void {
  const path = pathOf(app);
  if (path.peek()) return then();
  app.api
    .call((client) => client.GET("/campus/sun"))
    .then((found) => {
      path.value = found;
      then();
    })
    .catch(() => undefined);
}

/** Where the sun stands over the campus at a minute of its day. */
export function sunOver(app: App, minute: number): SunPlace {
  return sunAt(pathOf(app).peek()?.path ?? [], minute);
}

/**
 * The minute of the campus's day now; of the browser's until the zone of the campus is known.
 *
 * @param now epoch ms; a view that should follow the time hands in nothing
 */
export function minuteNow(app: App, now = clock.value): number {
  const zone = pathOf(app).value?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  return minuteOfDay(now, zone);
}
