import type { JSX } from "preact";
import { byArea, figure, tally, type Sheet } from "../../../core/sheet.ts";
import { pick } from "../../../core/text/language.ts";
import { s } from "../../../core/text/sheet.ts";
import { address, change } from "../address.ts";
import { SheetMark } from "./marks.tsx";

/** Score, verdicts as filters, and areas as bars. */
export function Overview({ sheet }: { sheet: Sheet }): JSX.Element {
  return (
    <div class="overview">
      <section class="panel stack" aria-label={s("score")}>
        <h3>{s("score")}</h3>
        <p class="score">
          <span class="number">{sheet.awarded === null ? "—" : figure(sheet.awarded)}</span>
          {sheet.max !== null && <span class="number soft"> / {figure(sheet.max)}</span>}
          {sheet.grade && <span> {sheet.grade}</span>}
        </p>
        <ul class="row">
          {tally(sheet.indicators)
            .filter(({ count }) => count > 0)
            .map(({ verdict, count }) => (
              <li key={verdict}>
                <button
                  type="button"
                  class="button summary-count"
                  aria-pressed={address.verdict.value === verdict}
                  onClick={() => change({ verdict: address.verdict.value === verdict ? "" : verdict })}
                >
                  <span class="number">{count}</span>
                  <SheetMark verdict={verdict} />
                </button>
              </li>
            ))}
        </ul>
      </section>
      <section class="panel stack" aria-label={s("areas")}>
        <h3>{s("areas")}</h3>
        <ul class="area-bars">
          {byArea(sheet).map((area) => (
            <li key={area.id} class="area-bar">
              <span>{pick(area.name) || s("otherArea")}</span>
              <span class="area-track" aria-hidden="true">
                <span
                  class="area-fill"
                  style={{ width: `${(area.awarded / Math.max(area.max, 1)) * 100}%` }}
                />
              </span>
              <span class="number small-text">
                {s("worth", { n: figure(area.awarded), max: figure(area.max) })}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
