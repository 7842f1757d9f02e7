import { Group, MeshLambertMaterial } from "three";
import type { Campus } from "../core/campus.ts";
import { treesOf, type Tree } from "../core/geometry/site.ts";
import { Crowd } from "./crowd.ts";
import type { Palette } from "./palette.ts";
import { crownShape, plainCrownShape, trunkShape } from "./shapes.ts";

/** From so many on, trees are drawn with fewer faces. */
const MANY = 200;

/** A number in [0, 1) that always belongs to a place, so that no two trees are quite alike. */
function whim(x: number, y: number): number {
  const wave = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
  return wave - Math.floor(wave);
}

/** Trees in two draw calls. */
export class Trees {
  readonly group = new Group();
  private readonly material = new MeshLambertMaterial();
  private readonly trees: readonly Tree[];
  private readonly crowns: Crowd;
  private readonly trunks: Crowd;

  constructor(campus: Campus) {
    this.trees = treesOf(campus);
    const many = this.trees.length > MANY;
    this.crowns = new Crowd(this.group, many ? plainCrownShape() : crownShape(7), this.material, {
      shadow: true,
    });
    this.trunks = new Crowd(this.group, trunkShape(many ? 3 : 5, !many), this.material, { shadow: true });
  }

  paint(palette: Palette): void {
    const { trees } = this;
    this.crowns.set(
      trees.map(({ x, y, height }) => {
        const own = whim(x, y);
        const color = palette.tree.clone().multiplyScalar(0.82 + own * 0.3);
        const tall = height * (0.72 + own * 0.12);
        return {
          x,
          y,
          z: height * 0.24,
          turn: own * 6.28,
          size: height * (0.6 + 0.15 * whim(y, x)),
          tall,
          color,
        };
      }),
    );
    this.trunks.set(
      trees.map(({ x, y, height }) => ({
        x,
        y,
        z: 0,
        size: 0.06 * height,
        tall: height * 0.34,
        color: palette.trunk,
      })),
    );
  }

  dispose(): void {
    this.crowns.dispose();
    this.trunks.dispose();
    this.material.dispose();
  }
}
