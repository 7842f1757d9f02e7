import { Campus, type Geometry } from "../campus.ts";

export const box = (west: number, south: number, east: number, north: number): number[][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
];

const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

type Room = Geometry["spaces"][number];
type Passage = Geometry["passages"][number];
type Piece = Geometry["equipment"][number];

function room(id: string, kind: string, polygon: number[][]): Room {
  const place = { building: "A", storey: `A-${id[1]}` };
  return { id, name: both(id), kind, ...place, polygon, area: 0, height: 3.2, capacity: 30 };
}

function rooms(n: number): Room[] {
  const five = [...box(8, 2, 16, 10).slice(0, 3), [12, 10], [8, 10]];
  return [
    room(`A${n}C`, "corridor", box(0, 0, 20, 2)),
    room(`A${n}01`, "classroom", box(0, 2, 8, 10)),
    room(`A${n}02`, n === 1 ? "store" : "classroom", n === 1 ? box(8, 2, 16, 10) : five),
    room(`A${n}S`, "stair", box(16, 2, 20, 10)),
  ];
}

function door(id: string, ways: readonly [from: string, to: string], x: number, y: number): Passage {
  const [from, to] = ways;
  return { id, kind: "door", from, to, x, y, width: 1, exit: to === "OUT" };
}

function doors(n: number): Passage[] {
  return [
    door(`D${n}01`, [`A${n}01`, `A${n}C`], 2, 2),
    door(`D${n}02`, [`A${n}02`, `A${n}C`], 10, 2),
    door(`D${n}S`, [`A${n}S`, `A${n}C`], 18, 2),
  ];
}

function piece(id: string, kind: string, space: string, [x, y]: readonly [number, number]): Piece {
  return { id, kind, space, x, y, z: 3, heading: 0 };
}

/** Two storeys of two rooms and a stair over a corridor; the upper room A202 has five corners. */
export function school(change: (geometry: Geometry) => void = () => undefined): Campus {
  const storeys = [1, 2].map((level) => ({ id: `A-${level}`, level, name: both(`${level}`) }));
  const geometry: Geometry = {
    id: "school",
    name: both("school"),
    simulated: true,
    bounds: [-20, -20, 40, 40],
    buildings: [
      {
        id: "A",
        name: both("A"),
        kind: "teaching",
        outline: box(0, 0, 20, 10),
        storeys: storeys.map((storey) => ({ ...storey, elevation: (storey.level - 1) * 3.6, height: 3.6 })),
      },
    ],
    spaces: [
      { id: "OUT", name: both("OUT"), kind: "outdoor", polygon: box(-20, -20, 40, 40), area: 3600 },
      ...rooms(1),
      ...rooms(2),
    ],
    passages: [
      door("E", ["A1C", "OUT"], 0, 1),
      ...doors(1),
      ...doors(2),
      { id: "S", kind: "stair", from: "A2S", to: "A1S", x: 18, y: 6, width: 1.6, exit: false },
    ],
    equipment: [
      piece("L1", "light", "A101", [4, 6]),
      piece("L2", "light", "A101", [4, 6]),
      piece("F1", "coil", "A101", [2, 4]),
      piece("F2", "coil", "A101", [6, 4]),
      piece("SD", "smoke", "A201", [4, 6]),
    ],
    kinds: kinds(),
    views: [],
    landscape: [
      { id: "T1", kind: "tree", at: [40, 30], height: 7 },
      { id: "T2", kind: "tree", at: [44, 30] },
    ],
    tour: [],
  };
  change(geometry);
  return new Campus(geometry);
}

function kinds(): Geometry["kinds"] {
  return {
    light: kind("lighting", [
      ["group.state", "bool", ""],
      ["group.power", "number", "W"],
    ]),
    coil: kind("hvac", [
      ["zone.temperature", "number", "°C"],
      ["unit.power", "number", "kW"],
    ]),
    smoke: kind("fire.alarm", [["detector.state", "enum", ""]]),
  };
}

function kind(
  system: string,
  points: readonly (readonly [name: string, type: "bool" | "number" | "enum", unit: string])[],
): Geometry["kinds"][string] {
  return {
    name: both(system),
    system,
    points: points.map(([name, type, unit]) => ({ name, label: both(name), type, unit, writable: false })),
  };
}
