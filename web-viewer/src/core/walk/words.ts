import { pick } from "../text/language.ts";
import { t } from "../text/visitor.ts";
import type { RouteStep, Turn } from "./steps.ts";

const COMPASS = [
  "north",
  "northEast",
  "east",
  "southEast",
  "south",
  "southWest",
  "west",
  "northWest",
] as const;
const TURNS = { left: "left", right: "right", straight: "straight", back: "turnAround" } as const;
/** Walking speed for the time of a way, m/min. */
const SPEED = 72;

/** An instruction as a sentence in the language of the page. */
export function stepText(step: RouteStep): string {
  const place = pick(step.place);
  const metres = Math.max(1, Math.round(step.metres));
  const compass = t(COMPASS[Math.round(step.compass / 45) % 8] ?? "north");
  switch (step.kind) {
    case "leave":
      return t("stepLeave", { place });
    case "outside":
      return t("stepOutside", { place, metres, compass });
    case "along":
      return capital(t("stepAlong", { place, metres, turn: turnText(step.turn) }));
    case "through":
      return t("stepThrough", { place, metres });
    case "up":
      return t("stepUp", { place });
    case "down":
      return t("stepDown", { place });
    case "arrive":
      return t("stepArrive", { place });
  }
}

/** Minutes on foot for so many metres, at least one. */
export function minutesFor(metres: number): number {
  return Math.max(1, Math.round(metres / SPEED));
}

function turnText(turn: Turn): string {
  return turn ? t(TURNS[turn]) : "";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
