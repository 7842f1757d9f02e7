import { Scene, Vector3, type WebGLRenderer } from "three";
import { RoomWatch, type RoomColour } from "../core/geometry/rooms.ts";
import type { World } from "../core/geometry/world.ts";
import type { Heat, Layer } from "../core/view.ts";
import { Buildings, type Opened } from "./buildings.ts";
import type { SceneOptions } from "./index.ts";
import { Labels } from "./labels.ts";
import { campusUniforms, Tables } from "./material.ts";
import { Overlay } from "./overlay.ts";
import { readPalette } from "./palette.ts";
import { People } from "./people.ts";
import { FIELD, type Rig } from "./rig.ts";
import { RouteLine } from "./route.ts";
import { Sky } from "./sky.ts";
import { Symbols } from "./symbols.ts";
import type { Views } from "./views.ts";

const KNOWN = 255;
const UNKNOWN = 128;

/** Everything that is drawn, and how it follows the view and the values. Says itself when nothing seen has changed. */
export class Model {
  readonly scene = new Scene();
  readonly symbols: Symbols;
  readonly people: People;
  readonly route = new RouteLine();
  private readonly tables: Tables;
  private readonly uniforms;
  private readonly sky: Sky;
  private readonly buildings: Buildings;
  private readonly overlay: Overlay;
  private readonly labels: Labels;
  private readonly rooms: RoomWatch;
  private opened: Opened | null = null;
  private chosen = "";
  private early = false;
  private layers: ReadonlySet<Layer> = new Set();

  constructor(
    private readonly canvas: HTMLCanvasElement,
    renderer: WebGLRenderer,
    private readonly world: World,
    private readonly views: Views,
    { campus, points, slow }: SceneOptions & { readonly slow: boolean },
  ) {
    this.tables = new Tables(world.storeyIds.length, world.roomIds.length);
    this.uniforms = campusUniforms(this.tables);
    this.sky = new Sky(this.scene, renderer, this.uniforms, slow);
    this.buildings = new Buildings(campus, world, this.tables, this.uniforms);
    this.symbols = new Symbols(campus, points);
    this.people = new People(world);
    this.overlay = new Overlay(campus, world);
    this.labels = new Labels(canvas, world, slow);
    this.rooms = new RoomWatch(campus, points);
    for (const { group } of [this.buildings, this.symbols, this.people, this.overlay, this.route])
      this.scene.add(group);
  }

  /** Takes over the page's colours and the canvas's size. */
  paint(): void {
    const palette = readPalette(this.canvas);
    palette.slots.forEach((color, slot) => this.uniforms.palette.value[slot]?.copy(color));
    this.uniforms.accent.value.copy(palette.selected);
    this.uniforms.lamp.value.copy(palette.lamp);
    for (const part of [this.symbols, this.people, this.overlay, this.route, this.sky]) part.paint(palette);
    this.labels.resize();
    this.relabel();
  }

  open(opened: Opened | null): void {
    this.opened = opened;
    this.buildings.open(opened);
    this.symbols.show(opened, this.layers.has("equipment"));
    this.people.show(opened);
    this.overlay.cameras(opened, this.layers.has("cameras"));
    this.sky.place(this.views.ball(opened));
    this.choose(this.chosen);
  }

  show(layers: ReadonlySet<Layer>): void {
    this.layers = layers;
    this.buildings.trees.visible = layers.has("trees");
    this.open(this.opened);
  }

  choose(id: string): void {
    this.chosen = id;
    const { chosen, chosenStoreys } = this.uniforms;
    chosen.value.x = this.numberOf(id);
    chosenStoreys.value.set(...this.views.storeyNumbers(id));
    this.overlay.choose(id, this.opened, (piece) => this.symbols.locate(piece));
    this.relabel();
  }

  hover(id: string): void {
    this.uniforms.chosen.value.y = this.numberOf(id);
    this.uniforms.hoverStoreys.value.set(...this.views.storeyNumbers(id));
  }

  shine(azimuth: number, elevation: number): void {
    this.sky.shine(azimuth, elevation);
    this.rooms.followLamps(this.uniforms.night.value > 0);
    this.lamps();
  }

  heat(heat: Heat): void {
    this.rooms.follow(heat);
    this.tables.clearRooms();
    this.colour(this.rooms.colours());
  }

  /** Takes over changed values; gives whether the next frame looks different. */
  changed(ids: readonly string[]): boolean {
    const colours = this.colour(this.rooms.coloursOf(ids));
    const lamps = this.lamps(ids);
    const symbols = this.symbols.changed(ids);
    return colours || lamps || symbols;
  }

  /** The first picture shows grounds and buildings; what can wait a moment joins in afterwards. */
  begin(first: boolean): void {
    if (first || this.early) {
      this.symbols.group.visible = !first;
      this.buildings.trees.visible = !first && this.layers.has("trees");
      this.sky.cast(!first);
    }
    if (this.early && !first) {
      this.sky.recast();
    }
    this.early = first;
  }

  /** What floats over the picture may lie elsewhere now. */
  covered(): void {
    this.labels.moved();
  }

  /** Last things before a frame. */
  ready(rig: Rig, names: boolean): void {
    this.symbols.update();
    const { camera } = rig;
    camera.updateMatrixWorld();
    const half = Math.tan((FIELD * Math.PI) / 360);
    const scale = (at: Vector3): number =>
      this.canvas.clientHeight / 2 / half / Math.max(1, camera.position.distanceTo(at));
    if (names) this.labels.update(camera, scale);
  }

  dispose(): void {
    for (const part of [
      this.buildings,
      this.symbols,
      this.people,
      this.overlay,
      this.route,
      this.labels,
      this.sky,
    ])
      part.dispose();
    this.tables.dispose();
  }

  private relabel(): void {
    const onFoot = this.opened !== null && this.opened.cut > 50;
    this.labels.show(this.opened, this.chosen, this.layers.has("labels") && !onFoot);
  }

  private numberOf(id: string): number {
    return this.world.campus.spaces.has(id) ? this.world.room(id) : -1;
  }

  private colour(colours: readonly RoomColour[]): boolean {
    let different = false;
    for (const { space, rgb, known } of colours)
      if (this.tables.setRoom(this.world.room(space), rgb, known ? KNOWN : UNKNOWN)) different = true;
    return different;
  }

  private lamps(changed?: readonly string[]): boolean {
    let different = false;
    for (const { space, brightness } of this.rooms.lamps(changed))
      if (this.tables.setLamp(this.world.room(space), brightness)) different = true;
    return different;
  }
}
