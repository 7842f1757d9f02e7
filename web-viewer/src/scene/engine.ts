import { effect } from "@preact/signals-core";
import { Scene, WebGLRenderer } from "three";
import type { Stop } from "../core/campus.ts";

import { panned, zoomed } from "../core/geometry/orbit.ts";
import { pick, type Hit } from "../core/geometry/pick.ts";
import { World } from "../core/geometry/world.ts";
import { Buildings, CUT, type Opened } from "./buildings.ts";
import type { CampusScene, SceneOptions, SceneStats } from "./index.ts";
import { Input } from "./input.ts";
import { campusUniforms, Tables } from "./material.ts";
import { readPalette } from "./palette.ts";
import { FIELD, Rig } from "./rig.ts";
import { Sky, type Ball } from "./sky.ts";
import { Views } from "./views.ts";

/** Everything together: what the page's view says becomes what is drawn; a frame is drawn only when asked for. */
export class Engine implements CampusScene {
  private readonly world: World;
  private readonly tables: Tables;
  private readonly uniforms;
  private readonly renderer: WebGLRenderer;
  private readonly scene = new Scene();
  private readonly sky: Sky;
  private readonly buildings: Buildings;
  private readonly views: Views;
  private readonly rig: Rig;
  private readonly input: Input;
  private readonly ends: (() => void)[] = [];
  private readonly figures: SceneStats = { frames: 0, drawCalls: 0, triangles: 0, scriptMillis: [] };
  private opened: Opened | null = null;
  private hovered = "";
  private asked = 0;
  private disposed = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    context: WebGL2RenderingContext,
    private readonly options: SceneOptions,
  ) {
    const { campus } = options;
    this.world = new World(campus);
    this.tables = new Tables(this.world.storeyIds.length, this.world.roomIds.length);
    this.uniforms = campusUniforms(this.tables);
    this.renderer = new WebGLRenderer({ canvas, context });
    this.sky = new Sky(this.scene, this.renderer, this.uniforms);
    this.buildings = new Buildings(campus, this.world, this.tables, this.uniforms);
    this.scene.add(this.buildings.group);
    this.views = new Views(this.world);
    this.rig = new Rig(this.views.home(this.aspect), this.views.limits(), options.calm, () =>
      this.invalidate(),
    );
    this.input = new Input(canvas, this.gestures());
    this.refresh();
    this.follow();
  }

  flyTo(id: string): void {
    const look = this.views.of(id, this.rig.goal, this.aspect);
    if (look) this.rig.fly(look);
  }

  showStop(stop: Stop): void {
    this.options.view.storey.value = stop.storey ?? "";
    const look = this.views.of(stop.place, this.rig.goal, this.aspect);
    if (!look) return;
    this.rig.fly({
      ...look,
      azimuth: stop.bearing ?? look.azimuth,
      pitch: stop.pitch ?? look.pitch,
      distance: stop.distance ?? look.distance,
    });
  }

  home(): void {
    this.rig.fly(this.views.home(this.aspect));
  }

  turn(degrees: number): void {
    this.rig.fly({ ...this.rig.goal, azimuth: this.rig.goal.azimuth + degrees }, 220);
  }

  tilt(degrees: number): void {
    this.rig.fly({ ...this.rig.goal, pitch: this.rig.goal.pitch + degrees }, 220);
  }

  zoom(factor: number): void {
    this.rig.fly(zoomed(this.rig.goal, factor, this.rig.limits), 220);
  }

  pan(right: number, forward: number): void {
    this.rig.fly(panned(this.rig.goal, right, forward), 220);
  }

  walk(): void {}

  step(): void {}

  onWalk(): void {}

  showPeople(): void {}

  refresh(): void {
    const palette = readPalette(this.canvas);
    palette.slots.forEach((color, slot) => this.uniforms.palette.value[slot]?.copy(color));
    this.uniforms.accent.value.copy(palette.selected);
    this.uniforms.sky.value.copy(palette.sky);
    this.uniforms.lamp.value.copy(palette.lamp);
    this.sky.paint(palette);
    const { clientWidth, clientHeight } = this.canvas;
    this.renderer.setPixelRatio(Math.min(devicePixelRatio, 2));
    if (clientWidth > 0 && clientHeight > 0) this.renderer.setSize(clientWidth, clientHeight, false);
    this.rig.resize(this.aspect);
    this.invalidate();
  }

  stats(): SceneStats {
    return this.figures;
  }

  dispose(): void {
    this.disposed = true;
    cancelAnimationFrame(this.asked);
    for (const end of this.ends) end();
    this.input.dispose();
    this.buildings.dispose();
    this.sky.dispose();
    this.tables.dispose();
    this.renderer.dispose();
  }

  private get aspect(): number {
    return this.canvas.clientWidth / Math.max(1, this.canvas.clientHeight) || 1;
  }

  private invalidate(): void {
    if (this.asked === 0 && !this.disposed) this.asked = requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    this.asked = 0;
    const start = performance.now();
    const moving = this.rig.advance(now);
    this.renderer.render(this.scene, this.rig.camera);
    this.account(performance.now() - start);
    if (moving) this.invalidate();
  }

  private account(millis: number): void {
    const { figures, renderer } = this;
    if (figures.frames++ === 0) performance.mark("first-picture");
    figures.drawCalls = renderer.info.render.calls;
    figures.triangles = renderer.info.render.triangles;
    figures.scriptMillis.push(millis);
    if (figures.scriptMillis.length > 600) figures.scriptMillis.shift();
  }

  private follow(): void {
    const { view } = this.options;
    this.ends.push(
      effect(() => this.open(view.storey.value, view.explode.value)),
      effect(() => this.choose(view.selected.value)),
      effect(() => this.light(view.minute.value)),
    );
  }

  private open(id: string, explode: number): void {
    const storey = this.options.campus.storeys.get(id);
    this.opened = storey ? this.views.opened(storey, explode, CUT) : null;
    this.buildings.open(this.opened);
    this.sky.place(this.ball());
    this.invalidate();
  }

  private ball(): Ball {
    return this.views.ball(this.opened);
  }

  private choose(id: string): void {
    const { uniforms, world } = this;
    uniforms.chosen.value.x = this.options.campus.spaces.has(id) ? world.room(id) : -1;
    uniforms.chosenStoreys.value.set(...this.views.storeyNumbers(id));
    this.invalidate();
  }

  private light(minute: number | null): void {
    const now = new Date();
    const { azimuth, elevation } = this.options.sun(minute ?? now.getHours() * 60 + now.getMinutes());
    this.sky.shine(azimuth, elevation);
    this.invalidate();
  }

  private hit(x: number, y: number): Hit | null {
    return pick(this.world, this.rig.ray(x, y), {
      storeys: this.opened?.storeys ?? new Map(),
      opened: this.opened?.building.id ?? "",
      dots: [],
    });
  }

  private hover(id: string): void {
    if (id === this.hovered) return;
    this.hovered = id;
    this.canvas.style.cursor = id ? "pointer" : "";
    this.uniforms.chosen.value.y = this.options.campus.spaces.has(id) ? this.world.room(id) : -1;
    this.uniforms.hoverStoreys.value.set(...this.views.storeyNumbers(id));
    this.invalidate();
  }

  private gestures(): ConstructorParameters<typeof Input>[1] {
    return {
      turn: (azimuth, pitch) => {
        const { look } = this.rig;
        this.rig.set({ ...look, azimuth: look.azimuth + azimuth, pitch: look.pitch + pitch });
      },
      drag: (right, down) => {
        const { look } = this.rig;
        const metres =
          (2 * look.distance * Math.tan((FIELD * Math.PI) / 360)) / Math.max(1, this.canvas.clientHeight);
        const steep = Math.max(0.35, Math.sin((look.pitch * Math.PI) / 180));
        this.rig.set(panned(look, -right * metres, (down * metres) / steep));
      },
      zoom: (factor, x, y) =>
        this.rig.set(zoomed(this.rig.look, factor, this.rig.limits, this.onFloor(x, y))),
      tap: (x, y) => this.options.onPick(this.hit(x, y)?.id ?? ""),
      hover: (x, y) => this.hover(this.hit(x, y)?.id ?? ""),
      leave: () => this.hover(""),
    };
  }

  private onFloor(x: number, y: number): { x: number; y: number } | undefined {
    const { origin, direction } = this.rig.ray(x, y);
    const t = (this.rig.look.z - origin[2]) / direction[2];
    if (!(t > 0) || t > this.rig.look.distance * 3) return undefined;
    return { x: origin[0] + direction[0] * t, y: origin[1] + direction[1] * t };
  }
}
