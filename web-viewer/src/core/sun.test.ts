import { expect, test } from "vitest";
import { clockText, minuteOf, minuteOfDay, plainSun, sunAt } from "./sun.ts";

const PATH = [
  [0, 350, -40],
  [360, 90, 0],
  [720, 180, 60],
  [1080, 270, 0],
  [1425, 340, -38],
];

test("A1 on a row the row itself, between rows in between", () => {
  expect(sunAt(PATH, 720)).toEqual({ azimuth: 180, elevation: 60 });
  expect(sunAt(PATH, 540)).toEqual({ azimuth: 135, elevation: 30 });
});

test("A2 azimuth goes the short way round north, also over midnight", () => {
  const north = sunAt(
    [
      [0, 350, 1],
      [60, 10, 1],
    ],
    30,
  );
  expect(north.azimuth % 360).toBeCloseTo(0);
  const late = sunAt(PATH, 1432.5);
  expect(late.azimuth).toBeCloseTo(345);
  expect(late.elevation).toBeCloseTo(-39);
});

test("A3 without a path the sun is in the south at noon and down at midnight", () => {
  expect(sunAt([], 720)).toEqual(plainSun(720));
  expect(plainSun(720).azimuth).toBe(180);
  expect(plainSun(720).elevation).toBeGreaterThan(40);
  expect(plainSun(0).elevation).toBeLessThan(0);
});

test("B1 minutes of the day in the zone of the campus", () => {
  const noon = Date.UTC(2026, 2, 1, 4, 5);
  expect(minuteOfDay(noon, "Asia/Shanghai")).toBe(12 * 60 + 5);
  expect(minuteOfDay(noon, "No/Where")).toBe(4 * 60 + 5);
});

test("B2 times as text and back", () => {
  expect(clockText(425)).toBe("07:05");
  expect(minuteOf("07:05")).toBe(425);
  expect(minuteOf("")).toBeUndefined();
  expect(minuteOf("25:00")).toBeUndefined();
});
