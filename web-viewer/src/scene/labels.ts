import { Vector3, type Camera } from "three";
import type { Space } from "../core/campus.ts";
import { centroid } from "../core/campus.ts";
import { chooseLabels, textWidth, type Box, type Wish } from "../core/geometry/labels.ts";
import type { World } from "../core/geometry/world.ts";
import { pick } from "../core/text/language.ts";
import type { Opened } from "./buildings.ts";
import "./labels.css";

const MOST = 40;
/** So many where the processor draws: each is a layer that it has to lay over the picture. */
const FEW = 20;
const QUIET: readonly string[] = ["corridor", "stair", "toilet", "outdoor", "store"];
const NARROWEST = 26;

interface Label {
  readonly id: string;
  readonly kind: "building" | "room";
  readonly text: string;
  readonly at: Vector3;
  readonly priority: number;
  /** About how wide the place is, m; 0 where that does not matter. */
  readonly size: number;
}

/** Names over the model, in the page's own type; none covers another. Screen readers have the table instead. */
export class Labels {
  private readonly layer = document.createElement("div");
  private readonly pool = new Map<string, HTMLElement>();
  private labels: readonly Label[] = [];
  private shown: ReadonlySet<string> = new Set();
  private readonly point = new Vector3();

  /** What floats over the picture; null until it is looked up again. */
  private covers: readonly Box[] | null = null;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly world: World,
    private readonly slow: boolean,
  ) {
    this.layer.className = "scene-labels";
    this.layer.setAttribute("aria-hidden", "true");
  }

  /** What covers the canvas may have changed. */
  moved(): void {
    this.covers = null;
  }

  /** Elements of the page that say they float over pictures (`data-covers`), as boxes on the canvas. */
  private covering(): readonly Box[] {
    const { left, top } = this.canvas.getBoundingClientRect();
    return [...document.querySelectorAll("[data-covers]")].map((element) => {
      const box = element.getBoundingClientRect();
      return {
        x: (box.left + box.right) / 2 - left,
        y: box.bottom - top,
        width: box.width,
        height: box.height,
      };
    });
  }

  /** Lies over the canvas, wherever the page has put it. */
  resize(): void {
    this.moved();
    const { offsetLeft, offsetTop, clientWidth, clientHeight } = this.canvas;
    Object.assign(this.layer.style, {
      left: `${offsetLeft}px`,
      top: `${offsetTop}px`,
      width: `${clientWidth}px`,
      height: `${clientHeight}px`,
    });
  }

  /** Which names there are: buildings and outdoor places from outside, rooms on open storeys. */
  show(opened: Opened | null, chosen: string, visible: boolean): void {
    this.moved();
    this.labels = visible ? [...this.places(opened, chosen), ...this.rooms(opened, chosen)] : [];
    for (const element of this.pool.values()) element.remove();
    this.pool.clear();
    this.shown = new Set();
  }

  /** Puts the names where their places are seen now. */
  update(camera: Camera, pixelsPerMetre: (at: Vector3) => number): void {
    // Not before there is a picture: with another layer over the canvas the page is painted anew.
    if (!this.layer.isConnected) this.canvas.after(this.layer);
    const size = { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
    const wishes = this.labels.flatMap((label) => this.wish(label, camera, size, pixelsPerMetre));
    this.covers ??= this.covering();
    const room = { ...size, covers: this.covers };
    const chosen = chooseLabels(wishes, this.shown, room, this.slow ? FEW : MOST);
    const now = new Set(chosen.map(({ id }) => id));
    for (const [id, element] of this.pool) if (!now.has(id)) element.hidden = true;
    for (const wish of chosen) {
      const element = this.elementOf(wish.id);
      element.hidden = false;
      element.style.transform = `translate(${Math.round(wish.x - wish.width / 2)}px, ${Math.round(wish.y - wish.height)}px)`;
    }
    this.shown = now;
  }

  dispose(): void {
    this.layer.remove();
  }

  private wish(
    label: Label,
    camera: Camera,
    size: { width: number; height: number },
    scale: (at: Vector3) => number,
  ): Wish[] {
    if (label.size > 0 && label.size * scale(label.at) < NARROWEST) return [];
    this.point.copy(label.at).project(camera);
    if (this.point.z > 1 || this.point.z < -1) return [];
    const big = label.kind === "building";
    const width = textWidth(label.text, big ? 13 : 12) + (big ? 16 : 8);
    const x = ((this.point.x + 1) / 2) * size.width;
    const y = ((1 - this.point.y) / 2) * size.height;
    return [{ id: label.id, x, y, width, height: big ? 24 : 18, priority: label.priority }];
  }

  private elementOf(id: string): HTMLElement {
    let element = this.pool.get(id);
    if (!element) {
      const label = this.labels.find((each) => each.id === id);
      element = document.createElement("span");
      element.className = "scene-label";
      element.dataset["kind"] = label?.kind ?? "room";
      if ((label?.priority ?? 0) >= 100) element.dataset["chosen"] = "";
      element.textContent = label?.text ?? "";
      this.layer.append(element);
      this.pool.set(id, element);
    }
    return element;
  }

  private places(opened: Opened | null, chosen: string): Label[] {
    const { campus } = this.world;
    const buildings = campus.geometry.buildings
      .filter(({ id }) => id !== opened?.building.id)
      .map(({ id, name }): Label => {
        const { x, y } = centroid(this.world.ringOf(id).map((corner) => [corner.x, corner.y]));
        const at = new Vector3(x, y, (this.world.shells.get(id)?.top ?? 0) + 3);
        return { id, kind: "building", text: pick(name), at, priority: id === chosen ? 100 : 50, size: 0 };
      });
    const outdoors = campus
      .outdoors()
      .filter((space) => space.kind !== "outdoor" && pick(space.name))
      .map((space) => ({ ...this.room(space, 1, chosen), kind: "building" as const, priority: 40, size: 0 }));
    return [...buildings, ...outdoors];
  }

  private rooms(opened: Opened | null, chosen: string): Label[] {
    const { campus } = this.world;
    return [...(opened?.storeys ?? [])].flatMap(([storey, lift]) => {
      const floor = (campus.storeys.get(storey)?.elevation ?? 0) + lift;
      return campus
        .spacesOf(storey)
        .filter((space) => !QUIET.includes(space.kind) || space.id === chosen)
        .map((space) => this.room(space, floor + 0.6, chosen));
    });
  }

  private room(space: Space, z: number, chosen: string): Label {
    const { x, y } = centroid(space.polygon);
    const area = space.area ?? 20;
    const priority = space.id === chosen ? 100 : 10 + Math.min(area, 400) / 20;
    return {
      id: space.id,
      kind: "room",
      text: pick(space.name),
      at: new Vector3(x, y, z),
      priority,
      size: Math.sqrt(area),
    };
  }
}
