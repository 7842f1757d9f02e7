import { expect, test } from "vitest";
import type { Point } from "./mesh.ts";
import { centred, direction, eye, freePart } from "./orbit.ts";

test("what is covered moves the middle of the picture and narrows its lens", () => {
  const size = { width: 1280, height: 800 };
  const free = freePart(32, size, { left: 400, top: 0, right: 0, bottom: 0 });
  expect(free).toMatchObject({ field: 32, aspect: 1.1, right: 200, down: 0 });
  const sheet = freePart(32, { width: 390, height: 800 }, { left: 0, top: 0, right: 0, bottom: 400 });
  expect(sheet.down).toBe(-200);
  expect(Math.tan((sheet.field * Math.PI) / 360)).toBeCloseTo(Math.tan((32 * Math.PI) / 360) / 2);
  expect(freePart(32, size, { left: 1200, top: 0, right: 0, bottom: 0 })).toMatchObject({
    right: 0,
    aspect: 1.6,
  });
});

test("points are looked at so that they lie in the middle as they are seen", () => {
  const points: Point[] = [
    [100, 200, 0],
    [180, 200, 15],
    [180, 320, 0],
    [130, 260, 20],
  ];
  const lens = { field: 32, aspect: 1.1 };
  const look = centred(points, { x: 0, y: 0, z: 0, azimuth: 322, pitch: 32 }, lens, 0.9);
  const place = eye(look);
  const forward = direction(look);
  const flat = Math.hypot(forward[0], forward[1]);
  const right: Point = [forward[1] / flat, -forward[0] / flat, 0];
  const up: Point = [right[1] * forward[2], -right[0] * forward[2], flat];
  const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  const tall = Math.tan((16 * Math.PI) / 180);
  const on = points.map((point) => {
    const from: Point = [point[0] - place[0], point[1] - place[1], point[2] - place[2]];
    return [dot(from, right) / dot(from, forward) / tall / 1.1, dot(from, up) / dot(from, forward) / tall];
  });
  for (const part of [0, 1]) {
    const all = on.map((each) => each[part] ?? 9);
    expect(Math.min(...all) + Math.max(...all)).toBeCloseTo(0, 1);
    expect(Math.max(...all)).toBeLessThanOrEqual(0.93);
  }
  expect(Math.max(...on.flat())).toBeGreaterThan(0.85);
});
