import { expect, test } from "vitest";
import { Campus, type Geometry } from "./campus.ts";
import { emsOf, fitLabel, freeSpot } from "./plan-labels.ts";
import {
  boundsOf,
  doorShape,
  fitted,
  labelBox,
  neighbour,
  planBounds,
  ringPath,
  scaleLength,
  stairPath,
  zoomed,
} from "./plan.ts";
import { TWO_ROOMS } from "./tiny.test.world.ts";

const ROOM = [
  [0, 0],
  [10, 0],
  [10, 8],
  [0, 8],
];
/** An L: 10 × 8 with the upper right quarter missing. */
const BENT = [
  [0, 0],
  [10, 0],
  [10, 4],
  [5, 4],
  [5, 8],
  [0, 8],
];

test("A1 north is up on the sheet", () => {
  expect(ringPath(ROOM)).toBe("M0 0L10 0L10 -8L0 -8Z");
  expect(boundsOf([ROOM])).toEqual({ x: 0, y: -8, width: 10, height: 8 });
  expect(boundsOf([])).toEqual({ x: 0, y: 0, width: 0, height: 0 });
});

test("A2 a sheet fills its frame whatever its shape", () => {
  expect(fitted({ x: 0, y: -8, width: 10, height: 8 }, { width: 200, height: 100 })).toEqual({
    x: -3,
    y: -8,
    width: 16,
    height: 8,
  });
});

test("A3 zoom keeps the spot under the pointer and stops at its limits", () => {
  const view = { x: 0, y: 0, width: 100, height: 50 };
  const near = zoomed(view, 2, { x: 25, y: 25 }, { least: 4, most: 150 });
  expect(near).toEqual({ x: 12.5, y: 12.5, width: 50, height: 25 });
  expect(zoomed(view, 0.1, { x: 0, y: 0 }, { least: 4, most: 150 }).width).toBe(150);
  expect(zoomed(view, 1000, { x: 0, y: 0 }, { least: 4, most: 150 }).width).toBe(4);
});

test("B1 the label box of a rectangle is the rectangle, of an L it stays inside", () => {
  expect(labelBox(ROOM)).toEqual({ x: 0, y: -8, width: 10, height: 8 });
  const box = labelBox(BENT);
  expect(box.width * box.height).toBeGreaterThan(15);
  const corners = [box.x, box.x + box.width].flatMap((x) => [box.y, box.y + box.height].map((y) => [x, -y]));
  for (const [x = 0, y = 0] of corners) expect(x <= 5 || y <= 4).toBe(true);
});

test("B2 labels: one line, two lines, the id, nothing", () => {
  expect(emsOf("教室A")).toBeCloseTo(2.58);
  expect(fitLabel(["一年级1班", "A101"], { width: 80, height: 20 }, 12)).toEqual(["一年级1班"]);
  expect(fitLabel(["一年级1班", "A101"], { width: 40, height: 40 }, 12)).toEqual(["一年级", "1班"]);
  expect(fitLabel(["Teachers' office", "A110"], { width: 30, height: 20 }, 12)).toEqual(["A110"]);
  expect(fitLabel(["Teachers' office", "A110"], { width: 10, height: 20 }, 12)).toEqual([]);
});

test("B3 a label goes beside the symbols", () => {
  const room = { width: 100, height: 100 };
  const label = { width: 60, height: 16 };
  expect(freeSpot(room, label, [])).toEqual({ x: 0, y: 0 });
  const spot = freeSpot(room, label, [{ x: 0, y: 0 }]);
  expect(Math.abs(spot.y)).toBeGreaterThan(14);
});

test("C1 a door stands in the wall of its room and swings into it, an exit swings out", () => {
  const campus = new Campus(TWO_ROOMS);
  const door = doorShape(campus, passage("D"));
  expect([door?.a, door?.b]).toEqual([
    { x: 5, y: -3.5 },
    { x: 5, y: -4.5 },
  ]);
  expect(door?.leaves).toMatch(/^M5 -3\.5L4 -3\.5A/);
  const exit = doorShape(campus, passage("X"));
  expect(exit?.leaves.split("M").length).toBe(3);
  expect(exit?.leaves).toMatch(/L-0\.9 /);
});

test("C2 stairs and passages off the walls are no doors", () => {
  const campus = new Campus(TWO_ROOMS);
  expect(doorShape(campus, { ...passage("D"), kind: "stair" })).toBeUndefined();
  expect(doorShape(campus, { ...passage("D"), x: 2.5 })).toBeUndefined();
});

test("C3 treads lie across the long side", () => {
  const path = stairPath(ROOM);
  expect(path.startsWith("M1.2 -4L8.8 -4")).toBe(true);
  expect(path.split("M").length).toBeGreaterThan(12);
});

test("D1 arrow keys go to the room that lies straight ahead", () => {
  const spots = new Map([
    ["a", { x: 0, y: 0 }],
    ["b", { x: 10, y: 0 }],
    ["c", { x: 4, y: 6 }],
    ["d", { x: 20, y: 1 }],
  ]);
  expect(neighbour(spots, "a", "right")).toBe("b");
  expect(neighbour(spots, "b", "right")).toBe("d");
  expect(neighbour(spots, "a", "down")).toBe("c");
  expect(neighbour(spots, "a", "up")).toBeUndefined();
  expect(neighbour(spots, "gone", "up")).toBe("a");
});

test("D2 the scale bar is a round number", () => {
  expect([0.7, 3, 5, 9, 27, 180].map(scaleLength)).toEqual([0.5, 2, 5, 5, 20, 100]);
});

test("D3 a storey shows its building, no storey the grounds", () => {
  const campus = new Campus(TWO_ROOMS);
  expect(planBounds(campus, "H-1")).toEqual({ x: -3, y: -11, width: 16, height: 14 });
  expect(planBounds(campus, "")).toEqual({ x: -26, y: -36, width: 72, height: 62 });
});

function passage(id: string): Geometry["passages"][number] {
  const found = TWO_ROOMS.passages.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}
