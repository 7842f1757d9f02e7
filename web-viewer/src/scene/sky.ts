import {
  BasicShadowMap,
  Color,
  DirectionalLight,
  Fog,
  HemisphereLight,
  type Scene,
  type WebGLRenderer,
} from "three";
import type { CampusUniforms } from "./material.ts";
import type { Palette } from "./palette.ts";

const RADIANS = Math.PI / 180;

const smooth = (low: number, high: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - low) / (high - low)));
  return t * t * (3 - 2 * t);
};

/** What is left of the sky's colour after dark. */
const NIGHT = new Color(0.1, 0.14, 0.24);

/** What the shadow map covers: a ball around what is shown, metres. */
export interface Ball {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
}

/** Sun, sky light, haze at the horizon. The shadow map is drawn again only when asked for. */
export class Sky {
  private readonly sun = new DirectionalLight(0xffffff, 1);
  private readonly dome = new HemisphereLight(0xffffff, 0xffffff, 1);
  /** Sky by day, and as it is now. */
  private readonly base = new Color();
  private readonly air = new Color();
  private azimuth = 150;
  private elevation = 50;
  private ball: Ball = { x: 0, y: 0, z: 0, radius: 100 };
  private dark = false;
  /** Width and height of the shadow map. */
  private readonly texels: number;

  constructor(
    private readonly scene: Scene,
    private readonly renderer: WebGLRenderer,
    private readonly uniforms: CampusUniforms,
    /** Drawn by the processor: a smaller shadow map, and its edges are not smoothed. */
    slow: boolean,
  ) {
    this.texels = slow ? 1024 : 2048;
    if (slow) renderer.shadowMap.type = BasicShadowMap;
    this.dome.position.set(0, 0, 1);
    this.sun.castShadow = true;
    this.sun.shadow.mapSize.set(this.texels, this.texels);
    this.sun.shadow.bias = -0.0006;
    this.sun.shadow.intensity = 0.8;
    this.sun.shadow.radius = 2.5;
    renderer.shadowMap.enabled = true;
    renderer.shadowMap.autoUpdate = false;
    scene.add(this.sun, this.sun.target, this.dome);
  }

  /** Height of the sun above the horizon, degrees. */
  get height(): number {
    return this.elevation;
  }

  paint(palette: Palette): void {
    this.dark = palette.dark;
    this.base.copy(palette.sky);
    this.scene.background = this.air;
    this.scene.fog = new Fog(palette.sky.getHex(), 1, 2);
    this.place(this.ball);
    this.shine(this.azimuth, this.elevation);
  }

  /** Sun from a direction, degrees; below the horizon the moon stands in for it. */
  shine(azimuth: number, elevation: number): void {
    this.azimuth = azimuth;
    this.elevation = elevation;
    const day = smooth(-4, 14, elevation);
    const theme = this.dark ? 0.95 : 1;
    const warm = smooth(35, 2, elevation) * day;
    this.sun.color.setRGB(1, 0.975 - 0.2 * warm, 0.94 - 0.42 * warm);
    this.sun.intensity = Math.PI * theme * (0.1 + 0.74 * day);
    this.dome.color.setRGB(0.6 + 0.35 * day, 0.74 + 0.23 * day, 1);
    this.dome.groundColor.setRGB(0.42 + 0.34 * day, 0.46 + 0.28 * day, 0.56 + 0.14 * day);
    this.dome.intensity = Math.PI * theme * (0.24 + 0.24 * day);
    this.uniforms.night.value = smooth(8, -3, elevation);
    this.uniforms.sky.value.copy(this.base).multiply(NIGHT).lerp(this.base, day);
    this.air.copy(this.uniforms.sky.value);
    this.scene.fog?.color.copy(this.air);
    this.aim();
  }

  /** Covers what is shown now. */
  place(ball: Ball): void {
    this.ball = ball;
    const fog = this.scene.fog as Fog | null;
    if (fog) {
      fog.near = ball.radius * 4;
      fog.far = ball.radius * 14;
    }
    this.aim();
  }

  /** Whether shadows are cast; materials get another program with the change. */
  cast(shadows: boolean): void {
    this.sun.castShadow = shadows;
  }

  /** Shadows are drawn again with the next frame. */
  recast(): void {
    this.renderer.shadowMap.needsUpdate = true;
  }

  dispose(): void {
    this.sun.dispose();
    this.dome.dispose();
  }

  private aim(): void {
    const { x, y, z, radius } = this.ball;
    const elevation = Math.max(this.elevation, 12) * RADIANS;
    const azimuth = (this.elevation < -2 ? 160 : this.azimuth) * RADIANS;
    const flat = Math.cos(elevation) * radius * 2;
    this.sun.target.position.set(x, y, z);
    this.sun.position.set(
      x + Math.sin(azimuth) * flat,
      y + Math.cos(azimuth) * flat,
      z + Math.sin(elevation) * radius * 2,
    );
    const camera = this.sun.shadow.camera;
    Object.assign(camera, {
      left: -radius,
      right: radius,
      top: radius,
      bottom: -radius,
      near: radius * 0.2,
      far: radius * 4,
    });
    camera.updateProjectionMatrix();
    this.sun.shadow.normalBias = (radius / this.texels) * 3;
    this.recast();
  }
}
