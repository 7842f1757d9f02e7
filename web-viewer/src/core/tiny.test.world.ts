import type { Geometry } from "./campus.ts";

const both = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });

function room(id: string, west: number, east: number, kind = "classroom"): Geometry["spaces"][number] {
  return {
    id,
    name: both(`${id}室`, `Room ${id}`),
    kind,
    building: "H",
    storey: "H-1",
    polygon: [
      [west, 0],
      [east, 0],
      [east, 8],
      [west, 8],
    ],
  };
}

/** A house of one storey with two rooms beside each other, a lamp and a detector; for tests of plan and tree. */
export const TWO_ROOMS: Geometry = {
  id: "tiny",
  name: both("小校", "Tiny school"),
  simulated: true,
  bounds: [-20, -20, 40, 30],
  buildings: [
    {
      id: "H",
      name: both("主楼", "Main house"),
      kind: "teaching",
      outline: [
        [0, 0],
        [10, 0],
        [10, 8],
        [0, 8],
      ],
      storeys: [
        { id: "H-1", level: 1, name: both("一层", "Storey 1"), elevation: 0, height: 4 },
        { id: "H-2", level: 2, name: both("二层", "Storey 2"), elevation: 4, height: 4 },
      ],
    },
  ],
  spaces: [
    { id: "OUT", name: both("室外", "Grounds"), kind: "outdoor", polygon: [] },
    room("R1", 0, 5),
    room("R2", 5, 10),
  ],
  passages: [
    { id: "D", kind: "door", from: "R1", to: "R2", x: 5, y: 4, width: 1, exit: false },
    { id: "X", kind: "door", from: "R1", to: "OUT", x: 0, y: 4, width: 1.8, exit: true },
  ],
  equipment: [
    { id: "R1-LG1", kind: "lamp", space: "R1", x: 2, y: 4, z: 3, heading: 0, name: both("灯", "Lamp") },
    {
      id: "R1-SD1",
      kind: "smoke",
      space: "R1",
      x: 3,
      y: 4,
      z: 3,
      heading: 0,
      name: both("烟感", "Detector"),
    },
  ],
  kinds: {
    lamp: {
      name: both("照明", "Light"),
      system: "lighting",
      points: [
        { name: "group.state", label: both("开关", "Switch"), type: "bool", unit: "bool", writable: true },
        {
          name: "room.illuminance",
          label: both("照度", "Light"),
          type: "number",
          unit: "lx",
          writable: false,
        },
      ],
    },
    smoke: {
      name: both("烟感", "Detector"),
      system: "fire.alarm",
      points: [
        {
          name: "detector.state",
          label: both("状态", "State"),
          type: "enum",
          unit: "enum",
          states: ["normal", "alarm", "fault"],
          writable: false,
        },
      ],
    },
  },
  views: [],
  landscape: [],
  tour: [],
};
