import type { Campus } from "../campus.ts";
import { NEVER, type PointStore } from "../points.ts";
import type { Heat } from "../view.ts";

/** A colour of a scale: the value it stands for, and `#rrggbb`. */
export interface HeatStop {
  readonly value: number;
  readonly color: string;
}

/**
 * How rooms are coloured by a quantity. Scene, plan, legend and table all use this one scale. Colours run evenly in
 * lightness, so that they can be told apart with any colour vision and in print.
 */
export interface HeatScale {
  /** Unit of the stops, as point templates write it. */
  readonly unit: string;
  /** Lowest value first; beyond the ends the end colours hold. */
  readonly stops: readonly HeatStop[];
  /** Names of the point templates that are read; the first that a room has good values of is taken alone. */
  readonly points: readonly (readonly string[])[];
  /** What several points of a room come to. */
  readonly combine: "mean" | "sum";
}

/** Colour of rooms without a usable value: the scene and the plan hatch it as well. */
export const UNKNOWN_COLOR = "#a9adb1";

const scale = (
  unit: string,
  combine: "mean" | "sum",
  points: readonly (readonly string[])[],
  stops: Record<number, string>,
): HeatScale => ({
  unit,
  combine,
  points,
  stops: Object.entries(stops)
    .map(([value, color]) => ({ value: Number(value), color }))
    .sort((a, b) => a.value - b.value),
});

const SCALES: Record<Exclude<Heat, "none">, HeatScale> = {
  temperature: scale("°C", "mean", [["zone.temperature", "room.temperature"]], {
    14: "#234f95",
    18: "#6aa0d0",
    22: "#e9ecdf",
    26: "#eeab6c",
    30: "#a9431f",
  }),
  co2: scale("ppm", "mean", [["room.co2"]], {
    400: "#f4f0dd",
    800: "#ddc98a",
    1000: "#cd9f51",
    1500: "#a05c2e",
    2000: "#672a24",
  }),
  light: scale("lx", "mean", [["room.illuminance"]], {
    0: "#2a2d4c",
    100: "#5c4d7d",
    300: "#a96a85",
    500: "#e39d70",
    1000: "#f9e7a8",
  }),
  occupancy: scale(
    "count",
    "sum",
    [["zone.people"], ["class.present"], ["seat.inUse"], ["bed.present"], ["seat.working"]],
    { 0: "#eff3f1", 10: "#b5d4ce", 25: "#6fabaf", 50: "#387b91", 100: "#1b486a" },
  ),
  power: scale("W", "sum", [["room.power"], ["group.power", "unit.power", "chiller.power"]], {
    0: "#f2eff6",
    250: "#cdbfe0",
    500: "#a58fc6",
    1000: "#7b5ba7",
    2000: "#4e2878",
  }),
};

/** The scale of a quantity; null for none. */
export function heatOf(heat: Heat): HeatScale | null {
  return heat === "none" ? null : SCALES[heat];
}

/** What a room comes to; null where no usable value is known. */
export interface RoomHeat {
  readonly value: number | null;
  /** Ids of the points that were read, used or not. */
  readonly points: readonly string[];
}

/** Ids of the points of a room that a scale could read, in groups of the same preference. */
export function heatPoints(campus: Campus, space: string, heat: HeatScale): string[][] {
  const points = campus.pointsIn(space);
  return heat.points.map((names) =>
    points.filter((point) => names.includes(point.template.name)).map((point) => point.id),
  );
}

/** Reads the value of a room; bad values count as unknown, uncertain ones as usable. */
export function roomHeat(campus: Campus, store: PointStore, space: string, heat: HeatScale): RoomHeat {
  const groups = heatPoints(campus, space, heat);
  const ids = groups.flat();
  for (const group of groups) {
    const values = group.flatMap((id) => {
      const state = store.get(id);
      if (state === NEVER || state.quality === "bad" || typeof state.value !== "number") return [];
      return [inUnit(campus, id, state.value, heat.unit)];
    });
    if (values.length === 0) continue;
    const sum = values.reduce((a, b) => a + b, 0);
    return { value: heat.combine === "sum" ? sum : sum / values.length, points: ids };
  }
  return { value: null, points: ids };
}

function inUnit(campus: Campus, id: string, value: number, unit: string): number {
  return unit === "W" && campus.findPoint(id)?.template.unit === "kW" ? value * 1000 : value;
}

/** Colour of a value on a scale, `#rrggbb`. */
export function colorAt(heat: HeatScale, value: number | null): string {
  const [r, g, b] = rgbAt(heat, value);
  return `#${[r, g, b].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** Colour of a value on a scale, each part 0 to 255; mixed between the stops in OKLab, where equal steps look equal. */
export function rgbAt(heat: HeatScale, value: number | null): [number, number, number] {
  const first = heat.stops[0];
  if (value === null || !first) return parse(UNKNOWN_COLOR);
  let low = first;
  for (const stop of heat.stops) {
    if (value < stop.value) {
      const share = stop === low ? 0 : Math.max(0, (value - low.value) / (stop.value - low.value));
      return mix(parse(low.color), parse(stop.color), share);
    }
    low = stop;
  }
  return parse(low.color);
}

type Triple = [number, number, number];

function parse(hex: string): Triple {
  const bits = Number.parseInt(hex.slice(1), 16);
  return [(bits >> 16) & 255, (bits >> 8) & 255, bits & 255];
}

function mix(a: Triple, b: Triple, share: number): Triple {
  const from = toLab(a);
  const to = toLab(b);
  return fromLab([0, 1, 2].map((i) => (from[i] ?? 0) * (1 - share) + (to[i] ?? 0) * share) as Triple);
}

const linear = (part: number): number => {
  const x = part / 255;
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4;
};

const encoded = (x: number): number => {
  const y = x <= 0.0031308 ? x * 12.92 : 1.055 * x ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, y)) * 255);
};

/** sRGB to OKLab, with the matrices of its definition (B. Ottosson, 2020). */
function toLab(rgb: Triple): Triple {
  const [r, g, b] = rgb.map(linear) as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromLab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    encoded(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    encoded(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    encoded(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}
