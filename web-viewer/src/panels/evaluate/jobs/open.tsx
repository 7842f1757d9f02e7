import type { JSX } from "preact";
import { e } from "../../../core/text/evaluate.ts";
import { pick } from "../../../core/text/language.ts";
import { t } from "../../../core/text/shared.ts";
import type { App } from "../../app.ts";
import { Icon } from "../../ui/icons.tsx";
import type { Part } from "../address.ts";
import { Link, useAction } from "../parts.tsx";
import { isActive, mayStart, type Job, type Work } from "../work.ts";
import { JobState } from "./state.tsx";

interface Props {
  app: App;
  work: Work;
  id: string;
  jobs: readonly Job[] | null;
  back: Part;
  children: (job: Job) => JSX.Element;
}

/** A job that a link names: what came of it once it is done, and until then, or instead, where it stands. */
export function OpenJob({ app, work, id, jobs, back, children }: Props): JSX.Element {
  const job = jobs?.find((one) => one.id === id);
  return (
    <div class="stack record">
      <p>
        <Link to={back} class="back">
          <Icon name="arrowLeft" size={16} />
          {e("back")}
        </Link>
      </p>
      {job?.state === "done" ? (
        children(job)
      ) : (
        <Waiting app={app} work={work} job={job} known={jobs !== null} />
      )}
    </div>
  );
}

function Waiting({
  app,
  work,
  job,
  known,
}: {
  app: App;
  work: Work;
  job: Job | undefined;
  known: boolean;
}): JSX.Element {
  const { busy, problem, act } = useAction();
  if (!job) {
    return (
      <p class="empty panel" role="status">
        {known ? e("notFound") : work.problem.value || t("loading")}
      </p>
    );
  }
  const again = (): void => act(() => work.start(job.kind, job.subject, job.seed));
  return (
    <section class="panel stack waiting" aria-label={pick(job.name)}>
      <h2>{pick(job.name)}</h2>
      <p class="soft small-text">
        {job.subject} · {e("seedIs", { n: job.seed })}
      </p>
      <JobState job={job} place={0} />
      <p class="soft">{isActive(job) ? e("notDone") : job.state === "cancelled" ? e("wasCancelled") : ""}</p>
      {problem && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
      {mayStart(app) && (
        <div>
          {isActive(job) ? (
            <button type="button" class="button" disabled={busy} onClick={() => act(() => work.remove(job))}>
              {e("stop")}
            </button>
          ) : (
            <button type="button" class="button" disabled={busy} onClick={again}>
              {e("runAgain")}
            </button>
          )}
        </div>
      )}
    </section>
  );
}
