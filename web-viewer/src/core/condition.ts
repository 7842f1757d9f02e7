import type { Campus, Placed } from "./campus.ts";
import type { PointState, PointStore } from "./points.ts";

/** How a piece of equipment stands, by what it reports; the worst word of its points wins. */
export type Condition = "alarm" | "fault" | "unknown" | "on" | "normal";

const ALARM_WHEN_TRUE =
  /(^|\.)(alarm|tamper|forced|leak|smoke|pressed|powerAnomaly|detected|emergency|gasAlarm)$/;
const POSITION = /(^|\.)preset$/;
const SWITCH = /(^|\.)(state|power)$/;

/** What one value says. A bad value says nothing but `unknown`. */
export function conditionOfPoint(name: string, state: PointState): Condition {
  if (state.quality === "bad") return "unknown";
  const { value } = state;
  if (POSITION.test(name)) return "normal";
  if (value === "alarm" || (value === true && ALARM_WHEN_TRUE.test(name))) return "alarm";
  if (value === "fault" || value === "down" || value === "held") return "fault";
  if (value === true && /(^|\.)fault$/i.test(name)) return "fault";
  if (value === false && /(^|\.)online$/.test(name)) return "fault";
  return SWITCH.test(name) && (value === true || value === "on") ? "on" : "normal";
}

/** What all points of a piece say together: `unknown` only if none of them can be read. */
export function conditionOf(campus: Campus, piece: Placed, read: (id: string) => PointState): Condition {
  const points = campus.pointsOf(piece);
  const said = points.map((point) => conditionOfPoint(point.template.name, read(point.id)));
  for (const word of ["alarm", "fault", "on"] as const) if (said.includes(word)) return word;
  return points.length > 0 && said.every((word) => word === "unknown") ? "unknown" : "normal";
}

/** Reads the states in a way that follows them, for computed signals. */
export function following(points: PointStore): (id: string) => PointState {
  return (id) => points.of(id).value;
}
