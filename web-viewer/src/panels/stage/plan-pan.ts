import type { RefObject } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { fitted, zoomed, type Box, type Spot } from "../../core/plan.ts";
import type { Moves } from "./nav-pad.tsx";

/** The part of the sheet that is shown, and everything that moves it. */
export interface PlanPan extends Moves {
  readonly view: Box;
  /** Metres of the sheet under one pixel. */
  readonly metre: number;
  /** True right after a drag, when the click that ends it means nothing. */
  readonly dragged: () => boolean;
  /** Moves the sheet just so far that a box of it is in sight. */
  reveal(box: Box): void;
}

const ZOOM = 1.3;
const WHEEL = 0.0015;
const DRAG = 4;
/** Nearest view, metres across. */
const LEAST = 4;

interface Size {
  width: number;
  height: number;
}

/**
 * Pan and zoom of a plan: drag, pinch, wheel, and steps for keys and buttons. Starts anew with another sheet.
 *
 * @param sheet everything there is to see
 * @param size of the frame in px
 */
export function usePlanPan(frame: RefObject<SVGSVGElement | null>, sheet: Box, size: Size): PlanPan {
  const whole = fitted(sheet, size);
  const [moved, setMoved] = useState<{ sheet: Box; view: Box } | null>(null);
  const view = moved?.sheet === sheet ? keepShape(moved.view, size) : whole;
  const now = useRef(view);
  now.current = view;
  const drag = useRef(false);
  const set = (next: Box): void => {
    now.current = next;
    setMoved({ sheet, view: next });
  };
  const zoomAt = (factor: number, spot: Spot): void =>
    set(zoomed(now.current, factor, spot, { least: LEAST, most: whole.width * 1.5 }));
  const shift = (x: number, y: number): void =>
    set({ ...now.current, x: now.current.x + x, y: now.current.y + y });
  usePointers(frame, { now, drag, zoomAt, shift });
  const middle = (): Spot => {
    const { x, y, width, height } = now.current;
    return { x: x + width / 2, y: y + height / 2 };
  };
  return {
    view,
    metre: size.width > 0 ? view.width / size.width : 1,
    dragged: () => drag.current,
    move: (right, forward) => shift((right * view.width) / 6, (-forward * view.height) / 6),
    zoom: (step) => zoomAt(ZOOM ** step, middle()),
    home: () => setMoved(null),
    reveal(box) {
      const { x, y, width, height } = now.current;
      const right = Math.max(0, box.x + box.width - x - width) + Math.min(0, box.x - x);
      const down = Math.max(0, box.y + box.height - y - height) + Math.min(0, box.y - y);
      if (right !== 0 || down !== 0) shift(right, down);
    },
  };
}

function keepShape(view: Box, size: Size): Box {
  return size.width > 0 ? { ...view, height: (view.width * size.height) / size.width } : view;
}

interface Hands {
  now: { current: Box };
  drag: { current: boolean };
  zoomAt(factor: number, spot: Spot): void;
  shift(x: number, y: number): void;
}

/** Drag with one pointer, pinch with two, zoom by the wheel. */
function usePointers(frame: RefObject<SVGSVGElement | null>, hands: Hands): void {
  const latest = useRef(hands);
  latest.current = hands;
  const down = useMemo(() => new Map<number, Spot>(), []);
  useEffect(() => {
    const svg = frame.current;
    if (!svg) return undefined;
    const ends = new AbortController();
    const { signal } = ends;
    svg.addEventListener("wheel", (event) => onWheel(event, svg, latest.current), { passive: false, signal });
    svg.addEventListener("pointerdown", (event) => onDown(event, down, latest.current), { signal });
    svg.addEventListener("pointermove", (event) => onMove(event, svg, down, latest.current), { signal });
    const up = (event: PointerEvent): void => void down.delete(event.pointerId);
    for (const name of ["pointerup", "pointercancel", "pointerleave"] as const)
      svg.addEventListener(name, up, { signal });
    return () => ends.abort();
  }, [frame, down]);
}

function sheetSpot(event: MouseEvent, svg: SVGSVGElement, view: Box): Spot {
  const { left, top, width } = svg.getBoundingClientRect();
  const metre = view.width / width;
  return { x: view.x + (event.clientX - left) * metre, y: view.y + (event.clientY - top) * metre };
}

function onWheel(event: WheelEvent, svg: SVGSVGElement, hands: Hands): void {
  event.preventDefault();
  hands.zoomAt(Math.exp(-event.deltaY * WHEEL), sheetSpot(event, svg, hands.now.current));
}

function onDown(event: PointerEvent, down: Map<number, Spot>, hands: Hands): void {
  down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  if (down.size === 1) hands.drag.current = false;
}

function onMove(event: PointerEvent, svg: SVGSVGElement, down: Map<number, Spot>, hands: Hands): void {
  const before = down.get(event.pointerId);
  if (!before) return;
  const after = { x: event.clientX, y: event.clientY };
  const far = Math.hypot(after.x - before.x, after.y - before.y);
  if (!hands.drag.current && far < DRAG) return;
  if (!hands.drag.current) {
    hands.drag.current = true;
    svg.setPointerCapture(event.pointerId);
  }
  down.set(event.pointerId, after);
  const metre = hands.now.current.width / svg.getBoundingClientRect().width;
  const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
  if (!other) return hands.shift((before.x - after.x) * metre, (before.y - after.y) * metre);
  const apart = (spot: Spot): number => Math.hypot(spot.x - other.x, spot.y - other.y);
  hands.zoomAt(apart(after) / Math.max(1, apart(before)), sheetSpot(event, svg, hands.now.current));
}
