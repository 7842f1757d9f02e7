import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { Schema } from "../../../core/api/client.ts";
import { l } from "../../../core/text/linkage.ts";
import {
  createAxis,
  filterEffects,
  groupEffects,
  longestTime,
  slowest,
  sortEffects,
  type Effect,
  type EffectFilter,
  type EffectRow,
  type Outcome,
} from "../../../core/timeline.ts";
import type { App } from "../../app.ts";
import { Icon } from "../../ui/icons.tsx";
import { address, change } from "../address.ts";
import { BarLegend } from "./bar.tsx";
import { EffectDetail } from "./detail.tsx";
import { Filters, givenFilter, givenOrder, givenScale } from "./filters.tsx";
import { LinkageSection } from "./group.tsx";
import { OUTCOMES, OutcomeMark } from "./marks.tsx";
import { pointName, searchWords, secondsText } from "./names.ts";
import { EffectTable } from "./table.tsx";

/** Key that opens the slowest effect. */
const SLOWEST_KEY = "s";

/** The linkage timeline of a run: what each cause brought about, how fast, and what did not come. */
export function Linkage({ app, result }: { app: App; result: Schema["RunResult"] }): JSX.Element {
  const effects: readonly Effect[] = result.effects;
  const campus = app.campus.value;
  const words = useMemo(
    () => new Map(effects.map((effect) => [effect, searchWords(campus, effect)])),
    [effects, campus],
  );
  useSlowestKey(effects);
  if (effects.length === 0) return <p class="empty panel">{l("noEffects")}</p>;
  const filter = givenFilter();
  const found = filterEffects(effects, filter, (effect) => words.get(effect) ?? "");
  const rows = sortEffects(found, givenOrder(), (effect) => pointName(campus, effect.target).equipment);
  const chosen = effects[Number(address.effect.value || Number.NaN)];
  const row = chosen && { effect: chosen, index: Number(address.effect.value) };
  return (
    <div class="stack">
      <Summary effects={effects} filter={filter} />
      <Filters />
      <div class={`timeline ${row ? "with-detail" : ""}`}>
        <div class="stack timeline-main">
          <Rows app={app} rows={rows} />
        </div>
        {row && <EffectDetail app={app} row={row} />}
      </div>
    </div>
  );
}

function Rows({ app, rows }: { app: App; rows: readonly EffectRow[] }): JSX.Element {
  if (rows.length === 0) {
    return (
      <div class="empty panel stack">
        <p>{l("none")}</p>
        <div>
          <button type="button" class="button" onClick={() => change({ by: "", outcome: "", q: "" })}>
            {l("reset")}
          </button>
        </div>
      </div>
    );
  }
  if (address.shape.value === "table") return <EffectTable campus={app.campus.value} rows={rows} />;
  const axis = createAxis(longestTime(rows), givenScale());
  return (
    <>
      <BarLegend />
      {groupEffects(rows).map((group) => (
        <LinkageSection key={group.linkage} campus={app.campus.value} group={group} axis={axis} />
      ))}
    </>
  );
}

/** Counts by outcome, each a filter, and the slowest effect at one click. */
function Summary({ effects, filter }: { effects: readonly Effect[]; filter: EffectFilter }): JSX.Element {
  const last = slowest(effects);
  const counts = (Object.keys(OUTCOMES) as Outcome[])
    .map((outcome) => ({ outcome, n: effects.filter((effect) => effect.outcome === outcome).length }))
    .filter(({ n }) => n > 0);
  return (
    <div class="row summary" role="group" aria-label={l("summary")}>
      <span>{l("count", { n: effects.length })}</span>
      {counts.map(({ outcome, n }) => (
        <button
          key={outcome}
          type="button"
          class="button summary-count"
          aria-pressed={filter.outcome === outcome}
          onClick={() => change({ outcome: filter.outcome === outcome ? "" : outcome })}
        >
          <span class="number">{n}</span>
          <OutcomeMark outcome={outcome} />
        </button>
      ))}
      {last && (
        <button
          type="button"
          class="button"
          aria-keyshortcuts={SLOWEST_KEY}
          title={l("key", { key: SLOWEST_KEY.toUpperCase() })}
          onClick={() => openSlowest(effects)}
        >
          <Icon name="queue" size={16} />
          {l("openSlowest")}
          <span class="number soft">{secondsText(last.effect.seconds ?? 0)}</span>
        </button>
      )}
    </div>
  );
}

/** Opens the slowest effect, and takes away filters that would hide it. */
function openSlowest(effects: readonly Effect[]): void {
  const row = slowest(effects);
  if (!row) return;
  change({ effect: String(row.index), by: "", outcome: "", q: "" });
  requestAnimationFrame(() =>
    document.getElementById(`effect-${row.index}`)?.scrollIntoView({ block: "center" }),
  );
}

function useSlowestKey(effects: readonly Effect[]): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const typing =
        event.target instanceof Element && event.target.closest("input, select, textarea, dialog");
      if (event.key !== SLOWEST_KEY || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      openSlowest(effects);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [effects]);
}
