import { Group, MeshLambertMaterial } from "three";
import type { Campus } from "../core/campus.ts";
import { treesOf } from "../core/geometry/site.ts";
import { Crowd } from "./crowd.ts";
import type { Palette } from "./palette.ts";
import { crownShape, trunkShape } from "./shapes.ts";

/** A number in [0, 1) that always belongs to a place, so that no two trees are quite alike. */
function whim(x: number, y: number): number {
  const wave = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
  return wave - Math.floor(wave);
}

/** Trees in two draw calls. */
export class Trees {
  readonly group = new Group();
  private readonly material = new MeshLambertMaterial();
  private readonly crowns = new Crowd(this.group, crownShape(), this.material, { shadow: true });
  private readonly trunks = new Crowd(this.group, trunkShape(), this.material, { shadow: true });

  constructor(private readonly campus: Campus) {}

  paint(palette: Palette): void {
    const trees = treesOf(this.campus);
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
