import { BufferAttribute, BufferGeometry, Group, Mesh, type Material } from "three";
import type { Building, Campus } from "../core/campus.ts";
import type { MeshData, Range } from "../core/geometry/mesh.ts";
import { shellRanges, type World } from "../core/geometry/world.ts";
import { campusDepth, campusMaterial, type CampusUniforms, type Tables } from "./material.ts";

/** Height at which walls are cut when one looks down on a storey, m above its floor. */
export const CUT = 1.35;
const WHOLE = 1e6;
/** The grounds lie a step under the lowest floors, so that the two are never in one plane, m. */
const GROUND = -0.16;

/** What of a building is shown from inside. */
export interface Opened {
  readonly building: Building;
  /** Storeys whose inside is drawn, with their lift in metres. */
  readonly storeys: ReadonlyMap<string, number>;
  /** Shell storeys from this one up are taken off. */
  readonly from: string;
  /** Height of the walls above the floor, m. */
  readonly cut: number;
}

function geometryOf(data: MeshData): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(data.positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(data.normals, 4, true));
  geometry.setAttribute("mark", new BufferAttribute(data.marks, 4));
  geometry.setAttribute("owner", new BufferAttribute(data.owners, 2));
  geometry.setIndex(new BufferAttribute(data.indices, 1));
  return geometry;
}

/** Draws some ranges of a mesh; neighbouring ranges are joined, so that each costs a draw call only once. */
function setRanges(mesh: Mesh, ranges: readonly Range[]): void {
  mesh.geometry.clearGroups();
  let open: { start: number; count: number } | null = null;
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    if (open && open.start + open.count === range.start) open.count += range.count;
    else {
      if (open) mesh.geometry.addGroup(open.start, open.count, 0);
      open = { ...range };
    }
  }
  if (open) mesh.geometry.addGroup(open.start, open.count, 0);
  mesh.visible = open !== null && open.count > 0;
}

function whole({ geometry }: Mesh): Range[] {
  return [{ start: 0, count: geometry.index?.count ?? 0 }];
}

/** Grounds, trees, shells, and the inside of the one building that is open. */
export class Buildings {
  readonly group = new Group();
  private readonly material: Material;
  private readonly paneMaterial: Material;
  private readonly depth: Material;
  private readonly shells: Mesh;
  readonly trees: Mesh;
  private readonly total: number;
  private inside: { id: string; solid: Mesh; panes: Mesh } | null = null;

  constructor(
    private readonly campus: Campus,
    private readonly world: World,
    private readonly tables: Tables,
    uniforms: CampusUniforms,
  ) {
    this.material = campusMaterial(uniforms);
    this.paneMaterial = campusMaterial(uniforms, 0.32);
    this.depth = campusDepth(uniforms);
    const exterior = world.exterior();
    this.total = exterior.indices.length;
    this.shells = this.mesh(exterior, true);
    const site = this.mesh(world.site(), true);
    setRanges(site, whole(site));
    site.renderOrder = 1; // what stands on the grounds hides most of them: drawn later, that costs nothing
    this.trees = this.mesh(world.trees(), true);
    this.trees.visible = false;
    setRanges(this.trees, whole(this.trees));
    this.group.add(site, this.shells, this.trees);
    this.tables.setStorey(0, GROUND, WHOLE, 0);
    this.open(null);
  }

  /** Opens one building, or closes it. */
  open(opened: Opened | null): void {
    for (const [id, { elevation = 0 }] of this.campus.storeys) {
      const lift = opened?.storeys.get(id);
      const cut = lift === undefined || !opened ? WHOLE : elevation + opened.cut;
      this.tables.setStorey(this.world.storey(id), lift ?? 0, cut, elevation);
    }
    const shell = opened ? this.world.shells.get(opened.building.id) : undefined;
    setRanges(
      this.shells,
      opened ? shellRanges(this.total, shell, opened.from) : [{ start: 0, count: this.total }],
    );
    if (!opened) {
      if (this.inside) this.inside.solid.visible = this.inside.panes.visible = false;
      return;
    }
    const { solid, panes } = this.insideOf(opened.building);
    const ranges = this.world.inside(opened.building).ranges;
    const of = (key: "solid" | "panes"): Range[] =>
      [...opened.storeys.keys()].flatMap((id) => ranges.get(id)?.[key] ?? []);
    setRanges(solid, of("solid"));
    setRanges(panes, of("panes"));
  }

  dispose(): void {
    this.closeInside();
    for (const child of this.group.children) if (child instanceof Mesh) child.geometry.dispose();
    for (const material of [this.material, this.paneMaterial, this.depth]) material.dispose();
  }

  private insideOf(building: Building): { solid: Mesh; panes: Mesh } {
    if (this.inside?.id === building.id) return this.inside;
    this.closeInside();
    const data = this.world.inside(building);
    const solid = this.mesh(data.solid, true);
    const panes = this.mesh(data.panes, false);
    panes.material = [this.paneMaterial];
    panes.renderOrder = 2;
    this.group.add(solid, panes);
    this.inside = { id: building.id, solid, panes };
    return this.inside;
  }

  private closeInside(): void {
    if (!this.inside) return;
    for (const mesh of [this.inside.solid, this.inside.panes]) {
      this.group.remove(mesh);
      mesh.geometry.dispose();
    }
    this.inside = null;
  }

  private mesh(data: MeshData, shadows: boolean): Mesh {
    const mesh = new Mesh(geometryOf(data), [this.material]);
    mesh.customDepthMaterial = this.depth;
    mesh.castShadow = shadows;
    mesh.receiveShadow = shadows;
    mesh.frustumCulled = false;
    mesh.matrixAutoUpdate = false;
    return mesh;
  }
}
