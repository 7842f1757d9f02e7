import type { Row } from "../../core/tree.ts";

/** What a key asks of the tree: to open or close a line, to select it, or else to go to it. */
export interface TreeStep {
  readonly row: Row;
  readonly open?: boolean;
  readonly select?: boolean;
}

/** Lines to go up (negative) or down by, for the keys that only move. */
const STRIDES: Record<string, number> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 10,
  PageUp: -10,
  Home: -Infinity,
  End: Infinity,
};

/** The keys of an ARIA tree grid: up and down, right opens or goes in, left closes or goes out, Enter selects. */
export function treeStep(
  rows: readonly Row[],
  current: string,
  { key }: { key: string },
): TreeStep | undefined {
  const at = rows.findIndex((row) => row.id === current);
  const row = rows[at];
  const go = (index: number): TreeStep | undefined => {
    const next = rows[Math.max(0, Math.min(rows.length - 1, index))];
    return next && { row: next };
  };
  const stride = STRIDES[key];
  if (!row || stride !== undefined) return go(at + (stride ?? 1));
  const opens = row.children > 0;
  if (key === "Enter" || key === " ") return { row, select: true };
  if (key === "ArrowRight" && opens) return row.open ? go(at + 1) : { row, open: true };
  if (key !== "ArrowLeft") return undefined;
  if (opens && row.open && row.level > 1) return { row, open: false };
  return row.parent ? go(rows.findIndex((one) => one.id === row.parent)) : undefined;
}
