import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/stage.ts";
import { planBounds, scaleLength } from "../../core/plan.ts";
import { firstStorey, storeyName } from "./names.ts";
import { NavPad } from "./nav-pad.tsx";
import { usePlanPan, type PlanPan } from "./plan-pan.ts";
import { planKeys } from "./plan-keys.ts";
import { PlanPlaces, PlanLabels, PlanSelected } from "./plan-places.tsx";
import { sheetOf } from "./plan-sheet.ts";
import { PlanFurniture, PlanGround } from "./plan-drawing.tsx";
import { PlanSymbols } from "./plan-symbols.tsx";
import { useSize } from "./size.ts";
import type { StageParts } from "./stage.tsx";

/**
 * The plan of the chosen storey, or of the grounds: an SVG with a button for each room or building. One of them can be
 * reached by Tab, arrow keys go on from there.
 */
export function PlanView({
  parts,
  people,
  onHelp,
}: {
  parts: StageParts;
  people: ReadonlyMap<string, number> | null;
  onHelp: () => void;
}): JSX.Element {
  const { app, campus } = parts;
  const frame = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const size = useSize(frame);
  const storey = app.view.storey.value;
  const sheet = useMemo(() => sheetOf(campus, storey), [campus, storey]);
  const bounds = useMemo(() => planBounds(campus, storey), [campus, storey]);
  const pan = usePlanPan(svg, bounds, size);
  const [focused, setFocused] = useState("");
  const selected = app.view.selected.value;
  const current = [focused, selected].find((id) => sheet.spots.has(id)) ?? sheet.places[0]?.id ?? "";
  const choose = (id: string): void => choosePlace(parts, id);
  const onKeyDown = planKeys({ svg, sheet, pan, current, choose, onHelp, parts, setFocused });
  const title = sheet.storey ? t("planOf", { place: storeyName(campus, storey) }) : t("sitePlan");
  return (
    <div ref={frame} class="plan-frame">
      <svg
        ref={svg}
        class="plan"
        viewBox={`${pan.view.x} ${pan.view.y} ${pan.view.width} ${pan.view.height}`}
        role="group"
        aria-label={t("withNote", { text: title, note: t("planHint") })}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const id = placeUnder(event.target);
          if (!pan.dragged()) app.view.selected.value = id;
          if (id) setFocused(id);
        }}
        onDblClick={(event) => enter(parts, placeUnder(event.target))}
      >
        <PlanPatterns metre={pan.metre} />
        <PlanGround parts={parts} sheet={sheet} metre={pan.metre} />
        <PlanPlaces parts={parts} sheet={sheet} current={current} people={people} />
        <PlanFurniture sheet={sheet} metre={pan.metre} />
        <PlanSelected parts={parts} sheet={sheet} />
        <PlanSymbols parts={parts} sheet={sheet} metre={pan.metre} />
        {app.view.layers.value.has("labels") && (
          <PlanLabels parts={parts} sheet={sheet} metre={pan.metre} people={people} />
        )}
      </svg>
      <p class="plan-title">
        {sheet.storey ? storeyName(campus, storey) : `${pick(campus.geometry.name)} · ${t("sitePlan")}`}
      </p>
      <NorthAndScale pan={pan} />
      <NavPad moves={pan} homeText="fit" />
    </div>
  );
}

/** The place or piece of equipment that a click meant; empty for bare ground. */
function placeUnder(target: EventTarget | null): string {
  const found = target instanceof Element ? target.closest<SVGElement>("[data-id]") : null;
  return found?.dataset["id"] ?? "";
}

function choosePlace(parts: StageParts, id: string): void {
  const { selected } = parts.app.view;
  if (selected.value === id) enter(parts, id);
  selected.value = id;
}

/** Goes into a building: its ground storey. */
function enter(parts: StageParts, id: string): void {
  const storey = firstStorey(parts.campus, id);
  if (storey) parts.app.view.storey.value = storey;
}

/** Hatch of rooms without a value, always as wide on the screen. */
function PlanPatterns({ metre }: { metre: number }): JSX.Element {
  const step = 8 * metre;
  return (
    <defs>
      <pattern
        id="plan-hatch"
        width={step}
        height={step}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect class="plan-hatch-ground" width={step} height={step} />
        <line class="plan-hatch-line" x1="0" y1="0" x2="0" y2={step} stroke-width={2.5 * metre} />
      </pattern>
    </defs>
  );
}

/** North is always up; the bar is a round number of metres. */
function NorthAndScale({ pan }: { pan: PlanPan }): JSX.Element {
  const metres = scaleLength(120 * pan.metre);
  const width = metres / pan.metre;
  return (
    <div class="plan-scale">
      <svg class="plan-north" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
        <path d="M12 2l5 19-5-4-5 4z" />
      </svg>
      <span>{t("north")}</span>
      <span class="plan-bar" style={{ width: `${width}px` }} />
      <span class="number">{t("scaleMetres", { n: metres })}</span>
    </div>
  );
}
