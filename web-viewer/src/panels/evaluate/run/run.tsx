import type { JSX } from "preact";
import type { Schema } from "../../../core/api/client.ts";
import { e } from "../../../core/text/evaluate.ts";
import { pick } from "../../../core/text/language.ts";
import { r } from "../../../core/text/replay.ts";
import type { App } from "../../app.ts";
import { address } from "../address.ts";
import { OpenJob } from "../jobs/open.tsx";
import { VerdictMark } from "../jobs/state.tsx";
import { Linkage } from "../linkage/linkage.tsx";
import { Hash, Link, Loaded, useRemote, whenText } from "../parts.tsx";
import { Replay } from "../replay/replay.tsx";
import type { Job, Work } from "../work.ts";
import { Rules } from "./rules.tsx";

const TABS = [
  { tab: "result", text: "tabResult" },
  { tab: "linkage", text: "tabLinkage" },
  { tab: "replay", text: "tabReplay" },
] as const;
type Tab = (typeof TABS)[number]["tab"];

/** A run of a scenario: verdict, linkage timeline, replay. */
export function Run({ app, work, id }: { app: App; work: Work; id: string }): JSX.Element {
  return (
    <OpenJob app={app} work={work} id={id} jobs={work.runs.value} back={{ tab: "scenarios" }}>
      {(job) => <Finished app={app} work={work} job={job} />}
    </OpenJob>
  );
}

function Finished({ app, work, job }: { app: App; work: Work; job: Job }): JSX.Element {
  const tab = TABS.find((one) => one.tab === address.tab.value)?.tab ?? "result";
  const params = { params: { path: { id: job.id } } };
  const result = useRemote(`result ${job.id}`, () =>
    app.api.call((c) => c.GET("/scenario-runs/{id}/result", params)),
  );
  const replay = useRemote(tab === "replay" ? `replay ${job.id}` : null, () =>
    app.api.call((c) => c.GET("/scenario-runs/{id}/replay", params)),
  );
  const start = work.scenarios.value?.find((scenario) => scenario.id === job.subject)?.start ?? "";
  return (
    <>
      <Head job={job} tab={tab} />
      {tab === "replay" ? (
        <Loaded remote={replay}>
          {(document) => <Replay app={app} document={document} start={start} />}
        </Loaded>
      ) : (
        <Loaded remote={result}>{(found) => <ResultTab app={app} tab={tab} result={found} />}</Loaded>
      )}
    </>
  );
}

function ResultTab({ app, tab, result }: { app: App; tab: Tab; result: Schema["RunResult"] }): JSX.Element {
  return tab === "linkage" ? <Linkage app={app} result={result} /> : <Rules result={result} />;
}

function Head({ job, tab }: { job: Job; tab: Tab }): JSX.Element {
  return (
    <header class="stack record-head">
      <div class="row">
        <h2>{pick(job.name)}</h2>
        {job.verdict && <VerdictMark verdict={job.verdict} />}
        <span class="soft small-text">
          {job.subject} · {e("seedIs", { n: job.seed })} · {whenText(job.finished ?? job.asked)} · {job.user}
        </span>
        {job.hash && <Hash value={job.hash} />}
      </div>
      <nav class="row tabs" aria-label={r("title")}>
        {TABS.map((one) => (
          <Link
            key={one.tab}
            to={{ run: job.id, tab: one.tab, effect: address.effect.value, t: address.t.value }}
            class="button tab"
            current={one.tab === tab}
          >
            {e(one.text)}
          </Link>
        ))}
      </nav>
    </header>
  );
}
