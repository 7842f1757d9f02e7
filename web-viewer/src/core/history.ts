import type { Schema, Value } from "./api/client.ts";

export type HistoryRow = Schema["HistoryRow"];

/** One pen of a trend. Times in epoch ms; null where the value was not good: the line has a gap there. */
export interface Pen {
  readonly times: readonly number[];
  readonly values: readonly (number | null)[];
}

/** Columns as a chart wants them: times in seconds, then one column a pen; undefined where a pen says nothing. */
export type Columns = [number[], ...(number | null | undefined)[][]];

/** Numbers stay, switches become 0 and 1, states their place in the list. */
export function toNumber(value: Value, states: readonly string[] = []): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean") return value ? 1 : 0;
  const at = value === null ? -1 : states.indexOf(value);
  return at < 0 ? null : at;
}

/** Rows of the history as a pen. */
export function toPen(rows: readonly HistoryRow[], states: readonly string[] = []): Pen {
  return {
    times: rows.map((row) => row.time),
    values: rows.map((row) => (row.quality === "good" ? toNumber(row.value, states) : null)),
  };
}

/** Pens over one common time axis. A moment at which a pen has no row stays undefined, so that its line goes on. */
export function toColumns(pens: readonly Pen[]): Columns {
  const times = [...new Set(pens.flatMap((pen) => pen.times))].sort((a, b) => a - b);
  const place = new Map(times.map((time, index) => [time, index]));
  const columns = pens.map((pen) => {
    const column = new Array<number | null | undefined>(times.length).fill(undefined);
    pen.times.forEach((time, index) => (column[place.get(time) ?? 0] = pen.values[index]));
    return column;
  });
  return [times.map((time) => time / 1000), ...columns];
}

/** Least, mean and greatest of what a pen drew; null if it drew nothing. */
export function summary(pen: Pen): { low: number; mean: number; high: number } | null {
  const drawn = pen.values.filter((value) => value !== null);
  if (drawn.length === 0) return null;
  let low = Infinity;
  let high = -Infinity;
  let sum = 0;
  for (const value of drawn) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    sum += value;
  }
  return { low, mean: sum / drawn.length, high };
}
