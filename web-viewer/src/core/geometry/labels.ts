/** A label that would like to be shown: middle of its foot and its size in pixels, x right, y down. */
export interface Wish {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Higher is placed first. */
  readonly priority: number;
}

const GAP = 4;
const BONUS = 0.5;

/**
 * Which labels are shown, so that none covers another and none is cut by the edge. One that was shown before is
 * preferred a little, so that labels do not flicker while the camera moves.
 */
export function chooseLabels(
  wishes: readonly Wish[],
  before: ReadonlySet<string>,
  size: { readonly width: number; readonly height: number },
  most: number,
): Wish[] {
  const rank = (wish: Wish): number => wish.priority + (before.has(wish.id) ? BONUS : 0);
  const shown: Wish[] = [];
  for (const wish of [...wishes].sort((a, b) => rank(b) - rank(a))) {
    if (shown.length >= most) break;
    if (inside(wish, size) && shown.every((other) => apart(wish, other))) shown.push(wish);
  }
  return shown;
}

function inside({ x, y, width, height }: Wish, size: { width: number; height: number }): boolean {
  return (
    x - width / 2 >= GAP && x + width / 2 <= size.width - GAP && y - height >= GAP && y <= size.height - GAP
  );
}

function apart(a: Wish, b: Wish): boolean {
  return (
    Math.abs(a.x - b.x) >= (a.width + b.width) / 2 + GAP ||
    Math.abs(a.y - a.height / 2 - b.y + b.height / 2) >= (a.height + b.height) / 2 + GAP
  );
}

/** Width of a text in pixels at a size, near enough for placing: Chinese signs are square, Latin letters about half. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const sign of text) width += sign.charCodeAt(0) > 0x2e7f ? size : size * 0.58;
  return Math.ceil(width);
}
