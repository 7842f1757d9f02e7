import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { colorAt, heatOf, heatPoints } from "../../core/geometry/heat.ts";
import { ringPath, type Spot } from "../../core/plan.ts";
import { emsOf, fitLabel, freeSpot } from "../../core/plan-labels.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/stage.ts";
import { quantityText } from "../../core/format.ts";
import { heatName } from "./names.ts";
import { inkOn } from "./ink.ts";
import { quietShown } from "./plan-symbols.tsx";
import { middle, type PlanPlace, type Sheet } from "./plan-sheet.ts";
import { useRoomHeat, type RoomHeatSignal } from "./room-heat.ts";
import type { StageParts } from "./stage.tsx";

type People = ReadonlyMap<string, number> | null;

/** Rooms or buildings, each a button. */
export function PlanPlaces({
  parts,
  sheet,
  current,
  people,
}: {
  parts: StageParts;
  sheet: Sheet;
  current: string;
  people: People;
}): JSX.Element {
  const selected = parts.app.view.selected.value;
  return (
    <>
      {sheet.places.map((place) => (
        <PlaceButton
          key={place.id}
          parts={parts}
          place={place}
          reachable={place.id === current}
          selected={place.id === selected}
          people={people?.get(place.id)}
        />
      ))}
    </>
  );
}

/** Outline of the selected place, over everything else so that it is whole. */
export function PlanSelected({ parts, sheet }: { parts: StageParts; sheet: Sheet }): JSX.Element | null {
  const selected = parts.app.view.selected.value;
  const marked = sheet.places.find(({ id }) => id === selected);
  return marked ? <path class="plan-selected" d={ringPath(marked.ring)} aria-hidden="true" /> : null;
}

function PlaceButton({
  parts,
  place,
  reachable,
  selected,
  people,
}: {
  parts: StageParts;
  place: PlanPlace;
  reachable: boolean;
  selected: boolean;
  people: number | undefined;
}): JSX.Element {
  const heat = useRoomHeat(parts.campus, parts.points, parts.app.view, place.id);
  const path = useMemo(() => ringPath(place.ring), [place]);
  const fill = place.type === "space" ? fillOf(parts, heat, place.id) : undefined;
  const said = [pick(place.name), place.id, heatText(parts, heat), people && t("people", { n: people })];
  return (
    <g
      class={`plan-place ${place.type} ${place.kind}`}
      role="button"
      tabindex={reachable ? 0 : -1}
      aria-pressed={selected}
      aria-label={said.filter(Boolean).join(t("comma"))}
      data-id={place.id}
    >
      <path d={path} style={fill ? { fill } : {}} />
      <title>{pick(place.name)}</title>
    </g>
  );
}

/** Colour of a room; hatched where its sensors say nothing, as ever where it has none. */
function fillOf(parts: StageParts, heat: RoomHeatSignal, space: string): string | undefined {
  const scale = heatOf(parts.app.view.heat.value);
  if (!scale || heat.value === undefined) return undefined;
  if (heat.value !== null) return colorAt(scale, heat.value);
  return heatPoints(parts.campus, space, scale).flat().length > 0 ? "url(#plan-hatch)" : undefined;
}

/** "温度 23.4 °C"; empty while no scale is chosen. */
function heatText(parts: StageParts, heat: RoomHeatSignal): string {
  const chosen = parts.app.view.heat.value;
  const scale = heatOf(chosen);
  if (!scale || heat.value === undefined) return "";
  if (heat.value === null) return `${heatName(chosen)} ${t("noValue")}`;
  return `${heatName(chosen)} ${quantityText(heat.value, scale.unit)}`;
}

const SIZE = 12;
const PAD = 6;

/** Names that fit, in type of the same size at every zoom; under them the value that the colour stands for. */
export function PlanLabels({
  parts,
  sheet,
  metre,
  people,
}: {
  parts: StageParts;
  sheet: Sheet;
  metre: number;
  people: People;
}): JSX.Element {
  return (
    <g class="plan-labels" aria-hidden="true">
      {sheet.places.map((place) => (
        <Label key={place.id} parts={parts} place={place} metre={metre} people={people?.get(place.id)} />
      ))}
    </g>
  );
}

function Label({
  parts,
  place,
  metre,
  people,
}: {
  parts: StageParts;
  place: PlanPlace;
  metre: number;
  people: number | undefined;
}): JSX.Element | null {
  const heat = useRoomHeat(parts.campus, parts.points, parts.app.view, place.id);
  const scale = place.type === "space" ? heatOf(parts.app.view.heat.value) : null;
  const room = { width: place.box.width / metre - PAD, height: place.box.height / metre - PAD };
  const figure = people !== undefined ? t("people", { n: people }) : scale ? figureOf(heat, scale.unit) : "";
  const below = figure ? SIZE * 1.3 : 0;
  const name = fitLabel([pick(place.name), place.id], { ...room, height: room.height - below }, SIZE);
  const lines = figure && fitLabel([figure], room, SIZE).length === 1 ? [...name, figure] : name;
  if (lines.length === 0) return null;
  const ink = scale && typeof heat.value === "number" ? inkOn(colorAt(scale, heat.value)) : undefined;
  const size = { width: SIZE * Math.max(...lines.map(emsOf)), height: SIZE * 1.3 * lines.length };
  const { x, y } = middle(place.box);
  const spot = freeSpot(room, size, symbolsIn(parts, place, metre));
  return (
    <g
      transform={`translate(${x + spot.x * metre} ${y + spot.y * metre}) scale(${metre})`}
      class={ink ? "" : "plain"}
      style={ink ? { fill: ink } : {}}
    >
      {lines.map((line, index) => (
        <text
          key={line}
          class={line === figure ? "figure" : ""}
          y={(index - (lines.length - 1) / 2) * SIZE * 1.3}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

/** Symbols drawn in a room, px from the middle of its label box. */
function symbolsIn(parts: StageParts, place: PlanPlace, metre: number): Spot[] {
  if (place.type !== "space" || !quietShown(parts, metre)) return [];
  const { x, y } = middle(place.box);
  return parts.campus
    .equipmentOf(place.id)
    .map((piece) => ({ x: (piece.x - x) / metre, y: (-piece.y - y) / metre }));
}

function figureOf(heat: RoomHeatSignal, unit: string): string {
  const { value } = heat;
  return value === undefined || value === null ? "" : quantityText(value, unit);
}
