import { expect, test } from "vitest";
import { Campus } from "./campus.ts";
import { TWO_ROOMS } from "./tiny.test.world.ts";
import { filteredRows, matchesOf, parentOf, rowsOf, waysUp } from "./tree.ts";

const campus = new Campus(TWO_ROOMS);

/** One line a row: indent, id, and + for closed, - for open. */
function text(rows: ReturnType<typeof rowsOf>): string[] {
  return rows.map(
    (row) => "  ".repeat(row.level - 1) + row.id + (row.children ? (row.open ? " -" : " +") : ""),
  );
}

test("A1 only open branches have lines", () => {
  expect(text(rowsOf(campus, new Set()))).toEqual(["tiny -", "  OUT", "  H +"]);
  expect(text(rowsOf(campus, new Set(["H", "H-1"])))).toEqual([
    "tiny -",
    "  OUT",
    "  H -",
    "    H-1 -",
    "      R1 +",
    "      R2",
    "    H-2",
  ]);
});

test("A2 points are the last leaves, with what is needed to show them", () => {
  const rows = rowsOf(campus, new Set(["H", "H-1", "R1", "R1-LG1"]));
  const point = rows.find((row) => row.id === "R1-LG1.room.illuminance");
  expect(point).toMatchObject({ type: "point", level: 6, position: 2, size: 2, parent: "R1-LG1" });
  expect(point?.point?.template.unit).toBe("lx");
});

test("A3 ways up", () => {
  expect(waysUp(campus, "R1-LG1.group.state")).toEqual(["R1-LG1", "R1", "H-1", "H", "tiny"]);
  expect(parentOf(campus, "OUT")).toBe("tiny");
  expect(waysUp(campus, "unknown")).toEqual([]);
});

test("B1 a filter finds names in both languages and ids, all words needed", () => {
  expect(matchesOf(campus, "主楼")).toEqual(["H"]);
  expect(matchesOf(campus, "room r2")).toEqual(["R2"]);
  expect(matchesOf(campus, "r1")).toEqual(["R1", "R1-LG1", "R1-SD1"]);
  expect(matchesOf(campus, " ")).toEqual([]);
});

test("B2 a filter shows matches with the ways to them, and lets them be opened", () => {
  const found = filteredRows(campus, new Set(), "lamp");
  expect(text([...found.rows])).toEqual(["tiny -", "  H -", "    H-1 -", "      R1 -", "        R1-LG1 +"]);
  expect(found.matches).toBe(1);
  const opened = filteredRows(campus, new Set(["R1-LG1"]), "lamp");
  expect(opened.rows.at(-1)?.id).toBe("R1-LG1.room.illuminance");
});

test("B3 nothing found is no line", () => {
  expect(filteredRows(campus, new Set(), "zzz")).toEqual({ rows: [], matches: 0, cut: false });
});
