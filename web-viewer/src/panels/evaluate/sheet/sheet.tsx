import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Schema } from "../../../core/api/client.ts";
import {
  byArea,
  figure,
  filterSheet,
  gain,
  lifts,
  tally,
  type Judged,
  type Sheet,
} from "../../../core/sheet.ts";
import { e } from "../../../core/text/evaluate.ts";
import { pick } from "../../../core/text/language.ts";
import { reasonWithNames, s } from "../../../core/text/sheet.ts";
import type { App } from "../../app.ts";
import { Icon } from "../../ui/icons.tsx";
import { address, change } from "../address.ts";
import { OpenJob } from "../jobs/open.tsx";
import { Hash, Link, Loaded, saveFile, useAction, useRemote, whenText } from "../parts.tsx";
import type { Job, Work } from "../work.ts";
import { clearSheetFilter, givenSheetFilter, SheetFilters } from "./filters.tsx";
import { Indicator } from "./indicator.tsx";
import { SheetMark } from "./marks.tsx";

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

/** Score, verdicts as filters, and areas as bars. */
function Overview({ sheet }: { sheet: Sheet }): JSX.Element {
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

/** The sheet as files, and on paper. */
function Downloads({ app, job, report }: { app: App; job: Job; report: Schema["Report"] }): JSX.Element {
  const { busy, problem, act } = useAction();
  const name = `${job.subject}-${job.seed}`;
  const html = async (): Promise<void> => {
    const text = await app.api.call((c) =>
      c.GET("/evaluations/{id}/report.html", { params: { path: { id: job.id } }, parseAs: "text" }),
    );
    saveFile(`${name}.html`, new Blob([text], { type: "text/html" }));
  };
  const json = (): void =>
    saveFile(`${name}.json`, new Blob([JSON.stringify(report, null, 2)], { type: "application/json" }));
  usePrintTitle(name);
  return (
    <div class="row no-print">
      <button type="button" class="button" onClick={json}>
        <Icon name="download" size={16} />
        {e("downloadJson")}
      </button>
      <button type="button" class="button" disabled={busy} onClick={() => act(html)}>
        <Icon name="download" size={16} />
        {e("downloadHtml")}
      </button>
      <button type="button" class="button" onClick={() => print()}>
        <Icon name="print" size={16} />
        {e("print")}
      </button>
      {problem && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Names the file that a print to PDF offers. */
function usePrintTitle(name: string): void {
  useEffect(() => {
    const before = document.title;
    const start = (): void => {
      document.title = name;
    };
    const end = (): void => {
      document.title = before;
    };
    addEventListener("beforeprint", start);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", start);
      removeEventListener("afterprint", end);
    };
  }, [name]);
}
