import type { Campus, Passage, Space } from "../campus.ts";
import { Area } from "./areas.ts";
import { groundOf, OUTDOORS, type Ground } from "./ground.ts";
import type { Shaft } from "./shafts.ts";
import { inside, nearest, type Ring, type Spot } from "./shapes.ts";
import { beforeExit } from "./start.ts";
import type { Gap } from "./walls.ts";

/** A spot of the net of ways. */
export interface Node extends Spot {
  readonly z: number;
  /** Space that it lies in, empty outdoors. */
  readonly area: string;
  readonly storey: string;
}

/** A way that is no straight line within an area: through a door or up a flight. */
export interface Link {
  readonly to: Node;
  /** Spots between. */
  readonly by: readonly (Spot & { z: number })[];
  readonly cost: number;
  readonly stairs: boolean;
  /** Building entered or left by an exit, else empty. */
  readonly building: string;
}

const AHEAD = 0.45;
/** Stairs cost their length and as much again; who must pass a room that is no corridor goes up to 30 m round. */
const STAIRS = 2;
const ROOM = 30;
const WAYS: readonly string[] = ["corridor", "hall", "stair", "gate", "outdoor"];

/**
 * The net of ways of a campus: doors and flights as links, straight lines within areas. Made once a campus; 2,000
 * rooms give about 6,000 nodes. The lines within an area are not stored, they are tried when a search comes by.
 */
export class Net {
  readonly nodes = new Map<string, Node[]>();
  private readonly links = new Map<Node, Link[]>();
  private readonly areas = new Map<string, Area>();
  private readonly ground: Ground;

  constructor(readonly campus: Campus) {
    this.ground = groundOf(campus);
    for (const passage of campus.geometry.passages) {
      if (passage.kind !== "stair") this.door(passage);
    }
    for (const shaft of new Set(this.ground.shafts.values())) this.stairs(shaft);
    for (const bend of this.area(OUTDOORS).bends)
      this.add({ ...bend, z: 0, area: OUTDOORS, storey: OUTDOORS });
    for (const space of campus.spaces.values())
      if (space.storey) for (const bend of this.area(space.id).bends) this.add(this.within(space, bend));
  }

  area(id: string): Area {
    let area = this.areas.get(id);
    if (!area) {
      const space = this.campus.spaces.get(id);
      area = space ? Area.room(space.polygon) : Area.grounds(this.ground.fence(), this.obstacles());
      this.areas.set(id, area);
    }
    return area;
  }

  linksOf(node: Node): readonly Link[] {
    return this.links.get(node) ?? [];
  }

  /** Nodes that can be gone to straight, with the cost; on a stair's floor also round its rail. */
  straight(from: Node, others: readonly Node[]): { to: Node; by: Spot[]; cost: number }[] {
    const area = this.area(from.area);
    const shaft = this.ground.shafts.get(from.area);
    return others.flatMap((to) => {
      if (to === from || !area.sees(from, to)) return [];
      const by = shaft ? shaft.around(from, to) : [];
      return [{ to, by, cost: lengthOf([from, ...by, to]) }];
    });
  }

  /** What entering a space costs beside its length. */
  toll(area: string): number {
    const space = this.campus.spaces.get(area);
    return !space || WAYS.includes(space.kind) ? 0 : ROOM;
  }

  private obstacles(): Ring[] {
    const water = this.campus.geometry.landscape.filter((one) => one.kind === "water");
    return [
      ...this.campus.geometry.buildings.map((building) => building.outline),
      ...water.flatMap((one) => (one.polygon ? [one.polygon] : [])),
    ];
  }

  private add(node: Node): Node {
    const list = this.nodes.get(node.area);
    if (list) list.push(node);
    else this.nodes.set(node.area, [node]);
    return node;
  }

  private link(from: Node, to: Node, rest: Omit<Link, "to">): void {
    const list = this.links.get(from);
    if (list) list.push({ to, ...rest });
    else this.links.set(from, [{ to, ...rest }]);
  }

  private within(space: Space, spot: Spot): Node {
    const storey = space.storey ?? OUTDOORS;
    return { x: spot.x, y: spot.y, z: this.ground.elevation(storey), area: space.id, storey };
  }

  private door(passage: Passage): void {
    const [a, b] = [passage.from, passage.to].map((id) => this.side(passage, id));
    if (!a || !b || (a.area === OUTDOORS && b.area === OUTDOORS)) return;
    const exit = this.ground.exits.find((one) => one.passage === passage);
    const middle = { x: passage.x, y: passage.y };
    const building = exit?.building.id ?? "";
    const cost = lengthOf([a, middle, b]);
    for (const [from, to] of [[a, b] as const, [b, a] as const]) {
      const by = [{ ...middle, z: from.z }];
      this.link(this.known(from), this.known(to), { by, cost, stairs: false, building });
    }
  }

  /** The same node object each time, so that a door's two directions meet. */
  private known(node: Node): Node {
    return this.nodes.get(node.area)?.find((one) => one.x === node.x && one.y === node.y) ?? this.add(node);
  }

  /** The spot just before a door in one of its spaces; undefined where the space is unknown or the way is shut. */
  private side(passage: Passage, id: string): Node | undefined {
    const space = this.campus.spaces.get(id);
    if (!space) return undefined;
    if (!space.storey) {
      const exit = this.ground.exits.find((one) => one.passage === passage);
      return exit && { ...beforeExit(exit, 0.8), z: 0, area: OUTDOORS, storey: OUTDOORS };
    }
    const gap = this.ground
      .gapsOf(id)
      .filter((one) => one.x === passage.x && one.y === passage.y)
      .at(0);
    return gap && this.within(space, before(space.polygon, gap));
  }

  private stairs(shaft: Shaft): void {
    const landings = shaft.levels.map((level) => this.add(this.within(level.space, shaft.door(level))));
    shaft.levels.slice(1).forEach((upper, i) => {
      const lower = shaft.levels[i];
      const [from, to] = [landings[i], landings[i + 1]];
      if (!lower || !from || !to) return;
      const by = shaft.flight(lower, upper).slice(1, -1);
      const rest = { cost: lengthOf([from, ...by, to]) * STAIRS, stairs: true, building: "" };
      this.link(from, to, { by, ...rest });
      this.link(to, from, { by: [...by].reverse(), ...rest });
    });
  }
}

/** The spot half a step inside a space from a door on its side. */
function before(ring: Ring, gap: Gap): Spot {
  const at = nearest(gap.side, gap);
  const length = Math.hypot(gap.side.bx - gap.side.ax, gap.side.by - gap.side.ay);
  const normal = { x: -(gap.side.by - gap.side.ay) / length, y: (gap.side.bx - gap.side.ax) / length };
  const ahead = { x: at.x + normal.x * AHEAD, y: at.y + normal.y * AHEAD };
  return inside(ring, ahead) ? ahead : { x: at.x - normal.x * AHEAD, y: at.y - normal.y * AHEAD };
}

/** Length of a line in plan, m. */
export function lengthOf(spots: readonly Spot[]): number {
  return spots.reduce((sum, spot, i) => {
    const last = spots[i - 1] ?? spot;
    return sum + Math.hypot(spot.x - last.x, spot.y - last.y);
  }, 0);
}

const nets = new WeakMap<Campus, Net>();

export function netOf(campus: Campus): Net {
  let net = nets.get(campus);
  if (!net) {
    net = new Net(campus);
    nets.set(campus, net);
  }
  return net;
}
