import type { Campus, Placed, PointInfo } from "./campus.ts";
import type { PointStore } from "./points.ts";

/** Key figures of a building or of the grounds; null where nothing trustworthy is known. */
export interface Figures {
  /** Mean of the rooms, °C. */
  readonly temperature: number | null;
  /** Lowest and highest room, ppm. */
  readonly co2: { low: number; high: number } | null;
  readonly lights: { on: number; of: number } | null;
  /** kW drawn now; negative while more is fed in. */
  readonly power: number | null;
  readonly people: number | null;
  /** Points that are uncertain or bad, of all; null until values came. */
  readonly abnormal: { count: number; of: number } | null;
}

interface Sources {
  temperature: string[];
  co2: string[];
  lights: string[];
  power: string[];
  people: string[];
  /** Meters and counters that stand for the whole building; where there are any, the others are parts of them. */
  wholePower: string[];
  wholePeople: string[];
  all: string[];
}

/** Points of the catalogue that figures are made of, by the name of the template. */
const NAMES: Record<"temperature" | "co2" | "lights" | "people", readonly string[]> = {
  temperature: ["zone.temperature", "room.temperature"],
  co2: ["room.co2"],
  lights: ["group.state"],
  people: ["zone.people"],
};

/** Kinds of spaces where people stay; a machine room says nothing on how warm a building is. */
const TECHNICAL: ReadonlySet<string> = new Set(["machine-room", "plant-room", "kitchen", "store", "outdoor"]);

function none(): Sources {
  return {
    temperature: [],
    co2: [],
    lights: [],
    power: [],
    people: [],
    wholePower: [],
    wholePeople: [],
    all: [],
  };
}

function add(sources: Sources, point: PointInfo, spaceKind: string, system: string, whole: boolean): void {
  const { name } = point.template;
  sources.all.push(point.id);
  if (name === "meter.power") (whole ? sources.wholePower : sources.power).push(point.id);
  if (NAMES.lights.includes(name) && system === "lighting") sources.lights.push(point.id);
  if (NAMES.people.includes(name)) (whole ? sources.wholePeople : sources.people).push(point.id);
  if (TECHNICAL.has(spaceKind)) return;
  if (NAMES.temperature.includes(name)) sources.temperature.push(point.id);
  if (NAMES.co2.includes(name)) sources.co2.push(point.id);
}

/**
 * Figures by building. Which points count is found once from the kinds of the campus; reading the figures is then one
 * look-up a point.
 */
export class FigureTable {
  private readonly sources = new Map<string, Sources>();

  constructor(campus: Campus) {
    for (const piece of campus.geometry.equipment) this.take(campus, piece);
  }

  private take(campus: Campus, piece: Placed): void {
    const space = campus.spaces.get(piece.space);
    const building = space?.building ?? "";
    const sources = this.sources.get(building) ?? none();
    this.sources.set(building, sources);
    const { system } = campus.kindOf(piece);
    const whole = building !== "" && piece.covers === building;
    for (const point of campus.pointsOf(piece)) add(sources, point, space?.kind ?? "", system, whole);
  }

  /** @param building its id, empty for the grounds outside */
  read(building: string, points: PointStore): Figures {
    const sources = this.sources.get(building) ?? none();
    const temperatures = numbers(sources.temperature, points);
    const co2 = numbers(sources.co2, points);
    const power = numbers(sources.wholePower.length > 0 ? sources.wholePower : sources.power, points);
    const people = numbers(sources.wholePeople.length > 0 ? sources.wholePeople : sources.people, points);
    const lights = sources.lights.filter((id) => points.get(id).quality === "good");
    return {
      temperature: temperatures.length > 0 ? sum(temperatures) / temperatures.length : null,
      co2: co2.length > 0 ? { low: Math.min(...co2), high: Math.max(...co2) } : null,
      lights:
        lights.length > 0
          ? { on: lights.filter((id) => points.get(id).value === true).length, of: lights.length }
          : null,
      power: power.length > 0 ? sum(power) : null,
      people: people.length > 0 ? sum(people) : null,
      abnormal:
        points.size > 0
          ? {
              count: sources.all.filter((id) => points.get(id).quality !== "good").length,
              of: sources.all.length,
            }
          : null,
    };
  }
}

/** Values that can be trusted. */
function numbers(ids: readonly string[], points: PointStore): number[] {
  return ids.flatMap((id) => {
    const { value, quality } = points.get(id);
    return quality === "good" && typeof value === "number" ? [value] : [];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
