import { OUTDOORS } from "./ground.ts";
import { lengthOf, type Link, type Net, type Node } from "./net.ts";
import type { Spot } from "./shapes.ts";

/** One piece of a found way: straight within an area, or a link between two. */
export interface Leg {
  readonly from: Node;
  readonly to: Node;
  readonly by: readonly (Spot & { z?: number })[];
  /** Undefined for a straight piece. */
  readonly link?: Link;
}

interface Entry {
  readonly node: Node;
  readonly cost: number;
  readonly leg?: Leg;
  readonly before?: Entry;
}

/**
 * Shortest way over the net by Dijkstra's search; links that are refused are not taken. Undefined if there is none.
 * Within an area every node is tried from the first one reached only as far as it helps: about 10 ms on 2,000 rooms.
 */
export function shortest(net: Net, from: Node, to: Node, allows: (link: Link) => boolean): Leg[] | undefined {
  const heap = new Heap();
  const done = new Set<Node>();
  const best = new Map<Node, number>([[from, 0]]);
  heap.push({ node: from, cost: 0 });
  const offer = (before: Entry, leg: Leg, cost: number): void => {
    if (cost >= (best.get(leg.to) ?? Infinity)) return;
    best.set(leg.to, cost);
    heap.push({ node: leg.to, cost, leg, before });
  };
  for (let entry = heap.pop(); entry; entry = heap.pop()) {
    const { node, cost } = entry;
    if (node === to) return legs(entry);
    if (done.has(node)) continue;
    done.add(node);
    const others = (net.nodes.get(node.area) ?? []).filter((one) => !done.has(one));
    if (node.area === to.area) others.push(to);
    const here = entry;
    for (const way of net.straight(node, others)) offer(here, { from: node, ...way }, cost + way.cost);
    for (const link of net.linksOf(node)) {
      if (!allows(link)) continue;
      const toll = link.to.area === to.area || link.to.area === OUTDOORS ? 0 : net.toll(link.to.area);
      offer(here, { from: node, to: link.to, by: link.by, link }, cost + link.cost + toll);
    }
  }
  return undefined;
}

function legs(last: Entry): Leg[] {
  const found: Leg[] = [];
  for (let entry: Entry | undefined = last; entry; entry = entry.before)
    if (entry.leg) found.unshift(entry.leg);
  return found;
}

/** Length of a leg in plan, m. */
export function legLength(leg: Leg): number {
  return lengthOf([leg.from, ...leg.by, leg.to]);
}

/** A binary heap of entries, cheapest first. */
class Heap {
  private readonly items: Entry[] = [];

  push(entry: Entry): void {
    let i = this.items.push(entry) - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (this.cost(up) <= entry.cost) break;
      this.swap(i, up);
      i = up;
    }
  }

  pop(): Entry | undefined {
    const first = this.items[0];
    const last = this.items.pop();
    if (!last || this.items.length === 0) return first;
    this.items[0] = last;
    let i = 0;
    for (;;) {
      const left = 2 * i + 1;
      const small = this.cost(left + 1) < this.cost(left) ? left + 1 : left;
      if (this.cost(small) >= this.cost(i)) return first;
      this.swap(i, small);
      i = small;
    }
  }

  private cost(i: number): number {
    return this.items[i]?.cost ?? Infinity;
  }

  private swap(i: number, j: number): void {
    const a = this.items[i];
    const b = this.items[j];
    if (!a || !b) return;
    this.items[i] = b;
    this.items[j] = a;
  }
}
