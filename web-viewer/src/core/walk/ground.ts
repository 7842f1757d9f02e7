import type { Building, Campus, Passage, Space } from "../campus.ts";
import { Shaft, shafts } from "./shafts.ts";
import { inside, nearestSide, sides, within, type Ring, type Spot } from "./shapes.ts";
import { cut, Walls, type Gap } from "./walls.ts";

/** The floor of everything under the sky; other floors are storeys, by id. */
export const OUTDOORS = "";

/** A way out of a building to the grounds. */
export interface Exit extends Gap {
  readonly passage: Passage;
  readonly building: Building;
  /** Space and storey inside. */
  readonly space: Space;
  readonly storey: string;
}

const CELL = 8;
const STEP_UP = 1.5;

/**
 * What walking needs of a campus: per floor the walls with door openings, and which space a spot lies in. Closed doors
 * do not block; a space that the document does not show has no doors and so stays closed. Made once a campus; the
 * walls of a floor are made when somebody first stands on it.
 */
export class Ground {
  readonly shafts: ReadonlyMap<string, Shaft>;
  readonly exits: readonly Exit[];
  private readonly gaps = new Map<string, Gap[]>();
  private readonly floors = new Map<string, Walls>();
  private readonly cells = new Map<string, Space[]>();
  private readonly open: readonly Space[];

  constructor(readonly campus: Campus) {
    this.open = [...campus.outdoors()].sort((a, b) => (a.area ?? 0) - (b.area ?? 0));
    this.exits = campus.geometry.passages.flatMap((passage) => this.exit(passage));
    for (const passage of campus.geometry.passages) this.addGaps(passage);
    this.shafts = shafts(campus, (space) => this.gapsOf(space));
    for (const space of campus.spaces.values()) if (space.storey) this.index(space);
  }

  /** Doors of a space. */
  gapsOf(space: string): readonly Gap[] {
    return this.gaps.get(space) ?? [];
  }

  elevation(floor: string): number {
    return this.campus.storeys.get(floor)?.elevation ?? 0;
  }

  walls(floor: string): Walls {
    let made = this.floors.get(floor);
    if (!made) {
      made = floor === OUTDOORS ? this.outerWalls() : this.innerWalls(floor);
      this.floors.set(floor, made);
    }
    return made;
  }

  /** The space of a floor that a spot lies in; outdoors the smallest. */
  spaceAt(floor: string, spot: Spot): Space | undefined {
    const candidates = floor === OUTDOORS ? this.open : this.cells.get(cell(floor, spot));
    return candidates?.find((space) => inside(space.polygon, spot));
  }

  /** The building whose outline holds a spot. */
  buildingAt(spot: Spot): Building | undefined {
    return this.campus.geometry.buildings.find((building) => inside(building.outline, spot));
  }

  /** Ring of the grounds: the outdoor space that holds every building, else the edges of the document. */
  fence(): Ring {
    const [west = 0, south = 0, east = 0, north = 0] = this.campus.geometry.bounds;
    const edges = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
    ];
    const largest = this.open.at(-1)?.polygon;
    const holds =
      largest &&
      [...this.campus.buildings.values()].every((building) => inside(largest, within(building.outline))) &&
      this.open.every((space) => inside(largest, within(space.polygon)));
    return holds ? largest : edges;
  }

  private exit(passage: Passage): Exit[] {
    const ends = [this.campus.spaces.get(passage.from), this.campus.spaces.get(passage.to)];
    const space = ends.find((end) => end?.storey);
    const out = ends.find((end) => end && !end.storey);
    const building = this.campus.buildings.get(space?.building ?? "");
    if (!space?.storey || !out || !building || passage.kind === "stair") return [];
    if (Math.abs(this.elevation(space.storey)) > STEP_UP) return [];
    const found = nearestSide(building.outline, passage);
    if (!found) return [];
    const { x, y, width } = passage;
    return [{ x, y, width, side: found.side, passage, building, space, storey: space.storey }];
  }

  private addGaps(passage: Passage): void {
    const ends = [this.campus.spaces.get(passage.from), this.campus.spaces.get(passage.to)];
    if (passage.kind === "stair" || ends.some((end) => !end)) return;
    for (const space of ends) {
      const found = space?.storey ? nearestSide(space.polygon, passage) : undefined;
      if (!space || !found) continue;
      const { x, y, width } = passage;
      const list = this.gaps.get(space.id) ?? [];
      list.push({ x, y, width, side: found.side });
      this.gaps.set(space.id, list);
    }
  }

  private outerWalls(): Walls {
    const outlines = this.campus.geometry.buildings.flatMap((building) => {
      const gaps = this.exits.filter((exit) => exit.building === building);
      return sides(building.outline).flatMap((side) => cut(side, gaps));
    });
    return new Walls([...outlines, ...sides(this.fence())]);
  }

  private innerWalls(floor: string): Walls {
    const spaces = this.campus.spacesOf(floor);
    const gaps = spaces.flatMap((space) => this.gapsOf(space.id));
    const rings = [this.campus.storeys.get(floor)?.building.outline ?? [], ...spaces.map((s) => s.polygon)];
    const walls = rings.flatMap(sides).flatMap((side) => cut(side, gaps));
    return new Walls(walls);
  }

  private index(space: Space): void {
    const xs = space.polygon.map(([x = 0]) => x);
    const ys = space.polygon.map(([, y = 0]) => y);
    for (let i = Math.floor(Math.min(...xs) / CELL); i <= Math.floor(Math.max(...xs) / CELL); i++)
      for (let j = Math.floor(Math.min(...ys) / CELL); j <= Math.floor(Math.max(...ys) / CELL); j++) {
        const key = `${space.storey ?? ""} ${i} ${j}`;
        const list = this.cells.get(key);
        if (list) list.push(space);
        else this.cells.set(key, [space]);
      }
  }
}

function cell(floor: string, { x, y }: Spot): string {
  return `${floor} ${Math.floor(x / CELL)} ${Math.floor(y / CELL)}`;
}

/** One ground a campus. */
const grounds = new WeakMap<Campus, Ground>();

export function groundOf(campus: Campus): Ground {
  let ground = grounds.get(campus);
  if (!ground) {
    ground = new Ground(campus);
    grounds.set(campus, ground);
  }
  return ground;
}
