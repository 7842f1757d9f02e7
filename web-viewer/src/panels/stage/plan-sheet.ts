import type { Building, Campus, Placed, Space, Storey } from "../../core/campus.ts";
import { doorShape, labelBox, type Box, type DoorShape, type Ring, type Spot } from "../../core/plan.ts";
import type { Both } from "../../core/text/language.ts";

/** Something on the plan that can be chosen. */
export interface PlanPlace {
  readonly id: string;
  readonly type: "building" | "space";
  readonly kind: string;
  readonly name: Both;
  readonly ring: Ring;
  /** Where its label may stand, sheet metres. */
  readonly box: Box;
}

/** What one plan shows; made once for a storey. */
export interface Sheet {
  /** Undefined for the plan of the grounds. */
  readonly storey: (Storey & { building: Building }) | undefined;
  readonly places: readonly PlanPlace[];
  /** Middles of the places, for the arrow keys. */
  readonly spots: ReadonlyMap<string, Spot>;
  readonly doors: readonly DoorShape[];
  /** Rings of stair spaces. */
  readonly stairs: readonly Ring[];
  readonly equipment: readonly Placed[];
}

function placeOf(space: Space): PlanPlace {
  const { id, kind, name, polygon } = space;
  return { id, type: "space", kind, name, ring: polygon, box: labelBox(polygon) };
}

function ofBuilding(building: Building): PlanPlace {
  const { id, kind, name, outline } = building;
  return { id, type: "building", kind, name, ring: outline, box: labelBox(outline) };
}

/** The whole ground is no place of its own on its plan: other places lie in it. */
function isGround(space: Space): boolean {
  return space.kind === "outdoor";
}

/** Everything on the plan of a storey; of the grounds where the storey is unknown. */
export function sheetOf(campus: Campus, id: string): Sheet {
  const storey = campus.storeys.get(id);
  const spaces = storey ? campus.spacesOf(id) : campus.outdoors();
  const places = storey
    ? spaces.map(placeOf)
    : [
        ...spaces.filter((space) => !isGround(space)).map(placeOf),
        ...campus.geometry.buildings.map(ofBuilding),
      ];
  const passages = new Map(
    spaces.flatMap((space) => campus.passagesOf(space.id)).map((passage) => [passage.id, passage]),
  );
  const doors = storey ? [...passages.values()].map((passage) => doorShape(campus, passage)) : [];
  return {
    storey,
    places,
    spots: new Map(places.map(({ id: place, box }) => [place, middle(box)])),
    doors: doors.filter((door) => door !== undefined),
    stairs: storey ? spaces.filter((space) => space.kind === "stair").map((space) => space.polygon) : [],
    equipment: spaces.flatMap((space) => campus.equipmentOf(space.id)),
  };
}

export function middle(box: Box): Spot {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
