import { computed, signal, type ReadonlySignal, type Signal } from "@preact/signals-core";
import { ApiError, type Api, type Schema } from "./api/client.ts";

export type Alarm = Schema["Alarm"];
export type AlarmState = Alarm["state"];
export type AlarmPriority = Alarm["priority"];

export const PRIORITIES: readonly AlarmPriority[] = ["critical", "high", "medium", "low"];

/**
 * What states are shown: `unanswered` = nobody acknowledged it, `reset` = only its latch holds it, `held` = it is listed
 * but asks for nobody, `active` = everything that is not normal.
 */
export type AlarmChoice = AlarmState | "unanswered" | "reset" | "held" | "active" | "all";

const UNANSWERED: readonly AlarmState[] = [
  "unacknowledged",
  "returned-unacknowledged",
  "latched-unacknowledged",
];
const LATCHED: readonly AlarmState[] = ["latched-unacknowledged", "latched-acknowledged"];
const HELD: readonly AlarmState[] = ["shelved", "suppressed-by-design", "out-of-service"];

/** What of the list is shown; empty texts stand for everything. */
export interface AlarmFilter {
  readonly state: AlarmChoice;
  readonly priority: AlarmPriority | "";
  readonly building: string;
  readonly text: string;
}

/** Order of the desk: life safety, what nobody answered, priority, what has not returned, the newest. */
export function byUrgency(a: Alarm, b: Alarm): number {
  return urgency(b) - urgency(a) || (b.raised ?? 0) - (a.raised ?? 0) || a.id.localeCompare(b.id);
}

function urgency(alarm: Alarm): number {
  if (alarm.state === "normal") return 0;
  if (isHeld(alarm)) return 1;
  const safety = alarm.lifeSafety ? 1_000 : 0;
  const unanswered = isUnanswered(alarm) ? 100 : 0;
  const still = alarm.state === "returned-unacknowledged" || isLatched(alarm) ? 0 : 1;
  return safety + unanswered + 10 * (PRIORITIES.length - PRIORITIES.indexOf(alarm.priority)) + still;
}

/** Nobody has acknowledged it yet. */
export function isUnanswered(alarm: Alarm): boolean {
  return UNANSWERED.includes(alarm.state);
}

/** Its condition is gone; somebody must reset it by hand. */
export function isLatched(alarm: Alarm): boolean {
  return LATCHED.includes(alarm.state);
}

/** Shelved, suppressed by design or out of service: it asks for nobody. */
export function isHeld(alarm: Alarm): boolean {
  return HELD.includes(alarm.state);
}

/** @param place tells the building and the searchable words of an alarm */
export function filterAlarms(
  alarms: readonly Alarm[],
  filter: AlarmFilter,
  place: (alarm: Alarm) => { building: string; words: string },
): Alarm[] {
  const needle = filter.text.trim().toLowerCase();
  return alarms.filter((alarm) => {
    if (!isOf(alarm, filter.state)) return false;
    if (filter.priority && alarm.priority !== filter.priority) return false;
    if (!filter.building && !needle) return true;
    const { building, words } = place(alarm);
    if (filter.building && building !== filter.building) return false;
    return `${words} ${alarm.id}`.toLowerCase().includes(needle);
  });
}

function isOf(alarm: Alarm, choice: AlarmChoice): boolean {
  if (choice === "all") return true;
  if (choice === "active") return alarm.state !== "normal";
  if (choice === "reset") return isLatched(alarm);
  if (choice === "held") return isHeld(alarm);
  return choice === "unanswered" ? isUnanswered(alarm) : alarm.state === choice;
}

/** What came of acknowledging one of many. */
export interface Acknowledged {
  readonly id: string;
  /** Empty if it was taken, else the server's own words. */
  readonly refusal: string;
}

/** Time handed in so that tests leap it; `later` gives a function that cancels. */
export interface Clockwork {
  now(): number;
  later(millis: number, action: () => void): () => void;
}

const SPACING = 1_000;

/**
 * The alarms that the user may see. The feed only says that something changed; the list is then read again, at most
 * once a second. What is shown while the line is broken is what was true before.
 */
export class AlarmBook {
  private readonly list: Signal<readonly Alarm[]> = signal([]);
  /** Sorted by urgency. */
  readonly alarms: ReadonlySignal<readonly Alarm[]> = this.list;
  /** Not yet acknowledged, by urgency. */
  readonly unanswered = computed(() => this.list.value.filter(isUnanswered));
  /** Why the list could not be read; empty if it could. */
  readonly problem = signal("");
  /** True once the list was read. */
  readonly known = signal(false);
  private last = Number.NEGATIVE_INFINITY;
  private waiting = false;

  constructor(
    private readonly api: Api,
    private readonly clock: Clockwork,
  ) {}

  /** Something changed: reads the list now, or as soon as the last reading is a second old. */
  touch(): void {
    if (this.waiting) return;
    const wait = Math.max(0, this.last + SPACING - this.clock.now());
    this.waiting = true;
    this.clock.later(wait, () => {
      this.waiting = false;
      void this.read();
    });
  }

  /** Reads the list at once. */
  async read(): Promise<void> {
    this.last = this.clock.now();
    try {
      const items = await this.api.all<Alarm>((client, cursor) =>
        client.GET("/alarms", { params: { query: { limit: 2_000, cursor } } }),
      );
      this.list.value = items.sort(byUrgency);
      this.problem.value = "";
      this.known.value = true;
    } catch (failed) {
      this.problem.value = failed instanceof Error ? failed.message : String(failed);
    }
  }

  /** Acknowledges one after the other and tells what came of each; the list is read again. */
  async acknowledge(ids: readonly string[], comment: string): Promise<Acknowledged[]> {
    const results: Acknowledged[] = [];
    for (const id of ids) {
      const refusal = await this.one(id, comment);
      results.push({ id, refusal });
    }
    await this.read();
    return results;
  }

  /** Resets a latched alarm; the server's own words if it was refused, else empty. The list is read again. */
  async reset(id: string): Promise<string> {
    const refusal = await this.said(() =>
      this.api.call((client) => client.POST("/alarms/{id}/reset", { params: { path: { id } }, body: {} })),
    );
    await this.read();
    return refusal;
  }

  private one(id: string, comment: string): Promise<string> {
    return this.said(() =>
      this.api.call((client) =>
        client.POST("/alarms/{id}/acknowledge", {
          params: { path: { id } },
          body: comment ? { comment } : {},
        }),
      ),
    );
  }

  private async said(ask: () => Promise<unknown>): Promise<string> {
    try {
      await ask();
      return "";
    } catch (failed) {
      if (failed instanceof ApiError) return failed.message;
      throw failed;
    }
  }
}
