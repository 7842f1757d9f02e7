import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { e } from "../../../core/text/evaluate.ts";
import { pick } from "../../../core/text/language.ts";
import { t } from "../../../core/text/shared.ts";
import type { App } from "../../app.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { Icon } from "../../ui/icons.tsx";
import { Hash, Link, useAction, whenText } from "../parts.tsx";
import { isActive, mayStart, type Job, type Work } from "../work.ts";
import { JobState } from "./state.tsx";

/** Jobs, newest first, each with its state, and what may be done with it. */
export function JobList({
  app,
  work,
  jobs,
  none,
}: {
  app: App;
  work: Work;
  jobs: readonly Job[];
  none: string;
}): JSX.Element {
  const [asking, setAsking] = useState<Job | null>(null);
  if (jobs.length === 0) return <p class="empty panel">{none}</p>;
  const waiting = [...(work.runs.value ?? []), ...(work.evaluations.value ?? [])]
    .filter((job) => job.state === "queued")
    .sort((a, b) => a.asked - b.asked);
  return (
    <>
      <ul class="panel jobs">
        {jobs.map((job) => (
          <JobRow
            key={job.id}
            app={app}
            work={work}
            job={job}
            place={waiting.indexOf(job) + 1}
            onRemove={setAsking}
          />
        ))}
      </ul>
      {asking && <Removal work={work} job={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

interface RowProps {
  app: App;
  work: Work;
  job: Job;
  place: number;
  onRemove: (job: Job) => void;
}

function JobRow({ app, work, job, place, onRemove }: RowProps): JSX.Element {
  const { busy, problem, act } = useAction();
  const values = { name: pick(job.name), seed: job.seed };
  const to = job.kind === "scenario" ? { run: job.id } : { sheet: job.id };
  return (
    <li class="job">
      <div class="job-name">
        {job.state === "done" ? (
          <Link to={to} label={e("openOf", values)}>
            {values.name}
          </Link>
        ) : (
          <span>{values.name}</span>
        )}
        <span class="soft small-text">
          {job.subject} · {e("seedIs", { n: job.seed })}
        </span>
      </div>
      <div class="job-state">
        <JobState job={job} place={place} />
      </div>
      <div class="job-when soft small-text">
        <time dateTime={new Date(job.asked).toISOString()}>{whenText(job.asked)}</time> · {job.user}
      </div>
      <div class="job-hash">{job.hash && <Hash value={job.hash} />}</div>
      <div class="row job-actions">
        {mayStart(app) &&
          (isActive(job) ? (
            <button
              type="button"
              class="button"
              disabled={busy}
              aria-label={e("stopOf", values)}
              onClick={() => act(() => work.remove(job))}
            >
              {e("stop")}
            </button>
          ) : (
            <button
              type="button"
              class="button plain"
              aria-label={e("removeOf", values)}
              onClick={() => onRemove(job)}
            >
              <Icon name="trash" />
            </button>
          ))}
      </div>
      {problem && (
        <p class="notice error job-problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  );
}

function Removal({ work, job, onClose }: { work: Work; job: Job; onClose: () => void }): JSX.Element {
  const { busy, problem, act } = useAction();
  const remove = async (): Promise<void> => {
    await work.remove(job);
    onClose();
  };
  return (
    <Dialog title={e("remove")} onClose={onClose}>
      <p>{e("removeAsk", { name: pick(job.name), seed: job.seed })}</p>
      {problem && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
      <div class="row dialog-foot">
        <button type="button" class="button" onClick={onClose}>
          {t("cancel")}
        </button>
        <button type="button" class="button primary" disabled={busy} onClick={() => act(remove)}>
          {e("remove")}
        </button>
      </div>
    </Dialog>
  );
}
