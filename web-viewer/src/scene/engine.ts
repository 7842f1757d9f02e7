import { effect } from "@preact/signals-core";
import { Vector2, WebGLRenderer } from "three";
import type { Stop } from "../core/campus.ts";
import { freePart, panned, zoomed, type Edges, type Frame, type Look } from "../core/geometry/orbit.ts";
import { pick } from "../core/geometry/pick.ts";
import { World } from "../core/geometry/world.ts";
import { language } from "../core/text/language.ts";
import { CUT, type Opened } from "./buildings.ts";
import { whenDrawn } from "./fence.ts";
import type { CameraPlace, CampusScene, SceneOptions, SceneStats, WalkerPlace } from "./index.ts";
import { Input, type Gestures } from "./input.ts";
import { Model } from "./model.ts";
import { Peel } from "./peel.ts";
import { FIELD, Rig } from "./rig.ts";
import { Sharpness } from "./sharpness.ts";
import { Views } from "./views.ts";
import { Walking } from "./walking.ts";

const MINUTE = 60_000;
const UNCOVERED: Edges = { left: 0, top: 0, right: 0, bottom: 0 };

/** The scene that pages hold: camera, walker and fingers act on the model; a frame is drawn only when asked for. */
export class Engine implements CampusScene {
  private readonly world: World;
  private readonly views: Views;
  private readonly renderer: WebGLRenderer;
  private readonly sharpness: Sharpness;
  private readonly model: Model;
  private readonly rig: Rig;
  private readonly walker: Walking;
  private readonly input: Input;
  private readonly peel: Peel;
  private readonly ends: (() => void)[] = [];
  private readonly figures: SceneStats = { frames: 0, drawCalls: 0, triangles: 0, scriptMillis: [] };
  private readonly waiting: (() => void)[] = [];
  private readonly lookers = new Set<(place: CameraPlace) => void>();
  private opened: Opened | null = null;
  private edges = UNCOVERED;
  /** Lens of the free part of the picture. */
  private lens: Frame;
  /** The look that was last composed for the picture as it was, and how to compose it anew. */
  private composed: Look;
  private compose: () => Look | undefined = () => this.views.home(this.lens);
  private hovered = "";
  private asked = 0;
  private disposed = false;
  private pictured = false;
  /** The page has joined in with the first picture: from now on a frame is drawn whenever one is asked for. */
  private begun = false;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly context: WebGL2RenderingContext,
    private readonly options: SceneOptions,
    slow = false,
  ) {
    this.world = new World(options.campus);
    this.renderer = new WebGLRenderer({ canvas, context });
    this.renderer.debug.checkShaderErrors = false;
    this.sharpness = new Sharpness(this.renderer, slow, () => this.invalidate());
    this.views = new Views(this.world);
    this.model = new Model(this.canvas, this.renderer, this.world, this.views, { ...options, slow });
    this.lens = freePart(FIELD, this.size, UNCOVERED);
    this.rig = new Rig(this.views.home(this.lens), this.views.limits(), options.calm, () =>
      this.invalidate(),
    );
    this.composed = this.rig.goal;
    this.walker = new Walking(this.world, this.rig);
    this.peel = new Peel(options.calm);
    this.input = new Input(canvas, this.gestures());
    this.refresh();
    this.follow();
  }

  get walking(): boolean {
    return this.walker.active;
  }

  flyTo(id: string): void {
    const { campus, view } = this.options;
    const place = campus.find(id);
    if (!place || this.walking) return;
    view.storey.value = campus.storeyOf(id)?.id ?? "";
    this.present(() => this.views.of(id, this.rig.goal, this.lens));
  }

  showStop(stop: Stop): void {
    this.walk(null);
    this.options.view.storey.value = stop.storey ?? "";
    this.present(() => {
      const look = this.views.of(stop.place, this.rig.goal, this.lens);
      return (
        look && {
          ...look,
          azimuth: stop.bearing ?? look.azimuth,
          pitch: stop.pitch ?? look.pitch,
          distance: stop.distance ?? look.distance,
        }
      );
    });
  }

  home(): void {
    if (!this.walking) this.present(() => this.views.home(this.lens));
  }

  turn(degrees: number): void {
    if (this.walking) this.step(0, 0, degrees);
    else this.rig.nudge({ ...this.rig.goal, azimuth: this.rig.goal.azimuth + degrees });
  }

  tilt(degrees: number): void {
    if (this.walking) this.walker.nod(degrees);
    else this.rig.nudge({ ...this.rig.goal, pitch: this.rig.goal.pitch + degrees });
  }

  zoom(factor: number): void {
    if (!this.walking) this.rig.nudge(zoomed(this.rig.goal, factor, this.rig.limits));
  }

  pan(right: number, forward: number): void {
    if (!this.walking) this.rig.nudge(panned(this.rig.goal, right, forward));
  }

  walk(from: string | null): void {
    const wasWalking = this.walking;
    const look = from === null ? this.walker.end() : null;
    if (from !== null) this.walker.begin(from);
    if (look) this.rig.set(look);
    if (wasWalking || this.walking) this.open();
  }

  step(forward: number, right: number, turn: number): void {
    const before = this.walker.storey;
    this.walker.step(forward, right, turn);
    if (this.walker.storey !== before) this.open();
  }

  onWalk(listener: (place: WalkerPlace) => void): void {
    this.walker.listen(listener);
  }

  onPicture(listener: () => void): void {
    if (this.pictured) listener();
    else this.waiting.push(listener);
  }

  onLook(listener: (place: CameraPlace) => void): void {
    this.lookers.add(listener);
  }

  showPeople(counts: ReadonlyMap<string, number> | null): void {
    this.model.people.set(counts);
    this.invalidate();
  }

  showRoute(points: readonly { x: number; y: number; z: number }[] | null): void {
    this.model.route.set(points);
    this.invalidate();
  }

  inset(edges: Edges): void {
    this.edges = edges;
    this.model.covered();
    this.reframe();
    this.invalidate();
  }

  refresh(): void {
    if (this.begun) this.sharpness.reset();
    else if (this.figures.frames === 0) this.sharpness.sketch();
    this.model.paint();
    this.light();
    this.reframe();
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
    this.sharpness.dispose();
    this.model.dispose();
    this.renderer.dispose();
  }

  private get size(): { width: number; height: number } {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  /** Flies to a look that fits the free part of the picture, and is fitted again when that changes. */
  private present(compose: () => Look | undefined): void {
    const look = compose();
    if (!look) return;
    this.compose = compose;
    this.rig.fly(look);
    this.composed = this.rig.goal;
  }

  /** Takes over the free part of the picture; what nobody has moved since is fitted into it. */
  private reframe(): void {
    const before = this.lens;
    this.lens = freePart(FIELD, this.size, this.edges);
    this.rig.resize(this.size, this.lens);
    this.walker.stand();
    const same = before.aspect === this.lens.aspect && before.field === this.lens.field;
    if (same || this.walking || this.rig.goal !== this.composed) return;
    const look = this.compose();
    if (!look) return;
    if (this.figures.frames > 0) this.rig.fly(look);
    else this.rig.set(look);
    this.composed = this.rig.goal;
  }

  private invalidate(): void {
    const underWay = this.figures.frames > 0 && !this.begun; // the next frame waits until the first is to be seen, and the page with it
    if (this.asked === 0 && !this.disposed && !underWay)
      this.asked = requestAnimationFrame((now) => this.frame(now));
  }

  private frame(now: number): void {
    this.asked = 0;
    const start = performance.now();
    const flying = this.rig.advance(now);
    if (this.peel.advance(now)) this.open();
    if (this.begun) this.sharpness.frame(now, this.rig.moved());
    this.fit();
    this.model.begin(!this.begun);
    this.model.ready(this.rig, this.begun);
    this.renderer.render(this.model.scene, this.rig.camera);
    this.tellLook();
    this.account(performance.now() - start);
    if (flying || this.peel.busy) this.invalidate();
  }

  /** Gives the canvas size and resolution. A change empties it, so this waits until a frame is drawn. */
  private fit(): void {
    const { width, height } = this.size;
    const { x, y } = this.renderer.getSize(new Vector2());
    if ((x !== width || y !== height) && width > 0 && height > 0) this.renderer.setSize(width, height, false);
    this.sharpness.apply();
  }

  private account(millis: number): void {
    const { figures, renderer } = this;
    if (figures.frames++ === 0) whenDrawn(this.context, () => this.completed());
    figures.drawCalls = renderer.info.render.calls;
    figures.triangles = renderer.info.render.triangles;
    figures.scriptMillis.push(millis);
    if (figures.scriptMillis.length > 600) figures.scriptMillis.shift();
  }

  /** Grounds and buildings are there to be seen; the rest follows. */
  private completed(): void {
    performance.mark("first-picture");
    this.pictured = true;
    for (const listener of this.waiting.splice(0)) listener();
    this.asked = requestAnimationFrame((now) => this.again(now));
  }

  /** The page that joins in may have emptied the canvas: the same picture once more with it, then the fine ones. */
  private again(now: number): void {
    if (this.disposed) return;
    this.frame(now);
    setTimeout(() => {
      this.begun = true;
      this.sharpness.reset();
      this.invalidate();
    }, 0);
  }

  private tellLook(): void {
    if (this.walking) return;
    const { x, y, azimuth } = this.rig.look;
    for (const listener of this.lookers) listener({ x, y, heading: azimuth });
  }

  private follow(): void {
    const { view, points } = this.options;
    const each = (action: () => void): void => {
      this.ends.push(
        effect(() => {
          action();
          this.invalidate();
        }),
      );
    };
    each(() => this.model.show(view.layers.value));
    each(() => this.storey(view.storey.value));
    each(() => this.explode(view.explode.value));
    each(() => this.model.choose(view.selected.value));
    each(() => this.model.heat(view.heat.value));
    each(() => this.light(view.minute.value));
    this.ends.push(language.subscribe(() => this.refresh()));
    this.ends.push(points.listen((ids) => this.model.changed(ids) && this.invalidate()));
    const clock = setInterval(() => view.minute.peek() === null && this.light(null), 5 * MINUTE);
    this.ends.push(() => clearInterval(clock));
  }

  private storey(id: string): void {
    const building = this.options.campus.storeys.get(id)?.building;
    if (building && building !== this.opened?.building) this.peel.sink();
    this.open(id);
  }

  private explode(share: number): void {
    this.peel.begin(share);
    this.open();
    const storey = this.options.campus.storeys.get(this.options.view.storey.peek());
    if (share === 0 || !storey || this.walking) return;
    const whole = this.views.opened(storey, share, CUT);
    this.rig.nudge(this.views.ofOpened(whole, this.rig.goal, this.lens));
  }

  private open(id = this.options.view.storey.peek()): void {
    const storey = this.options.campus.storeys.get(id);
    const { cut, spread } = this.peel;
    if (this.walking) this.opened = this.walker.opened();
    else this.opened = storey ? this.views.opened(storey, spread, cut) : null;
    this.model.open(this.opened);
    this.invalidate();
  }

  private light(minute = this.options.view.minute.peek()): void {
    const { azimuth, elevation } = this.options.sun(minute);
    this.model.shine(azimuth, elevation);
    this.invalidate();
  }

  private at(x: number, y: number): string {
    const shown = {
      storeys: this.opened?.storeys ?? new Map<string, number>(),
      opened: this.opened?.building.id ?? "",
      dots: this.model.symbols.dots,
    };
    return pick(this.world, this.rig.ray(x, y), shown)?.id ?? "";
  }

  private hover(id: string): void {
    if (id === this.hovered) return;
    this.hovered = id;
    this.canvas.style.cursor = id ? "pointer" : "";
    this.model.hover(id);
    this.invalidate();
  }

  private gestures(): Gestures {
    const orbit = (change: (look: Rig["look"]) => Rig["look"]): void => {
      if (!this.walking) this.rig.set(change(this.rig.look));
    };
    return {
      turn: (azimuth, pitch) => {
        if (this.walking) {
          this.walker.nod(pitch * -0.6);
          return this.step(0, 0, azimuth * -0.6);
        }
        orbit((look) => ({ ...look, azimuth: look.azimuth + azimuth, pitch: look.pitch + pitch }));
      },
      drag: (right, down) => orbit((look) => this.dragged(look, right, down)),
      zoom: (factor, x, y) => orbit((look) => zoomed(look, factor, this.rig.limits, this.onFloor(x, y))),
      tap: (x, y) => this.options.onPick(this.at(x, y)),
      hover: (x, y) => this.hover(this.at(x, y)),
      leave: () => this.hover(""),
    };
  }

  private dragged(look: Rig["look"], right: number, down: number): Rig["look"] {
    const metres =
      (2 * look.distance * Math.tan((FIELD * Math.PI) / 360)) / Math.max(1, this.canvas.clientHeight);
    const steep = Math.max(0.35, Math.sin((look.pitch * Math.PI) / 180));
    return panned(look, -right * metres, (down * metres) / steep);
  }

  private onFloor(x: number, y: number): { x: number; y: number } | undefined {
    const { origin, direction } = this.rig.ray(x, y);
    const t = (this.rig.look.z - origin[2]) / direction[2];
    if (!(t > 0) || t > this.rig.look.distance * 3) return undefined;
    return { x: origin[0] + direction[0] * t, y: origin[1] + direction[1] * t };
  }
}
