import type { Schema, Value } from "./api/client.ts";
import type { Campus, Template } from "./campus.ts";
import { outcomeOf, type CommandItem, type Outcome } from "./commands.ts";
import { commandBarrier } from "./rights.ts";

type Session = Schema["Session"];
type Point = Schema["Point"];

/** What the form of a bulk action asks; an empty text leaves a condition out. */
export interface BulkForm {
  readonly building: string;
  readonly storey: string;
  readonly spaceKind: string;
  readonly kind: string;
  /** Name of the point within its kind, such as `group.state`. */
  readonly point: string;
}

export const EMPTY_FORM: BulkForm = { building: "", storey: "", spaceKind: "", kind: "", point: "" };

const KEYS = ["kind", "building", "storey", "spaceKind", "point"] as const;

/** The query in its text form: `kind:lighting-group building:A point:group.state`. */
export function toQueryText(form: BulkForm): string {
  return KEYS.filter((key) => form[key] !== "")
    .map((key) => `${key}:${/\s/.test(form[key]) ? `"${form[key]}"` : form[key]}`)
    .join(" ");
}

/** Why a target is not commanded; null if it is. */
export type LeftOut = "role" | "building" | "quality" | "type" | "range" | "unticked" | null;

/** A point that the query selects. */
export interface Candidate {
  readonly point: Point;
  /** Found out by the preview; the person may leave out more. */
  readonly leftOut: Exclude<LeftOut, "unticked">;
}

/** A value as the point would take it. */
export interface ValueSpec {
  readonly type: Template["type"];
  readonly states: readonly string[];
  readonly unit: string;
  /** Of number points; the narrowest range of all. */
  readonly min: number | null;
  readonly max: number | null;
}

/** What kind of value the writable points of a selection take: that of the most of them. */
export function specOf(points: readonly Point[], campus: Campus): ValueSpec | null {
  const groups = new Map<string, Template[]>();
  for (const point of points) {
    const template = campus.findPoint(point.id)?.template;
    if (!template?.writable) continue;
    const key = `${template.type} ${template.unit} ${(template.states ?? []).join(",")}`;
    const group = groups.get(key) ?? [];
    group.push(template);
    groups.set(key, group);
  }
  const largest = [...groups.values()].sort((a, b) => b.length - a.length)[0];
  const first = largest?.[0];
  if (!largest || !first) return null;
  const lows = largest.flatMap((template) => (template.min === undefined ? [] : [template.min]));
  const highs = largest.flatMap((template) => (template.max === undefined ? [] : [template.max]));
  return {
    type: first.type,
    states: first.states ?? [],
    unit: first.unit,
    min: lows.length > 0 ? Math.max(...lows) : null,
    max: highs.length > 0 ? Math.min(...highs) : null,
  };
}

/** True if a point of this description would take the value; null gives a slot up and always fits. */
export function fits(template: Template, value: Value): boolean {
  if (value === null) return true;
  switch (template.type) {
    case "bool":
      return typeof value === "boolean";
    case "number":
      return (
        typeof value === "number" &&
        value >= (template.min ?? Number.NEGATIVE_INFINITY) &&
        value <= (template.max ?? Number.POSITIVE_INFINITY)
      );
    case "enum":
      return typeof value === "string" && (template.states ?? []).includes(value);
    default:
      return typeof value === "string";
  }
}

function sameKind(template: Template, value: Value): boolean {
  const type = template.type === "enum" || template.type === "text" ? "string" : template.type;
  return value === null || typeof value === (type === "bool" ? "boolean" : type);
}

/**
 * Looks at every writable point that the query selects: whom the session may command, whose value can be trusted, who
 * takes such a value. Points that nobody can write are no targets and do not appear.
 */
export function preview(
  points: readonly Point[],
  campus: Campus,
  session: Session | null,
  value: Value,
): Candidate[] {
  return points
    .filter((point) => point.writable)
    .map((point) => ({ point, leftOut: reasonFor(point, campus, session, value) }));
}

function reasonFor(
  point: Point,
  campus: Campus,
  session: Session | null,
  value: Value,
): Candidate["leftOut"] {
  const barrier = commandBarrier(session, campus, point.space);
  if (barrier) return barrier;
  const template = campus.findPoint(point.id)?.template;
  if (template && !sameKind(template, value)) return "type";
  if (template && !fits(template, value)) return template.type === "number" ? "range" : "type";
  return point.quality === "bad" ? "quality" : null;
}

/** Most targets of one command; more are asked for in several. */
const MOST = 1_000;

/** Targets as queries of whole ids, in parts that a request can carry. Kinds come first: they narrow quickly. */
export function toTargets(points: readonly Point[]): { query: Record<string, readonly string[]> }[] {
  const parts: { query: Record<string, readonly string[]> }[] = [];
  for (let start = 0; start < points.length; start += MOST) {
    const part = points.slice(start, start + MOST);
    const kinds = [...new Set(part.map((point) => point.kind))];
    parts.push({ query: { kind: kinds, point: part.map((point) => point.id) } });
  }
  return parts;
}

/** How a bulk action stands, counted. */
export interface Tally {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly waiting: number;
  readonly open: number;
}

export function tally(items: readonly CommandItem[], asked: number): Tally {
  const count = { done: 0, held: 0, failed: 0, open: 0 };
  for (const item of items) count[outcomeOf(item)]++;
  return {
    total: Math.max(asked, items.length),
    done: count.done,
    failed: count.failed,
    waiting: count.held,
    open: count.open + Math.max(0, asked - items.length),
  };
}

const RANK: Record<Outcome, number> = { failed: 0, held: 1, open: 2, done: 3 };

/** Failures first, then by place. */
export function byOutcome(a: CommandItem, b: CommandItem): number {
  return RANK[outcomeOf(a)] - RANK[outcomeOf(b)] || a.point.localeCompare(b.point, "en", { numeric: true });
}
