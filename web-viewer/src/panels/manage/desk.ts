import {
  batch,
  computed,
  effect,
  signal,
  untracked,
  type ReadonlySignal,
  type Signal,
} from "@preact/signals";
import { AbnormalPoints } from "../../core/abnormal.ts";
import { AlarmBook, type Clockwork } from "../../core/alarms.ts";
import type { Schema } from "../../core/api/client.ts";
import { Commander } from "../../core/commands.ts";
import { FigureTable } from "../../core/figures.ts";
import { LineWatch } from "../../core/line.ts";
import { Reading } from "../../core/reading.ts";
import { commandBarrier, type Barrier } from "../../core/rights.ts";
import type { App } from "../app.ts";
import { Nav } from "./nav.ts";
import { Siren } from "./siren.ts";

export type Override = Schema["Override"];
export type Adapter = Schema["Adapter"];
export type Device = Schema["Device"];

/** What a person asked to see or do in a dialog over the page. */
export type Asked = { what: "change" | "release" | "why" | "trend"; point: string } | null;

/** Everything the facility manager's page stands on, beside the app. */
export interface Desk {
  readonly app: App;
  readonly nav: Nav;
  readonly alarms: AlarmBook;
  readonly commander: Commander;
  readonly abnormal: AbnormalPoints;
  /** Slots held over the schedules, oldest first. */
  readonly overrides: Reading<readonly Override[]>;
  readonly field: Reading<{ adapters: readonly Adapter[]; devices: readonly Device[] }>;
  readonly figures: ReadonlySignal<FigureTable | null>;
  readonly siren: Siren;
  readonly asked: Signal<Asked>;
  /** True while the server does not answer: values are old, nothing can be commanded. */
  readonly lost: ReadonlySignal<boolean>;
  /** Selects a place and shows it in the campus section. */
  show(place: string): void;
  /** What keeps the user from commanding a place, null if nothing does. */
  barrier(place: string): Barrier;
}

const POLL = 15_000;

const CLOCKWORK: Clockwork = {
  now: () => Date.now(),
  later: (millis, action) => {
    const timer = setTimeout(action, millis);
    return () => clearTimeout(timer);
  },
};

/** Letters and digits that no other command has; also where the page is served without TLS. */
function unique(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function answers(): Promise<boolean> {
  try {
    const answer = await fetch("/api/v1/campus", { cache: "no-store", signal: AbortSignal.timeout(3_000) });
    return answer.status < 500;
  } catch {
    return false;
  }
}

/** Makes the desk of a page. Nothing is read before {@link runDesk}. */
export function createDesk(app: App): Desk {
  const nav = new Nav();
  const line = new LineWatch(CLOCKWORK, answers);
  const alarms = new AlarmBook(app.api, CLOCKWORK);
  const desk: Desk = {
    app,
    nav,
    alarms,
    commander: new Commander(app.api, CLOCKWORK, unique),
    abnormal: new AbnormalPoints(app.points, CLOCKWORK),
    overrides: new Reading<readonly Override[]>(() => readOverrides(app), []),
    field: new Reading(() => readField(app), { adapters: [], devices: [] }),
    figures: computed(() => (app.campus.value ? new FigureTable(app.campus.value) : null)),
    siren: new Siren(alarms.unanswered),
    asked: signal(null),
    lost: computed(() => app.feed.link.value === "lost" || line.silent.value),
    show(place) {
      const already = app.view.selected.peek() === place;
      if (already) nav.go("campus");
      batch(() => {
        app.view.selected.value = place;
        app.view.storey.value = app.campus.value?.storeyOf(place)?.id ?? "";
      });
      if (!already) nav.change("campus");
    },
    barrier: (place) =>
      app.campus.value ? commandBarrier(app.session.value, app.campus.value, place) : "role",
  };
  run(desk, line);
  return desk;
}

function readOverrides(app: App): Promise<readonly Override[]> {
  return app.api.all<Override>((client, cursor) =>
    client.GET("/overrides", { params: { query: { limit: 2_000, cursor } } }),
  );
}

async function readField(app: App): Promise<{ adapters: Adapter[]; devices: Device[] }> {
  const [adapters, devices] = await Promise.all([
    app.api.call((client) => client.GET("/adapters")),
    app.api.all<Device>((client, cursor) =>
      client.GET("/devices", { params: { query: { limit: 2_000, cursor } } }),
    ),
  ]);
  return { adapters: adapters.items, devices };
}

/** True for somebody who may see more than a visitor. */
function isSignedIn(app: App): boolean {
  return app.session.value !== null && !app.session.value.mustChangePassword;
}

/** Reads everything when somebody has signed in and whenever the line is back; some of it every now and then. */
function run(desk: Desk, line: LineWatch): void {
  const { app } = desk;
  const readAll = (): void => {
    void desk.alarms.read();
    void desk.overrides.read();
    void desk.field.read();
    desk.commander.resume();
  };
  app.points.listen(() => line.hear());
  desk.abnormal.follow();
  app.feed.onAlarms(() => desk.alarms.touch());
  effect(() => {
    if (!isSignedIn(app)) {
      line.stop();
      desk.overrides.clear();
      desk.field.clear();
      desk.abnormal.clear();
      return;
    }
    line.start();
    if (app.feed.link.value === "live" && !line.silent.value) untracked(readAll);
  });
  setInterval(() => {
    if (!isSignedIn(app) || desk.lost.value || document.hidden) return;
    void desk.overrides.read();
    void desk.field.read();
  }, POLL);
}
