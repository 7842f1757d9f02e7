import {
  Color,
  DataTexture,
  FloatType,
  FrontSide,
  MeshDepthMaterial,
  MeshLambertMaterial,
  NearestFilter,
  RGBAFormat,
  UnsignedByteType,
  Vector2,
  type IUniform,
  type Material,
  type WebGLProgramParametersWithUniforms,
} from "three";
import { SLOTS } from "../core/geometry/mesh.ts";

const WIDTH = 256;

/** Small tables that the shader looks up: one texel a storey, two kinds of texel a room. */
export class Tables {
  /** Lift (m), height of the cut, height of the floor (m above the ground). */
  readonly storeys: DataTexture;
  /** Colour of the room and how it is known: 0 no colour, 128 unknown (hatched), 255 known. */
  readonly rooms: DataTexture;
  /** Brightness of the room's lamps, 0 to 255, in the first part. */
  readonly lamps: DataTexture;

  constructor(storeys: number, rooms: number) {
    const rows = (count: number): number => Math.max(1, Math.ceil(count / WIDTH));
    this.storeys = table(new Float32Array(WIDTH * rows(storeys) * 4), FloatType);
    this.rooms = table(new Uint8Array(WIDTH * rows(rooms) * 4), UnsignedByteType);
    this.lamps = table(new Uint8Array(WIDTH * rows(rooms) * 4), UnsignedByteType);
  }

  setStorey(number: number, lift: number, cut: number, floor: number): void {
    (this.storeys.image.data as Float32Array).set([lift, cut, floor, 0], number * 4);
    this.storeys.needsUpdate = true;
  }

  /** Gives whether anything changed. */
  setRoom(number: number, rgb: readonly [number, number, number], known: number): boolean {
    return change(this.rooms, number, [...rgb, known]);
  }

  setLamp(number: number, brightness: number): boolean {
    return change(this.lamps, number, [brightness, 0, 0, 255]);
  }

  clearRooms(): void {
    (this.rooms.image.data as Uint8Array).fill(0);
    this.rooms.needsUpdate = true;
  }

  dispose(): void {
    for (const texture of [this.storeys, this.rooms, this.lamps]) texture.dispose();
  }
}

function table(
  data: Float32Array | Uint8Array,
  type: typeof FloatType | typeof UnsignedByteType,
): DataTexture {
  const texture = new DataTexture(
    data as Uint8Array<ArrayBuffer>,
    WIDTH,
    data.length / 4 / WIDTH,
    RGBAFormat,
    type,
  );
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}

function change(texture: DataTexture, number: number, texel: readonly number[]): boolean {
  const data = texture.image.data as Uint8Array;
  const at = number * 4;
  if (texel.every((part, i) => data[at + i] === part)) return false;
  data.set(texel, at);
  texture.needsUpdate = true;
  return true;
}

/** What all campus materials share; set a value and the next frame has it. */
export interface CampusUniforms {
  readonly [name: string]: IUniform;
  readonly storeyTable: IUniform<DataTexture>;
  readonly roomTable: IUniform<DataTexture>;
  readonly lampTable: IUniform<DataTexture>;
  readonly palette: IUniform<Color[]>;
  readonly accent: IUniform<Color>;
  readonly sky: IUniform<Color>;
  readonly lamp: IUniform<Color>;
  /** 0 by day, 1 at night. */
  readonly night: IUniform<number>;
  /** Numbers of the chosen room and the one under the pointer; -1 for none. */
  readonly chosen: IUniform<Vector2>;
  /** First and last storey number of the chosen building; -1 for none. */
  readonly chosenStoreys: IUniform<Vector2>;
  readonly hoverStoreys: IUniform<Vector2>;
}

export function campusUniforms(tables: Tables): CampusUniforms {
  return {
    storeyTable: { value: tables.storeys },
    roomTable: { value: tables.rooms },
    lampTable: { value: tables.lamps },
    palette: { value: SLOTS.map(() => new Color()) },
    accent: { value: new Color() },
    sky: { value: new Color() },
    lamp: { value: new Color() },
    night: { value: 0 },
    chosen: { value: new Vector2(-1, -1) },
    chosenStoreys: { value: new Vector2(-1, -1) },
    hoverStoreys: { value: new Vector2(-1, -1) },
  };
}

const VERTEX_HEAD = /* glsl */ `
attribute vec4 mark;
attribute vec2 owner;
uniform highp sampler2D storeyTable;
ivec2 cell(float number) { int n = int(number + 0.5); return ivec2(n % ${WIDTH}, n / ${WIDTH}); }
`;

const VERTEX_MOVE = /* glsl */ `
vec4 storeyRow = texelFetch(storeyTable, cell(owner.x), 0);
bool cutAway = storeyRow.z + mark.z * 0.1 >= storeyRow.y;
transformed.z = min(transformed.z, storeyRow.y) + storeyRow.x;
`;

const VERTEX_END = /* glsl */ `
if (cutAway) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
`;

const VERTEX_COLOUR_HEAD = /* glsl */ `
uniform sampler2D roomTable;
uniform sampler2D lampTable;
uniform vec3 palette[${SLOTS.length}];
uniform vec3 accent;
uniform vec3 sky;
uniform vec3 lamp;
uniform float night;
uniform vec2 chosen;
uniform vec2 chosenStoreys;
uniform vec2 hoverStoreys;
varying vec3 vBase;
varying vec3 vGlow;
varying vec3 vPlace;
varying vec2 vKind;
`;

const VERTEX_COLOUR = /* glsl */ `
float light = mark.y * mark.y / 65025.0;
float tint = mark.w / 255.0;
int slot = int(mark.x + 0.5);
vec3 base = palette[slot];
vec4 room = texelFetch(roomTable, cell(owner.y), 0);
vec3 roomColour = pow(room.rgb, vec3(2.2));
if (room.a > 0.2) base = mix(base, roomColour, tint);
float pointed = 0.0;
if (owner.y > 0.5 && tint > 0.9) {
  if (abs(owner.y - chosen.x) < 0.5) pointed = 0.3;
  else if (abs(owner.y - chosen.y) < 0.5) pointed = 0.14;
}
if (owner.x > 0.5 && tint < 0.9) {
  if (owner.x >= chosenStoreys.x && owner.x <= chosenStoreys.y) pointed = 0.22;
  else if (owner.x >= hoverStoreys.x && owner.x <= hoverStoreys.y) pointed = 0.1;
}
base = mix(base, accent, pointed);
float lit = texelFetch(lampTable, cell(owner.y), 0).r * night;
bool glass = slot == ${SLOTS.indexOf("glass")};
vGlow = lamp * lit * (glass ? 0.95 : tint * 0.35);
if (slot == ${SLOTS.indexOf("ground")}) vGlow += sky * (1.0 - light);
vBase = base * light;
vPlace = transformed;
vKind = vec2(glass ? 1.0 : 0.0, (room.a > 0.2 && room.a < 0.8 && tint > 0.5) ? 1.0 : 0.0);
`;

const FRAGMENT_HEAD = /* glsl */ `
uniform vec3 sky;
varying vec3 vBase;
varying vec3 vGlow;
varying vec3 vPlace;
varying vec2 vKind;
`;

const FRAGMENT_COLOUR = /* glsl */ `
diffuseColor.rgb = vBase;
if (vKind.y > 0.5) {
  float stripe = abs(fract((vPlace.x + vPlace.y + vPlace.z) * 0.8) - 0.5);
  diffuseColor.rgb *= 0.92 + 0.12 * smoothstep(0.16, 0.22, stripe);
}
`;

const FRAGMENT_GLOW = /* glsl */ `
totalEmissiveRadiance += vGlow;
if (vKind.x > 0.5) {
  float grazing = 1.0 - abs(dot(normalize(vViewPosition), normal));
  totalEmissiveRadiance += sky * (0.1 + 0.5 * grazing * grazing * grazing);
}
`;

function moved(shader: WebGLProgramParametersWithUniforms, uniforms: CampusUniforms): void {
  Object.assign(shader.uniforms, uniforms);
  shader.vertexShader = (VERTEX_HEAD + shader.vertexShader)
    .replace("#include <begin_vertex>", `#include <begin_vertex>\n${VERTEX_MOVE}`)
    .replace("#include <project_vertex>", `#include <project_vertex>\n${VERTEX_END}`);
}

/** Material of grounds and buildings: matte, coloured by slot, room and light. */
export function campusMaterial(uniforms: CampusUniforms, opacity = 1): MeshLambertMaterial {
  const material = new MeshLambertMaterial({ side: FrontSide, shadowSide: FrontSide });
  if (opacity < 1) Object.assign(material, { transparent: true, opacity, depthWrite: false });
  material.onBeforeCompile = (shader) => {
    moved(shader, uniforms);
    shader.vertexShader = (VERTEX_COLOUR_HEAD + shader.vertexShader).replace(
      VERTEX_MOVE,
      VERTEX_MOVE + VERTEX_COLOUR,
    );
    shader.fragmentShader = (FRAGMENT_HEAD + shader.fragmentShader)
      .replace("#include <color_fragment>", FRAGMENT_COLOUR)
      .replace("#include <emissivemap_fragment>", FRAGMENT_GLOW);
  };
  return material;
}

/** The same shapes for the shadow map. */
export function campusDepth(uniforms: CampusUniforms): Material {
  const material = new MeshDepthMaterial({ side: FrontSide });
  material.onBeforeCompile = (shader) => moved(shader, uniforms);
  return material;
}
