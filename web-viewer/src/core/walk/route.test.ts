import { describe, expect, it } from "vitest";
import type { Geometry } from "../campus.ts";
import { createWalker } from "../walk.ts";
import { route, type Route } from "./route.ts";
import { box, school } from "./school.testdata.ts";
import { language } from "../text/language.ts";
import { ribbon } from "./ribbon.ts";
import { heading } from "./shapes.ts";
import { stepText } from "./words.ts";

function found(...wanted: Parameters<typeof route>): Route {
  const way = route(...wanted);
  if (!way.found) throw new Error(way.reason);
  return way;
}

function words(way: Route): string[] {
  return way.steps.map((step) =>
    [step.kind, step.place.en, Math.round(step.metres), step.turn].join(" ").trim(),
  );
}

describe("routes", () => {
  it("A1 lead from the gate into a room of the ground floor", () => {
    expect(words(found(school(), null, "A102"))).toEqual([
      "outside Teaching building 39",
      "along Corridor 1 11 straight",
      "arrive Classroom 102 6",
    ]);
  });

  it("A2 climb to the top storey and come down again", () => {
    const campus = school();
    const up = found(campus, "A101", "A304");
    expect(up.steps.map((step) => step.kind)).toEqual(["leave", "along", "up", "along", "arrive"]);
    expect(up.steps[2]).toMatchObject({ place: { en: "Storey 3" }, storey: "A-3" });
    expect(up.stepFree).toBe(false);
    const down = found(campus, "A304", "A101");
    expect(down.metres).toBeCloseTo(up.metres, 1);
    expect(down.steps[2]).toMatchObject({ kind: "down", place: { en: "Storey 1" } });
  });

  it("A3 can be walked: somebody who goes from point to point arrives", () => {
    const campus = school();
    for (const to of ["A304", "A101", "B", "GATE"]) {
      const walker = createWalker(campus, "A302");
      const way = found(campus, walker.place, to);
      for (const point of way.points) {
        for (let i = 0; i < 1000; i++) {
          const left = Math.hypot(point.x - walker.place.x, point.y - walker.place.y);
          if (left < 0.05) break;
          walker.step(Math.min(0.3, left), 0, heading(walker.place, point) - walker.place.heading);
        }
      }
      const end = way.points.at(-1);
      expect(Math.hypot(walker.place.x - (end?.x ?? 0), walker.place.y - (end?.y ?? 0)), to).toBeLessThan(
        0.3,
      );
      expect(walker.place.z).toBeCloseTo(end?.z ?? -1);
    }
  });

  it("A4 go round a building, not through its wall, and say the direction", () => {
    const way = found(school(blockB), "GATE", "B");
    const crossing = way.points.some(({ x, y }) => x > 40 && x < 60 && y > 12 && y < 18);
    expect(way.points.some(({ x, y }) => x < 40 && y < 18)).toBe(true);
    expect(crossing).toBe(false);
    expect(way.steps[0]).toMatchObject({ kind: "outside", place: { en: "Store" } });
    expect(way.steps[0]?.compass).toBeGreaterThan(270);
  });

  it("A5 take a corridor with a bend round its inner corner", () => {
    const campus = school((geometry) => {
      const corridor = geometry.spaces.find((space) => space.id === "A3-COR");
      const library = geometry.spaces.find((space) => space.id === "A304");
      if (!corridor || !library) return;
      library.polygon = box(44.5, 41, 58, 49);
      corridor.polygon = [
        [40, 38],
        [67, 38],
        [67, 41],
        [62.5, 41],
        [62.5, 49],
        [58, 49],
        [58, 41],
        [40, 41],
      ];
      const door = geometry.passages.find((passage) => passage.id === "D34");
      if (door) Object.assign(door, { x: 58, y: 47 });
    });
    const way = found(campus, "A301", "A304");
    expect(way.points.some((point) => point.x > 58 && point.y < 41)).toBe(true);
  });

  it("A6 are told in both languages", () => {
    const say = (): string[] => found(school(), null, "A304").steps.map(stepText);
    language.value = "zh";
    expect(say().slice(0, 3)).toEqual([
      "向北步行 39 米，到教学楼",
      "直行，沿1层走廊走 3 米",
      "走楼梯上到3层",
    ]);
    language.value = "en";
    expect(say()[0]).toBe("Walk 39 m north to Teaching building");
    language.value = "zh";
  });

  it("A7 are drawn as a band with two corners a point", () => {
    const line = [0, 1, 1, 5].map((x) => ({ x, y: 0, z: x }));
    const { positions, indices } = ribbon(line, 1, 0.5);
    expect([...positions]).toEqual([
      0, 0.5, 0.5, 0, -0.5, 0.5, 1, 0.5, 1.5, 1, -0.5, 1.5, 5, 0.5, 5.5, 5, -0.5, 5.5,
    ]);
    expect(indices).toHaveLength(12);
  });

  it("B1 are step-free on the ground floor, and say where nobody knows", () => {
    const way = found(school(), null, "A104", { stepFree: true });
    expect(way).toMatchObject({ stepFree: true, unsure: [{ id: "A" }] });
    expect(found(school(entranceIs(true)), null, "A104", { stepFree: true }).unsure).toEqual([]);
  });

  it("B2 say honestly that there is none without steps", () => {
    expect(route(school(), null, "A304", { stepFree: true })).toMatchObject({ reason: "steps-only" });
    expect(route(school(entranceIs(false)), null, "A104", { stepFree: true })).toMatchObject({
      reason: "steps-only",
    });
  });

  it("B3 are none to what is shut or unknown", () => {
    expect(route(school(), null, "A203")).toMatchObject({ found: false, reason: "unknown" });
    const campus = school((geometry) => {
      geometry.passages = geometry.passages.filter((passage) => passage.id !== "D14");
    });
    expect(route(campus, null, "A104")).toMatchObject({ found: false, reason: "no-way" });
  });
});

function blockB(geometry: Geometry): void {
  const store = geometry.buildings.find((building) => building.id === "B");
  const a = geometry.buildings[0];
  if (!store || !a) return;
  geometry.buildings.push({ ...store, id: "W", outline: box(40, 12, 60, 18) });
}

function entranceIs(stepFree: boolean): (geometry: Geometry) => void {
  return (geometry) => {
    const a = geometry.buildings[0];
    if (a) a.stepFree = stepFree;
  };
}
