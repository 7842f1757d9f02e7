import { Campus, type Geometry, type Passage, type Space } from "../campus.ts";

/**
 * A little school for tests: grounds of 100 × 80 m with a gate in the south, building A of 27 × 19 m at (40, 30) with
 * three storeys, each with a corridor in the middle, rooms n01–n03 in the south, stairs at both ends and room n04 in the
 * north; exits at both ends of the ground corridor and from the far end of stair 1. Room A203 is hidden. Building B is
 * closed.
 */
export function school(change: (geometry: Geometry) => void = () => undefined): Campus {
  const storeys = [1, 2, 3];
  const geometry: Geometry = {
    id: "school",
    name: { zh: "测试学校", en: "Test school" },
    simulated: true,
    bounds: [0, 0, 100, 80],
    buildings: [
      {
        id: "A",
        name: { zh: "教学楼", en: "Teaching building" },
        kind: "teaching",
        outline: box(40, 30, 67, 49),
        storeys: storeys.map((level) => ({
          id: `A-${level}`,
          level,
          name: { zh: `${level}层`, en: `Storey ${level}` },
          elevation: (level - 1) * 3.9,
          height: 3.9,
        })),
      },
      {
        id: "B",
        name: { zh: "库房", en: "Store" },
        kind: "other",
        outline: box(10, 60, 20, 70),
        storeys: [],
      },
    ],
    spaces: [
      space("OUT", "校园", "Grounds", "outdoor", box(0, 0, 100, 80)),
      space("GATE", "南门", "South gate", "gate", box(45, 0, 55, 6)),
      ...storeys.flatMap(storey),
    ],
    passages: [
      { ...door("GATE-G1", "GATE", "OUT", 50, 0), kind: "gate", width: 8 },
      { ...door("EX1", "A1-COR", "OUT", 40, 39.5), exit: true, width: 1.8 },
      { ...door("EX2", "A1-COR", "OUT", 67, 39.5), exit: true, width: 1.8 },
      { ...door("EX3", "A1-ST1", "OUT", 42.25, 49), exit: true, width: 1.8 },
      ...storeys.flatMap(doors),
    ],
    equipment: [],
    kinds: {},
    views: [],
    landscape: [],
    tour: [],
  };
  geometry.spaces = geometry.spaces.filter((one) => one.id !== "A203");
  change(geometry);
  return new Campus(geometry);
}

function storey(level: number): Space[] {
  const id = `A-${level}`;
  const at = { building: "A", storey: id };
  return [
    {
      ...space(`A${level}-COR`, `${level}层走廊`, `Corridor ${level}`, "corridor", box(40, 38, 67, 41)),
      ...at,
    },
    { ...space(`A${level}-ST1`, "1号楼梯", "Stair 1", "stair", box(40, 41, 44.5, 49)), ...at },
    { ...space(`A${level}-ST2`, "2号楼梯", "Stair 2", "stair", box(62.5, 41, 67, 49)), ...at },
    {
      ...space(`A${level}01`, `${level}01教室`, `Classroom ${level}01`, "classroom", box(40, 30, 49, 38)),
      ...at,
    },
    {
      ...space(`A${level}02`, `${level}02教室`, `Classroom ${level}02`, "classroom", box(49, 30, 58, 38)),
      ...at,
    },
    { ...space(`A${level}03`, "办公室", "Office", "office", box(58, 30, 67, 38)), ...at },
    { ...space(`A${level}04`, "图书馆", "Library", "library", box(44.5, 41, 62.5, 49)), ...at },
  ];
}

function doors(level: number): Passage[] {
  const corridor = `A${level}-COR`;
  const stairs = [1, 2].map((n) => {
    const x = n === 1 ? 42.25 : 64.75;
    return {
      ...door(`S${level}${n}`, `A${level}-ST${n}`, `A${level - 1}-ST${n}`, x, 45),
      kind: "stair" as const,
    };
  });
  return [
    door(`D${level}1`, `A${level}01`, corridor, 41, 38),
    door(`D${level}2`, `A${level}02`, corridor, 50, 38),
    door(`D${level}3`, `A${level}03`, corridor, 59, 38),
    door(`D${level}4`, `A${level}04`, corridor, 46, 41),
    { ...door(`D${level}5`, `A${level}-ST1`, corridor, 42.25, 41), width: 1.6 },
    { ...door(`D${level}6`, `A${level}-ST2`, corridor, 64.75, 41), width: 1.6 },
    ...(level > 1 ? stairs : []),
  ];
}

export function box(west: number, south: number, east: number, north: number): number[][] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function space(id: string, zh: string, en: string, kind: string, polygon: number[][]): Space {
  const [[west = 0, south = 0] = [], , [east = 0, north = 0] = []] = polygon;
  return { id, name: { zh, en }, kind, polygon, area: (east - west) * (north - south), public: true };
}

function door(id: string, from: string, to: string, x: number, y: number): Passage {
  return { id, kind: "door", from, to, x, y, width: 1, exit: false };
}
