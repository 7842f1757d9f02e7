import { Group, MeshLambertMaterial } from "three";
import { MOST_PEOPLE, placesIn } from "../core/geometry/people.ts";
import { contains } from "../core/geometry/polygon.ts";
import type { World } from "../core/geometry/world.ts";
import type { Opened } from "./buildings.ts";
import { Crowd, type Member } from "./crowd.ts";
import type { Palette } from "./palette.ts";
import { personShape } from "./shapes.ts";

/** Persons of a replay: on the open storeys and outdoors, spread over each space by its count. */
export class People {
  readonly group = new Group();
  private readonly material = new MeshLambertMaterial();
  private readonly crowd = new Crowd(this.group, personShape(), this.material);
  private counts: ReadonlyMap<string, number> | null = null;
  private palette: Palette | null = null;
  private opened: Opened | null = null;

  constructor(private readonly world: World) {}

  paint(palette: Palette): void {
    this.palette = palette;
    this.update();
  }

  show(opened: Opened | null): void {
    this.opened = opened;
    if (this.counts) this.update();
  }

  set(counts: ReadonlyMap<string, number> | null): void {
    this.counts = counts;
    this.update();
  }

  dispose(): void {
    this.crowd.dispose();
    this.material.dispose();
  }

  private update(): void {
    const { palette } = this;
    if (!palette) return;
    const seen = [...(this.counts ?? [])].flatMap(([id, count]) => {
      const z = this.floorOf(id);
      return z === null || count <= 0 ? [] : [{ id, count, z }];
    });
    const all = seen.reduce((sum, { count }) => sum + count, 0);
    const share = Math.min(1, MOST_PEOPLE / Math.max(1, all));
    this.crowd.set(
      seen
        .flatMap(({ id, count, z }) => this.members(id, Math.ceil(count * share), z, palette))
        .slice(0, MOST_PEOPLE),
    );
  }

  /** Height of the floor as it is drawn, or null where the space is not seen. */
  private floorOf(id: string): number | null {
    const { campus } = this.world;
    const space = campus.spaces.get(id);
    if (!space) return null;
    if (!space.storey) return 0;
    const lift = this.opened?.storeys.get(space.storey);
    return lift === undefined ? null : (campus.storeys.get(space.storey)?.elevation ?? 0) + lift;
  }

  private members(id: string, count: number, z: number, palette: Palette): Member[] {
    const indoor = z > 0 || this.world.campus.spaces.get(id)?.storey;
    const outlines = indoor
      ? []
      : [...this.world.campus.buildings.keys()].map((each) => this.world.ringOf(each));
    const free = (x: number, y: number): boolean => outlines.every((ring) => !contains(ring, x, y));
    return placesIn(this.world.ringOf(id), count, free).map(({ x, y }, i) => ({
      x,
      y,
      z,
      turn: i * 2.4,
      size: 1,
      tall: 0.92 + (i % 5) * 0.03,
      color: palette.person,
    }));
  }
}
