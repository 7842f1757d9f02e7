import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { e } from "../../core/text/evaluate.ts";
import { t } from "../../core/text/shared.ts";
import type { App } from "../app.ts";
import { address, readAddress } from "./address.ts";
import { JobList } from "./jobs/list.tsx";
import { Scenarios, Standards } from "./jobs/start.tsx";
import { Link } from "./parts.tsx";
import { Run } from "./run/run.tsx";
import { SheetPage } from "./sheet/sheet.tsx";
import { createWork, mayStart, type Work } from "./work.ts";

/** The evaluator's page: drills and standards, or the run or sheet that the address names. */
export function Evaluation({ app }: { app: App }): JSX.Element {
  const work = useMemo(() => createWork(app), [app]);
  useEffect(() => {
    work.begin();
    addEventListener("popstate", readAddress);
    return () => {
      work.stop();
      removeEventListener("popstate", readAddress);
    };
  }, [work]);
  const run = address.run.value;
  const sheet = address.sheet.value;
  return (
    <main id="main" class="evaluate">
      {run ? (
        <Run app={app} work={work} id={run} />
      ) : sheet ? (
        <SheetPage app={app} work={work} id={sheet} />
      ) : (
        <Overview app={app} work={work} />
      )}
    </main>
  );
}

function Overview({ app, work }: { app: App; work: Work }): JSX.Element {
  const standards = address.tab.value === "standards";
  return (
    <div class="stack">
      <nav class="row tabs" aria-label={e("parts")}>
        <Link to={{ tab: "scenarios" }} class="button tab" current={!standards}>
          {e("scenarios")}
        </Link>
        <Link to={{ tab: "standards" }} class="button tab" current={standards}>
          {e("standards")}
        </Link>
      </nav>
      {!mayStart(app) && <p class="notice">{e("mayNotStart")}</p>}
      {work.problem.value && <Failed work={work} />}
      {standards ? <StandardsTab app={app} work={work} /> : <ScenariosTab app={app} work={work} />}
    </div>
  );
}

function Failed({ work }: { work: Work }): JSX.Element {
  return (
    <div class="notice error row" role="alert">
      <span>{work.problem.value}</span>
      <button type="button" class="button" onClick={() => work.begin()}>
        {t("retry")}
      </button>
    </div>
  );
}

function Loading(): JSX.Element {
  return (
    <p class="empty" role="status">
      {t("loading")}
    </p>
  );
}

function ScenariosTab({ app, work }: { app: App; work: Work }): JSX.Element {
  const runs = work.runs.value;
  return (
    <>
      <p class="soft lead">{e("scenariosAbout")}</p>
      <section class="stack" aria-label={e("chooseScenario")}>
        <h2>{e("chooseScenario")}</h2>
        {work.scenarios.value ? <Scenarios app={app} work={work} /> : !work.problem.value && <Loading />}
      </section>
      <section class="stack" aria-label={e("runs")}>
        <h2>{e("runs")}</h2>
        {runs ? (
          <JobList app={app} work={work} jobs={runs} none={e("noRuns")} />
        ) : (
          !work.problem.value && <Loading />
        )}
      </section>
    </>
  );
}

function StandardsTab({ app, work }: { app: App; work: Work }): JSX.Element {
  const evaluations = work.evaluations.value;
  return (
    <>
      <p class="soft lead">{e("standardsAbout")}</p>
      <section class="stack" aria-label={e("chooseStandard")}>
        <h2>{e("chooseStandard")}</h2>
        {work.standards.value ? <Standards app={app} work={work} /> : !work.problem.value && <Loading />}
      </section>
      <section class="stack" aria-label={e("evaluations")}>
        <h2>{e("evaluations")}</h2>
        {evaluations ? (
          <JobList app={app} work={work} jobs={evaluations} none={e("noEvaluations")} />
        ) : (
          !work.problem.value && <Loading />
        )}
      </section>
    </>
  );
}
