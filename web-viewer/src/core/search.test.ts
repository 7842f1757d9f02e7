import { describe, expect, it } from "vitest";
import { Finder } from "./search.ts";
import { school } from "./walk/school.testdata.ts";

const names = (kind: string): { zh: string; en: string } | undefined =>
  kind === "classroom" ? { zh: "教室", en: "Classroom" } : undefined;

function ids(query: string): string[] {
  return new Finder(school(), names).find(query).map((match) => match.entry.id);
}

describe("search", () => {
  it("A1 finds a room by its id, whatever the case and the signs between", () => {
    for (const query of ["A101", "a101", "Ａ１０１", "a-101", " A 101 "]) expect(ids(query)[0]).toBe("A101");
  });

  it("A2 finds by Chinese and by English name", () => {
    expect(ids("教学楼")[0]).toBe("A");
    expect(ids("teach")[0]).toBe("A");
    expect(ids("图书馆")).toEqual(["A104", "A204", "A304"]);
    expect(ids("library")[0]).toBe("A104");
  });

  it("A3 finds by kind, and narrows down by further words", () => {
    expect(ids("教室").slice(0, 2)).toEqual(["A101", "A102"]);
    expect(ids("classroom 3层")).toEqual(["A301", "A302"]);
  });

  it("A4 ranks the start of an id before its middle, and rooms before corridors", () => {
    expect(ids("A30").slice(0, 3)).toEqual(["A301", "A302", "A303"]);
    expect(ids("A1")[0]).toBe("A-1");
    expect(ids("A1-")).toContain("A1-COR");
    expect(ids("A1").indexOf("A102")).toBeLessThan(ids("A1").indexOf("A1-COR"));
  });

  it("B1 finds nothing for nonsense, and nothing for no words", () => {
    expect(ids("qqq")).toEqual([]);
    expect(ids("  ")).toEqual([]);
  });
});
