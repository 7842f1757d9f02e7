import { signal, type ReadonlySignal } from "@preact/signals";
import type { Schema } from "../../core/api/client.ts";
import type { App } from "../app.ts";

export type Job = Schema["Job"];
export type Scenario = Schema["Scenario"];
export type StandardInfo = Schema["StandardInfo"];
export type JobKind = Job["kind"];

/** Milliseconds until the lists are asked for again: while something is worked on, and otherwise. */
const BUSY = 700;
const IDLE = 15_000;

/** What can be started and what was; null until it is known. */
export interface Work {
  readonly scenarios: ReadonlySignal<readonly Scenario[] | null>;
  readonly standards: ReadonlySignal<readonly StandardInfo[] | null>;
  /** Newest first. */
  readonly runs: ReadonlySignal<readonly Job[] | null>;
  readonly evaluations: ReadonlySignal<readonly Job[] | null>;
  /** Why the lists could not be brought; empty if they could. */
  readonly problem: ReadonlySignal<string>;
  /** Asks for the lists now, and again from time to time until {@link stop}. */
  begin(): void;
  stop(): void;
  /** @throws ApiError with the server's words */
  start(kind: JobKind, subject: string, seed: number | undefined): Promise<Job>;
  /** Cancels a job that waits or works, forgets one that is over. */
  remove(job: Job): Promise<void>;
}

export function isActive(job: Job): boolean {
  return job.state === "queued" || job.state === "running";
}

/** The jobs of the server as one place to read and to ask; nothing is shown before the server said it. */
export function createWork({ api }: Pick<App, "api">): Work {
  const scenarios = signal<readonly Scenario[] | null>(null);
  const standards = signal<readonly StandardInfo[] | null>(null);
  const runs = signal<readonly Job[] | null>(null);
  const evaluations = signal<readonly Job[] | null>(null);
  const problem = signal("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let going = false;

  const lists = async (): Promise<void> => {
    const cursor = (next: string | undefined) => ({ params: { query: next ? { cursor: next } : {} } });
    const [allRuns, allEvaluations] = await Promise.all([
      api.all((c, next) => c.GET("/scenario-runs", cursor(next))),
      api.all((c, next) => c.GET("/evaluations", cursor(next))),
    ]);
    runs.value = allRuns;
    evaluations.value = allEvaluations;
    scenarios.value ??= (await api.call((c) => c.GET("/scenarios"))).items;
    standards.value ??= (await api.call((c) => c.GET("/standards"))).items;
  };
  const refresh = async (): Promise<void> => {
    clearTimeout(timer);
    try {
      await lists();
      problem.value = "";
    } catch (failed) {
      problem.value = failed instanceof Error ? failed.message : String(failed);
    }
    if (!going) return;
    const busy = [...(runs.value ?? []), ...(evaluations.value ?? [])].some(isActive);
    clearTimeout(timer);
    timer = setTimeout(() => void refresh(), busy ? BUSY : IDLE);
  };
  return {
    scenarios,
    standards,
    runs,
    evaluations,
    problem,
    begin() {
      going = true;
      void refresh();
    },
    stop() {
      going = false;
      clearTimeout(timer);
    },
    async start(kind, subject, seed) {
      const job = await (kind === "scenario"
        ? api.call((c) => c.POST("/scenario-runs", { body: { scenario: subject, seed } }))
        : api.call((c) => c.POST("/evaluations", { body: { standard: subject, seed } })));
      await refresh();
      return job;
    },
    async remove(job) {
      await removeJob(api, job);
      await refresh();
    },
  };
}

async function removeJob(api: App["api"], { kind, id }: Job): Promise<void> {
  const params = { params: { path: { id } } };
  if (kind === "scenario") await api.call((c) => c.DELETE("/scenario-runs/{id}", params));
  else await api.call((c) => c.DELETE("/evaluations/{id}", params));
}

/** Roles that may start and stop jobs; everybody else who is signed in may look. */
export function mayStart(app: App): boolean {
  const role = app.session.value?.role;
  return role === "evaluator" || role === "engineer" || role === "admin";
}
