import { describe, expect, it } from "vitest";
import { PointStore, type PointState } from "../points.ts";
import { conditionOf, symbolsOf } from "./equipment.ts";
import { colorAt, heatOf, rgbAt, roomHeat, UNKNOWN_COLOR, type HeatScale } from "./heat.ts";
import { chooseLabels, type Wish } from "./labels.ts";
import { eye, framing, limited, zoomed } from "./orbit.ts";
import { placesIn } from "./people.ts";
import { contains, inset, toRing, triangles, turned } from "./polygon.ts";
import { RoomWatch } from "./rooms.ts";
import { school } from "./school.testdata.ts";

const good = (value: PointState["value"]): PointState => ({ value, quality: "good", reason: "", time: 1 });
const bad: PointState = { value: 20, quality: "bad", reason: "link", time: 1 };

function scaleOf(heat: Parameters<typeof heatOf>[0]): HeatScale {
  const scale = heatOf(heat);
  if (!scale) throw new Error(heat);
  return scale;
}

describe("polygons", () => {
  const l = toRing([
    [0, 0],
    [0, 6],
    [2, 6],
    [2, 2],
    [6, 2],
    [6, 0],
    [0, 0],
  ]);

  it("a1 are turned counter-clockwise and filled by triangles of the same area", () => {
    expect(turned(l)).toBe(40);
    const area = triangles(l).reduce((sum, corners) => {
      const ring = corners.map((corner) => l[corner] ?? { x: 0, y: 0 });
      expect(turned(ring)).toBeGreaterThan(0);
      return sum + turned(ring);
    }, 0);
    expect(area).toBe(40);
  });

  it("a2 know what lies in them, and shrink evenly", () => {
    expect([contains(l, 1, 5), contains(l, 4, 4), contains(l, 5, 1)]).toEqual([true, false, true]);
    expect(
      inset(
        toRing([
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 4],
        ]),
        1,
      ),
    ).toEqual([
      { x: 1, y: 1 },
      { x: 3, y: 1 },
      { x: 3, y: 3 },
      { x: 1, y: 3 },
    ]);
  });
});

describe("heat", () => {
  it("b1 gives the stops' own colours, mixes between, holds beyond, and has a colour for nothing", () => {
    const scale = scaleOf("temperature");
    for (const { value, color } of scale.stops) expect(colorAt(scale, value)).toBe(color);
    expect(colorAt(scale, -40)).toBe(scale.stops[0]?.color);
    expect(colorAt(scale, 99)).toBe(scale.stops.at(-1)?.color);
    expect(colorAt(scale, null)).toBe(UNKNOWN_COLOR);
  });

  it("b2 runs in one direction of lightness where values only grow", () => {
    for (const heat of ["co2", "light", "occupancy", "power"] as const) {
      const scale = scaleOf(heat);
      const light = scale.stops
        .map(({ value }) => rgbAt(scale, value))
        .map(([r, g, b]) => 0.21 * r + 0.72 * g + 0.07 * b);
      const steps = light.slice(1).map((value, i) => Math.sign(value - (light[i] ?? 0)));
      expect(new Set(steps).size).toBe(1);
    }
  });

  it("b3 takes the mean of usable values, sums power in watts, and is honest about none", () => {
    const campus = school();
    const store = new PointStore();
    expect(roomHeat(campus, store, "A101", scaleOf("temperature")).value).toBeNull();
    store.show([
      ["F1.zone.temperature", good(20)],
      ["F2.zone.temperature", bad],
    ]);
    expect(roomHeat(campus, store, "A101", scaleOf("temperature")).value).toBe(20);
    store.show([
      ["F2.zone.temperature", good(24)],
      ["L1.group.power", good(60)],
      ["F1.unit.power", good(0.5)],
    ]);
    expect(roomHeat(campus, store, "A101", scaleOf("temperature")).value).toBe(22);
    expect(roomHeat(campus, store, "A101", scaleOf("power")).value).toBe(560);
  });
});

describe("rooms", () => {
  it("c1 tell of a change only for what is followed", () => {
    const store = new PointStore();
    const watch = new RoomWatch(school(), store);
    expect(watch.coloursOf(["F1.zone.temperature"])).toEqual([]);
    watch.follow("temperature");
    store.show([["F1.zone.temperature", good(22)]]);
    expect(watch.coloursOf(["F1.zone.temperature", "L1.group.power"])).toMatchObject([
      { space: "A101", known: true },
    ]);
    expect(watch.lamps(["L1.group.state"])).toEqual([]);
    watch.followLamps(true);
    store.show([["L1.group.state", good(true)]]);
    expect(watch.lamps(["L1.group.state"])).toEqual([{ space: "A101", brightness: 200 }]);
  });
});

describe("equipment", () => {
  it("d1 stands apart where the document has several in one place", () => {
    const symbols = symbolsOf(school(), "A101");
    const [one, two] = symbols;
    expect(Math.hypot((one?.x ?? 0) - (two?.x ?? 0), (one?.y ?? 0) - (two?.y ?? 0))).toBeGreaterThan(0.8);
    expect(symbols.map(({ family }) => family)).toEqual(["lamp", "lamp", "coil", "coil"]);
  });

  it("d2 looks as its feedback says", () => {
    const campus = school();
    const store = new PointStore();
    const of = (id: string): string =>
      conditionOf(
        campus,
        store,
        campus.equipment.get(id) ?? { id, kind: "", space: "", x: 0, y: 0, z: 0, heading: 0 },
      );
    expect(of("L1")).toBe("unknown");
    store.show([
      ["L1.group.state", good(true)],
      ["SD.detector.state", good("alarm")],
      ["F1.zone.temperature", bad],
    ]);
    expect([of("L1"), of("SD"), of("F1")]).toEqual(["on", "alarm", "bad"]);
    store.show([
      ["L1.group.state", good(false)],
      ["SD.detector.state", good("fault")],
    ]);
    expect([of("L1"), of("SD")]).toEqual(["off", "fault"]);
  });
});

describe("labels", () => {
  const wish = (id: string, x: number, priority: number): Wish => ({
    id,
    x,
    y: 50,
    width: 40,
    height: 20,
    priority,
  });
  const ids = (wishes: readonly Wish[], before: string[] = []): string[] =>
    chooseLabels(wishes, new Set(before), { width: 400, height: 100 }, 3).map(({ id }) => id);

  it("e1 do not cover each other, nor the edge; the weightier stays", () => {
    expect(ids([wish("a", 100, 1), wish("b", 120, 2), wish("c", 10, 9)])).toEqual(["b"]);
    expect(ids([wish("a", 100, 1), wish("b", 150, 2)])).toEqual(["b", "a"]);
  });

  it("e2 stay where they were as long as nothing much weightier comes, and are few", () => {
    expect(ids([wish("a", 100, 1), wish("b", 120, 1.2)], ["a"])).toEqual(["a"]);
    expect(ids([60, 120, 180, 240, 300].map((x, i) => wish(`${i}`, x, i)))).toEqual(["4", "3", "2"]);
  });

  it("e3 keep clear of what floats over the picture", () => {
    const room = { width: 400, height: 100, covers: [{ x: 100, y: 60, width: 60, height: 30 }] };
    const shown = chooseLabels([wish("under", 110, 9), wish("beside", 200, 1)], new Set(), room, 3);
    expect(shown.map(({ id }) => id)).toEqual(["beside"]);
  });
});

describe("camera", () => {
  const limits = {
    west: 0,
    south: 0,
    east: 100,
    north: 100,
    nearest: 5,
    farthest: 500,
    flattest: 6,
    steepest: 89,
  };
  const look = { x: 50, y: 50, z: 0, azimuth: 0, pitch: 45, distance: 100 };

  it("f1 looks north from the south and stays over the ground", () => {
    const [x, y, z] = eye(look);
    expect([x, y, z].map(Math.round)).toEqual([50, -21, 71]);
    const lost = limited({ ...look, x: -900, pitch: -30, distance: 9_999, azimuth: -90 }, limits);
    expect(lost).toMatchObject({ x: 0, pitch: 6, distance: 500, azimuth: 270 });
    expect(eye(lost)[2]).toBeGreaterThan(0);
  });

  it("f2 zooms about a point of the ground, within its limits", () => {
    expect(zoomed(look, 2, limits, { x: 90, y: 50 })).toMatchObject({ distance: 50, x: 70 });
    expect(zoomed(look, 1e9, limits).distance).toBe(5);
  });

  it("f3 frames what it is given whatever the shape of the picture", () => {
    const points = [
      [40, 50, 0],
      [60, 50, 0],
    ] as const;
    const wide = framing(points, look, { field: 32, aspect: 2 });
    expect(framing(points, look, { field: 32, aspect: 0.5 })).toBeCloseTo(wide * 4);
  });
});

describe("people", () => {
  it("g1 stand inside, apart, and always in the same places", () => {
    const ring = toRing([
      [0, 0],
      [10, 0],
      [10, 6],
      [0, 6],
    ]);
    const places = placesIn(ring, 60);
    expect(places).toHaveLength(60);
    expect(places.every(({ x, y }) => contains(ring, x, y))).toBe(true);
    expect(new Set(places.map(({ x, y }) => `${x}/${y}`)).size).toBe(60);
    expect(placesIn(ring, 60)).toEqual(places);
  });
});
