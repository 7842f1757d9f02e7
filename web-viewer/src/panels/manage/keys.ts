import { signal } from "@preact/signals";
import type { Desk } from "./desk.ts";

/** Single keys can be turned off by people whom they disturb (speech input); remembered in this browser. */
export const shortcuts = signal(localStorage.getItem("shortcuts") !== "off");

export function toggleShortcuts(): void {
  shortcuts.value = !shortcuts.value;
  localStorage.setItem("shortcuts", shortcuts.value ? "on" : "off");
}

/** Keys belong to fields, dialogs and the 3D view first. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  if (document.querySelector("dialog[open]")) return true;
  const target = event.target;
  return (
    target instanceof HTMLElement &&
    (target.closest("input, textarea, select, canvas, [contenteditable], [role=application], .stage") !==
      null ||
      target.isContentEditable)
  );
}

/** "A" opens the alarms, "/" the search; gives a function that ends it. */
export function followKeys(desk: Desk): () => void {
  const listener = (event: KeyboardEvent): void => {
    if (!shortcuts.value || isTaken(event)) return;
    if (event.key === "/") {
      event.preventDefault();
      document.getElementById("desk-search")?.focus();
    }
    if (event.key === "a" || event.key === "A") {
      event.preventDefault();
      desk.nav.go("alarms");
      requestAnimationFrame(() => document.getElementById("section-title")?.focus());
    }
  };
  addEventListener("keydown", listener);
  return () => removeEventListener("keydown", listener);
}
