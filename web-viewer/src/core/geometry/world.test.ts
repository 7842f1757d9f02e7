import { describe, expect, it } from "vitest";
import { pick, type Shown } from "./pick.ts";
import type { MeshData } from "./mesh.ts";
import { school } from "./school.testdata.ts";
import { shellRanges, World } from "./world.ts";

const CLOSED: Shown = { storeys: new Map(), opened: "", dots: [] };
const down = (x: number, y: number): Parameters<typeof pick>[1] => ({
  origin: [x, y, 60],
  direction: [0, 0, -1],
});

function sound({ positions, normals, marks, owners, indices }: MeshData): void {
  const vertices = positions.length / 3;
  expect([normals.length / 4, marks.length / 4, owners.length / 2]).toEqual([vertices, vertices, vertices]);
  expect(indices.length % 3).toBe(0);
  expect(indices.reduce((most, index) => Math.max(most, index), 0)).toBeLessThan(vertices);
  expect(positions.every(Number.isFinite)).toBe(true);
}

describe("world", () => {
  it("a1 builds sound meshes for grounds, shells and insides", () => {
    const world = new World(school());
    sound(world.site());
    sound(world.exterior());
    sound(world.trees());
    for (const building of world.campus.geometry.buildings) {
      sound(world.inside(building).solid);
      sound(world.inside(building).panes);
    }
  });

  it("a2 keeps shells and insides in ranges by storey, without a gap", () => {
    const world = new World(school());
    const total = world.exterior().indices.length;
    const shell = world.shells.get("A");
    const first = shell?.storeys.get("A-1");
    const second = shell?.storeys.get("A-2");
    expect(second?.start).toBe((first?.start ?? 0) + (first?.count ?? 0));
    expect(shell?.roof.start).toBe((second?.start ?? 0) + (second?.count ?? 0));
    expect(shellRanges(total, shell, "A-2")).toEqual([{ start: 0, count: second?.start }]);
    expect(shellRanges(total, shell, "")).toEqual([{ start: 0, count: total }]);
  });

  it("b1 picks the building from outside, the room once its storey is open", () => {
    const world = new World(school());
    world.exterior();
    expect(pick(world, down(4, 6), CLOSED)?.id).toBe("A");
    const open = { ...CLOSED, storeys: new Map([["A-2", 0]]), opened: "A" };
    expect(pick(world, down(4, 6), open)?.id).toBe("A201");
    expect(pick(world, down(13, 9), open)?.id).toBe("A202");
    expect(pick(world, down(30, 30), open)).toBeNull();
  });

  it("b2 picks equipment before the floor under it, and walls from the side", () => {
    const world = new World(school());
    world.exterior();
    const dots = [{ id: "L1", x: 4, y: 6, z: 4.8 }];
    expect(pick(world, down(4.1, 6), { storeys: new Map([["A-2", 0]]), opened: "A", dots })?.id).toBe("L1");
    expect(pick(world, { origin: [10, -30, 3], direction: [0, 1, 0] }, CLOSED)).toEqual({
      id: "A",
      distance: 30,
    });
    expect(pick(world, { origin: [10, -30, 30], direction: [0, 1, 0] }, CLOSED)).toBeNull();
  });

  it("b3 follows storeys that are drawn apart", () => {
    const world = new World(school());
    world.exterior();
    const storeys = new Map([
      ["A-1", 0],
      ["A-2", 20],
    ]);
    expect(
      pick(
        world,
        { origin: [4, -20, 23.62 + 26], direction: [0, Math.SQRT1_2, -Math.SQRT1_2] },
        { ...CLOSED, storeys, opened: "A" },
      )?.id,
    ).toBe("A201");
  });
});
