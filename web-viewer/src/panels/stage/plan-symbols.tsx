import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Placed } from "../../core/campus.ts";
import { conditionOf, following, type Condition } from "../../core/condition.ts";
import { ringPath } from "../../core/plan.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/stage.ts";
import type { Sheet } from "./plan-sheet.ts";
import type { StageParts } from "./stage.tsx";

/** Pixels a metre needs before quiet symbols are drawn; abnormal ones always are. */
const ROOMY = 9;
/** Glyphs on a grid of 12 px round the middle, one for each sort of equipment. */
const GLYPHS = {
  lamp: "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0M-2.800-2.800L2.800 2.800M2.800-2.800L-2.800 2.800",
  detector: "M0-4.500L4.500 0L0 4.500L-4.500 0ZM-1 0H1",
  camera: "M-1.500 0L-4-5H4L1.500 0M-2.500 0H2.500V4H-2.500Z",
  door: "M-3.500-4.500H3.500V4.500H-3.500ZM1 0H1.500",
  air: "M-4 0A4 4 0 1 1 4 0A4 4 0 1 1 -4 0M-1 0H1",
  fan: "M-4.500-4.500H4.500V4.500H-4.500ZM-3 3L3-3M-3-3L3 3",
  screen: "M-4-2.500H4V2.500H-4ZM-1.500 4.500H1.500",
  network: "M0 4V3M-2.500 1A3.500 3.500 0 0 1 2.500 1M-4.500-1.500A6 6 0 0 1 4.500-1.500",
  meter: "M-4-4H4V4H-4ZM0 0L2.500-2.500",
  other: "M-3-3H3V3H-3Z",
} as const;

type Glyph = keyof typeof GLYPHS;

const BY_SYSTEM: readonly [start: string, glyph: Glyph][] = [
  ["lighting", "lamp"],
  ["fire", "detector"],
  ["evacuation", "detector"],
  ["video", "camera"],
  ["access", "door"],
  ["intrusion", "door"],
  ["hvac", "fan"],
  ["air-quality", "air"],
  ["weather", "air"],
  ["people", "air"],
  ["terminals", "screen"],
  ["classroom", "screen"],
  ["attendance", "screen"],
  ["central-control", "screen"],
  ["network", "network"],
  ["energy", "meter"],
  ["water", "meter"],
  ["gas", "meter"],
];

function glyphOf(system: string): Glyph {
  return BY_SYSTEM.find(([start]) => system.startsWith(start))?.[1] ?? "other";
}

const WORDS = { alarm: "equipmentAlarm", fault: "equipmentFault", unknown: "equipmentUnknown" } as const;

/** True where there is room to draw equipment that is well; `metre` is metres under one pixel. */
export function quietShown(parts: StageParts, metre: number): boolean {
  return parts.app.view.layers.value.has("equipment") && 1 / metre >= ROOMY;
}

/** Equipment in its places, with its state; and what cameras see, if that layer is on. */
export function PlanSymbols({
  parts,
  sheet,
  metre,
}: {
  parts: StageParts;
  sheet: Sheet;
  metre: number;
}): JSX.Element {
  const layers = parts.app.view.layers.value;
  const roomy = quietShown(parts, metre);
  return (
    <>
      {layers.has("cameras") && <CameraViews parts={parts} sheet={sheet} />}
      <g class="plan-symbols" aria-hidden="true">
        {sheet.equipment.map((piece) => (
          <Symbol key={piece.id} parts={parts} piece={piece} metre={metre} roomy={roomy} />
        ))}
      </g>
    </>
  );
}

function CameraViews({ parts, sheet }: { parts: StageParts; sheet: Sheet }): JSX.Element {
  const here = new Set(sheet.equipment.map((piece) => piece.id));
  const views = parts.campus.geometry.views.filter((view) => here.has(view.equipment));
  return (
    <g class="plan-cones" aria-hidden="true">
      {views.map((view) => (
        <path key={view.equipment} d={ringPath(view.polygon)} />
      ))}
    </g>
  );
}

function Symbol({
  parts,
  piece,
  metre,
  roomy,
}: {
  parts: StageParts;
  piece: Placed;
  metre: number;
  roomy: boolean;
}): JSX.Element | null {
  const { campus, points, app } = parts;
  const condition = useMemo(
    () => computed(() => conditionOf(campus, piece, following(points))),
    [campus, piece, points],
  ).value;
  const selected = app.view.selected.value === piece.id;
  const abnormal = condition === "alarm" || condition === "fault";
  if (!roomy && !abnormal && !selected) return null;
  const kind = campus.kindOf(piece);
  const glyph = glyphOf(kind.system);
  const turn = glyph === "camera" ? ` rotate(${piece.heading})` : "";
  return (
    <g
      class={`plan-symbol ${condition} ${selected ? "selected" : ""}`}
      data-id={piece.id}
      transform={`translate(${piece.x} ${-piece.y}) scale(${metre})`}
    >
      <title>{titleOf(pick(piece.name ?? kind.name), condition)}</title>
      <circle class="plan-symbol-hit" r="10" />
      <path d={GLYPHS[glyph]} transform={turn || undefined} />
      {abnormal && <path class="plan-symbol-mark" d="M8-13L14-3H2ZM8-10V-6.500M8-5V-4.500" />}
    </g>
  );
}

function titleOf(name: string, condition: Condition): string {
  return condition in WORDS
    ? t("withNote", { text: name, note: t(WORDS[condition as keyof typeof WORDS]) })
    : name;
}
