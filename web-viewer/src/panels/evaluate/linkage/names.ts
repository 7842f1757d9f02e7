import type { Campus } from "../../../core/campus.ts";
import { pick } from "../../../core/text/language.ts";
import type { Effect, LinkageGroup } from "../../../core/timeline.ts";
import { causesOf } from "../../../core/timeline.ts";
import { l } from "../../../core/text/linkage.ts";

/** What a point is called: its equipment, its place, its own label. Ids where the campus does not know it. */
export interface PointName {
  readonly equipment: string;
  readonly label: string;
  readonly place: string;
  /** Equipment to be shown in the scene. */
  readonly id: string;
}

export function pointName(campus: Campus | null, point: string): PointName {
  const id = point.slice(0, Math.max(point.indexOf("."), 0)) || point;
  const piece = campus?.equipment.get(id);
  const info = campus?.findPoint(point);
  const space = piece && campus?.spaces.get(piece.space);
  return {
    id,
    equipment: piece && campus ? pick(piece.name ?? campus.kindOf(piece).name) : id,
    label: info ? pick(info.template.label) : point.slice(id.length + 1),
    place: space ? placeName(campus, space.id) : "",
  };
}

/** "一年级1班 · 教学楼 一层": a space with where it lies, unless its own name says so. */
export function placeName(campus: Campus | null, id: string): string {
  const place = campus?.find(id);
  if (!campus || !place) return id;
  const name = pick(place.name);
  const storey = campus.storeyOf(id);
  if (!storey || place.type === "storey" || name.startsWith(pick(storey.building.name))) return name;
  return `${name} · ${pick(storey.building.name)} ${pick(storey.name)}`;
}

export function effectName(effect: Pick<Effect, "effect" | "name">): string {
  return pick(effect.name) || effect.effect;
}

export function linkageName(linkage: Pick<LinkageGroup, "linkage" | "name">): string {
  return pick(linkage.name) || linkage.linkage;
}

/** The first cause by name, and how many more there are. */
export function causeText(campus: Campus | null, causes: readonly string[]): string {
  const [first = ""] = causes;
  const name = pointName(campus, first);
  const text = name.equipment;
  return causes.length > 1 ? l("causes", { name: text, n: causes.length - 1 }) : text;
}

/** Everything that an effect can be searched by. */
export function searchWords(campus: Campus | null, effect: Effect): string {
  const target = pointName(campus, effect.target);
  return [
    effect.target,
    effectName(effect),
    pick(effect.linkageName),
    effect.linkage,
    target.equipment,
    target.label,
    target.place,
    ...causesOf(effect),
  ].join(" ");
}

/** Seconds as short as they can be read: 0.15 s, 3.2 s, 31 s. */
export function secondsText(seconds: number): string {
  const digits = seconds < 1 ? 2 : seconds < 10 ? 1 : 0;
  return `${Number(seconds.toFixed(digits))} s`;
}
