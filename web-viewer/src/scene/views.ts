import type { Building, Storey } from "../core/campus.ts";
import { around, type Point } from "../core/geometry/mesh.ts";
import { centred, framing, type Lens, type Limits, type Look } from "../core/geometry/orbit.ts";
import type { Ring } from "../core/geometry/polygon.ts";
import type { World } from "../core/geometry/world.ts";
import type { Opened } from "./buildings.ts";
import type { Ball } from "./sky.ts";

/** Clear air between the storeys of a building that is drawn apart, in storey heights at full spread. */
const SPREAD = 2.2;
const MARGIN = 14;
const CLOSEST = 16;
/** Share of the free part of the picture that the campus fills. */
const HOME = 0.9;

/** Where to look from, for whatever one wants to see. */
export class Views {
  private readonly bounds: readonly [west: number, south: number, east: number, north: number];

  constructor(private readonly world: World) {
    const [west = 0, south = 0, east = 100, north = 100] = world.campus.geometry.bounds;
    this.bounds = [west, south, east, north];
  }

  limits(): Limits {
    const [west, south, east, north] = this.bounds;
    const size = Math.hypot(east - west, north - south);
    return { west, south, east, north, nearest: 4, farthest: size * 3, flattest: 6, steepest: 89 };
  }

  /**
   * The whole campus, from the south-east: its buildings and outdoor places. Upright pictures show the buildings
   * alone, as the whole would be too small.
   */
  home(lens: Lens): Look {
    const [west, south, east, north] = this.bounds;
    const upright = lens.aspect < 0.8;
    const { geometry } = this.world.campus;
    const points = geometry.buildings.flatMap(({ id }) =>
      this.cornersOf(id, this.world.shells.get(id)?.top ?? 0),
    );
    if (!upright || points.length === 0)
      for (const { id, kind } of this.world.campus.outdoors())
        if (kind !== "outdoor") points.push(...this.cornersOf(id, 0));
    if (points.length === 0)
      points.push([west, south, 0], [east, south, 0], [east, north, 0], [west, north, 0]);
    const look = {
      x: (west + east) / 2,
      y: (south + north) / 2,
      z: 0,
      azimuth: 322,
      pitch: upright ? 40 : 32,
    };
    return centred(points, look, lens, HOME);
  }

  /** A place or piece of equipment, from where one looks now, steeper on a storey; undefined for unknown ids. */
  of(id: string, now: Look, lens: Lens): Look | undefined {
    const { campus } = this.world;
    if (id === campus.geometry.id) return this.home(lens);
    const middle = campus.middle(id);
    if (!middle) return undefined;
    const storey = campus.storeyOf(id);
    const pitch = storey ? Math.max(52, Math.min(now.pitch, 75)) : Math.min(Math.max(now.pitch, 26), 42);
    const look = { ...middle, azimuth: now.azimuth, pitch };
    if (campus.equipment.has(id)) return { ...look, distance: 26 };
    const ring = this.world.ringOf(storey?.id === id ? storey.building.id : id);
    const top = storey ? middle.z + 2 : (this.world.shells.get(id)?.top ?? 0);
    if (!storey) look.z = top / 2;
    return { ...look, distance: this.fit(ring, [middle.z, top], look, lens) };
  }

  /** What is open in its present spread, from where one looks now. */
  ofOpened(opened: Opened, now: Look, lens: Lens): Look {
    const { low, high } = this.reach(opened);
    const ring = this.world.ringOf(opened.building.id);
    const { x, y } = around([ring]);
    const look = { x, y, z: (low + high) / 2, azimuth: now.azimuth, pitch: Math.min(now.pitch, 36) };
    return { ...look, distance: this.fit(ring, [low, high], look, lens) };
  }

  /** What is open when a storey is chosen. */
  opened(storey: Storey & { building: Building }, explode: number, cut: number): Opened {
    const { building } = storey;
    const rising = [...building.storeys].sort((a, b) => (a.elevation ?? 0) - (b.elevation ?? 0));
    if (explode <= 0) return { building, storeys: new Map([[storey.id, 0]]), from: storey.id, cut };
    const lifts = rising.map((each, i) => [each.id, i * explode * SPREAD * (each.height ?? 3.6)] as const);
    return { building, storeys: new Map(lifts), from: rising[0]?.id ?? storey.id, cut };
  }

  /** The ball that shadows should cover: what is open, or the whole campus. */
  ball(opened: Opened | null): Ball {
    const [west, south, east, north] = this.bounds;
    const corners = [
      { x: west, y: south },
      { x: east, y: north },
    ];
    if (!opened) return { ...around([corners], MARGIN), z: 6 };
    const { x, y, radius } = around([this.world.ringOf(opened.building.id)], MARGIN);
    const { low, high } = this.reach(opened);
    return { x, y, z: (low + high) / 2, radius: Math.hypot(radius, (high - low) / 2) + MARGIN };
  }

  /** First and last storey number of a building; -1 for anything else. */
  storeyNumbers(id: string): [number, number] {
    const storeys =
      this.world.campus.buildings.get(id)?.storeys.map((storey) => this.world.storey(storey.id)) ?? [];
    return storeys.length > 0 ? [Math.min(...storeys), Math.max(...storeys)] : [-1, -1];
  }

  private cornersOf(id: string, top: number): Point[] {
    return this.world.ringOf(id).flatMap(({ x, y }): Point[] =>
      top > 0
        ? [
            [x, y, 0],
            [x, y, top],
          ]
        : [[x, y, 0]],
    );
  }

  /** Heights of the lowest floor and over the highest one that is open. */
  private reach(opened: Opened): { low: number; high: number } {
    const floors = [...opened.storeys].map(
      ([id, lift]) => (this.world.campus.storeys.get(id)?.elevation ?? 0) + lift,
    );
    return { low: Math.min(...floors), high: Math.max(...floors) + 4 };
  }

  private fit(ring: Ring, heights: readonly number[], look: Omit<Look, "distance">, lens: Lens): number {
    const points = ring.flatMap(({ x, y }) => heights.map((z): Point => [x, y, z]));
    return Math.max(CLOSEST, framing(points, look, lens) * 1.06);
  }
}
