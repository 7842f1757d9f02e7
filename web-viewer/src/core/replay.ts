import type { Schema, Value } from "./api/client.ts";
import type { PointState } from "./points.ts";

export type ReplayDocument = Schema["Replay"];
export type RunEvent = Schema["RunEvent"];

/** What is known of one moment of a run. Arrays are of the moment alone and may be kept. */
export interface Moment {
  /** Seconds from the start. */
  readonly time: number;
  /** Persons in each space, in the order of {@link Recording.spaces}. */
  readonly people: Int32Array;
  /** For each point the number of the newest change up to now; -1 where there was none yet. */
  readonly latest: Int32Array;
}

/** A space and how many persons are in it. */
export interface Crowd {
  readonly space: string;
  readonly persons: number;
}

/** Seconds between two keyframes. */
const STEP = 30;

/**
 * A run to be played again. The document holds only differences; every 30 s a keyframe is kept, so that any moment
 * costs one copy of a keyframe and the differences of at most 30 s, in either direction.
 */
export class Recording {
  /** Epoch ms. */
  readonly start: number;
  /** Length of the run. */
  readonly seconds: number;
  readonly spaces: readonly string[];
  readonly points: readonly string[];
  /** In order of time. */
  readonly events: readonly RunEvent[];
  private readonly rows: readonly (readonly number[])[];
  /** Milliseconds from the start, point and value of each change. */
  private readonly times: Float64Array;
  private readonly which: Int32Array;
  private readonly values: Value[];
  private readonly peopleKeys: readonly Int32Array[];
  private readonly pointKeys: readonly { latest: Int32Array; next: number }[];

  constructor(document: ReplayDocument) {
    this.start = document.start;
    this.seconds = document.seconds;
    this.spaces = document.spaces;
    this.points = document.points;
    this.events = [...document.events].sort((a, b) => a.at - b.at);
    this.rows = document.people;
    this.times = Float64Array.from(document.changes, ([time]) => Number(time));
    this.which = Int32Array.from(document.changes, ([, point]) => Number(point));
    this.values = document.changes.map(([, , value]) => (value ?? null) as Value);
    this.peopleKeys = this.keepPeople();
    this.pointKeys = this.keepPoints();
  }

  /** The moment at `seconds` from the start; times before and after the run give its ends. */
  at(seconds: number): Moment {
    const time = Math.min(Math.max(seconds, 0), this.seconds);
    const key = Math.min(Math.floor(time / STEP), this.peopleKeys.length - 1);
    const people = Int32Array.from(this.peopleKeys[key] ?? []);
    for (let second = key * STEP + 1; second <= time; second++) apply(people, this.rows[second]);
    const kept = this.pointKeys[key];
    const latest = Int32Array.from(kept?.latest ?? []);
    this.advance(latest, kept?.next ?? 0, time * 1000);
    return { time, people, latest };
  }

  /** States of the points that differ from another moment; of all points that were told if none is given. */
  *states(now: Moment, before?: Moment): Generator<readonly [string, PointState]> {
    for (let point = 0; point < now.latest.length; point++) {
      const change = now.latest[point] ?? -1;
      if (before ? change === before.latest[point] : change < 0) continue;
      const id = this.points[point];
      if (id !== undefined) yield [id, this.state(change)];
    }
  }

  /** Persons by the id of their space, spaces with nobody left out. */
  crowds(moment: Moment): Map<string, number> {
    const found = new Map<string, number>();
    moment.people.forEach((persons, index) => {
      const space = this.spaces[index];
      if (persons > 0 && space !== undefined) found.set(space, persons);
    });
    return found;
  }

  /** Persons in the spaces that `counts` accepts, for every second from 0 on: the evacuation curve. */
  curve(counts: (space: string) => boolean): Int32Array {
    const counted = this.spaces.map(counts);
    const people = new Int32Array(this.spaces.length);
    const curve = new Int32Array(this.seconds + 1);
    let sum = 0;
    (this.rows[0] ?? []).forEach((persons, index) => {
      people[index] = persons;
      if (counted[index]) sum += persons;
    });
    curve[0] = sum;
    for (let second = 1; second <= this.seconds; second++) {
      const row = this.rows[second] ?? [];
      for (let i = 0; i + 1 < row.length; i += 2) {
        const index = row[i] ?? 0;
        const persons = row[i + 1] ?? 0;
        if (counted[index]) sum += persons - (people[index] ?? 0);
        people[index] = persons;
      }
      curve[second] = sum;
    }
    return curve;
  }

  /** Number of the newest event up to now; -1 before the first. */
  eventAt(seconds: number): number {
    return upper(this.events.length, (index) => (this.events[index]?.at ?? 0) <= seconds) - 1;
  }

  private state(change: number): PointState {
    if (change < 0) return { value: null, quality: "bad", reason: "never-reported", time: 0 };
    return {
      value: this.values[change] ?? null,
      quality: "good",
      reason: "",
      time: this.start + (this.times[change] ?? 0),
    };
  }

  private advance(latest: Int32Array, from: number, millis: number): number {
    let next = from;
    for (; next < this.times.length && (this.times[next] ?? 0) <= millis; next++)
      latest[this.which[next] ?? 0] = next;
    return next;
  }

  private keepPeople(): Int32Array[] {
    const now = Int32Array.from(this.rows[0] ?? []);
    const keys = [Int32Array.from(now)];
    for (let second = 1; second <= this.seconds; second++) {
      apply(now, this.rows[second]);
      if (second % STEP === 0) keys.push(Int32Array.from(now));
    }
    return keys;
  }

  private keepPoints(): { latest: Int32Array; next: number }[] {
    const now = new Int32Array(this.points.length).fill(-1);
    const keys = [];
    let next = 0;
    for (let second = 0; second <= this.seconds; second += STEP) {
      next = this.advance(now, next, second * 1000);
      keys.push({ latest: Int32Array.from(now), next });
    }
    return keys;
  }
}

/** Events of one kind that lie too close to be told apart on a time bar. */
export interface EventCluster {
  readonly kind: RunEvent["kind"];
  /** Of the first of them. */
  readonly at: number;
  readonly count: number;
}

/**
 * @param gap seconds under which two events of a kind become one mark
 */
export function clusters(events: readonly RunEvent[], gap: number): EventCluster[] {
  const open = new Map<string, { kind: RunEvent["kind"]; at: number; count: number }>();
  const found: EventCluster[] = [];
  for (const { kind, at } of events) {
    const last = open.get(kind);
    if (last && at - last.at < gap) last.count++;
    else {
      const fresh = { kind, at, count: 1 };
      open.set(kind, fresh);
      found.push(fresh);
    }
  }
  return found;
}

/** The fullest spaces that `counts` accepts, fullest first. */
export function fullest(
  crowds: ReadonlyMap<string, number>,
  most: number,
  counts: (space: string) => boolean = () => true,
): Crowd[] {
  return [...crowds]
    .filter(([space]) => counts(space))
    .map(([space, persons]) => ({ space, persons }))
    .sort((a, b) => b.persons - a.persons || a.space.localeCompare(b.space))
    .slice(0, most);
}

/** First second from which nobody is inside any more; null if somebody is at the end. */
export function emptyFrom(curve: Int32Array): number | null {
  if (curve.length === 0 || (curve[curve.length - 1] ?? 0) > 0) return null;
  let second = curve.length - 1;
  while (second > 0 && (curve[second - 1] ?? 0) === 0) second--;
  return second;
}

/** Seconds as `mm:ss`, with a tenth where it is wanted. */
export function clock(seconds: number, tenths = false): string {
  const whole = Math.floor(seconds);
  const text = `${String(Math.floor(whole / 60)).padStart(2, "0")}:${String(whole % 60).padStart(2, "0")}`;
  return tenths ? `${text}.${Math.floor((seconds - whole) * 10 + 1e-6)}` : text;
}

/** Time of the campus's day: `2026-03-11T10:10:00` and 75 s give 10:11:15. */
export function timeOfDay(start: string, seconds: number): string {
  const begun = Date.parse(`${start.slice(0, 19)}Z`);
  return Number.isNaN(begun) ? "" : new Date(begun + Math.floor(seconds) * 1000).toISOString().slice(11, 19);
}

function apply(people: Int32Array, row: readonly number[] | undefined): void {
  if (!row) return;
  for (let i = 0; i + 1 < row.length; i += 2) people[row[i] ?? 0] = row[i + 1] ?? 0;
}

/** First index at which `holds` does not hold any more; it must hold for a beginning only. */
function upper(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
