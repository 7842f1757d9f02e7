import { signal, type Signal } from "@preact/signals";

/** What the page keeps in the address beside the view: every address is a link to what is seen. */
export const KEYS = [
  /** Part of the page or of the open record. */
  "tab",
  /** Open run. */
  "run",
  /** Open evaluation. */
  "sheet",
  /** Seconds in the replay. */
  "t",
  /** Open effect, by its place in the result. */
  "effect",
  /** Filters of the timeline. */
  "by",
  "outcome",
  "q",
  "order",
  "axis",
  "shape",
  /** Filters of the sheet. */
  "verdict",
  "area",
  "how",
  /** Scenario and seed that a form starts with. */
  "scenario",
  "seed",
] as const;

export type Key = (typeof KEYS)[number];
export type Part = Partial<Record<Key, string>>;

/** The page's part of the address as signals; empty for what is not given. */
export const address = Object.fromEntries(KEYS.map((key) => [key, signal("")])) as Record<
  Key,
  Signal<string>
>;

/** Takes over the address as it stands, at the start and when the browser goes back. */
export function readAddress(): void {
  const query = new URLSearchParams(location.search);
  for (const key of KEYS) address[key].value = query.get(key) ?? "";
}

/** The link to another part of the page; what is not named falls away, the view of the campus stays. */
export function href(part: Part): string {
  const query = new URLSearchParams(location.search);
  for (const key of KEYS) query.delete(key);
  for (const [key, value] of Object.entries(part)) if (value) query.set(key, value);
  const text = query.toString();
  return location.pathname + (text ? `?${text}` : "");
}

/** Goes to another part of the page; the browser's Back returns from it. */
export function open(part: Part): void {
  history.pushState(null, "", href(part));
  readAddress();
}

/** Changes what is named and keeps the rest, without a step for Back. */
export function change(part: Part): void {
  const kept = Object.fromEntries(KEYS.map((key) => [key, address[key].peek()]));
  history.replaceState(history.state, "", href({ ...kept, ...part }));
  readAddress();
}
