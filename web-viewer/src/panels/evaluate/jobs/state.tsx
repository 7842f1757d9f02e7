import type { JSX } from "preact";
import { e } from "../../../core/text/evaluate.ts";
import { pick } from "../../../core/text/language.ts";
import { figure } from "../../../core/sheet.ts";
import { Mark } from "../parts.tsx";
import type { Job } from "../work.ts";

/** Pass or fail of a scenario or a rule: shape, word, colour. */
export function VerdictMark({ verdict }: { verdict: string }): JSX.Element {
  return verdict === "pass" ? (
    <Mark tone="good" icon="check">
      {e("pass")}
    </Mark>
  ) : (
    <Mark tone="critical" icon="close">
      {e("fail")}
    </Mark>
  );
}

/**
 * Where a job stands; once it is done, what came of it.
 *
 * @param place in the queue, from 1; 0 if it does not wait
 */
export function JobState({ job, place }: { job: Job; place: number }): JSX.Element {
  switch (job.state) {
    case "queued":
      return (
        <Mark tone="plain" icon="queue">
          {place > 0 ? e("queuedAs", { n: place }) : e("queued")}
        </Mark>
      );
    case "running":
      return (
        <span class="row job-progress">
          <progress max={100} value={job.percent} aria-label={pick(job.name)} />
          <span class="number">{job.percent}%</span>
        </span>
      );
    case "failed":
      return (
        <span class="stack tight">
          <Mark tone="warning" icon="alarm">
            {e("failed")}
          </Mark>
          {job.error && <span class="soft small-text">{pick(job.error)}</span>}
        </span>
      );
    case "cancelled":
      return (
        <Mark tone="stale" icon="minus">
          {e("cancelled")}
        </Mark>
      );
    default:
      return <Outcome job={job} />;
  }
}

function Outcome({ job }: { job: Job }): JSX.Element {
  if (job.kind === "scenario" && job.verdict) return <VerdictMark verdict={job.verdict} />;
  if (job.awarded === null || job.awarded === undefined) {
    return (
      <Mark tone="plain" icon="check">
        {e("done")}
      </Mark>
    );
  }
  return (
    <span class="number">
      {e("awarded", { n: figure(job.awarded), max: typeof job.max === "number" ? figure(job.max) : "—" })}
    </span>
  );
}
