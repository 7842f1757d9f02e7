import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Schema } from "../../core/api/client.ts";
import { linePath, ringPath, stairPath } from "../../core/plan.ts";
import type { Sheet } from "./plan-sheet.ts";
import type { StageParts } from "./stage.tsx";

interface Drawn {
  sheet: Sheet;
  /** Metres under one pixel. */
  metre: number;
}

/** What lies under the places: the grounds with their landscape, or the outline of the building. */
export function PlanGround({ parts, sheet }: Drawn & { parts: StageParts }): JSX.Element {
  const { campus, app } = parts;
  if (sheet.storey) return <path class="plan-outline" d={ringPath(sheet.storey.building.outline)} />;
  const trees = app.view.layers.value.has("trees");
  const grounds = campus.outdoors().filter((space) => space.kind === "outdoor");
  return (
    <g aria-hidden="true">
      {grounds.map((space) => (
        <path key={space.id} class="plan-grounds" d={ringPath(space.polygon)} />
      ))}
      {campus.geometry.landscape
        .filter((piece) => trees || piece.kind !== "tree")
        .map((piece) => (
          <Landscape key={piece.id} piece={piece} />
        ))}
    </g>
  );
}

function Landscape({ piece }: { piece: Schema["Landscape"] }): JSX.Element | null {
  const { kind, polygon, line, at, width = 1 } = piece;
  if (polygon) return <path class={`land ${kind}`} d={ringPath(polygon)} />;
  if (line) return <path class={`land line ${kind}`} d={linePath(line)} stroke-width={width} />;
  if (at) return <circle class={`land ${kind}`} cx={at[0]} cy={-(at[1] ?? 0)} r={Math.max(1, width / 2)} />;
  return null;
}

/** Doors with their swing, and stairs; drawn over the rooms, for the eye only. */
export function PlanFurniture({ sheet, metre }: Drawn): JSX.Element {
  const stairs = useMemo(() => sheet.stairs.map(stairPath), [sheet]);
  const thin = Math.min(0.06, 1.2 * metre);
  return (
    <g class="plan-furniture" aria-hidden="true">
      {stairs.map((path) => (
        <path key={path} class="plan-stair" d={path} stroke-width={thin} />
      ))}
      {sheet.doors.map(({ id, kind, exit, a, b, leaves }) => (
        <g key={id}>
          <line class={`plan-gap ${kind} ${exit ? "exit" : ""}`} x1={a.x} y1={a.y} x2={b.x} y2={b.y} />
          {leaves && <path class="plan-leaf" d={leaves} stroke-width={thin} />}
        </g>
      ))}
    </g>
  );
}
