import type { Spot } from "./plan.ts";

const WIDE_SIGN = /[\u1100-\u11ff\u2e80-\uffdf]/;

/** Width of a text in ems: Chinese signs one, others about a half. */
export function emsOf(text: string): number {
  let ems = 0;
  for (const sign of text) ems += WIDE_SIGN.test(sign) ? 1 : 0.58;
  return ems;
}

/**
 * The lines of a label that fit into a box: the name in one line, in two, else the id, else nothing.
 *
 * @param pixels size of the box on the screen
 * @param size of the type, px
 */
export function fitLabel(
  texts: readonly string[],
  pixels: { width: number; height: number },
  size: number,
): string[] {
  const fits = (lines: readonly string[]): boolean =>
    lines.length * size * 1.3 <= pixels.height && lines.every((line) => emsOf(line) * size <= pixels.width);
  for (const text of texts) {
    if (fits([text])) return [text];
    const halves = halved(text);
    if (halves && fits(halves)) return halves;
  }
  return [];
}

/** A text in two lines of nearly the same width; at a blank if it has one. Undefined for short ones. */
function halved(text: string): [string, string] | undefined {
  const signs = [...text];
  if (signs.length < 4) return undefined;
  const blanks = signs.flatMap((sign, index) => (sign === " " ? [index] : []));
  const middle = signs.length / 2;
  const at =
    blanks.length > 0
      ? blanks.reduce((best, blank) => (Math.abs(blank - middle) < Math.abs(best - middle) ? blank : best))
      : WIDE_SIGN.test(text)
        ? Math.ceil(middle)
        : -1;
  if (at <= 0) return undefined;
  return [signs.slice(0, at).join("").trim(), signs.slice(at).join("").trim()];
}

/** Half width and half height that a symbol keeps free of type, px. */
const CLEAR = 7;

/**
 * Where the middle of a label stands in its box so that it covers as few symbols as it can, as near to the middle of
 * the box as it can. Everything in px from the middle of the box.
 *
 * @param symbols middles of symbols
 */
export function freeSpot(
  room: { width: number; height: number },
  label: { width: number; height: number },
  symbols: readonly Spot[],
): Spot {
  const wide = Math.max(0, (room.width - label.width) / 2);
  const high = Math.max(0, (room.height - label.height) / 2);
  let best: Spot = { x: 0, y: 0 };
  let least = Infinity;
  for (const x of [0, -0.5, 0.5, -1, 1].map((part) => part * wide))
    for (const y of [0, -0.33, 0.33, -0.66, 0.66, -1, 1].map((part) => part * high)) {
      const hits = symbols.filter(
        (symbol) =>
          Math.abs(symbol.x - x) < label.width / 2 + CLEAR &&
          Math.abs(symbol.y - y) < label.height / 2 + CLEAR,
      ).length;
      const cost = hits * 1_000 + Math.hypot(x, y);
      if (cost < least) {
        least = cost;
        best = { x, y };
      }
    }
  return best;
}
