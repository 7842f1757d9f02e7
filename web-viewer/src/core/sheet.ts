import type { Schema } from "./api/client.ts";
import type { Both } from "./text/language.ts";

export type Sheet = Schema["Sheet"];
export type Judged = Schema["Judged"];
export type Figure = Schema["MeasuredFigure"];
export type Job = Schema["Job"];
export type Verdict = Judged["verdict"];
export type JudgedMode = Judged["mode"];

export const VERDICTS: readonly Verdict[] = ["met", "partly", "not-met", "undecided"];
export const JUDGED_MODES: readonly JudgedMode[] = ["measured", "inventory", "scenario", "evidence"];

/** How many indicators have a verdict, and what they are worth. */
export interface Tally {
  readonly verdict: Verdict;
  readonly count: number;
  readonly awarded: number;
  readonly max: number;
}

/** An area of a standard with its indicators. */
export interface AreaSheet {
  readonly id: string;
  readonly name: Both | undefined;
  readonly awarded: number;
  readonly max: number;
  readonly indicators: readonly Judged[];
}

/** Empty parts accept everything. */
export interface SheetFilter {
  readonly verdict: Verdict | "";
  readonly area: string;
  readonly mode: JudgedMode | "";
  readonly text: string;
}

/** One entry for each verdict, in the order of {@link VERDICTS}. */
export function tally(indicators: readonly Judged[]): Tally[] {
  return VERDICTS.map((verdict) => {
    const found = indicators.filter((item) => item.verdict === verdict);
    return { verdict, count: found.length, ...points(found) };
  });
}

function points(indicators: readonly Judged[]): { awarded: number; max: number } {
  return {
    awarded: indicators.reduce((sum, item) => sum + (item.awarded ?? 0), 0),
    max: indicators.reduce((sum, item) => sum + (item.max ?? 0), 0),
  };
}

/** Areas in the order of the sheet; indicators of no known area come last under an empty id. */
export function byArea(sheet: Sheet, indicators: readonly Judged[] = sheet.indicators): AreaSheet[] {
  const known = (sheet.areas ?? []).map(({ id, name }) => ({ id, name: name as Both | undefined }));
  const ids = new Set(known.map(({ id }) => id));
  const rest = indicators.some((item) => !ids.has(item.area ?? "")) ? [{ id: "", name: undefined }] : [];
  return [...known, ...rest]
    .map(({ id, name }) => {
      const members = indicators.filter((item) => (id === "" ? !ids.has(item.area ?? "") : item.area === id));
      return { id, name, indicators: members, ...points(members) };
    })
    .filter((area) => area.indicators.length > 0);
}

/**
 * @param words what a person can search an indicator by
 */
export function filterSheet(
  indicators: readonly Judged[],
  filter: SheetFilter,
  words: (item: Judged) => string,
): Judged[] {
  const text = filter.text.trim().toLowerCase();
  return indicators.filter(
    (item) =>
      (filter.verdict === "" || item.verdict === filter.verdict) &&
      (filter.area === "" || item.area === filter.area) &&
      (filter.mode === "" || item.mode === filter.mode) &&
      (text === "" || words(item).toLowerCase().includes(text)),
  );
}

/** Points that an indicator could still bring. */
export function gain(item: Judged): number {
  return (item.max ?? 0) - (item.awarded ?? 0);
}

/** What would lift the score: all that is not fully met, most points first, not met before undecided among equals. */
export function lifts(indicators: readonly Judged[]): Judged[] {
  const rank: Record<Verdict, number> = { "not-met": 0, partly: 1, undecided: 2, met: 3 };
  return indicators
    .filter((item) => item.verdict !== "met" && gain(item) > 0)
    .sort((a, b) => gain(b) - gain(a) || rank[a.verdict] - rank[b.verdict]);
}

/** True if a figure keeps its threshold. */
export function holds({ value, op, threshold }: Pick<Figure, "value" | "op" | "threshold">): boolean {
  switch (op) {
    case ">=":
      return value >= threshold;
    case "<=":
      return value <= threshold;
    case ">":
      return value > threshold;
    case "<":
      return value < threshold;
    default:
      return value === threshold;
  }
}

/** Scenario and seed that a figure names as `DR-FIRE#1`; undefined if it names none. */
export function runOf(run: string | null): { scenario: string; seed: number } | undefined {
  const found = /^(.+)#(-?\d+)$/.exec(run ?? "");
  return found ? { scenario: found[1] ?? "", seed: Number(found[2]) } : undefined;
}

/** The finished run with the scenario and seed that a figure rests on, if it is still kept. */
export function findRun(runs: readonly Job[], run: string | null): Job | undefined {
  const wanted = runOf(run);
  return (
    wanted &&
    runs.find((job) => job.subject === wanted.scenario && job.seed === wanted.seed && job.state === "done")
  );
}

/** The operator as people write it. */
export function sign(op: string): string {
  return { ">=": "≥", "<=": "≤", "==": "=", "!=": "≠" }[op] ?? op;
}

/** A figure without needless digits: at most three after the point. */
export function figure(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** A unit as people write it; empty for counts and ratios. */
export function unitText(unit: string): string {
  return unit === "count" || unit === "1" ? "" : unit;
}
