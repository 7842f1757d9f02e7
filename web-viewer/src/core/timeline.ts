import type { Schema } from "./api/client.ts";
import type { Both } from "./text/language.ts";

export type Effect = Schema["RunEffect"];
export type Outcome = Effect["outcome"];
export type By = Effect["by"];

/** An effect with its place in the result, which is also its name in a link. */
export interface EffectRow {
  readonly index: number;
  readonly effect: Effect;
}

/** Effects of one kind that one linkage has: "fire doors closed", with the figures that matter. */
export interface KindGroup {
  readonly effect: string;
  readonly name: Both | undefined;
  readonly by: By;
  readonly rows: readonly EffectRow[];
  readonly confirmed: number;
  /** Late, failed, missing. */
  readonly abnormal: number;
  /** From cause to confirmation, s; null where nothing was confirmed. */
  readonly slowest: number | null;
  readonly fastest: number | null;
  /** Largest limit, s. */
  readonly limit: number;
}

/** All that a linkage did, however often it started. */
export interface LinkageGroup {
  readonly linkage: string;
  readonly name: Both | undefined;
  /** Seconds from the start of the run to the first cause. */
  readonly first: number;
  /** Cause of the first start: ids of points. */
  readonly causes: readonly string[];
  readonly starts: number;
  readonly total: number;
  readonly abnormal: number;
  readonly kinds: readonly KindGroup[];
}

export const ORDERS = ["plan", "slowest", "failed", "target"] as const;
/** As the linkage has them, slowest first, failed first, by the name of the target. */
export type Order = (typeof ORDERS)[number];

/** Empty parts accept everything; `abnormal` stands for late, failed and missing. */
export interface EffectFilter {
  readonly by: By | "";
  readonly outcome: Outcome | "abnormal" | "";
  readonly text: string;
}

export function isAbnormal(effect: Effect): boolean {
  return effect.outcome === "late" || effect.outcome === "failed" || effect.outcome === "missing";
}

/** Ids of the points that were the cause. */
export function causesOf(effect: Effect): string[] {
  return effect.cause.split(",").filter((id) => id !== "");
}

/**
 * @param words what a person can search an effect by
 */
export function filterEffects(
  effects: readonly Effect[],
  filter: EffectFilter,
  words: (effect: Effect) => string,
): EffectRow[] {
  const text = filter.text.trim().toLowerCase();
  return effects
    .map((effect, index) => ({ index, effect }))
    .filter(({ effect }) => filter.by === "" || effect.by === filter.by)
    .filter(({ effect }) => fits(effect, filter.outcome))
    .filter(({ effect }) => text === "" || words(effect).toLowerCase().includes(text));
}

function fits(effect: Effect, outcome: EffectFilter["outcome"]): boolean {
  if (outcome === "") return true;
  return outcome === "abnormal" ? isAbnormal(effect) : effect.outcome === outcome;
}

/** A new list in another order; the order given stays among equals. */
export function sortEffects(
  rows: readonly EffectRow[],
  order: Order,
  target: (effect: Effect) => string,
): EffectRow[] {
  const by: Record<Order, (a: Effect, b: Effect) => number> = {
    plan: () => 0,
    slowest: (a, b) => (b.seconds ?? -1) - (a.seconds ?? -1),
    failed: (a, b) => Number(isAbnormal(b)) - Number(isAbnormal(a)),
    target: (a, b) => target(a).localeCompare(target(b), undefined, { numeric: true }),
  };
  return [...rows].sort((a, b) => by[order](a.effect, b.effect));
}

/** Groups by linkage in order of the first cause, then by kind of effect in the order of the linkage. */
export function groupEffects(rows: readonly EffectRow[]): LinkageGroup[] {
  const linkages = new Map<string, EffectRow[]>();
  for (const row of rows) push(linkages, row.effect.linkage, row);
  return [...linkages]
    .map(([linkage, members]) => linkageGroup(linkage, members))
    .sort((a, b) => a.first - b.first || a.linkage.localeCompare(b.linkage));
}

function linkageGroup(linkage: string, rows: readonly EffectRow[]): LinkageGroup {
  const kinds = new Map<string, EffectRow[]>();
  const starts = new Set<string>();
  let first = rows[0]?.effect;
  for (const row of rows) {
    push(kinds, `${row.effect.by} ${row.effect.effect}`, row);
    starts.add(`${row.effect.at} ${row.effect.cause}`);
    if (first && row.effect.at < first.at) first = row.effect;
  }
  return {
    linkage,
    name: first?.linkageName,
    first: first?.at ?? 0,
    causes: first ? causesOf(first) : [],
    starts: starts.size,
    total: rows.length,
    abnormal: rows.filter(({ effect }) => isAbnormal(effect)).length,
    kinds: [...kinds.values()].map(kindGroup),
  };
}

function kindGroup(rows: readonly EffectRow[]): KindGroup {
  const times = rows.flatMap(({ effect }) => (effect.seconds === null ? [] : [effect.seconds]));
  const first = rows[0]?.effect;
  return {
    effect: first?.effect ?? "",
    name: first?.name,
    by: first?.by ?? "platform",
    rows,
    confirmed: rows.filter(({ effect }) => effect.outcome === "confirmed").length,
    abnormal: rows.filter(({ effect }) => isAbnormal(effect)).length,
    slowest: times.length > 0 ? times.reduce((a, b) => Math.max(a, b)) : null,
    fastest: times.length > 0 ? times.reduce((a, b) => Math.min(a, b)) : null,
    limit: rows.reduce((most, { effect }) => Math.max(most, effect.limit), 0),
  };
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const found = groups.get(key);
  if (found) found.push(item);
  else groups.set(key, [item]);
}

/** The effect that took longest to be confirmed; the first of equals. */
export function slowest(effects: readonly Effect[]): EffectRow | undefined {
  let found: EffectRow | undefined;
  effects.forEach((effect, index) => {
    if (effect.seconds !== null && effect.seconds > (found?.effect.seconds ?? -1)) found = { index, effect };
  });
  return found;
}

/** Where a time stands on the common axis. */
export interface Axis {
  /** 0 at the cause, 1 at the end of the axis; later times stay at 1. */
  position(seconds: number): number;
  /** Seconds. */
  readonly ticks: readonly number[];
}

export type Scale = "stretched" | "linear";

/** Below this many seconds the stretched axis is even, above it logarithmic: 0.15 s and 30 s can both be read. */
const KNEE = 0.1;
const TICKS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 3600];

/**
 * @param longest time that must find place, s
 */
export function createAxis(longest: number, scale: Scale): Axis {
  const end = Math.max(longest, 1) * 1.05;
  const place = scale === "linear" ? (s: number) => s : (s: number) => Math.log1p(Math.max(s, 0) / KNEE);
  const position = (seconds: number): number => Math.min(place(seconds) / place(end), 1);
  const ticks = [0];
  for (const tick of TICKS) {
    if (tick <= end && position(tick) - position(ticks[ticks.length - 1] ?? 0) >= 0.09) ticks.push(tick);
  }
  return { position, ticks };
}

/** The time that the axis must reach: limits and confirmations. */
export function longestTime(rows: readonly EffectRow[]): number {
  return rows.reduce((most, { effect }) => Math.max(most, effect.limit, effect.seconds ?? 0), 0);
}
