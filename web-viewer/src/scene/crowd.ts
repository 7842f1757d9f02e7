import {
  Color,
  InstancedMesh,
  Matrix4,
  Quaternion,
  Vector3,
  type BufferGeometry,
  type Group,
  type Material,
} from "three";

/** One of many: place, turn about the upright (radians), size, colour. */
export interface Member {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly turn?: number;
  readonly size?: number;
  /** Size upwards where it differs. */
  readonly tall?: number;
  readonly color: Color;
}

const UP = new Vector3(0, 0, 1);
const place = new Vector3();
const turn = new Quaternion();
const size = new Vector3();
const matrix = new Matrix4();

/** Many copies of one shape in one draw call; room for more is made as needed. */
export class Crowd {
  private mesh: InstancedMesh | null = null;

  constructor(
    private readonly group: Group,
    private readonly shape: BufferGeometry,
    private readonly material: Material,
    private readonly options: { readonly shadow?: boolean; readonly order?: number } = {},
  ) {}

  set(members: readonly Member[]): void {
    if (members.length === 0) {
      if (this.mesh) this.mesh.visible = false;
      return;
    }
    const mesh = this.roomFor(members.length);
    members.forEach((member, i) => {
      place.set(member.x, member.y, member.z);
      turn.setFromAxisAngle(UP, member.turn ?? 0);
      const wide = member.size ?? 1;
      size.set(wide, wide, member.tall ?? wide);
      mesh.setMatrixAt(i, matrix.compose(place, turn, size));
      mesh.setColorAt(i, member.color);
    });
    mesh.count = members.length;
    mesh.visible = true;
    mesh.instanceMatrix.needsUpdate = true;
    if (mesh.instanceColor) mesh.instanceColor.needsUpdate = true;
  }

  dispose(): void {
    this.drop();
    this.shape.dispose();
  }

  private roomFor(count: number): InstancedMesh {
    if (this.mesh && this.mesh.instanceMatrix.count >= count) return this.mesh;
    this.drop();
    const mesh = new InstancedMesh(this.shape, this.material, Math.ceil(count * 1.25));
    mesh.frustumCulled = false;
    mesh.castShadow = this.options.shadow ?? false;
    mesh.receiveShadow = this.options.shadow ?? false;
    mesh.renderOrder = this.options.order ?? 0;
    this.group.add(mesh);
    this.mesh = mesh;
    return mesh;
  }

  private drop(): void {
    if (!this.mesh) return;
    this.group.remove(this.mesh);
    this.mesh.dispose();
    this.mesh = null;
  }
}
