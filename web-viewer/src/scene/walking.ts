import { createWalker, EYE, type Walker } from "../core/walk.ts";
import type { Look } from "../core/geometry/orbit.ts";
import type { World } from "../core/geometry/world.ts";
import type { Opened } from "./buildings.ts";
import type { WalkerPlace } from "./index.ts";
import type { Rig } from "./rig.ts";

const WHOLE = 100;

/** Somebody on foot: the walker's place becomes the camera's, and the storey around them is drawn whole. */
export class Walking {
  private walker: Walker | null = null;
  private pitch = 4;
  private readonly listeners = new Set<(place: WalkerPlace) => void>();

  constructor(
    private readonly world: World,
    private readonly rig: Rig,
  ) {}

  get active(): boolean {
    return this.walker !== null;
  }

  /** Storey that the walker is on; empty outdoors. */
  get storey(): string {
    return this.walker?.place.storey ?? "";
  }

  listen(listener: (place: WalkerPlace) => void): void {
    this.listeners.add(listener);
  }

  begin(from: string): void {
    this.walker = createWalker(this.world.campus, from);
    this.pitch = 4;
    this.stand();
  }

  /** Ends the walk; gives where to look from now on. */
  end(): Look | null {
    const place = this.walker?.place;
    this.walker = null;
    return place ? { ...place, azimuth: place.heading, pitch: 48, distance: 70 } : null;
  }

  step(forward: number, right: number, turn: number): void {
    if (!this.walker) return;
    this.walker.step(forward, right, turn);
    this.stand();
  }

  /** Looks up or down; degrees. */
  nod(degrees: number): void {
    this.pitch = Math.min(70, Math.max(-60, this.pitch + degrees));
    this.stand();
  }

  /** Stands there again, as after a change of the picture's size. */
  stand(): void {
    if (!this.walker) return;
    const { x, y, z, heading, space } = this.walker.place;
    this.rig.stand({ x, y, z: z + EYE }, heading, this.pitch);
    for (const listener of this.listeners) listener({ x, y, z, heading, space });
  }

  /** The storey around the walker with its neighbours, for the stairs; null outdoors. */
  opened(): Opened | null {
    const storey = this.world.campus.storeys.get(this.storey);
    if (!storey) return null;
    const plans = this.world.plansOf(storey.building);
    const at = plans.findIndex((plan) => plan.storey.id === storey.id);
    const near = plans.slice(Math.max(0, at - 1), at + 2).map((plan) => [plan.storey.id, 0] as const);
    return {
      building: storey.building,
      storeys: new Map(near),
      from: plans[0]?.storey.id ?? storey.id,
      cut: WHOLE,
    };
  }
}
