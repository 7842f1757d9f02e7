import type { JSX } from "preact";
import type { Schema } from "../../../core/api/client.ts";
import { byArea, figure, filterSheet, gain, lifts, type Judged, type Sheet } from "../../../core/sheet.ts";
import { e } from "../../../core/text/evaluate.ts";
import { pick } from "../../../core/text/language.ts";
import { reasonWithNames, s } from "../../../core/text/sheet.ts";
import type { App } from "../../app.ts";
import { address } from "../address.ts";
import { OpenJob } from "../jobs/open.tsx";
import { Hash, Link, Loaded, useRemote, whenText } from "../parts.tsx";
import type { Job, Work } from "../work.ts";
import { clearSheetFilter, givenSheetFilter, SheetFilters } from "./filters.tsx";
import { Downloads } from "./downloads.tsx";
import { Indicator } from "./indicator.tsx";
import { Overview } from "./overview.tsx";

const TABS = [
  { tab: "sheet", text: "tabSheet" },
  { tab: "lift", text: "tabLift" },
] as const;

/** The score sheet of an evaluation, and what would lift the score. */
export function SheetPage({ app, work, id }: { app: App; work: Work; id: string }): JSX.Element {
  return (
    <OpenJob app={app} work={work} id={id} jobs={work.evaluations.value} back={{ tab: "standards" }}>
      {(job) => <Finished app={app} work={work} job={job} />}
    </OpenJob>
  );
}

function Finished({ app, work, job }: { app: App; work: Work; job: Job }): JSX.Element {
  const report = useRemote(job.id, () =>
    app.api.call((c) => c.GET("/evaluations/{id}/report", { params: { path: { id: job.id } } })),
  );
  return (
    <Loaded remote={report}>
      {(found) => {
        const sheet = found.standards[0];
        if (!sheet) return <p class="empty panel">{s("none")}</p>;
        return <Filled app={app} work={work} job={job} report={found} sheet={sheet} />;
      }}
    </Loaded>
  );
}

interface Props {
  app: App;
  work: Work;
  job: Job;
  report: Schema["Report"];
  sheet: Sheet;
}

function Filled({ app, work, job, report, sheet }: Props): JSX.Element {
  const tab = address.tab.value === "lift" ? "lift" : "sheet";
  const runs = work.runs.value ?? [];
  const filter = givenSheetFilter();
  const shown = filterSheet(sheet.indicators, filter, searchWords);
  return (
    <div class="stack sheet">
      <header class="row record-head spread">
        <div class="row">
          <h2>{pick(sheet.title ?? job.name)}</h2>
          <span class="soft small-text">
            {report.campus} · {e("seedIs", { n: report.seed })} · {whenText(job.finished ?? job.asked)} ·{" "}
            {job.user}
          </span>
          {report.hash && <Hash value={report.hash} />}
        </div>
        <Downloads app={app} job={job} report={report} />
      </header>
      <p class="notice warning small-notice">{s("remark")}</p>
      <Overview sheet={sheet} />
      <nav class="row tabs no-print" aria-label={s("score")}>
        {TABS.map((one) => (
          <Link
            key={one.tab}
            to={{ sheet: job.id, tab: one.tab }}
            class="button tab"
            current={one.tab === tab}
          >
            {e(one.text)}
          </Link>
        ))}
      </nav>
      <SheetFilters sheet={sheet} />
      {shown.length === 0 ? (
        <Nothing />
      ) : tab === "lift" ? (
        <Lift items={shown} runs={runs} />
      ) : (
        <Areas sheet={sheet} shown={shown} runs={runs} />
      )}
    </div>
  );
}

function searchWords(item: Judged): string {
  return `${item.id} ${pick(item.name)} ${reasonWithNames(pick(item.reason))}`;
}

function Nothing(): JSX.Element {
  return (
    <div class="empty panel stack">
      <p>{s("none")}</p>
      <div>
        <button type="button" class="button" onClick={clearSheetFilter}>
          {s("reset")}
        </button>
      </div>
    </div>
  );
}

function Areas({
  sheet,
  shown,
  runs,
}: {
  sheet: Sheet;
  shown: readonly Judged[];
  runs: readonly Job[];
}): JSX.Element {
  return (
    <>
      <p class="soft small-text no-print" role="status">
        {s("shown", { n: shown.length, all: sheet.indicators.length })}
      </p>
      {byArea(sheet, shown).map((area) => (
        <section key={area.id} class="panel stack" aria-label={pick(area.name) || s("otherArea")}>
          <div class="row spread">
            <h3>
              {area.id} {pick(area.name) || s("otherArea")}
            </h3>
            <span class="number soft">{s("worth", { n: figure(area.awarded), max: figure(area.max) })}</span>
          </div>
          <ul>
            {area.indicators.map((item) => (
              <Indicator key={item.id} item={item} runs={runs} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** All that is short of its points, the most to be gained first. */
function Lift({ items, runs }: { items: readonly Judged[]; runs: readonly Job[] }): JSX.Element {
  const found = lifts(items);
  if (found.length === 0) return <p class="empty panel">{s("nothing")}</p>;
  return (
    <section class="panel stack" aria-label={e("tabLift")}>
      <div class="row spread">
        <p class="soft">{s("liftAbout")}</p>
        <span class="number">
          {s("liftTotal", { n: figure(found.reduce((sum, item) => sum + gain(item), 0)) })}
        </span>
      </div>
      <ol>
        {found.map((item) => (
          <Indicator key={item.id} item={item} runs={runs} lift />
        ))}
      </ol>
    </section>
  );
}
