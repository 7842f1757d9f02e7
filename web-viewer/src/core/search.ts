import type { Campus, Place } from "./campus.ts";
import type { Both } from "./text/language.ts";

/** Something that can be found by words. */
export interface Entry extends Place {
  readonly type: "building" | "storey" | "space";
  /** Kind of the space or building, as the document calls it; its names are handed in. */
  readonly kind: string;
  readonly building: string;
  readonly storey: string;
}

export interface Match {
  readonly entry: Entry;
  /** Higher is better. */
  readonly score: number;
}

/** Names of a kind, in both languages; undefined where there are none. */
export type KindNames = (kind: string) => Both | undefined;

interface Row {
  readonly entry: Entry;
  readonly id: string;
  readonly names: readonly string[];
  readonly around: string;
  readonly worth: number;
}

const WORTH = { building: 6, storey: 2, space: 4 };
const QUIET: readonly string[] = ["corridor", "stair", "toilet", "store", "outdoor"];

/** Lower case, full-width signs made plain, no spaces or dashes: "Ａ－101 教室" and "a101教室" are the same. */
export function plain(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s·,，、.。:：'’()_-]+/g, "");
}

/**
 * Finds buildings, storeys and rooms by id, by Chinese or English name, or by kind; several words narrow
 * down ("教学楼 图书馆", "b music"). 2,500 entries take about 2 ms.
 */
export class Finder {
  private readonly rows: readonly Row[];

  /** @param kinds names of the kinds of spaces, so that "toilet" finds every toilet */
  constructor(campus: Campus, kinds: KindNames) {
    this.rows = entries(campus).map((entry) => {
      const near = [campus.buildings.get(entry.building)?.name, campus.storeys.get(entry.storey)?.name];
      return {
        entry,
        id: plain(entry.id),
        names: [plain(entry.name.zh), plain(entry.name.en)],
        around: [kinds(entry.kind), ...near]
          .flatMap((name) => (name ? [plain(name.zh), plain(name.en)] : []))
          .join(" "),
        worth: WORTH[entry.type] - (QUIET.includes(entry.kind) ? 2 : 0),
      };
    });
  }

  /** The best matches, best first; none for an empty query. Ties stand in the order of the document. */
  find(query: string, limit = 30): Match[] {
    const words = query.split(/\s+/).map(plain).filter(Boolean);
    if (words.length === 0) return [];
    const whole = plain(query);
    const found: Match[] = [];
    for (const row of this.rows) {
      const score = row.id === whole ? 200 : rank(row, words, whole);
      if (score > 0) found.push({ entry: row.entry, score: score + row.worth });
    }
    return found.sort((a, b) => b.score - a.score).slice(0, limit);
  }
}

/** Every word must stand somewhere; what stands in id and name counts more than kind and surroundings. */
function rank(row: Row, words: readonly string[], whole: string): number {
  const together = Math.max(...row.names.map((name) => place(name, whole, [150, 120, 80])));
  if (together > 0) return together;
  let sum = 0;
  for (const word of words) {
    const score = Math.max(
      place(row.id, word, [140, 90, 30]),
      ...row.names.map((name) => place(name, word, [70, 60, 50])),
      row.around.includes(word) ? 20 : 0,
    );
    if (score === 0) return 0;
    sum += score;
  }
  return sum / words.length;
}

function place(text: string, word: string, [same, start, middle]: readonly [number, number, number]): number {
  if (text === word) return same;
  const at = text.indexOf(word);
  return at < 0 ? 0 : at === 0 ? start : middle;
}

function entries(campus: Campus): Entry[] {
  const { geometry } = campus;
  const found: Entry[] = [];
  for (const { id, name, kind, storeys } of geometry.buildings) {
    found.push({ type: "building", id, name, kind, building: id, storey: "" });
    for (const storey of storeys)
      found.push({
        type: "storey",
        id: storey.id,
        name: storey.name,
        kind: "",
        building: id,
        storey: storey.id,
      });
  }
  for (const { id, name, kind, building, storey } of geometry.spaces)
    found.push({ type: "space", id, name, kind, building: building ?? "", storey: storey ?? "" });
  return found;
}
