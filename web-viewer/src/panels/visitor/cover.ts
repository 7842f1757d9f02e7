import { effect } from "@preact/signals";
import type { Edges } from "../../core/geometry/orbit.ts";
import type { CampusScene } from "../../scene/index.ts";
import type { Visit } from "./visit.ts";

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Cards that take more than this share of the width are sheets: they cover the bottom, others the side. */
const SHEET = 0.6;

/** What a card covers of the scene, px at each edge. */
export function coveredBy(scene: Box, card: Box | undefined): Edges {
  const none = { left: 0, top: 0, right: 0, bottom: 0 };
  if (!card || card.right <= scene.left || card.left >= scene.right) return none;
  if (card.right - card.left > (scene.right - scene.left) * SHEET)
    return { ...none, bottom: Math.max(0, scene.bottom - card.top) };
  return { ...none, left: Math.max(0, card.right - scene.left) };
}

/** Tells a scene what the card of the page covers now. */
export function tellCover(scene: CampusScene | null, main: HTMLElement | null): void {
  const canvas = main?.querySelector("canvas");
  const card = main?.querySelector(":scope > .visit-card");
  if (canvas) scene?.inset?.(coveredBy(canvas.getBoundingClientRect(), card?.getBoundingClientRect()));
}

/** Keeps the scene told of what the card of the page covers; gives how to stop. */
export function keepClear(visit: Visit, main: HTMLElement): () => void {
  const tell = (): void => tellCover(visit.scene.peek(), main);
  const sizes = new ResizeObserver(tell);
  const watch = (): void => {
    sizes.disconnect();
    sizes.observe(main);
    const card = main.querySelector(":scope > .visit-card");
    if (card) sizes.observe(card);
    tell();
  };
  const cards = new MutationObserver(watch);
  cards.observe(main, { childList: true });
  const scenes = effect(() => {
    if (visit.scene.value) watch();
  });
  return () => {
    scenes();
    cards.disconnect();
    sizes.disconnect();
  };
}
