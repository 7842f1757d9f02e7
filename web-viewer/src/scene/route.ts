import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, MeshBasicMaterial } from "three";
import { ribbon } from "../core/walk/ribbon.ts";
import type { Palette } from "./palette.ts";

const WIDTH = 0.5;
const LIFT = 0.08;

/** The way that somebody is led, as a band on floors, ground and stairs. */
export class RouteLine {
  readonly group = new Group();
  private readonly material = new MeshBasicMaterial({ transparent: true, opacity: 0.8, side: DoubleSide });
  private readonly mesh = new Mesh(new BufferGeometry(), this.material);

  constructor() {
    this.mesh.frustumCulled = false;
    this.mesh.visible = false;
    this.group.add(this.mesh);
  }

  paint(palette: Palette): void {
    this.material.color.copy(palette.selected);
  }

  /** Draws the band along points in local metres; null for none. */
  set(points: readonly { x: number; y: number; z: number }[] | null): void {
    const { positions, indices } = ribbon(points ?? [], WIDTH, LIFT);
    this.mesh.geometry.dispose();
    this.mesh.geometry = new BufferGeometry();
    this.mesh.geometry.setAttribute("position", new BufferAttribute(positions, 3));
    this.mesh.geometry.setIndex(new BufferAttribute(indices, 1));
    this.mesh.visible = indices.length > 0;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.material.dispose();
  }
}
