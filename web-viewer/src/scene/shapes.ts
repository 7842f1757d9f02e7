import { BufferAttribute, BufferGeometry } from "three";
import { block, MeshBuilder, type MeshData } from "../core/geometry/mesh.ts";
import type { Family } from "../core/geometry/equipment.ts";
import { round } from "../core/geometry/polygon.ts";

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
