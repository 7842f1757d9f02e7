import { expect, test } from "vitest";
import { AbnormalPoints } from "./abnormal.ts";
import type { Schema } from "./api/client.ts";
import { byOutcome, EMPTY_FORM, preview, specOf, tally, toQueryText, toTargets } from "./bulk.ts";
import { Campus, type Geometry } from "./campus.ts";
import type { CommandItem } from "./commands.ts";
import { toCsv } from "./csv.ts";
import { FigureTable } from "./figures.ts";
import { findPlaces } from "./find.ts";
import { toColumns, toPen } from "./history.ts";
import { PointStore } from "./points.ts";

const both = (name: string): { zh: string; en: string } => ({ zh: name, en: name });

function template(name: string, type: "bool" | "number", unit: string, writable: boolean): object {
  return { name, label: both(name), type, unit, writable, ...(type === "number" && { min: 0, max: 100 }) };
}

const GEOMETRY = {
  id: "tiny",
  name: both("tiny"),
  simulated: true,
  bounds: [0, 0, 1, 1],
  buildings: [
    { id: "A", name: both("Alpha"), kind: "teaching", outline: [], storeys: [] },
    { id: "B", name: both("Beta"), kind: "teaching", outline: [], storeys: [] },
  ],
  spaces: [
    { id: "A1", name: both("Room one"), kind: "classroom", building: "A", storey: null, polygon: [] },
    { id: "B1", name: both("Room two"), kind: "classroom", building: "B", storey: null, polygon: [] },
  ],
  passages: [],
  equipment: [
    { id: "LA", kind: "lighting-group", space: "A1" },
    { id: "LB", kind: "lighting-group", space: "B1" },
    { id: "M1", kind: "electric-meter", space: "A1" },
    { id: "M2", kind: "electric-meter", space: "A1", covers: "A" },
  ],
  kinds: {
    "lighting-group": {
      name: both("light"),
      system: "lighting",
      points: [template("group.state", "bool", "bool", true), template("group.level", "number", "%", true)],
    },
    "electric-meter": {
      name: both("meter"),
      system: "energy.electric",
      points: [template("meter.power", "number", "kW", false)],
    },
  },
  views: [],
  landscape: [],
  tour: [],
} as unknown as Geometry;

const campus = new Campus(GEOMETRY);

function point(id: string, more: Partial<Schema["Point"]> = {}): Schema["Point"] {
  const info = campus.findPoint(id);
  return {
    id,
    space: info?.equipment.space ?? "",
    kind: info?.equipment.kind ?? "",
    writable: info?.template.writable ?? false,
    quality: "good",
    ...more,
  } as Schema["Point"];
}

const operator: Schema["Session"] = {
  user: "op",
  role: "operator",
  buildings: ["A"],
  strongestPriority: 8,
  mustChangePassword: false,
};

test("the form makes the query in its text form", () => {
  expect(toQueryText({ ...EMPTY_FORM, kind: "lighting-group", building: "A", point: "group.state" })).toBe(
    "kind:lighting-group building:A point:group.state",
  );
  expect(toQueryText(EMPTY_FORM)).toBe("");
});

test("the preview says of every writable point why it would be left out", () => {
  const points = [
    point("LA.group.state"),
    point("LB.group.state"),
    point("LA.group.level"),
    point("M1.meter.power"),
    point("LA.group.state", { quality: "bad" }),
  ];
  const reasons = preview(points, campus, operator, true).map(({ leftOut }) => leftOut);
  expect(reasons).toEqual([null, "building", "type", "quality"]);
  expect(preview(points, campus, { ...operator, strongestPriority: 17 }, true)[0]?.leftOut).toBe("role");
  expect(preview([point("LA.group.level")], campus, operator, 101)[0]?.leftOut).toBe("range");
  expect(preview([point("LA.group.level")], campus, operator, null)[0]?.leftOut).toBeNull();
  expect(specOf(points, campus)).toMatchObject({ type: "bool" });
});

test("many targets go in parts that a request can carry", () => {
  const points = Array.from({ length: 2_500 }, () => point("LA.group.state"));
  const parts = toTargets(points);
  expect(parts.map(({ query }) => query["point"]?.length)).toEqual([1_000, 1_000, 500]);
  expect(parts[0]?.query["kind"]).toEqual(["lighting-group"]);
});

test("results are counted, and failures stand first", () => {
  const items = (
    [
      ["confirmed", "LA.group.state"],
      ["timed-out", "LB.group.state"],
      ["sent", "LA.group.level"],
      ["superseded", "LB.group.level"],
    ] as const
  ).map(([state, id]) => ({
    id,
    point: id,
    state,
    reason: state === "superseded" ? "held-by-higher-priority" : "",
  }));
  const typed = items as unknown as CommandItem[];
  expect(tally(typed, 5)).toEqual({ total: 5, done: 1, failed: 1, waiting: 1, open: 2 });
  expect([...typed].sort(byOutcome).map(({ state }) => state)).toEqual([
    "timed-out",
    "superseded",
    "sent",
    "confirmed",
  ]);
});

test("a meter for the whole building counts alone; values that are not good count for nothing", () => {
  const points = new PointStore();
  const good = { quality: "good", reason: "", time: 1 } as const;
  points.show([
    ["LA.group.state", { ...good, value: true }],
    ["M1.meter.power", { ...good, value: 3 }],
    ["M2.meter.power", { ...good, value: 5 }],
  ]);
  const table = new FigureTable(campus);
  expect(table.read("A", points)).toMatchObject({ power: 5, lights: { on: 1, of: 1 }, temperature: null });
  points.show([["M2.meter.power", { value: 5, quality: "bad", reason: "stale", time: 1 }]]);
  expect(table.read("A", points).power).toBeNull();
});

test("points that cannot be trusted are known as changes come in", () => {
  const points = new PointStore();
  const told: (() => void)[] = [];
  const abnormal = new AbnormalPoints(points, {
    now: () => 0,
    later: (_ms, action) => (told.push(action), () => undefined),
  });
  abnormal.follow();
  points.show([
    ["b", { value: 1, quality: "bad", reason: "stale", time: 1 }],
    ["a", { value: 1, quality: "uncertain", reason: "", time: 1 }],
  ]);
  points.show([["c", { value: 1, quality: "good", reason: "", time: 1 }]]);
  expect(told).toHaveLength(1);
  expect(abnormal.known.value).toBe(false);
  told[0]?.();
  expect(abnormal.known.value).toBe(true);
  expect(abnormal.ids.value).toEqual(["a", "b"]);
  points.show([["b", { value: 1, quality: "good", reason: "", time: 2 }]]);
  told[1]?.();
  expect(abnormal.ids.value).toEqual(["a"]);
});

test("pens share one time axis and have gaps where the value was bad", () => {
  const rows = (values: [number, number, string][]): Schema["HistoryRow"][] =>
    values.map(([time, value, quality]) => ({ time, value, quality }));
  const one = toPen(
    rows([
      [1_000, 5, "good"],
      [2_000, 6, "bad"],
    ]),
  );
  const two = toPen(rows([[1_500, 7, "good"]]));
  expect(toColumns([one, two])).toEqual([
    [1, 1.5, 2],
    [5, undefined, null],
    [undefined, 7, undefined],
  ]);
});

test("spreadsheets read the figures, and no text becomes a formula", () => {
  expect(
    toCsv([
      ["a", 1, -2, null],
      ["=1+1", 'x,"y"', true, ""],
    ]),
  ).toBe('\ufeffa,1,-2,\r\n\'=1+1,"x,""y""",true,\r\n');
});

test("places are found by name or id, the best fit first", () => {
  expect(findPlaces(campus, "room", 2).map(({ id }) => id)).toEqual(["A1", "B1"]);
  expect(findPlaces(campus, "b1", 9)[0]?.id).toBe("B1");
  expect(findPlaces(campus, " ", 9)).toEqual([]);
});
