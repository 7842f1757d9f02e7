import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Campus } from "../../../core/campus.ts";
import { clock } from "../../../core/replay.ts";
import { l } from "../../../core/text/linkage.ts";
import type { EffectRow } from "../../../core/timeline.ts";
import { address, change } from "../address.ts";
import { OutcomeMark } from "./marks.tsx";
import { effectName, linkageName, pointName } from "./names.ts";

/** Rows of a page of the table. */
const PAGE = 100;
const COLUMNS = [
  "linkageWord",
  "effects",
  "target",
  "by",
  "cause",
  "sent",
  "acknowledged",
  "confirmedAt",
  "limitLegend",
  "outcome",
] as const;

/** The same effects as a table: nothing is said by a picture alone. */
export function EffectTable({
  campus,
  rows,
}: {
  campus: Campus | null;
  rows: readonly EffectRow[];
}): JSX.Element {
  const [page, setPage] = useState(0);
  const from = Math.min(page * PAGE, Math.max(rows.length - 1, 0));
  const shown = rows.slice(from, from + PAGE);
  return (
    <div class="panel stack">
      <div class="scroll" role="region" aria-label={l("effects")} tabIndex={0}>
        <table class="table effect-table">
          <thead>
            <tr>
              {COLUMNS.map((key) => (
                <th key={key} scope="col">
                  {l(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={row.index} campus={campus} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > PAGE && (
        <div class="row">
          <button type="button" class="button" disabled={from === 0} onClick={() => setPage(page - 1)}>
            {l("previous")}
          </button>
          <span class="number small-text">
            {l("rows", { from: from + 1, to: from + shown.length, all: rows.length })}
          </span>
          <button
            type="button"
            class="button"
            disabled={from + PAGE >= rows.length}
            onClick={() => setPage(page + 1)}
          >
            {l("next")}
          </button>
        </div>
      )}
    </div>
  );
}

function Row({ campus, row: { effect, index } }: { campus: Campus | null; row: EffectRow }): JSX.Element {
  const target = pointName(campus, effect.target);
  const chosen = address.effect.value === String(index);
  return (
    <tr class={chosen ? "chosen" : ""}>
      <td>{linkageName({ linkage: effect.linkage, name: effect.linkageName })}</td>
      <td>
        <button
          type="button"
          id={`effect-${index}`}
          class="button plain inline"
          aria-pressed={chosen}
          onClick={() => change({ effect: chosen ? "" : String(index) })}
        >
          {effectName(effect)}
        </button>
      </td>
      <td>{target.equipment}</td>
      <td>{l(effect.by)}</td>
      <td class="number">{clock(effect.at, true)}</td>
      {[effect.sent, effect.acknowledged, effect.seconds, effect.limit].map((time, column) => (
        <td key={column} class="number">
          {time === null || time === undefined ? l("never") : `${Math.round(time * 1000) / 1000} s`}
        </td>
      ))}
      <td>
        <OutcomeMark outcome={effect.outcome} />
      </td>
    </tr>
  );
}
