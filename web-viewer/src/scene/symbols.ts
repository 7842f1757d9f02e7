import { AdditiveBlending, Color, Group, MeshBasicMaterial, MeshLambertMaterial } from "three";
import type { Campus } from "../core/campus.ts";
import {
  conditionOf,
  FAMILIES,
  symbolsOf,
  type Condition,
  type Family,
  type Symbol3,
} from "../core/geometry/equipment.ts";
import type { Dot } from "../core/geometry/pick.ts";
import type { PointStore } from "../core/points.ts";
import type { Opened } from "./buildings.ts";
import { Crowd, type Member } from "./crowd.ts";
import type { Palette } from "./palette.ts";
import { alarmShape, faultShape, hollowShape, poolShape, symbolShape } from "./shapes.ts";

type Placed3 = Symbol3 & { readonly top: number; readonly floor: number };

/**
 * Equipment of the open storeys, and alarms wherever they are. A symbol's look follows feedback only: a lamp glows when
 * it reports on, a hollow ring means no usable value, a wedge a fault, a diamond on a stalk an alarm.
 */
export class Symbols {
  readonly group = new Group();
  private readonly solid = new MeshLambertMaterial();
  private readonly mark = new MeshLambertMaterial({ emissive: 0xffffff, emissiveIntensity: 0.12 });
  private readonly pin = new MeshBasicMaterial({ depthTest: false, transparent: true });
  private readonly glow = new MeshBasicMaterial({
    transparent: true,
    opacity: 0.3,
    vertexColors: true,
    depthWrite: false,
    blending: AdditiveBlending,
  });
  private readonly families: ReadonlyMap<Family, Crowd>;
  private readonly alarms = new Crowd(this.group, alarmShape(), this.pin, { order: 8 });
  private readonly faults = new Crowd(this.group, faultShape(), this.mark);
  private readonly hollows = new Crowd(this.group, hollowShape(), this.mark);
  private readonly pools = new Crowd(this.group, poolShape(), this.glow, { order: 3 });
  private readonly conditions = new Map<string, Condition>();
  private readonly places = new Map<string, readonly Symbol3[]>();
  private shown: readonly Placed3[] = [];
  private ids: ReadonlySet<string> = new Set();
  private palette: Palette | null = null;
  private visible = true;
  private stale = true;

  constructor(
    private readonly campus: Campus,
    private readonly store: PointStore,
  ) {
    this.families = new Map(
      FAMILIES.map((family) => [
        family,
        new Crowd(this.group, symbolShape(family), this.solid, { shadow: false }),
      ]),
    );
    for (const piece of campus.geometry.equipment)
      this.conditions.set(piece.id, conditionOf(campus, store, piece));
  }

  /** Symbols as they can be hit. */
  get dots(): readonly Dot[] {
    return this.visible ? this.shown.map(({ piece, x, y, top }) => ({ id: piece.id, x, y, z: top })) : [];
  }

  paint(palette: Palette): void {
    this.palette = palette;
    this.stale = true;
  }

  /** Shows the equipment of the open storeys, or none; symbols stay under the cut of the walls. */
  show(opened: Opened | null, visible: boolean): void {
    this.visible = visible;
    this.stale = true;
    this.shown =
      opened && visible
        ? [...opened.storeys].flatMap(([id, lift]) => this.onStorey(id, lift, opened.cut))
        : [];
    this.ids = new Set(this.shown.map(({ piece }) => piece.id));
  }

  /** Where a piece is drawn, if it is. */
  locate(id: string): { x: number; y: number; z: number } | undefined {
    const symbol = this.ids.has(id) ? this.shown.find(({ piece }) => piece.id === id) : undefined;
    return symbol && { x: symbol.x, y: symbol.y, z: symbol.top };
  }

  /** Takes over changed values; gives whether anything that is drawn looks different. */
  changed(ids: readonly string[]): boolean {
    let different = false;
    for (const owner of new Set(ids.map((id) => id.slice(0, id.indexOf("."))))) {
      const piece = this.campus.equipment.get(owner);
      if (!piece) continue;
      const before = this.conditions.get(owner);
      const now = conditionOf(this.campus, this.store, piece);
      if (now === before) continue;
      this.conditions.set(owner, now);
      const seen = now === "alarm" || before === "alarm" || this.ids.has(owner);
      if (seen) different = true;
    }
    if (different) this.stale = true;
    return different;
  }

  /** Makes ready for the next frame. */
  update(): void {
    const { palette } = this;
    if (!this.stale || !palette) return;
    this.stale = false;
    for (const [family, crowd] of this.families)
      crowd.set(
        this.shown.filter((symbol) => symbol.family === family).map((symbol) => this.member(symbol, palette)),
      );
    this.hollows.set(this.marks("bad", palette.stale));
    this.faults.set(this.marks("fault", palette.warning));
    this.alarms.set(this.pins(palette));
    this.pools.set(
      this.shown
        .filter((symbol) => symbol.family === "lamp" && this.is(symbol, "on"))
        .map(({ x, y, floor }) => ({ x, y, z: floor + 0.06, size: 1.9, color: palette.lamp })),
    );
  }

  dispose(): void {
    for (const crowd of [...this.families.values(), this.alarms, this.faults, this.hollows, this.pools])
      crowd.dispose();
    for (const material of [this.solid, this.mark, this.pin, this.glow]) material.dispose();
  }

  private is(symbol: Symbol3, condition: Condition): boolean {
    return this.conditions.get(symbol.piece.id) === condition;
  }

  private onStorey(id: string, lift: number, cut: number): Placed3[] {
    const floor = (this.campus.storeys.get(id)?.elevation ?? 0) + lift;
    return this.campus
      .spacesOf(id)
      .flatMap((space) => this.inSpace(space.id))
      .map((symbol) => ({ ...symbol, floor, top: floor + Math.max(0.35, Math.min(symbol.z, cut + 0.1)) }));
  }

  private inSpace(id: string): readonly Symbol3[] {
    let found = this.places.get(id);
    if (!found) this.places.set(id, (found = symbolsOf(this.campus, id)));
    return found;
  }

  private member(symbol: Placed3, palette: Palette): Member {
    const { x, y, top, piece } = symbol;
    const color = this.is(symbol, "on")
      ? symbol.family === "lamp"
        ? palette.lamp
        : palette.equipment.clone().lerp(palette.camera, 0.55)
      : this.is(symbol, "bad")
        ? palette.stale.clone().lerp(new Color(0xffffff), 0.35)
        : palette.equipment;
    return { x, y, z: top, turn: (-piece.heading * Math.PI) / 180, color };
  }

  private marks(condition: Condition, color: Color): Member[] {
    return this.shown
      .filter((symbol) => this.is(symbol, condition))
      .map(({ x, y, top }) => ({ x, y, z: top + 0.05, color }));
  }

  /** Alarms stand on their symbol, or where it would be in a closed building. */
  private pins(palette: Palette): Member[] {
    const places = new Map(this.shown.map((symbol) => [symbol.piece.id, symbol]));
    return [...this.conditions]
      .filter(([, condition]) => condition === "alarm")
      .flatMap(([id]) => {
        const symbol = places.get(id);
        const middle = symbol ? { x: symbol.x, y: symbol.y, z: symbol.top } : this.campus.middle(id);
        return middle ? [{ ...middle, size: symbol ? 0.8 : 2.6, color: palette.critical }] : [];
      });
  }
}
