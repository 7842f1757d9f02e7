import { describe, expect, it } from "vitest";
import type { Campus } from "./campus.ts";
import { createWalker, type Walker } from "./walk.ts";
import { heading, type Spot } from "./walk/shapes.ts";
import { box, school } from "./walk/school.testdata.ts";

/** Goes straight to a spot by turning and stepping forward only; stops when it does not come nearer. */
function go(walker: Walker, ...spots: [number, number][]): void {
  for (const [x, y] of spots) {
    for (let i = 0; i < 400 && far(walker, { x, y }) > 0.05; i++) {
      const before = far(walker, { x, y });
      const turn = heading(walker.place, { x, y }) - walker.place.heading;
      walker.step(Math.min(0.4, before), 0, turn);
      if (far(walker, { x, y }) > before - 0.001) break;
    }
  }
}

function far({ place }: Walker, { x, y }: Spot): number {
  return Math.hypot(place.x - x, place.y - y);
}

function at(campus: Campus, from: string | null): Walker {
  return createWalker(campus, from);
}

describe("walking", () => {
  it("A1 begins at the gate and looks into the campus", () => {
    expect(at(school(), null).place).toMatchObject({
      x: 50,
      y: 3,
      z: 0,
      heading: 0,
      space: "GATE",
      storey: "",
    });
  });

  it("A2 goes from the gate through the door of the building into a room", () => {
    const walker = at(school(), null);
    go(walker, [50, 25], [37, 25], [37, 39.5], [41, 39.5], [41, 37]);
    expect(walker.place).toMatchObject({ space: "A101", storey: "A-1", z: 0 });
  });

  it("A3 climbs the stairs to the top storey and comes down again, by steps forward only", () => {
    const walker = at(school(), "A101");
    go(walker, [41, 36], [41, 39.5]);
    const heights: number[] = [];
    for (const storey of ["A-2", "A-3"]) {
      go(walker, [42.25, 39.5], [42.25, 42], [43.4, 42], [43.4, 48], [41.1, 48]);
      heights.push(walker.place.z);
      go(walker, [41.1, 42], [42.25, 42], [42.25, 39.5]);
      expect(walker.place).toMatchObject({ storey, space: `${storey.replace("-", "")}-COR` });
      heights.push(walker.place.z);
    }
    expect(heights).toEqual([1.95, 3.9, 5.85, 7.8]);
    go(walker, [50, 39.5], [50, 36]);
    expect(walker.place.space).toBe("A302");
    go(walker, [50, 39.5]);
    for (let i = 0; i < 2; i++)
      go(walker, [42.25, 39.5], [42.25, 42], [41.1, 42], [41.1, 48], [43.4, 48], [43.4, 42], [42.25, 42]);
    go(walker, [42.25, 39.5]);
    expect(walker.place).toMatchObject({ z: 0, space: "A1-COR", storey: "A-1" });
  });

  it("A4 changes height on the stairs without a jump", () => {
    const walker = at(school(), "A1-ST2");
    go(walker, [65.9, 42]);
    for (let i = 0; i < 60; i++) {
      const before = walker.place.z;
      walker.step(0.1, 0, i === 0 ? -walker.place.heading : 0);
      expect(walker.place.z - before).toBeLessThan(0.1);
    }
    expect(walker.place.z).toBeCloseTo(1.95);
  });

  it("A5 leaves a stair by the exit at its far end, level under the upper flight", () => {
    const walker = at(school(), "A1-COR");
    go(walker, [42.25, 39.5], [42.25, 42], [41.1, 42], [41.1, 48], [42, 48], [42, 52]);
    expect(walker.place).toMatchObject({ space: "OUT", storey: "", z: 0 });
    go(walker, [42, 48]);
    expect(walker.place).toMatchObject({ space: "A1-ST1", storey: "A-1", z: 0 });
  });

  it("B1 does not pass a wall and slides along it", () => {
    const walker = at(school(), "A102");
    const start = walker.place;
    walker.step(20, 0, 90 - start.heading);
    expect(walker.place.x).toBeCloseTo(57.75);
    walker.step(3, 0, -45);
    expect(walker.place.x).toBeCloseTo(57.75);
    expect(walker.place.y).toBeCloseTo(start.y + 3 * Math.SQRT1_2, 1);
    expect(walker.place.space).toBe("A102");
  });

  it("B2 stays within the fence, also at the gate", () => {
    const walker = at(school(), null);
    walker.step(200, 0, 180);
    expect(walker.place.y).toBeCloseTo(0.25);
    walker.step(200, 0, -90);
    expect(walker.place.x).toBeCloseTo(99.75);
  });

  it("B3 finds closed what the document does not show", () => {
    const campus = school();
    const walker = at(campus, "A2-COR");
    go(walker, [59, 39.5], [59, 36]);
    expect(walker.place).toMatchObject({ space: "A2-COR" });
    const outside = at(campus, null);
    go(outside, [30, 20], [15, 50], [15, 65]);
    expect(outside.place.space).toBe("OUT");
    expect(outside.place.y).toBeCloseTo(59.75);
  });

  it("B4 goes no further up from the top storey", () => {
    const walker = at(school(), "A3-ST1");
    go(walker, [43.4, 42], [43.4, 48]);
    expect(walker.place).toMatchObject({ z: 7.8, storey: "A-3" });
  });

  it("C1 begins before the entrance of a building and looks at it", () => {
    expect(at(school(), "A").place).toMatchObject({ x: 36, y: 39.5, heading: 90, space: "OUT" });
  });

  it("C2 walks from building to building where they touch", () => {
    const campus = school((geometry) => {
      const [a] = geometry.buildings;
      if (a) geometry.buildings.push({ ...a, id: "C", outline: box(67, 30, 80, 49), storeys: storeyOfC });
      geometry.spaces.push({ ...hallOfC });
      geometry.passages.push({
        id: "AC",
        kind: "opening",
        from: "A1-COR",
        to: "C101",
        x: 67,
        y: 39.5,
        width: 2,
        exit: false,
      });
    });
    const walker = at(campus, "A1-COR");
    go(walker, [70, 39.5]);
    expect(walker.place).toMatchObject({ space: "C101", storey: "C-1" });
  });

  it("D1 takes a stride in a few microseconds", () => {
    const walker = at(school(), "A1-COR");
    const start = performance.now();
    for (let i = 0; i < 20_000; i++) walker.step(0.1, 0, 31);
    expect((performance.now() - start) / 20_000).toBeLessThan(0.2);
  });
});

const storeyOfC = [{ id: "C-1", level: 1, name: { zh: "一层", en: "1" }, elevation: 0, height: 4 }];
const hallOfC = {
  id: "C101",
  name: { zh: "大厅", en: "Hall" },
  kind: "hall",
  building: "C",
  storey: "C-1",
  polygon: box(67, 30, 80, 49),
};
