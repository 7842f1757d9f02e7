import type { Campus } from "../campus.ts";
import { MeshBuilder, type MeshData } from "./mesh.ts";
import { round, sides, type Corner, type Ring } from "./polygon.ts";

/** A tree: its foot, and its height in metres. */
export interface Tree extends Corner {
  readonly height: number;
}

/** From so many on, trees are drawn with fewer faces. */
const MANY = 200;

type Rows = readonly (readonly [height: number, radius: number])[];

/** Rings of a crown one metre high and wide. */
const FULL: Rows = [
  [0, 0.18],
  [0.22, 0.44],
  [0.5, 0.5],
  [0.8, 0.4],
  [1, 0.16],
];
const PLAIN: Rows = [
  [0.06, 0.28],
  [0.55, 0.5],
  [1, 0.12],
];

/** Trees of the document. */
export function treesOf(campus: Campus): Tree[] {
  return campus.geometry.landscape.flatMap(({ kind, at, height }) =>
    kind === "tree" && at ? [{ x: at[0] ?? 0, y: at[1] ?? 0, height: height ?? 6 }] : [],
  );
}

/** A number in [0, 1) that always belongs to a place, so that no two trees are quite alike. */
function whim(x: number, y: number): number {
  const wave = Math.sin(x * 12.9898 + y * 78.233) * 43758.5453;
  return wave - Math.floor(wave);
}

/** All trees as one mesh: copies of a shape would cost a picture computed by the processor far more. */
export function drawTrees(trees: readonly Tree[]): MeshData {
  const mesh = new MeshBuilder();
  const many = trees.length > MANY;
  for (const tree of trees) {
    drawTrunk(mesh, tree, many);
    drawCrown(mesh, tree, many);
  }
  return mesh.finish();
}

function at(ring: Ring, { x, y }: Corner): Ring {
  return ring.map((corner) => ({ x: corner.x + x, y: corner.y + y }));
}

function drawTrunk(mesh: MeshBuilder, tree: Tree, plain: boolean): void {
  mesh.set({ slot: "trunk", low: 0.8, high: 1 });
  const ring = at(round(0.03 * tree.height, plain ? 3 : 5), tree);
  for (const { a, b } of sides(ring)) mesh.upright(a, b, 0, tree.height * 0.34);
}

function drawCrown(mesh: MeshBuilder, tree: Tree, plain: boolean): void {
  const { x, y, height } = tree;
  const own = whim(x, y);
  const wide = height * (0.6 + 0.15 * whim(y, x));
  const tall = height * (0.72 + own * 0.12);
  const corners = plain ? 5 : 7;
  const rings = (plain ? PLAIN : FULL).map(([z, radius], i) => ({
    z: height * 0.24 + z * tall,
    ring: at(round(radius * wide, corners, own * 6.28 + i * 0.45), tree),
  }));
  const bright = Math.sqrt(0.8 + own * 0.2);
  mesh.set({ slot: "tree", low: bright, high: bright });
  rings.slice(1).forEach((upper, i) => {
    const lower = rings[i] ?? upper;
    lower.ring.forEach((a, n) => {
      const b = lower.ring[(n + 1) % corners] ?? a;
      const c = upper.ring[(n + 1) % corners] ?? a;
      const d = upper.ring[n] ?? a;
      mesh.quad([a.x, a.y, lower.z], [b.x, b.y, lower.z], [c.x, c.y, upper.z], [d.x, d.y, upper.z]);
    });
  });
  const top = rings.at(-1);
  if (top) mesh.level(top.ring, top.z);
}
