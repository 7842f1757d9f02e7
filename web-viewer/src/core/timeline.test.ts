import { describe, expect, it } from "vitest";
import {
  createAxis,
  filterEffects,
  groupEffects,
  longestTime,
  slowest,
  sortEffects,
  type Effect,
} from "./timeline.ts";

const fire = (change: Partial<Effect>): Effect => ({
  linkage: "fire",
  cause: "S1.state,S2.state",
  target: "D1.door",
  effect: "doors",
  by: "controller",
  at: 50,
  seconds: 3,
  limit: 30,
  outcome: "confirmed",
  ...change,
});

const effects: Effect[] = [
  fire({}),
  fire({ target: "D2.door", seconds: 9 }),
  fire({ target: "C1.preset", effect: "cameras", by: "platform", seconds: 0.15, limit: 10 }),
  fire({ target: "D10.door", seconds: 31, outcome: "late" }),
  fire({ linkage: "co2", cause: "A.co2", at: 7, target: "W1", effect: "windows", by: "platform" }),
  fire({
    linkage: "co2",
    cause: "B.co2",
    at: 9,
    target: "W2",
    effect: "windows",
    by: "platform",
    seconds: null,
    outcome: "failed",
    reason: "held-by-higher-priority",
  }),
];

describe("groupEffects", () => {
  const groups = groupEffects(filterEffects(effects, { by: "", outcome: "", text: "" }, () => ""));

  it("puts linkages in order of their first cause", () => {
    expect(groups.map(({ linkage, first, starts, total }) => [linkage, first, starts, total])).toEqual([
      ["co2", 7, 2, 2],
      ["fire", 50, 1, 4],
    ]);
    expect(groups[0]?.causes).toEqual(["A.co2"]);
    expect(groups[1]?.causes).toEqual(["S1.state", "S2.state"]);
  });

  it("sums up each kind of effect", () => {
    expect(groups[1]?.kinds[0]).toMatchObject({
      effect: "doors",
      by: "controller",
      confirmed: 2,
      abnormal: 1,
      fastest: 3,
      slowest: 31,
      limit: 30,
    });
    expect(groups[0]?.kinds[0]).toMatchObject({ confirmed: 1, abnormal: 1, slowest: 3 });
  });

  it("keeps the index of an effect, so that a link stays true under any filter", () => {
    const late = filterEffects(effects, { by: "", outcome: "abnormal", text: "" }, () => "");
    expect(late.map(({ index }) => index)).toEqual([3, 5]);
  });
});

describe("filterEffects and sortEffects", () => {
  it("filters by who, outcome and words together", () => {
    const found = filterEffects(
      effects,
      { by: "platform", outcome: "confirmed", text: " PRESET" },
      (e) => e.target,
    );
    expect(found.map(({ index }) => index)).toEqual([2]);
  });

  it("sorts", () => {
    const rows = filterEffects(effects, { by: "", outcome: "", text: "" }, () => "");
    const order = (by: Parameters<typeof sortEffects>[1]): number[] =>
      sortEffects(rows, by, (e) => e.target).map(({ index }) => index);
    expect(order("slowest").slice(0, 2)).toEqual([3, 1]);
    expect(order("failed").slice(0, 2)).toEqual([3, 5]);
    expect(order("target")).toEqual([2, 0, 1, 3, 4, 5]);
    expect(order("plan")).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it("finds the slowest, and none where nothing was confirmed", () => {
    expect(slowest(effects)?.index).toBe(3);
    expect(slowest(effects.slice(5))).toBeUndefined();
  });
});

describe("createAxis", () => {
  it.each(["stretched", "linear"] as const)("grows from 0 to 1 on the %s scale", (scale) => {
    const axis = createAxis(30, scale);
    const places = [0, 0.1, 0.15, 1, 9, 30, 99].map((s) => axis.position(s));
    expect(places[0]).toBe(0);
    expect(places[6]).toBe(1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(axis.ticks[0]).toBe(0);
    expect(axis.ticks.length).toBeGreaterThan(3);
  });

  it("makes short times readable beside long limits", () => {
    expect(createAxis(30, "stretched").position(0.15)).toBeGreaterThan(0.1);
    expect(createAxis(30, "linear").position(0.15)).toBeLessThan(0.01);
  });

  it("reaches every limit and every confirmation", () => {
    expect(longestTime(effects.map((effect, index) => ({ index, effect })))).toBe(31);
    expect(createAxis(0, "linear").position(1)).toBeLessThan(1);
  });
});
