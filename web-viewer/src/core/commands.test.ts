import { expect, test } from "vitest";
import { AlarmBook, filterAlarms, type Alarm } from "./alarms.ts";
import { Api } from "./api/client.ts";
import { Commander, type CommandItem } from "./commands.ts";

/** A clock that stands until somebody steps it. */
class StandingClock {
  time = 1_000;
  private waiting: { at: number; action: () => void }[] = [];
  now = (): number => this.time;
  later = (millis: number, action: () => void): (() => void) => {
    const entry = { at: this.time + millis, action };
    this.waiting.push(entry);
    return () => (this.waiting = this.waiting.filter((one) => one !== entry));
  };
  /** Steps, and lets every answer arrive. */
  async step(millis: number): Promise<void> {
    this.time += millis;
    const due = this.waiting.filter((one) => one.at <= this.time);
    this.waiting = this.waiting.filter((one) => one.at > this.time);
    due.forEach((one) => one.action());
    await settle();
  }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
  await new Promise((done) => setImmediate(done));
}

/** A server of a few lines: what it was asked, and what it says next; null breaks the line. */
class Server {
  readonly asked: { method: string; path: string; body: unknown }[] = [];
  answer: (method: string, path: string) => { status: number; body: unknown } | null = () => null;
  readonly api = new Api(
    { getItem: () => "token", setItem: () => undefined, removeItem: () => undefined },
    {
      baseUrl: "http://twin.test/api/v1",
      offline: () => "offline",
      fetch: async (request) => {
        const path = new URL(request.url).pathname.replace("/api/v1", "");
        const text = request.method === "GET" ? "" : await request.text();
        this.asked.push({ method: request.method, path, body: text ? JSON.parse(text) : null });
        const found = this.answer(request.method, path);
        if (!found) throw new TypeError("the line is broken");
        return new Response(JSON.stringify(found.body), {
          status: found.status,
          headers: { "Content-Type": "application/json" },
        });
      },
    },
  );
}

const WISH = {
  target: { point: "L1.group.state" },
  value: true,
  priority: 8,
  reason: "test",
  expires: 99_000,
};

function item(state: CommandItem["state"], reason?: string): CommandItem {
  return {
    id: "web-x.1",
    point: "L1.group.state",
    state,
    value: true,
    priority: 8,
    owner: "ann",
    times: {},
    reason,
  };
}

test("a command is followed until the device has confirmed it", async () => {
  const server = new Server();
  const clock = new StandingClock();
  let state: CommandItem["state"] = "sent";
  server.answer = (method) =>
    method === "POST"
      ? { status: 202, body: { id: "web-x", items: [] } }
      : { status: 200, body: { id: "web-x", finished: state === "confirmed", items: [item(state)] } };
  const progress = new Commander(server.api, clock, () => "x").ask(WISH);
  expect(progress.value.stage).toBe("sending");
  await settle();
  expect(progress.value).toMatchObject({ id: "web-x", stage: "following", items: [{ state: "sent" }] });
  state = "confirmed";
  await clock.step(5_000);
  expect(progress.value).toMatchObject({ stage: "finished", items: [{ state: "confirmed" }] });
  expect(server.asked[0]?.body).toMatchObject({ id: "web-x", ...WISH });
  const asked = server.asked.length;
  await clock.step(60_000);
  expect(server.asked.length).toBe(asked);
});

test("a refusal is told in the server's words and nothing is asked again", async () => {
  const server = new Server();
  server.answer = () => ({ status: 403, body: { code: "other-building", detail: "not your building" } });
  const progress = new Commander(server.api, new StandingClock(), () => "x").ask(WISH);
  await settle();
  expect(progress.value).toMatchObject({ stage: "refused", problem: "not your building" });
  expect(server.asked).toHaveLength(1);
});

test("an answer that was lost is looked up by its id, never sent again", async () => {
  const server = new Server();
  const commander = new Commander(server.api, new StandingClock(), () => "x");
  const progress = commander.ask(WISH);
  await settle();
  expect(progress.value.stage).toBe("unsure");
  server.answer = () => ({ status: 200, body: { id: "web-x", finished: true, items: [item("confirmed")] } });
  commander.resume();
  await settle();
  expect(progress.value).toMatchObject({ stage: "finished", items: [{ state: "confirmed" }] });
  expect(server.asked.map(({ method }) => method)).toEqual(["POST", "GET"]);
});

test("one look that fails while the line is up does not end the following", async () => {
  const server = new Server();
  const clock = new StandingClock();
  const progress = new Commander(server.api, clock, () => "x").ask(WISH);
  await settle();
  expect(progress.value.stage).toBe("unsure");
  server.answer = () => ({ status: 503, body: { code: "read-only", detail: "the disk is full" } });
  await clock.step(1_000);
  expect(progress.value).toMatchObject({ stage: "unsure", problem: "the disk is full" });
  server.answer = () => ({ status: 200, body: { id: "web-x", finished: false, items: [item("sent")] } });
  await clock.step(2_000);
  expect(progress.value).toMatchObject({ stage: "following", items: [{ state: "sent" }] });
  server.answer = () => ({ status: 200, body: { id: "web-x", finished: true, items: [item("confirmed")] } });
  await clock.step(2_000);
  expect(progress.value.stage).toBe("finished");
  expect(server.asked.filter(({ method }) => method === "POST")).toHaveLength(1);
  const asked = server.asked.length;
  await clock.step(60_000);
  expect(server.asked).toHaveLength(asked);
});

test("a command that never arrived is sent again only when asked, under its old id", async () => {
  const server = new Server();
  const commander = new Commander(server.api, new StandingClock(), () => "x");
  const progress = commander.ask(WISH);
  await settle();
  server.answer = (method) =>
    method === "GET"
      ? { status: 404, body: { code: "unknown-command", detail: "no such command" } }
      : { status: 202, body: { id: "web-x", items: [] } };
  commander.resume();
  await settle();
  expect(progress.value.stage).toBe("lost");
  commander.again(progress);
  await settle();
  const sent = server.asked.filter(({ method }) => method === "POST");
  expect(sent.map(({ body }) => (body as { id: string }).id)).toEqual(["web-x", "web-x"]);
});

function alarm(id: string, more: Partial<Alarm>): Alarm {
  return {
    id,
    point: `${id}.p`,
    space: "A101",
    state: "unacknowledged",
    kind: "high",
    priority: "low",
    raised: 1,
    ...more,
  };
}

test("alarms stand by urgency and are read at most once a second", async () => {
  const server = new Server();
  const clock = new StandingClock();
  const items = [
    alarm("low", {}),
    alarm("over", { state: "normal", priority: "critical" }),
    alarm("returned", { state: "returned-unacknowledged", priority: "high" }),
    alarm("high", { priority: "high" }),
    alarm("answered", { state: "acknowledged", priority: "critical" }),
    alarm("fire", { lifeSafety: true, state: "acknowledged", priority: "critical" }),
  ];
  server.answer = () => ({ status: 200, body: { items } });
  const book = new AlarmBook(server.api, clock);
  await book.read();
  expect(book.alarms.value.map(({ id }) => id)).toEqual([
    "fire",
    "high",
    "returned",
    "low",
    "answered",
    "over",
  ]);
  expect(book.unanswered.value.map(({ id }) => id)).toEqual(["high", "returned", "low"]);
  for (let i = 0; i < 10; i++) book.touch();
  await clock.step(500);
  expect(server.asked).toHaveLength(1);
  await clock.step(500);
  expect(server.asked).toHaveLength(2);
  server.answer = () => null;
  await book.read();
  expect(book.problem.value).toBe("offline");
  expect(book.alarms.value).toHaveLength(6);
});

test("acknowledging many tells of each that was refused", async () => {
  const server = new Server();
  server.answer = (method, path) => {
    if (method === "GET") return { status: 200, body: { items: [] } };
    return path.includes("two")
      ? { status: 403, body: { code: "other-building", detail: "not yours" } }
      : { status: 200, body: {} };
  };
  const book = new AlarmBook(server.api, new StandingClock());
  expect(await book.acknowledge(["one#1", "two#1"], "seen")).toEqual([
    { id: "one#1", refusal: "" },
    { id: "two#1", refusal: "not yours" },
  ]);
  expect(server.asked[0]).toMatchObject({ path: "/alarms/one%231/acknowledge", body: { comment: "seen" } });
});

test("a latched alarm is reset by hand, and a held one asks for nobody", async () => {
  const server = new Server();
  const items = [
    alarm("held", { state: "out-of-service", lifeSafety: true, priority: "critical" }),
    alarm("gone", { state: "latched-acknowledged", lifeSafety: true, priority: "critical" }),
    alarm("new", { state: "latched-unacknowledged", lifeSafety: true, priority: "critical" }),
    alarm("low", {}),
  ];
  server.answer = (method, path) =>
    method === "GET"
      ? { status: 200, body: { items } }
      : path.includes("new")
        ? { status: 409, body: { code: "not-acknowledged", detail: "acknowledge first" } }
        : { status: 200, body: {} };
  const book = new AlarmBook(server.api, new StandingClock());
  await book.read();
  expect(book.alarms.value.map(({ id }) => id)).toEqual(["new", "gone", "low", "held"]);
  expect(book.unanswered.value.map(({ id }) => id)).toEqual(["new", "low"]);
  expect(await book.reset("gone#1")).toBe("");
  expect(await book.reset("new#1")).toBe("acknowledge first");
  expect(server.asked.some(({ path }) => path === "/alarms/gone%231/reset")).toBe(true);
});

test("alarms are filtered by state, priority, building and words", () => {
  const alarms = [
    alarm("a", { priority: "high" }),
    alarm("b", { state: "normal" }),
    alarm("c", { space: "B1" }),
  ];
  const place = ({ space }: Alarm) => ({ building: space?.slice(0, 1) ?? "", words: `room ${space}` });
  const ids = (filter: Partial<Parameters<typeof filterAlarms>[1]>): string[] =>
    filterAlarms(alarms, { state: "all", priority: "", building: "", text: "", ...filter }, place).map(
      ({ id }) => id,
    );
  expect(ids({})).toEqual(["a", "b", "c"]);
  expect(ids({ state: "active" })).toEqual(["a", "c"]);
  expect(ids({ state: "unanswered", priority: "high" })).toEqual(["a"]);
  expect(ids({ building: "B" })).toEqual(["c"]);
  expect(ids({ text: " ROOM b1 " })).toEqual(["c"]);
});
