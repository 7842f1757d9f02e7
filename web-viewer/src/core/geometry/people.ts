import { boxOf, contains, type Corner, type Ring } from "./polygon.ts";

/** Persons that are drawn at most; more are thinned out evenly. */
export const MOST_PEOPLE = 5_000;

/** The i-th part of a sequence that fills [0, 1) evenly (van der Corput). */
function even(i: number, base: number): number {
  let share = 0;
  let part = 1 / base;
  for (let rest = i; rest > 0; rest = Math.floor(rest / base)) {
    share += (rest % base) * part;
    part /= base;
  }
  return share;
}

/** Places for so many persons in an area, spread evenly, always the same ones for the same area. */
export function placesIn(
  ring: Ring,
  count: number,
  free: (x: number, y: number) => boolean = () => true,
): Corner[] {
  const { west, south, east, north } = boxOf(ring);
  const found: Corner[] = [];
  for (let i = 1; found.length < count && i < count * 8 + 64; i++) {
    const x = west + 0.3 + even(i, 2) * Math.max(0, east - west - 0.6);
    const y = south + 0.3 + even(i, 3) * Math.max(0, north - south - 0.6);
    if (contains(ring, x, y) && free(x, y)) found.push({ x, y });
  }
  return found;
}
