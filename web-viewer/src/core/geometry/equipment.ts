import type { Campus, Placed, PointInfo } from "../campus.ts";
import { NEVER, type PointState, type PointStore } from "../points.ts";
import { boxOf, contains, toRing, type Ring } from "./polygon.ts";

/** Families of equipment that are drawn alike. */
export const FAMILIES = [
  "lamp",
  "screen",
  "sensor",
  "reader",
  "detector",
  "coil",
  "camera",
  "cabinet",
  "other",
] as const;
export type Family = (typeof FAMILIES)[number];

const BY_SYSTEM: readonly (readonly [start: string, family: Family])[] = [
  ["lighting", "lamp"],
  ["evacuation", "lamp"],
  ["terminals", "screen"],
  ["air-quality", "sensor"],
  ["people-counting", "sensor"],
  ["weather", "sensor"],
  ["dormitory", "sensor"],
  ["classroom", "screen"],
  ["access", "reader"],
  ["attendance", "reader"],
  ["visitor", "reader"],
  ["fire", "detector"],
  ["panic", "detector"],
  ["intrusion", "detector"],
  ["hvac", "coil"],
  ["video", "camera"],
  ["network", "cabinet"],
  ["energy", "cabinet"],
  ["gas", "cabinet"],
  ["water", "cabinet"],
  ["central", "cabinet"],
  ["machine-room", "cabinet"],
  ["kitchen", "sensor"],
];

/** The family of a piece, by the system of its kind. */
export function familyOf(campus: Campus, piece: Placed): Family {
  const kind = campus.kindOf(piece);
  if (kind.system.startsWith("video") && !piece.kind.includes("camera")) return "cabinet";
  return BY_SYSTEM.find(([start]) => kind.system.startsWith(start))?.[1] ?? "other";
}

/** What a piece's own feedback says; `unknown` where nothing was ever told. */
export type Condition = "unknown" | "off" | "on" | "bad" | "fault" | "alarm";

const ALARMS = /(^|\.)(alarm|forced|pressed|leak|detected|smoke|fire-alarm|powerAnomaly|emergency)$/;
const FAULTS = /(^|\.)(tamper|fault)$/;
const ONLINE = /(^|\.)online$/;

const WORDS: Readonly<Record<string, Condition>> = {
  alarm: "alarm",
  held: "alarm",
  fault: "fault",
  down: "fault",
  stopped: "fault",
  on: "on",
  recording: "on",
};

function conditionOfPoint(point: PointInfo, { value, quality }: PointState): Condition {
  if (quality === "bad") return "bad";
  if (typeof value === "string") return WORDS[value] ?? "off";
  if (typeof value !== "boolean") return "off";
  const { name } = point.template;
  if (ONLINE.test(name)) return value ? "off" : "fault";
  if (!value) return "off";
  return ALARMS.test(name) ? "alarm" : FAULTS.test(name) ? "fault" : "on";
}

const RANK: readonly Condition[] = ["unknown", "off", "on", "bad", "fault", "alarm"];

/** The worst that the points of a piece say; bad only if none of them is usable. */
export function conditionOf(campus: Campus, store: PointStore, piece: Placed): Condition {
  let worst: Condition = "unknown";
  let usable = false;
  for (const point of campus.pointsOf(piece)) {
    const state = store.get(point.id);
    if (state === NEVER) continue;
    const condition = conditionOfPoint(point, state);
    if (condition !== "bad") usable = true;
    if (RANK.indexOf(condition) > RANK.indexOf(worst)) worst = condition;
  }
  return worst === "bad" && usable ? "off" : worst;
}

/** A piece as it is drawn: apart from others that stand at the same place. Height above its floor, m. */
export interface Symbol3 {
  readonly piece: Placed;
  readonly family: Family;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

const APART = 0.85;

/** Symbols of a space's pieces; where several stand in one place they are moved apart in a row within the space. */
export function symbolsOf(campus: Campus, space: string): Symbol3[] {
  const ring = toRing(campus.spaces.get(space)?.polygon ?? []);
  const found: Symbol3[] = [];
  for (const piece of campus.equipmentOf(space)) {
    const { x, y } = freePlace(piece, found, ring);
    found.push({ piece, family: familyOf(campus, piece), x, y, z: piece.z });
  }
  return found;
}

function freePlace(piece: Placed, taken: readonly Symbol3[], ring: Ring): { x: number; y: number } {
  const { west, south, east, north } = boxOf(ring);
  const wide = east - west >= north - south;
  for (let i = 0; i < 24; i++) {
    const step = Math.ceil(i / 2) * APART * (i % 2 === 0 ? 1 : -1);
    const x = piece.x + (wide ? step : 0);
    const y = piece.y + (wide ? 0 : step);
    if (i > 0 && !contains(ring, x, y)) continue;
    if (taken.every((other) => Math.hypot(other.x - x, other.y - y) >= APART - 0.01)) return { x, y };
  }
  return { x: piece.x, y: piece.y };
}
