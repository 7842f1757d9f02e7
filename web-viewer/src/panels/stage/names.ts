import type { Campus } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { unitText } from "../../core/text/values.ts";
import { STAGE, t } from "../../core/text/stage.ts";
import type { Heat } from "../../core/view.ts";

/** "教学楼 · 二层"; the id of an unknown storey. */
export function storeyName(campus: Campus, id: string): string {
  const storey = campus.storeys.get(id);
  return storey ? `${pick(storey.building.name)} · ${pick(storey.name)}` : id;
}

/** Name of any place, with its building and storey in front of a room: for labels that must stand alone. */
export function fullName(campus: Campus, id: string): string {
  const place = campus.find(id);
  if (!place) return id;
  if (place.type === "storey") return storeyName(campus, id);
  return pick(place.name);
}

const HEAT_TEXTS: Record<Heat, keyof typeof STAGE> = {
  none: "heatNone",
  temperature: "heatTemperature",
  co2: "heatCo2",
  light: "heatLight",
  occupancy: "heatOccupancy",
  power: "heatPower",
};

export function heatName(heat: Heat): string {
  return t(HEAT_TEXTS[heat]);
}

/** A name with a unit behind it, as a heading of a scale: "温度（°C）". */
export function withUnit(name: string, unit: string): string {
  const text = unitText(unit);
  return text ? `${name} ${text}` : name;
}

/** "3F", "B1": what stands on a lift's buttons. */
export function shortStorey(level: number): string {
  return level > 0 ? `${level}F` : level < 0 ? `B${-level}` : "G";
}

/** The storey that one walks into: the lowest that is not underground; empty for no building. */
export function firstStorey(campus: Campus, building: string): string {
  const storeys = campus.buildings.get(building)?.storeys ?? [];
  return (storeys.find((storey) => storey.level >= 0) ?? storeys[0])?.id ?? "";
}

/** The storey so many levels up (or down) in the same building; the same one where there is none. */
export function storeyBeside(campus: Campus, storey: string, up: number): string {
  const building = campus.storeys.get(storey)?.building;
  if (!building) return storey;
  const levels = [...building.storeys].sort((a, b) => a.level - b.level);
  const at = levels.findIndex((one) => one.id === storey) + up;
  return levels[at]?.id ?? (at < 0 ? "" : storey);
}
