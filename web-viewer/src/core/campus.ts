import type { Schema } from "./api/client.ts";
import type { Both } from "./text/language.ts";

export type Geometry = Schema["Geometry"];
export type Building = Schema["Building"];
export type Storey = Building["storeys"][number];
export type Space = Schema["Space"];
export type Passage = Schema["Passage"];
export type Placed = Schema["Placed"];
export type Kind = Schema["Kind"];
export type Template = Schema["Template"];
export type Stop = Schema["Stop"];

/** A place in the tree: campus, building, storey, space. */
export interface Place {
  readonly type: "campus" | "building" | "storey" | "space" | "equipment";
  readonly id: string;
  readonly name: Both;
}

/** A point with what is always true of it. */
export interface PointInfo {
  readonly id: string;
  readonly template: Template;
  readonly equipment: Placed;
}

function group<T>(items: readonly T[], key: (item: T) => string | null | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const id = key(item);
    if (id === null || id === undefined) continue;
    const found = groups.get(id);
    if (found) found.push(item);
    else groups.set(id, [item]);
  }
  return groups;
}

/** The document leaves out a name that is made of the space's and the kind's: here it is made again. */
function withNames(geometry: Geometry): Geometry {
  const spaces = new Map(geometry.spaces.map((space) => [space.id, space.name]));
  const named = (piece: Placed): Placed => {
    const space = spaces.get(piece.space);
    const kind = geometry.kinds[piece.kind]?.name;
    if (piece.name || !space || !kind) return piece;
    return { ...piece, name: { zh: space.zh + kind.zh, en: `${space.en} · ${kind.en}` } };
  };
  return { ...geometry, equipment: geometry.equipment.map(named) };
}

/** The geometry document with the look-ups everybody needs. Immutable; lists keep the document's order. */
export class Campus {
  readonly buildings: ReadonlyMap<string, Building>;
  readonly storeys: ReadonlyMap<string, Storey & { building: Building }>;
  readonly spaces: ReadonlyMap<string, Space>;
  readonly equipment: ReadonlyMap<string, Placed>;
  private readonly spacesByStorey: Map<string, Space[]>;
  private readonly equipmentBySpace: Map<string, Placed[]>;
  private readonly passagesBySpace: Map<string, Passage[]>;

  readonly geometry: Geometry;

  constructor(document: Geometry) {
    const geometry = withNames(document);
    this.geometry = geometry;
    this.buildings = new Map(geometry.buildings.map((building) => [building.id, building]));
    this.storeys = new Map(
      geometry.buildings.flatMap((building) =>
        building.storeys.map((storey) => [storey.id, { ...storey, building }]),
      ),
    );
    this.spaces = new Map(geometry.spaces.map((space) => [space.id, space]));
    this.equipment = new Map(geometry.equipment.map((piece) => [piece.id, piece]));
    this.spacesByStorey = group(geometry.spaces, (space) => space.storey);
    this.equipmentBySpace = group(geometry.equipment, (piece) => piece.space);
    this.passagesBySpace = new Map();
    for (const passage of geometry.passages) {
      for (const id of [passage.from, passage.to]) {
        const list = this.passagesBySpace.get(id) ?? [];
        list.push(passage);
        this.passagesBySpace.set(id, list);
      }
    }
  }

  /** Spaces of a storey. */
  spacesOf(storey: string): readonly Space[] {
    return this.spacesByStorey.get(storey) ?? [];
  }

  /** Outdoor spaces. */
  outdoors(): readonly Space[] {
    return this.geometry.spaces.filter((space) => !space.building);
  }

  equipmentOf(space: string): readonly Placed[] {
    return this.equipmentBySpace.get(space) ?? [];
  }

  passagesOf(space: string): readonly Passage[] {
    return this.passagesBySpace.get(space) ?? [];
  }

  kindOf(piece: Placed): Kind {
    return (
      this.geometry.kinds[piece.kind] ?? { name: { zh: piece.kind, en: piece.kind }, system: "", points: [] }
    );
  }

  pointsOf(piece: Placed): readonly PointInfo[] {
    return this.kindOf(piece).points.map((template) => ({
      id: `${piece.id}.${template.name}`,
      template,
      equipment: piece,
    }));
  }

  /** Every point of a space, in the order of its equipment. */
  pointsIn(space: string): readonly PointInfo[] {
    return this.equipmentOf(space).flatMap((piece) => this.pointsOf(piece));
  }

  /** The description of a point by its id, if its equipment is known here. */
  findPoint(id: string): PointInfo | undefined {
    const dot = id.indexOf(".");
    const piece = this.equipment.get(id.slice(0, dot));
    return piece && this.pointsOf(piece).find((point) => point.id === id);
  }

  /** Any place or piece of equipment by its id. */
  find(id: string): Place | undefined {
    if (id === this.geometry.id) return { type: "campus", id, name: this.geometry.name };
    const building = this.buildings.get(id);
    if (building) return { type: "building", id, name: building.name };
    const storey = this.storeys.get(id);
    if (storey) return { type: "storey", id, name: storey.name };
    const space = this.spaces.get(id);
    if (space) return { type: "space", id, name: space.name };
    const piece = this.equipment.get(id);
    return piece && { type: "equipment", id, name: piece.name ?? this.kindOf(piece).name };
  }

  /** The storey that a place lies on, if any. */
  storeyOf(id: string): (Storey & { building: Building }) | undefined {
    const space = this.spaces.get(this.equipment.get(id)?.space ?? id);
    return this.storeys.get(space?.storey ?? id);
  }

  /** Middle of a place in plan, and the height of its floor, local metres. */
  middle(id: string): { x: number; y: number; z: number } | undefined {
    const piece = this.equipment.get(id);
    if (piece) return { x: piece.x, y: piece.y, z: (this.storeyOf(id)?.elevation ?? 0) + piece.z };
    const ring =
      this.spaces.get(id)?.polygon ??
      this.buildings.get(id)?.outline ??
      this.storeys.get(id)?.building.outline;
    if (!ring || ring.length === 0) return undefined;
    const { x, y } = centroid(ring);
    return { x, y, z: this.storeyOf(id)?.elevation ?? 0 };
  }
}

/** Centre of area of a ring that does not cross itself. */
export function centroid(ring: readonly (readonly number[])[]): { x: number; y: number } {
  let area = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (area === 0) return { x: ring[0]?.[0] ?? 0, y: ring[0]?.[1] ?? 0 };
  return { x: x / (3 * area), y: y / (3 * area) };
}
