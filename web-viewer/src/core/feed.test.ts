import { describe, expect, test } from "vitest";
import { Feed, type Socket, type Surroundings } from "./feed.ts";
import { PointStore } from "./points.ts";

/** A server's end of the wire, worked by hand. */
class Wire implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  readonly sent: unknown[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }

  close(): void {
    this.closed = true;
  }

  say(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

class Fake implements Surroundings {
  readonly wires: Wire[] = [];
  waits: { millis: number; action: () => void }[] = [];

  connect(): Wire {
    const wire = new Wire();
    this.wires.push(wire);
    return wire;
  }

  token(): string {
    return "";
  }

  later(millis: number, action: () => void): () => void {
    const wait = { millis, action };
    this.waits.push(wait);
    return () => {
      this.waits = this.waits.filter((other) => other !== wait);
    };
  }

  random(): number {
    return 1;
  }

  get wire(): Wire {
    const last = this.wires.at(-1);
    if (!last) throw new Error("not connected");
    return last;
  }
}

const HELLO = { hello: { epoch: "e1", qualities: { "0": "good", "23": "bad no-answer" } } };

function started(query: string | null = null): { feed: Feed; around: Fake; points: PointStore } {
  const around = new Fake();
  const points = new PointStore();
  const feed = new Feed(points, around, query);
  feed.start();
  around.wire.onopen?.();
  around.wire.say(HELLO);
  return { feed, around, points };
}

describe("feed", () => {
  test("greets as a visitor, subscribes, shows image and changes", () => {
    const { feed, around, points } = started("kind:lighting-group");
    expect(around.wire.sent).toEqual([{ token: null }, { subscribe: { query: "kind:lighting-group" } }]);
    expect(feed.link.value).toBe("live");
    around.wire.say({ n: 0, v: 5, t: 10_000, image: [[7, "A1-LG1.group.state", true, 0, 400]] });
    expect(points.get("A1-LG1.group.state")).toEqual({
      value: true,
      quality: "good",
      reason: "",
      time: 9_600,
    });
    around.wire.say({
      n: 1,
      v: 6,
      t: 11_000,
      c: [
        [7, false, 23, -1],
        [99, 1, 0, 0],
      ],
    });
    expect(points.get("A1-LG1.group.state")).toEqual({
      value: false,
      quality: "bad",
      reason: "no-answer",
      time: 0,
    });
  });

  test("a broken line is lost, waits grow to eight seconds, and it resumes where it was", () => {
    const { feed, around } = started();
    around.wire.say({ n: 0, v: 41, t: 0, image: [] });
    for (const millis of [500, 1000, 2000, 4000, 8000, 8000]) {
      around.wire.onclose?.({ code: 1006 });
      expect(feed.link.value).toBe("lost");
      const wait = around.waits.at(-1);
      expect(wait?.millis).toBe(millis);
      wait?.action();
    }
    around.wire.onopen?.();
    around.wire.say(HELLO);
    expect(around.wire.sent).toEqual([{ token: null }, { subscribe: { since: 41, epoch: "e1" } }]);
    expect(feed.link.value).toBe("live");
  });

  test("a line that is silent is given up and made anew", () => {
    const { feed, around } = started();
    const silent = around.wire;
    expect(around.waits.map((wait) => wait.millis)).toEqual([8000]);
    around.waits[0]?.action();
    expect([feed.link.value, silent.closed]).toEqual(["lost", true]);
    around.waits.at(-1)?.action();
    expect(around.wires.length).toBe(2);
    silent.onclose?.({ code: 1006 });
    expect(around.wires.length).toBe(2);
  });

  test("an ended session stops it for good", () => {
    const { feed, around } = started();
    let ended = 0;
    feed.onEnded(() => ended++);
    around.wire.onclose?.({ code: 4401 });
    expect([ended, around.waits.length]).toEqual([1, 0]);
  });

  test("the close of an old connection does not disturb a new one", () => {
    const { feed, around } = started();
    const old = around.wire;
    feed.stop();
    feed.start();
    old.onclose?.({ code: 1006 });
    expect(around.waits.map((wait) => wait.millis)).toEqual([8000]);
  });
});

describe("points", () => {
  test("a signal follows, a listener hears a batch once, and may stop", () => {
    const points = new PointStore();
    const followed = points.of("a.x");
    const heard: (readonly string[])[] = [];
    const stop = points.listen((changed) => heard.push(changed));
    points.image(
      [
        [1, "a.x", 3, 0, 0],
        [2, "b.x", 4, 0, 0],
      ],
      5,
    );
    expect(followed.value.value).toBe(3);
    stop();
    points.change([[1, 9, 0, 0]], 6);
    expect(followed.value.value).toBe(9);
    expect(heard).toEqual([["a.x", "b.x"]]);
    expect(points.get("never.told").reason).toBe("never-reported");
  });
});
