import type { Building, Storey } from "../core/campus.ts";
import { around } from "../core/geometry/mesh.ts";
import { framing, type Limits, type Look } from "../core/geometry/orbit.ts";
import type { World } from "../core/geometry/world.ts";
import type { Opened } from "./buildings.ts";
import { FIELD } from "./rig.ts";
import type { Ball } from "./sky.ts";

/** Clear air between the storeys of a building that is drawn apart, as a share of its height at full spread. */
const SPREAD = 2.2;
const MARGIN = 12;

/** Where to look from, for whatever one wants to see. */
export class Views {
  private readonly site: { x: number; y: number; radius: number };

  constructor(private readonly world: World) {
    const { geometry, buildings } = world.campus;
    const rings = [...buildings.keys()].map((id) => world.ringOf(id));
    const [west = 0, south = 0, east = 100, north = 100] = geometry.bounds;
    this.site = around(
      rings.length > 0
        ? rings
        : [
            [
              { x: west, y: south },
              { x: east, y: north },
            ],
          ],
      MARGIN,
    );
  }

  limits(): Limits {
    const [west = 0, south = 0, east = 100, north = 100] = this.world.campus.geometry.bounds;
    const size = Math.hypot(east - west, north - south);
    return { west, south, east, north, nearest: 4, farthest: size * 3, flattest: 6, steepest: 89 };
  }

  /** The whole campus, from the south-east. */
  home(aspect: number): Look {
    const [west = 0, south = 0, east = 100, north = 100] = this.world.campus.geometry.bounds;
    const whole = around([
      [
        { x: west, y: south },
        { x: east, y: north },
      ],
    ]);
    const radius = Math.min(whole.radius, this.site.radius * 1.6) * 0.86;
    const x = (whole.x + this.site.x) / 2;
    const y = (whole.y + this.site.y) / 2;
    return { x, y, z: 0, azimuth: 328, pitch: 34, distance: framing(radius, FIELD, Math.max(aspect, 0.62)) };
  }

  /** A place or piece of equipment, from where one looks now, steeper on a storey; undefined for unknown ids. */
  of(id: string, now: Look, aspect: number): Look | undefined {
    const { campus } = this.world;
    if (id === campus.geometry.id) return this.home(aspect);
    const middle = campus.middle(id);
    if (!middle) return undefined;
    const indoor = campus.storeyOf(id) !== undefined;
    const radius = this.radiusOf(id);
    const pitch = indoor ? Math.max(52, Math.min(now.pitch, 75)) : Math.min(Math.max(now.pitch, 26), 42);
    return { ...middle, azimuth: now.azimuth, pitch, distance: framing(radius, FIELD, aspect) };
  }

  /** What is open when a storey is chosen. */
  opened(storey: Storey & { building: Building }, explode: number, cut: number): Opened {
    const { building } = storey;
    const rising = [...building.storeys].sort((a, b) => (a.elevation ?? 0) - (b.elevation ?? 0));
    if (explode <= 0) return { building, storeys: new Map([[storey.id, 0]]), from: storey.id, cut };
    const lifts = rising.map((each, i) => [each.id, i * explode * SPREAD * (each.height ?? 3.6)] as const);
    return { building, storeys: new Map(lifts), from: rising[0]?.id ?? storey.id, cut };
  }

  /** The ball that shadows should cover. */
  ball(opened: Opened | null): Ball {
    const whole = this.site;
    if (!opened) return { ...whole, z: 6, radius: whole.radius + MARGIN };
    const { x, y, radius } = around([this.world.ringOf(opened.building.id)], MARGIN);
    const lifts = [...opened.storeys].map(
      ([id, lift]) => (this.world.campus.storeys.get(id)?.elevation ?? 0) + lift,
    );
    const [low, high] = [Math.min(...lifts), Math.max(...lifts) + 4];
    return { x, y, z: (low + high) / 2, radius: Math.hypot(radius, (high - low) / 2) };
  }

  /** First and last storey number of a building; -1 for anything else. */
  storeyNumbers(id: string): [number, number] {
    const storeys =
      this.world.campus.buildings.get(id)?.storeys.map((storey) => this.world.storey(storey.id)) ?? [];
    return storeys.length > 0 ? [Math.min(...storeys), Math.max(...storeys)] : [-1, -1];
  }

  private radiusOf(id: string): number {
    const { campus } = this.world;
    if (campus.equipment.has(id)) return 5;
    const building = campus.storeys.get(id)?.building.id ?? id;
    const ring = this.world.ringOf(building);
    const height = this.world.shells.get(building)?.top ?? 0;
    return ring.length > 0 ? Math.hypot(around([ring]).radius * 1.02, height / 3) + 1.5 : 12;
  }
}
