import type { Passage, Space } from "../campus.ts";

/** A hole in a wall: metres along it and above the floor. */
export interface Hole {
  readonly kind: "door" | "opening" | "window";
  readonly from: number;
  readonly to: number;
  readonly bottom: number;
  readonly top: number;
  readonly passage?: Passage;
}

/** The hole of a door or opening; it is moved into the wall where its place is a little off. */
export function doorHole(passage: Passage, along: number, length: number): Hole {
  const width = Math.min(passage.width, length - 0.1);
  const from = Math.min(Math.max(along - width / 2, 0.05), length - width - 0.05);
  const kind = passage.kind === "opening" ? "opening" : "door";
  return { kind, from, to: from + width, bottom: 0, top: passage.exit ? 2.4 : 2.1, passage };
}

/** How a kind of room is glazed: sill and head above the floor, width of a window and of a window with its pier, m. */
interface Glazing {
  readonly sill: number;
  readonly head: number;
  readonly width: number;
  readonly module: number;
}

const USUAL: Glazing = { sill: 0.9, head: 2.7, width: 1.75, module: 2.2 };
const HIGH: Glazing = { sill: 1.7, head: 2.5, width: 0.9, module: 1.8 };
const TALL: Glazing = { sill: 0.5, head: 3.4, width: 2, module: 2.6 };
const NARROW: Glazing = { sill: 0.9, head: 2.6, width: 1.2, module: 2.1 };
const NONE: readonly string[] = ["store", "machine-room", "plant-room", "shaft", "lift"];
const BY_KIND: Readonly<Record<string, Glazing>> = {
  toilet: HIGH,
  kitchen: HIGH,
  stair: NARROW,
  corridor: NARROW,
  dormitory: NARROW,
  hall: TALL,
  canteen: TALL,
  library: TALL,
};

/** Windows of an outer wall by the use of the room behind it, in even modules, clear of the doors. */
export function windowHoles(
  wall: { readonly length: number; readonly left: Space | null; readonly right: Space | null },
  height: number,
  doors: readonly Hole[],
): Hole[] {
  const kind = (wall.left ?? wall.right)?.kind ?? "";
  if (NONE.includes(kind)) return [];
  const { sill, head, width, module } = BY_KIND[kind] ?? USUAL;
  const count = Math.max(Math.floor((wall.length - 0.3) / module), wall.length > width + 0.5 ? 1 : 0);
  const start = (wall.length - count * module) / 2 + (module - width) / 2;
  return Array.from({ length: count }, (_, i) => {
    const from = start + i * module;
    const top = Math.min(head, height - 0.5);
    return { kind: "window" as const, from, to: from + width, bottom: Math.min(sill, top - 0.4), top };
  }).filter((hole) => doors.every((door) => hole.to < door.from - 0.15 || hole.from > door.to + 0.15));
}
