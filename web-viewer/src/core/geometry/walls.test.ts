import { describe, expect, it } from "vitest";
import { school } from "./school.testdata.ts";
import { planStorey, type StoreyPlan, type Wall } from "./walls.ts";
import { World } from "./world.ts";

function plan(level: number, campus = school()): StoreyPlan {
  const building = campus.geometry.buildings[0];
  const storey = building?.storeys[level - 1];
  if (!building || !storey) throw new Error("no storey");
  return planStorey(campus, storey, new World(campus).ringOf(building.id));
}

const between = (walls: readonly Wall[], one: string, other: string): Wall[] =>
  walls.filter((wall) => {
    const ids = [wall.left?.id ?? wall.outside, wall.right?.id ?? wall.outside];
    return ids.includes(one) && (ids.includes(other) || (other === "out" && wall.outside !== null));
  });

describe("walls of a storey", () => {
  it("a1 stand once between two rooms, thin inside and thick outside", () => {
    const { walls } = plan(1);
    expect(between(walls, "A101", "A102")).toHaveLength(1);
    expect(between(walls, "A101", "A102")[0]).toMatchObject({ outside: null, length: 8 });
    const outer = walls.filter((wall) => wall.outside);
    expect(outer.reduce((sum, wall) => sum + wall.length, 0)).toBeCloseTo(60);
    expect(Math.min(...outer.map((wall) => wall.thickness))).toBeGreaterThan(0.2);
  });

  it("a2 have a hole for each door, on the wall that it joins", () => {
    const { walls } = plan(1);
    const doors = walls.flatMap((wall) => wall.holes.filter((hole) => hole.kind === "door"));
    expect(doors.map((door) => door.passage?.id).sort()).toEqual(["D101", "D102", "D1S", "E"]);
    expect(between(walls, "A101", "A1C")[0]?.holes).toMatchObject([{ from: 1.5, to: 2.5, bottom: 0 }]);
  });

  it("a3 have windows where people use the room, none in a store, none over a door", () => {
    const { walls } = plan(1);
    const windows = (room: string): number =>
      between(walls, room, "out").flatMap((wall) => wall.holes.filter((hole) => hole.kind === "window"))
        .length;
    expect(windows("A101")).toBeGreaterThan(3);
    expect(windows("A102")).toBe(0);
    for (const wall of walls)
      wall.holes
        .slice(1)
        .forEach((hole, i) => expect(hole.from).toBeGreaterThanOrEqual(wall.holes[i]?.to ?? 0));
  });

  it("a4 stand along the outline where rooms may not be seen", () => {
    const campus = school((geometry) => {
      geometry.spaces = geometry.spaces.filter((space) => space.id !== "A102");
    });
    const { walls, full } = plan(1, campus);
    expect(full).toBe(false);
    expect(walls.filter((wall) => wall.outside).reduce((sum, wall) => sum + wall.length, 0)).toBeCloseTo(60);
  });
});
