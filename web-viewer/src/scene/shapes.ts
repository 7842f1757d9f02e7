import { BufferAttribute, BufferGeometry } from "three";
import { block, MeshBuilder, type MeshData } from "../core/geometry/mesh.ts";
import type { Family } from "../core/geometry/equipment.ts";
import { sides, type Ring } from "../core/geometry/polygon.ts";

/** Corners of a regular shape about the origin. */
export function round(radius: number, corners: number, turn = 0): Ring {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return { x: Math.cos(angle) * radius, y: Math.sin(angle) * radius };
  });
}

/** Positions and normals only, for shapes that are drawn many times. */
export function plain(data: MeshData): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(data.positions, 3));
  geometry.setAttribute("normal", new BufferAttribute(data.normals, 4, true));
  geometry.setIndex(new BufferAttribute(data.indices, 1));
  return geometry;
}

function shape(draw: (mesh: MeshBuilder) => void): BufferGeometry {
  const mesh = new MeshBuilder();
  draw(mesh);
  return plain(mesh.finish());
}

const SYMBOLS: Readonly<Record<Family, (mesh: MeshBuilder) => void>> = {
  lamp: (mesh) => mesh.prism(round(0.3, 12), -0.05, 0.05),
  screen: (mesh) => {
    block(mesh, { x: 0, y: 0, z: -0.3, size: [0.8, 0.08, 0.55] });
    block(mesh, { x: 0, y: 0, z: -0.36, size: [0.3, 0.2, 0.06] });
  },
  sensor: (mesh) => {
    mesh.prism(round(0.2, 6), -0.1, 0.08);
    mesh.prism(round(0.1, 6), 0.08, 0.2);
  },
  reader: (mesh) => block(mesh, { x: 0, y: 0, z: -0.25, size: [0.2, 0.12, 0.5] }),
  detector: (mesh) => {
    mesh.prism(round(0.24, 8), -0.04, 0.04);
    mesh.prism(round(0.13, 8), 0.04, 0.13);
  },
  coil: (mesh) => {
    block(mesh, { x: 0, y: 0, z: -0.12, size: [0.8, 0.42, 0.2] });
    for (const y of [-0.1, 0.1]) block(mesh, { x: 0, y, z: 0.08, size: [0.68, 0.06, 0.05] });
  },
  camera: (mesh) => {
    block(mesh, { x: 0, y: 0, z: -0.1, size: [0.2, 0.42, 0.2] });
    block(mesh, { x: 0, y: 0.27, z: -0.06, size: [0.12, 0.14, 0.12] });
  },
  cabinet: (mesh) => block(mesh, { x: 0, y: 0, z: -0.25, size: [0.42, 0.24, 0.55] }),
  other: (mesh) => mesh.prism(round(0.2, 4, Math.PI / 4), -0.1, 0.2),
};

/** Shape of a family's symbol: about half a metre, facing north, its place at the origin. */
export function symbolShape(family: Family): BufferGeometry {
  return shape(SYMBOLS[family]);
}

/** A diamond on a stalk: something is in alarm here. Its foot is the origin. */
export function alarmShape(): BufferGeometry {
  return shape((mesh) => {
    mesh.prism(round(0.05, 4), 0, 1);
    cone(mesh, 0.42, 1.5, 1.02, 4);
    cone(mesh, 0.42, 1.5, 1.98, 4);
  });
}

/** A wedge: something is faulty here. */
export function faultShape(): BufferGeometry {
  return shape((mesh) => cone(mesh, 0.3, 0.35, 0.85, 3));
}

/** A hollow ring: no usable value. */
export function hollowShape(): BufferGeometry {
  return shape((mesh) => {
    const [outer, inner] = [round(0.5, 14), round(0.38, 14)];
    mesh.band(outer, inner, 0.1, [1, 1]);
  });
}

/** A pool of light on the floor, brightest in the middle. */
export function poolShape(): BufferGeometry {
  const mesh = new MeshBuilder();
  mesh.band(round(1, 20), round(0.02, 20), 0, [0, 1]);
  const data = mesh.finish();
  const geometry = plain(data);
  const colours = new Float32Array(data.positions.length);
  for (let i = 0; i < colours.length; i++) colours[i] = (data.marks[Math.floor(i / 3) * 4 + 1] ?? 0) / 255;
  geometry.setAttribute("color", new BufferAttribute(colours, 3));
  return geometry;
}

/** A standing person, in few faces: up to five thousand are drawn. */
export function personShape(): BufferGeometry {
  return shape((mesh) => {
    mesh.prism(round(0.2, 5), 0, 1.35);
    cone(mesh, 0.15, 1.5, 1.36, 4);
    cone(mesh, 0.15, 1.5, 1.74, 4);
  });
}

/** Crown of a tree, one metre high, with so many corners around; its foot is the origin. */
export function crownShape(corners: number): BufferGeometry {
  return crown(corners, [
    [0, 0.18],
    [0.22, 0.44],
    [0.5, 0.5],
    [0.8, 0.4],
    [1, 0.16],
  ]);
}

/** The same in few faces, for many trees. */
export function plainCrownShape(): BufferGeometry {
  return crown(5, [
    [0.06, 0.28],
    [0.55, 0.5],
    [1, 0.12],
  ]);
}

/** A crown of rings, each with its height and radius. */
function crown(
  corners: number,
  rows: readonly (readonly [height: number, radius: number])[],
): BufferGeometry {
  return shape((mesh) => {
    const rings = rows.map(([z, radius], i) => ({ z, ring: round(radius, corners, i * 0.45) }));
    rings.slice(1).forEach(({ z: high, ring: upper }, i) => {
      const { z: low, ring: lower } = rings[i] ?? { z: high, ring: upper };
      lower.forEach((a, n) => {
        const b = lower[(n + 1) % corners] ?? a;
        const c = upper[(n + 1) % corners] ?? a;
        const d = upper[n] ?? a;
        mesh.quad([a.x, a.y, low], [b.x, b.y, low], [c.x, c.y, high], [d.x, d.y, high]);
      });
    });
    mesh.level(rings.at(-1)?.ring ?? [], 1);
  });
}

/** A trunk one metre high with so many sides; nobody sees its top under a crown. */
export function trunkShape(corners: number, top: boolean): BufferGeometry {
  const ring = round(0.5, corners);
  return shape((mesh) => {
    if (top) return mesh.prism(ring, 0, 1);
    for (const { a, b } of sides(ring)) mesh.upright(a, b, 0, 1);
  });
}

/** A pointed roof over a regular foot; upside down where the tip is lower. */
function cone(mesh: MeshBuilder, radius: number, foot: number, tip: number, corners: number): void {
  const ring = round(radius, corners);
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % corners] ?? a;
    const top = [0, 0, tip] as const;
    if (tip > foot) mesh.quad([a.x, a.y, foot], [b.x, b.y, foot], top, top);
    else mesh.quad([b.x, b.y, foot], [a.x, a.y, foot], top, top);
  });
}
