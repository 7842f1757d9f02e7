import type { Building, Campus, Space } from "../campus.ts";
import { MeshBuilder, type MeshData, type Range } from "./mesh.ts";
import { contains, toRing, type Ring } from "./polygon.ts";
import { drawShell, type Shell } from "./shell.ts";
import { drawSite } from "./site.ts";
import { drawTrees, treesOf } from "./trees.ts";
import { drawStorey, type Numbers } from "./storey.ts";
import { planStorey, type StoreyPlan } from "./walls.ts";

/** The inside of a building: solid faces and panes, each with its range a storey, from the ground up. */
export interface Inside {
  readonly solid: MeshData;
  readonly panes: MeshData;
  readonly ranges: ReadonlyMap<string, { readonly solid: Range; readonly panes: Range }>;
}

/** Campuses of more spaces than this have plainer facades. */
const PLAIN_FROM = 700;

/**
 * The campus as flat arrays. What is seen first (grounds, shells) is built at once; the inside of a building when it is
 * first asked for (some milliseconds a building), and the newest few are kept.
 */
export class World implements Numbers {
  readonly shells = new Map<string, Shell>();
  /** Ids by number; place 0 stands for none. */
  readonly storeyIds: readonly string[];
  readonly roomIds: readonly string[];
  private readonly storeyNumbers: ReadonlyMap<string, number>;
  private readonly roomNumbers: ReadonlyMap<string, number>;
  private readonly plans = new Map<string, readonly StoreyPlan[]>();
  private readonly insides = new Map<string, Inside>();
  private readonly rings = new Map<string, Ring>();

  constructor(readonly campus: Campus) {
    this.storeyIds = ["", ...campus.storeys.keys()];
    this.roomIds = ["", ...campus.spaces.keys()];
    this.storeyNumbers = new Map(this.storeyIds.map((id, number) => [id, number]));
    this.roomNumbers = new Map(this.roomIds.map((id, number) => [id, number]));
  }

  storey(id: string): number {
    return this.storeyNumbers.get(id) ?? 0;
  }

  room(id: string): number {
    return this.roomNumbers.get(id) ?? 0;
  }

  /** Ring of a space or a building; empty for other ids. */
  ringOf(id: string): Ring {
    let ring = this.rings.get(id);
    if (!ring) {
      const polygon = this.campus.spaces.get(id)?.polygon ?? this.campus.buildings.get(id)?.outline;
      this.rings.set(id, (ring = toRing(polygon ?? [])));
    }
    return ring;
  }

  /** Storeys of a building, from the ground up. */
  plansOf(building: Building): readonly StoreyPlan[] {
    let found = this.plans.get(building.id);
    if (!found) {
      const outline = this.ringOf(building.id);
      found = building.storeys
        .map((storey) => planStorey(this.campus, storey, outline))
        .sort((a, b) => a.elevation - b.elevation);
      this.plans.set(building.id, found);
    }
    return found;
  }

  /** Grounds. */
  site(): MeshData {
    const mesh = new MeshBuilder();
    drawSite(mesh, this.campus);
    return mesh.finish();
  }

  /** Trees of the grounds. */
  trees(): MeshData {
    return drawTrees(treesOf(this.campus));
  }

  /** All buildings from outside, one after the other in the document's order; fills {@link shells}. */
  exterior(): MeshData {
    const mesh = new MeshBuilder();
    const plain = this.campus.spaces.size > PLAIN_FROM;
    for (const building of this.campus.geometry.buildings)
      this.shells.set(building.id, drawShell(mesh, building, this.plansOf(building), this, plain));
    return mesh.finish();
  }

  /** The inside of a building. */
  inside(building: Building): Inside {
    let found = this.insides.get(building.id);
    if (!found) {
      found = this.build(building);
      for (const old of [...this.insides.keys()].slice(0, -2)) this.insides.delete(old);
    }
    this.insides.delete(building.id);
    this.insides.set(building.id, found);
    return found;
  }

  /** Indoor space of a storey at a place in plan. */
  spaceAt(storey: string, x: number, y: number): Space | undefined {
    return this.campus.spacesOf(storey).find((space) => contains(this.ringOf(space.id), x, y));
  }

  private build(building: Building): Inside {
    const meshes = { solid: new MeshBuilder(), panes: new MeshBuilder() };
    const ranges = new Map<string, { solid: Range; panes: Range }>();
    for (const plan of this.plansOf(building)) {
      const [solid, panes] = [meshes.solid.size, meshes.panes.size];
      drawStorey(this.campus, meshes, plan, this);
      ranges.set(plan.storey.id, {
        solid: { start: solid, count: meshes.solid.size - solid },
        panes: { start: panes, count: meshes.panes.size - panes },
      });
    }
    return { solid: meshes.solid.finish(), panes: meshes.panes.finish(), ranges };
  }
}

/** Ranges of a shell mesh that are drawn when some storeys of one building, from a certain one up, are taken off. */
export function shellRanges(total: number, shell: Shell | undefined, from: string): Range[] {
  const first = shell?.storeys.get(from);
  if (!shell || !first) return [{ start: 0, count: total }];
  const end = shell.roof.start + shell.roof.count;
  return [
    { start: 0, count: first.start },
    { start: end, count: total - end },
  ].filter((range) => range.count > 0);
}
