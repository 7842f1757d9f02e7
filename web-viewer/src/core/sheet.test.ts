import { describe, expect, it } from "vitest";
import {
  byArea,
  figure,
  filterSheet,
  findRun,
  holds,
  lifts,
  runOf,
  tally,
  type Job,
  type Judged,
} from "./sheet.ts";

const item = (id: string, change: Partial<Judged> = {}): Judged => ({
  id,
  name: { zh: id, en: id },
  area: id.slice(0, 1),
  mode: "evidence",
  verdict: "undecided",
  awarded: 0,
  max: 1,
  grade: null,
  measures: [],
  reason: { zh: "", en: "" },
  ...change,
});

const indicators = [
  item("A1", { verdict: "met", awarded: 2, max: 2, mode: "inventory" }),
  item("A2", { max: 2 }),
  item("B1", { verdict: "not-met", max: 2, mode: "measured" }),
  item("B2", { verdict: "partly", awarded: 0.5 }),
  item("X1", { max: null, awarded: null }),
];

const sheet = {
  id: "s",
  awarded: 2.5,
  max: 7,
  grade: null,
  areas: ["B", "A", "C"].map((id) => ({ id, name: { zh: id, en: id } })),
  indicators,
};

describe("sheet", () => {
  it("counts each verdict with its points", () => {
    expect(tally(indicators).map((t) => [t.verdict, t.count, t.awarded, t.max])).toEqual([
      ["met", 1, 2, 2],
      ["partly", 1, 0.5, 1],
      ["not-met", 1, 0, 2],
      ["undecided", 2, 0, 2],
    ]);
  });

  it("keeps the order of areas, leaves empty ones out and loses nobody", () => {
    expect(byArea(sheet).map((area) => [area.id, area.awarded, area.max, area.indicators.length])).toEqual([
      ["B", 0.5, 3, 2],
      ["A", 2, 4, 2],
      ["", 0, 0, 1],
    ]);
    expect(byArea({ ...sheet, areas: undefined })[0]?.indicators).toHaveLength(5);
  });

  it("filters by all parts together", () => {
    const all = { verdict: "", area: "", mode: "", text: "" } as const;
    const ids = (filter: object): string[] =>
      filterSheet(indicators, { ...all, ...filter }, (i) => i.id).map(({ id }) => id);
    expect(ids({})).toHaveLength(5);
    expect(ids({ verdict: "undecided", area: "A" })).toEqual(["A2"]);
    expect(ids({ mode: "measured" })).toEqual(["B1"]);
    expect(ids({ text: " a" })).toEqual(["A1", "A2"]);
  });

  it("puts first what would bring most, and a missed threshold before what nobody has looked at", () => {
    expect(lifts(indicators).map(({ id }) => id)).toEqual(["B1", "A2", "B2"]);
  });
});

describe("figures", () => {
  it("are held against their threshold", () => {
    expect(holds({ value: 3, op: ">=", threshold: 3 })).toBe(true);
    expect(holds({ value: 2.9, op: ">=", threshold: 3 })).toBe(false);
    expect(holds({ value: 0, op: "==", threshold: 0 })).toBe(true);
    expect(holds({ value: 5, op: "<", threshold: 5 })).toBe(false);
    expect([1.0666666, 100, 0.1].map(figure)).toEqual(["1.067", "100", "0.1"]);
  });

  it("name the run that they rest on", () => {
    expect(runOf("DR-FIRE#12")).toEqual({ scenario: "DR-FIRE", seed: 12 });
    expect([runOf(null), runOf("live")]).toEqual([undefined, undefined]);
    const job = (id: string, seed: number, state: Job["state"]): Job => ({
      id,
      kind: "scenario",
      subject: "DR-FIRE",
      name: { zh: "", en: "" },
      seed,
      state,
      percent: 100,
      user: "",
      asked: 0,
    });
    const jobs = [job("1", 7, "done"), job("2", 12, "failed"), job("3", 12, "done")];
    expect(findRun(jobs, "DR-FIRE#12")?.id).toBe("3");
    expect(findRun(jobs, "DR-FIRE#99")).toBeUndefined();
  });
});
