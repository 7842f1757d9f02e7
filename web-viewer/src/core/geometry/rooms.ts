import type { Value } from "../api/client.ts";
import type { Campus } from "../campus.ts";
import { NEVER, type PointStore } from "../points.ts";
import type { Heat } from "../view.ts";
import { heatOf, heatPoints, rgbAt, roomHeat, type HeatScale } from "./heat.ts";

/** Colour of a room, each part 0 to 255, and whether its value is known. */
export interface RoomColour {
  readonly space: string;
  readonly rgb: readonly [number, number, number];
  readonly known: boolean;
}

const LAMPS: readonly string[] = ["group.state", "group.level", "room.illuminance"];
const USUAL = 200;

/** Follows the values that rooms are coloured and lit by, and tells of rooms that may look different now. */
export class RoomWatch {
  private scale: HeatScale | null = null;
  private readonly byHeat = new Map<string, string>();
  private readonly byLamp = new Map<string, string>();

  constructor(
    private readonly campus: Campus,
    private readonly store: PointStore,
  ) {}

  /** Follows another quantity. */
  follow(heat: Heat): void {
    this.scale = heatOf(heat);
    this.byHeat.clear();
    if (!this.scale) return;
    for (const space of this.campus.spaces.keys())
      for (const id of heatPoints(this.campus, space, this.scale).flat()) this.byHeat.set(id, space);
  }

  /** Follows lamps, or lets them be. */
  followLamps(wanted: boolean): void {
    this.byLamp.clear();
    if (!wanted) return;
    for (const space of this.campus.spaces.keys())
      for (const { id, template } of this.campus.pointsIn(space))
        if (LAMPS.includes(template.name)) this.byLamp.set(id, space);
  }

  /** Colours of all indoor rooms; none where no quantity is followed. */
  colours(): RoomColour[] {
    const { scale } = this;
    if (!scale) return [];
    return this.campus.geometry.spaces
      .filter((space) => space.storey)
      .map(({ id }) => this.colour(id, scale));
  }

  /** Colours of the rooms that some changed points belong to. */
  coloursOf(changed: readonly string[]): RoomColour[] {
    const { scale } = this;
    if (!scale) return [];
    return touched(this.byHeat, changed).map((space) => this.colour(space, scale));
  }

  /** Brightness of the lamps, 0 to 255, of all followed rooms or of those that some changed points belong to. */
  lamps(changed?: readonly string[]): { space: string; brightness: number }[] {
    const spaces = changed ? touched(this.byLamp, changed) : [...new Set(this.byLamp.values())];
    return spaces.map((space) => ({ space, brightness: this.brightness(space) }));
  }

  private colour(space: string, scale: HeatScale): RoomColour {
    const { value } = roomHeat(this.campus, this.store, space, scale);
    return { space, rgb: rgbAt(scale, value), known: value !== null };
  }

  /** From the lamps' own feedback; where that is not to be seen, from the light in the room after dark. */
  private brightness(space: string): number {
    const each = this.campus.equipmentOf(space).map((piece) => {
      const read = (name: string): Value => {
        const state = this.store.get(`${piece.id}.${name}`);
        return state === NEVER || state.quality === "bad" ? null : state.value;
      };
      const [on, level, light] = LAMPS.map(read);
      if (on === false) return 0;
      if (typeof level === "number") return Math.min(255, Math.round(level / 10) * 25);
      return on === true || (typeof light === "number" && light > 60) ? USUAL : 0;
    });
    return Math.max(0, ...each);
  }
}

function touched(owners: ReadonlyMap<string, string>, changed: readonly string[]): string[] {
  if (owners.size === 0) return [];
  const found = new Set<string>();
  for (const id of changed) {
    const space = owners.get(id);
    if (space !== undefined) found.add(space);
  }
  return [...found];
}
