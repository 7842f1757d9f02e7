import type { Moves } from "./nav-pad.tsx";

/** What the keys of a view may ask for besides moving. */
export interface ViewKeys extends Moves {
  /** Positive for up. */
  storey(step: number): void;
  leave(): void;
  help(): void;
}

type Action = (keys: ViewKeys) => void;

const ACTIONS: Record<string, Action> = {
  ArrowUp: (keys) => keys.move(0, 1),
  ArrowDown: (keys) => keys.move(0, -1),
  ArrowLeft: (keys) => keys.move(-1, 0),
  ArrowRight: (keys) => keys.move(1, 0),
  w: (keys) => keys.move(0, 1),
  s: (keys) => keys.move(0, -1),
  a: (keys) => keys.move(-1, 0),
  d: (keys) => keys.move(1, 0),
  q: (keys) => keys.turn?.(-1),
  e: (keys) => keys.turn?.(1),
  r: (keys) => keys.tilt?.(1),
  f: (keys) => keys.tilt?.(-1),
  PageUp: (keys) => keys.storey(1),
  PageDown: (keys) => keys.storey(-1),
  "+": (keys) => keys.zoom(1),
  "=": (keys) => keys.zoom(1),
  "-": (keys) => keys.zoom(-1),
  Home: (keys) => keys.home(),
  Escape: (keys) => keys.leave(),
  "?": (keys) => keys.help(),
};

/** Does what a key stands for; true if it stood for anything. Keys with Ctrl, Alt or Meta belong to the browser. */
export function pressed(event: KeyboardEvent, keys: ViewKeys): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  const action = ACTIONS[event.key] ?? ACTIONS[event.key.toLowerCase()];
  if (!action) return false;
  event.preventDefault();
  action(keys);
  return true;
}

/** Gives the focus to the first control of the stage's bar. */
export function focusBar(inside: Element | null): void {
  inside?.closest(".stage")?.querySelector<HTMLElement>(".stage-bar select, .stage-bar button")?.focus();
}
