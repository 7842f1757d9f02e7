import type { Building, Storey } from "../core/campus.ts";
import { around, type Point } from "../core/geometry/mesh.ts";
import { framing, type Limits, type Look } from "../core/geometry/orbit.ts";
import type { Ring } from "../core/geometry/polygon.ts";
import type { World } from "../core/geometry/world.ts";
import type { Opened } from "./buildings.ts";
import { FIELD } from "./rig.ts";
import type { Ball } from "./sky.ts";

/** Clear air between the storeys of a building that is drawn apart, in storey heights at full spread. */
const SPREAD = 2.2;
const MARGIN = 14;
const CLOSEST = 16;

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

  /** The whole campus, from the south-east. Upright pictures show its middle: the whole would be too small. */
  home(aspect: number): Look {
    const [west, south, east, north] = this.bounds;
    const upright = aspect < 0.8;
    const share = upright ? 0.56 : 0.87;
    const [w, h] = [((east - west) / 2) * share, ((north - south) / 2) * share];
    const [x, y] = [(west + east) / 2, (south + north) / 2];
    const look = { x, y, z: 0, azimuth: 322, pitch: upright ? 40 : 32 };
    const points = [-1, 1].flatMap((u) => [-1, 1].map((v): Point => [x + u * w, y + v * h, 0]));
    return { ...look, distance: framing(points, look, { field: FIELD, aspect }) };
  }

  /** A place or piece of equipment, from where one looks now, steeper on a storey; undefined for unknown ids. */
  of(id: string, now: Look, aspect: number): Look | undefined {
    const { campus } = this.world;
    if (id === campus.geometry.id) return this.home(aspect);
    const middle = campus.middle(id);
    if (!middle) return undefined;
    const storey = campus.storeyOf(id);
    const pitch = storey ? Math.max(52, Math.min(now.pitch, 75)) : Math.min(Math.max(now.pitch, 26), 42);
    const look = { ...middle, azimuth: now.azimuth, pitch };
    if (campus.equipment.has(id)) return { ...look, distance: 26 };
    const ring = this.world.ringOf(storey?.id === id ? storey.building.id : id);
    const top = storey ? middle.z + 2 : (this.world.shells.get(id)?.top ?? 0);
    if (!storey) look.z = top / 2;
    return { ...look, distance: this.fit(ring, [middle.z, top], look, aspect) };
  }

  /** What is open in its present spread, from where one looks now. */
  ofOpened(opened: Opened, now: Look, aspect: number): Look {
    const { low, high } = this.reach(opened);
    const ring = this.world.ringOf(opened.building.id);
    const { x, y } = around([ring]);
    const look = { x, y, z: (low + high) / 2, azimuth: now.azimuth, pitch: Math.min(now.pitch, 36) };
    return { ...look, distance: this.fit(ring, [low, high], look, aspect) };
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

  /** Heights of the lowest floor and over the highest one that is open. */
  private reach(opened: Opened): { low: number; high: number } {
    const floors = [...opened.storeys].map(
      ([id, lift]) => (this.world.campus.storeys.get(id)?.elevation ?? 0) + lift,
    );
    return { low: Math.min(...floors), high: Math.max(...floors) + 4 };
  }

  private fit(ring: Ring, heights: readonly number[], look: Omit<Look, "distance">, aspect: number): number {
    const points = ring.flatMap(({ x, y }) => heights.map((z): Point => [x, y, z]));
    return Math.max(CLOSEST, framing(points, look, { field: FIELD, aspect }) * 1.06);
  }
}
