import { describe, expect, it } from "vitest";
import { clock, clusters, emptyFrom, fullest, Recording, timeOfDay, type ReplayDocument } from "./replay.ts";

/** Small numbers that are the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
}

function document(seconds: number): ReplayDocument {
  const random = seeded(7);
  const pick = (most: number): number => Math.floor(random() * most);
  const spaces = Array.from({ length: 20 }, (_, i) => `S${i}`);
  const people = [spaces.map(() => pick(40))];
  for (let second = 1; second <= seconds; second++)
    people.push(Array.from({ length: pick(4) }, () => [pick(20), pick(40)]).flat());
  const points = Array.from({ length: 50 }, (_, i) => `E${i}.state`);
  const changes: unknown[][] = points.slice(0, 40).map((_, i) => [0, i, `first-${i}`]);
  for (let millis = 0; millis < seconds * 1000; millis += 1 + pick(900))
    changes.push([millis, pick(50), pick(1000)]);
  return { start: 1_000_000, seconds, spaces, people, points, changes, events: [] };
}

/** The same by the plainest means: everything from the start. */
function plainly(given: ReplayDocument, time: number): { people: number[]; values: unknown[] } {
  const people = [...(given.people[0] ?? [])];
  for (let second = 1; second <= time; second++) {
    const row = given.people[second] ?? [];
    for (let i = 0; i < row.length; i += 2) people[row[i] ?? 0] = row[i + 1] ?? 0;
  }
  const values: unknown[] = given.points.map(() => null);
  for (const [millis, point, value] of given.changes)
    if (Number(millis) <= time * 1000) values[Number(point)] = value;
  return { people, values };
}

describe("Recording", () => {
  const given = document(307);
  const recording = new Recording(given);

  it("gives at any moment what all differences from the start give", () => {
    for (const time of [0, 0.4, 1, 29.999, 30, 30.001, 59, 150.5, 299.9, 300, 306.2, 307]) {
      const moment = recording.at(time);
      const expected = plainly(given, time);
      expect([...moment.people], `people at ${time}`).toEqual(expected.people);
      const values = new Map(recording.states(moment));
      expect(
        given.points.map((id) => values.get(id)?.value ?? null),
        `values at ${time}`,
      ).toEqual(expected.values);
    }
  });

  it("tells only what differs, forwards and backwards", () => {
    const shown = new Map(recording.states(recording.at(0)));
    let before = recording.at(0);
    for (const time of [12, 12.5, 200, 31, 0]) {
      const now = recording.at(time);
      for (const [id, state] of recording.states(now, before)) shown.set(id, state);
      before = now;
      const expected = plainly(given, time).values;
      expect(given.points.map((id) => shown.get(id)?.value ?? null)).toEqual(expected);
    }
    expect([...recording.states(before, recording.at(0))]).toEqual([]);
  });

  it("keeps to the ends of the run", () => {
    expect(recording.at(-5).time).toBe(0);
    expect(recording.at(9999)).toEqual(recording.at(307));
  });

  it("says when a value came", () => {
    const [, state] = [...recording.states(recording.at(0))][0] ?? [];
    expect(state).toMatchObject({ quality: "good", time: 1_000_000 });
  });

  it("has a curve that equals the sum at every second", () => {
    const counts = (space: string): boolean => Number(space.slice(1)) % 2 === 0;
    const curve = recording.curve(counts);
    expect(curve).toHaveLength(308);
    for (const second of [0, 1, 31, 307]) {
      const sum = plainly(given, second).people.reduce((all, n, i) => all + (i % 2 === 0 ? n : 0), 0);
      expect(curve[second]).toBe(sum);
    }
  });

  it("leaves empty spaces out of the crowds and names the fullest first", () => {
    const crowds = new Map([
      ["B", 3],
      ["A", 9],
      ["C", 3],
    ]);
    expect(fullest(crowds, 2).map(({ space }) => space)).toEqual(["A", "B"]);
    expect([...recording.crowds(recording.at(3)).values()].every((n) => n > 0)).toBe(true);
  });

  it("finds the newest event", () => {
    const event = (at: number) => ({ at, kind: "alarm" as const, text: { zh: "", en: "" } });
    const with3 = new Recording({ ...given, events: [event(30), event(5), event(30)] });
    expect([0, 5, 29.9, 30, 200].map((time) => with3.eventAt(time))).toEqual([-1, 0, 0, 2, 2]);
  });

  it("plays an empty recording", () => {
    const none = new Recording({ ...given, seconds: 0, spaces: [], people: [], points: [], changes: [] });
    expect([...none.at(3).people]).toEqual([]);
    expect([...none.curve(() => true)]).toEqual([0]);
  });
});

describe("clusters", () => {
  it("puts near events of a kind together and keeps kinds apart", () => {
    const event = (at: number, kind: "alarm" | "linkage") => ({ at, kind, text: { zh: "", en: "" } });
    const events = [event(5, "alarm"), event(6, "linkage"), event(7, "alarm"), event(11, "alarm")];
    expect(clusters(events, 5)).toEqual([
      { kind: "alarm", at: 5, count: 2 },
      { kind: "linkage", at: 6, count: 1 },
      { kind: "alarm", at: 11, count: 1 },
    ]);
  });
});

describe("emptyFrom", () => {
  it("is the second from which nobody is inside for good", () => {
    expect(emptyFrom(Int32Array.of(5, 0, 1, 0, 0))).toBe(3);
    expect(emptyFrom(Int32Array.of(5, 4))).toBeNull();
    expect(emptyFrom(Int32Array.of(0, 0))).toBe(0);
  });
});

describe("clock", () => {
  it("writes minutes and seconds", () => {
    expect([0, 9.96, 75, 3601].map((s) => clock(s))).toEqual(["00:00", "00:09", "01:15", "60:01"]);
    expect(clock(132.5, true)).toBe("02:12.5");
  });
});

describe("timeOfDay", () => {
  it("is the campus's own, over midnight as well, and empty where the start is not known", () => {
    expect(timeOfDay("2026-03-11T10:10:00", 75.9)).toBe("10:11:15");
    expect(timeOfDay("2026-03-11T23:59:59", 2)).toBe("00:00:01");
    expect(timeOfDay("", 5)).toBe("");
  });
});
