import type { Campus, PointInfo } from "./campus.ts";
import type { Both } from "./text/language.ts";

export type RowType = "campus" | "building" | "storey" | "space" | "equipment" | "point";

/** One line of the tree. `level`, `position` and `size` count from 1, as ARIA does. */
export interface Row {
  readonly id: string;
  readonly type: RowType;
  readonly name: Both;
  readonly level: number;
  readonly parent: string;
  readonly position: number;
  readonly size: number;
  /** Number of things right under it. */
  readonly children: number;
  readonly open: boolean;
  /** Only for points. */
  readonly point?: PointInfo;
}

/** Lines to be shown, and whether a filter left some out. */
export interface Rows {
  readonly rows: readonly Row[];
  /** Number of places and pieces that match the filter; 0 without one. */
  readonly matches: number;
  readonly cut: boolean;
}

interface Node {
  id: string;
  type: RowType;
  name: Both;
  point?: PointInfo;
}

/** At most so many matches of a filter are listed. */
export const MOST_MATCHES = 200;

function named(type: RowType, thing: { id: string; name: Both }): Node {
  return { id: thing.id, type, name: thing.name };
}

/** What lies right under a place, in the document's order; outdoor spaces come before the buildings. */
export function childrenOf(campus: Campus, id: string, type: RowType): Node[] {
  switch (type) {
    case "campus":
      return [
        ...campus.outdoors().map((space) => named("space", space)),
        ...campus.geometry.buildings.map((building) => named("building", building)),
      ];
    case "building":
      return (campus.buildings.get(id)?.storeys ?? []).map((storey) => named("storey", storey));
    case "storey":
      return campus.spacesOf(id).map((space) => named("space", space));
    case "space":
      return campus.equipmentOf(id).map((piece) => ({
        id: piece.id,
        type: "equipment",
        name: piece.name ?? campus.kindOf(piece).name,
      }));
    case "equipment": {
      const piece = campus.equipment.get(id);
      return (piece ? campus.pointsOf(piece) : []).map((point) => ({
        id: point.id,
        type: "point",
        name: point.template.label,
        point,
      }));
    }
    case "point":
      return [];
  }
}

/** The place right over a place; empty for the campus itself and for what is unknown. */
export function parentOf(campus: Campus, id: string): string {
  const piece = campus.equipment.get(id);
  if (piece) return piece.space;
  const space = campus.spaces.get(id);
  if (space) return space.storey ?? space.building ?? campus.geometry.id;
  const storey = campus.storeys.get(id);
  if (storey) return storey.building.id;
  if (campus.buildings.has(id)) return campus.geometry.id;
  return campus.findPoint(id)?.equipment.id ?? "";
}

/** Every place over a place, nearest first. */
export function waysUp(campus: Campus, id: string): string[] {
  const ways: string[] = [];
  for (let at = parentOf(campus, id); at !== ""; at = parentOf(campus, at)) ways.push(at);
  return ways;
}

/**
 * The lines of the tree with the open branches. Costs as much as there are lines: closed branches are not walked.
 *
 * @param open ids of open branches; the campus itself always is
 */
export function rowsOf(campus: Campus, open: ReadonlySet<string>): Row[] {
  const rows: Row[] = [];
  const add = (node: Node, level: number, parent: string, place: [position: number, size: number]): void => {
    const children = childrenOf(campus, node.id, node.type);
    const isOpen = level === 1 || open.has(node.id);
    const [position, size] = place;
    rows.push({ ...node, level, parent, position, size, children: children.length, open: isOpen });
    if (isOpen)
      children.forEach((child, index) => add(child, level + 1, node.id, [index + 1, children.length]));
  };
  const { id, name } = campus.geometry;
  add({ id, type: "campus", name }, 1, "", [1, 1]);
  return rows;
}

/** Ids of places and pieces whose names or id hold every word of the text, in the order of the document. */
export function matchesOf(campus: Campus, text: string): string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const fits = (id: string, name: Both): boolean => {
    const all = `${id}\n${name.zh}\n${name.en}`.toLowerCase();
    return words.every((word) => all.includes(word));
  };
  const { buildings, spaces, equipment } = campus.geometry;
  return [
    ...buildings.filter((building) => fits(building.id, building.name)),
    ...buildings.flatMap((building) => building.storeys.filter((storey) => fits(storey.id, storey.name))),
    ...spaces.filter((space) => fits(space.id, space.name)),
    ...equipment.filter((piece) => fits(piece.id, piece.name ?? campus.kindOf(piece).name)),
  ].map((thing) => thing.id);
}

/**
 * The lines for a filter: what matches, and the ways to it. A match may be opened further, like any branch.
 *
 * @param text empty for no filter
 */
export function filteredRows(campus: Campus, open: ReadonlySet<string>, text: string): Rows {
  if (!text.trim()) return { rows: rowsOf(campus, open), matches: 0, cut: false };
  const all = matchesOf(campus, text);
  const shown = new Set(all.slice(0, MOST_MATCHES));
  const ways = new Set([...shown].flatMap((id) => waysUp(campus, id)));
  const rows = rowsOf(campus, new Set([...open, ...ways])).filter(
    (row) => shown.has(row.id) || ways.has(row.id) || under(campus, row.id, shown),
  );
  return { rows, matches: all.length, cut: all.length > shown.size };
}

function under(campus: Campus, id: string, shown: ReadonlySet<string>): boolean {
  return waysUp(campus, id).some((way) => shown.has(way));
}
