import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, MeshBasicMaterial } from "three";
import type { Campus } from "../core/campus.ts";
import { MeshBuilder } from "../core/geometry/mesh.ts";
import { inset, round, toRing, type Ring } from "../core/geometry/polygon.ts";
import type { World } from "../core/geometry/world.ts";
import type { Opened } from "./buildings.ts";
import type { Palette } from "./palette.ts";

/** A flat shape of one colour that is drawn over the model; rebuilt when what it shows changes. */
class Drawing {
  readonly mesh: Mesh<BufferGeometry, MeshBasicMaterial>;

  constructor(opacity: number, depthTest: boolean) {
    const material = new MeshBasicMaterial({
      transparent: true,
      opacity,
      depthTest,
      depthWrite: false,
      side: DoubleSide,
    });
    this.mesh = new Mesh(new BufferGeometry(), material);
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
    this.mesh.renderOrder = 6;
  }

  draw(build: (mesh: MeshBuilder) => void): void {
    const builder = new MeshBuilder();
    build(builder);
    const { positions, indices } = builder.finish();
    this.mesh.geometry.dispose();
    this.mesh.geometry = new BufferGeometry();
    this.mesh.geometry.setAttribute("position", new BufferAttribute(positions, 3));
    this.mesh.geometry.setIndex(new BufferAttribute(indices, 1));
    this.mesh.visible = indices.length > 0;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

/** Where the chosen piece of equipment is drawn. */
export type Locate = (id: string) => { x: number; y: number; z: number } | undefined;

/** The outline of what is chosen, and what cameras see. */
export class Overlay {
  readonly group = new Group();
  private readonly outline = new Drawing(0.95, false);
  private readonly cones = new Drawing(0.2, true);

  constructor(
    private readonly campus: Campus,
    private readonly world: World,
  ) {
    this.group.add(this.outline.mesh, this.cones.mesh);
  }

  paint(palette: Palette): void {
    this.outline.mesh.material.color.copy(palette.selected);
    this.cones.mesh.material.color.copy(palette.camera);
  }

  /** Outlines a room of an open storey, a building, an outdoor place, or a piece of equipment that is drawn. */
  choose(id: string, opened: Opened | null, locate: Locate): void {
    this.outline.draw((mesh) => {
      const space = this.campus.spaces.get(id);
      if (space) return this.room(mesh, id, opened);
      if (this.campus.buildings.has(id)) return this.building(mesh, id, opened);
      const at = this.campus.equipment.has(id) ? locate(id) : undefined;
      if (at) mesh.band(moved(round(0.78, 24), at), moved(round(0.62, 24), at), at.z + 0.1, [1, 1]);
    });
  }

  /** Areas that the cameras of the open storeys and of the grounds see. */
  cameras(opened: Opened | null, visible: boolean): void {
    this.cones.draw((mesh) => {
      if (!visible) return;
      for (const { equipment, polygon } of this.campus.geometry.views) {
        const storey = this.campus.storeyOf(equipment);
        const lift = storey ? opened?.storeys.get(storey.id) : 0;
        if (lift === undefined || polygon.length < 3) continue;
        mesh.level(toRing(polygon), (storey?.elevation ?? 0) + lift + 0.22);
      }
    });
  }

  dispose(): void {
    this.outline.dispose();
    this.cones.dispose();
  }

  private room(mesh: MeshBuilder, id: string, opened: Opened | null): void {
    const storey = this.campus.spaces.get(id)?.storey;
    const ring = this.world.ringOf(id);
    if (!storey) return mesh.band(ring, inset(ring, 0.7), 0.3, [1, 1]);
    const lift = opened?.storeys.get(storey);
    if (!opened || lift === undefined) return;
    const floor = (this.campus.storeys.get(storey)?.elevation ?? 0) + lift;
    const top = floor + Math.min(opened.cut, 3.2) + 0.03;
    mesh.band(inset(ring, -0.1), inset(ring, 0.1), top, [1, 1]);
  }

  private building(mesh: MeshBuilder, id: string, opened: Opened | null): void {
    const ring = this.world.ringOf(id);
    mesh.band(inset(ring, -1.7), inset(ring, -1.2), 0.2, [1, 1]);
    if (opened?.building.id === id) return;
    const top = (this.world.shells.get(id)?.top ?? 0) + 0.83;
    mesh.band(inset(ring, -0.2), inset(ring, 0.2), top, [1, 1]);
  }
}

function moved(ring: Ring, by: { x: number; y: number }): Ring {
  return ring.map(({ x, y }) => ({ x: x + by.x, y: y + by.y }));
}
