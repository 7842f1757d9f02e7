import type { RefObject } from "preact";
import { boundsOf, grown, neighbour, type Direction } from "../../core/plan.ts";
import { focusBar, pressed } from "./keys.ts";
import { storeyBeside } from "./names.ts";
import type { PlanPan } from "./plan-pan.ts";
import type { Sheet } from "./plan-sheet.ts";
import type { StageParts } from "./stage.tsx";

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

interface PlanHands {
  svg: RefObject<SVGSVGElement | null>;
  sheet: Sheet;
  pan: PlanPan;
  current: string;
  parts: StageParts;
  choose: (id: string) => void;
  setFocused: (id: string) => void;
  onHelp: () => void;
}

/** Keys of the plan: arrows go to neighbours, with Shift they move the sheet; Enter and blank select. */
export function planKeys(hands: PlanHands): (event: KeyboardEvent) => void {
  const { svg, sheet, pan, current, parts } = hands;
  const { storey } = parts.app.view;
  const go = (direction: Direction): void => {
    const next = neighbour(sheet.spots, current, direction);
    const place = sheet.places.find(({ id }) => id === next);
    if (!place) return;
    hands.setFocused(place.id);
    pan.reveal(grown(boundsOf([place.ring]), 0.5));
    svg.current?.querySelector<SVGElement>(`[data-id="${CSS.escape(place.id)}"]`)?.focus();
  };
  return (event) => {
    const direction = ARROWS[event.key];
    const plain = !(event.ctrlKey || event.altKey || event.metaKey);
    if (direction && !event.shiftKey && plain) {
      event.preventDefault();
      go(direction);
    } else if ((event.key === "Enter" || event.key === " ") && plain) {
      event.preventDefault();
      hands.choose(current);
    } else
      pressed(event, {
        ...pan,
        storey: (step) => (storey.value = storeyBeside(parts.campus, storey.value, step)),
        leave: () => focusBar(svg.current),
        help: hands.onHelp,
      });
  };
}
