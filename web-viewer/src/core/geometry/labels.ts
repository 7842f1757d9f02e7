/** Middle of its foot and its size in pixels, x right, y down. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A label that would like to be shown. */
export interface Wish extends Box {
  readonly id: string;
  /** Higher is placed first. */
  readonly priority: number;
}

const GAP = 4;
const BONUS = 0.5;

/** Where labels may stand: a picture of a size, without what covers it. */
export interface Room {
  readonly width: number;
  readonly height: number;
  readonly covers?: readonly Box[];
}

/**
 * Which labels are shown, so that none covers another, none is cut by the edge and none lies under what floats over the
 * picture. One that was shown before is
 * preferred a little, so that labels do not flicker while the camera moves.
 */
export function chooseLabels(
  wishes: readonly Wish[],
  before: ReadonlySet<string>,
  room: Room,
  most: number,
): Wish[] {
  const rank = (wish: Wish): number => wish.priority + (before.has(wish.id) ? BONUS : 0);
  const shown: Wish[] = [];
  for (const wish of [...wishes].sort((a, b) => rank(b) - rank(a))) {
    if (shown.length >= most) break;
    const free = inside(wish, room) && !room.covers?.some((cover) => !apart(wish, cover));
    if (free && shown.every((other) => apart(wish, other))) shown.push(wish);
  }
  return shown;
}

function inside({ x, y, width, height }: Wish, size: Room): boolean {
  return (
    x - width / 2 >= GAP && x + width / 2 <= size.width - GAP && y - height >= GAP && y <= size.height - GAP
  );
}

function apart(a: Box, b: Box): boolean {
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
