import { computed, type ReadonlySignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Campus } from "../../core/campus.ts";
import { heatOf, heatPoints, roomHeat } from "../../core/geometry/heat.ts";
import type { PointStore } from "../../core/points.ts";
import type { View } from "../../core/view.ts";

/** What a room comes to on the chosen scale, kept up to date; undefined while no scale is chosen. */
export type RoomHeatSignal = ReadonlySignal<number | null | undefined>;

/** The heat of one room, following the points that its scale reads, and no others. */
export function useRoomHeat(campus: Campus, points: PointStore, view: View, space: string): RoomHeatSignal {
  return useMemo(
    () =>
      computed(() => {
        const scale = heatOf(view.heat.value);
        if (!scale) return undefined;
        heatPoints(campus, space, scale)
          .flat()
          .forEach((id) => points.of(id).value);
        return roomHeat(campus, points, space, scale).value;
      }),
    [campus, points, view, space],
  );
}
