import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Api } from "../../core/api/client.ts";
import { createWork, isActive, type Job } from "./work.ts";

const job = (id: string, state: Job["state"]): Job => ({
  id,
  kind: "scenario",
  subject: "DR-FIRE",
  name: { zh: "火警", en: "Fire" },
  seed: 7,
  state,
  percent: 10,
  user: "eva",
  asked: 1,
});

/** A server of a few lines: what it holds and what it was asked. */
function server(): { api: Api; runs: Job[]; asked: string[]; broken: boolean } {
  const here = { runs: [] as Job[], asked: [] as string[], broken: false };
  const answer = (body: unknown, status = 200): Response =>
    new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
  const fetch = async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname.replace("/api/v1", "");
    here.asked.push(`${request.method} ${path}`);
    if (here.broken) throw new TypeError("no connection");
    if (request.method === "POST") {
      here.runs.unshift(job("new", "queued"));
      return answer(here.runs[0], 202);
    }
    if (request.method === "DELETE") {
      here.runs.length = 0;
      return new Response(null, { status: 204 });
    }
    return answer({ items: path === "/scenario-runs" ? here.runs : [] });
  };
  const tokens = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
  const api = new Api(tokens, { baseUrl: "http://twin/api/v1", fetch, offline: () => "offline" });
  return Object.assign(here, { api });
}

describe("createWork", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("asks often while something is worked on, and seldom otherwise", async () => {
    const twin = server();
    const work = createWork(twin);
    work.begin();
    await vi.advanceTimersByTimeAsync(10);
    expect(work.runs.value).toEqual([]);
    const asked = (): number => twin.asked.filter((one) => one === "GET /scenario-runs").length;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked()).toBe(1);

    await work.start("scenario", "DR-FIRE", 7);
    expect(work.runs.value?.[0]?.state).toBe("queued");
    expect(isActive(job("x", "queued"))).toBe(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked()).toBeGreaterThan(6);

    twin.runs[0] = job("new", "done");
    await vi.advanceTimersByTimeAsync(800);
    const before = asked();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked()).toBe(before);

    work.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked()).toBe(before);
  });

  it("keeps what it knew when the server is away, says so, and takes it back", async () => {
    const twin = server();
    twin.runs.push(job("a", "done"));
    const work = createWork(twin);
    work.begin();
    await vi.advanceTimersByTimeAsync(10);
    twin.broken = true;
    await vi.advanceTimersByTimeAsync(16_000);
    expect(work.problem.value).toBe("offline");
    expect(work.runs.value).toHaveLength(1);
    twin.broken = false;
    await vi.advanceTimersByTimeAsync(16_000);
    expect(work.problem.value).toBe("");
    work.stop();
  });

  it("forgets a job only when the server did", async () => {
    const twin = server();
    twin.runs.push(job("a", "done"));
    const work = createWork(twin);
    await work.remove(job("a", "done"));
    expect(twin.asked).toContain("DELETE /scenario-runs/a");
    expect(work.runs.value).toEqual([]);
  });
});
