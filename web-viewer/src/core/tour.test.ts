import { describe, expect, it } from "vitest";
import { createTour, stopsOf } from "./tour.ts";
import { school } from "./walk/school.testdata.ts";

const STOP = { id: "s1", place: "A", name: { zh: "一", en: "One" }, caption: { zh: "讲解", en: "Words" } };

describe("tour", () => {
  it("A1 takes the stops of the document", () => {
    expect(stopsOf(school((geometry) => geometry.tour.push(STOP)))).toEqual([STOP]);
  });

  it("A2 is derived from gate and buildings where there are none", () => {
    expect(stopsOf(school()).map((stop) => stop.place)).toEqual(["GATE", "A", "B"]);
  });

  it("B1 goes on, back and to its end, and says so", () => {
    const tour = createTour([STOP, { ...STOP, id: "s2" }]);
    expect([tour.at.value, tour.stop.value]).toEqual([-1, undefined]);
    tour.next();
    tour.back();
    expect(tour.stop.value?.id).toBe("s1");
    tour.next();
    expect([tour.stop.value?.id, tour.ended.value]).toEqual(["s2", false]);
    tour.next();
    tour.next();
    expect([tour.at.value, tour.ended.value]).toEqual([2, true]);
    tour.back();
    expect(tour.stop.value?.id).toBe("s2");
    tour.leave();
    expect(tour.at.value).toBe(-1);
  });

  it("B2 begins at a stop by its id, at the first for an unknown one", () => {
    const tour = createTour([STOP, { ...STOP, id: "s2" }]);
    tour.go("s2");
    expect(tour.at.value).toBe(1);
    tour.go("gone");
    expect(tour.at.value).toBe(0);
  });
});
