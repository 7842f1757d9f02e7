import { describe, expect, it } from "vitest";
import { Recording } from "../../../core/replay.ts";
import { createPlayer } from "./player.ts";

/** Frames that a test draws by hand. */
function handFrames(): {
  draw: (now: number) => void;
  waiting: () => boolean;
  frames: Parameters<typeof createPlayer>[1];
} {
  let next: ((now: number) => void) | undefined;
  return {
    draw: (now) => {
      const drawn = next;
      next = undefined;
      drawn?.(now);
    },
    waiting: () => next !== undefined,
    frames: { request: (draw) => ((next = draw), 1), cancel: () => (next = undefined) },
  };
}

const recording = new Recording({
  start: 0,
  seconds: 20,
  spaces: ["A", "B"],
  people: [[3, 0], ...Array.from({ length: 20 }, (_, i) => (i === 4 ? [0, 2, 1, 1] : []))],
  points: ["D.door"],
  changes: [
    [0, 0, "open"],
    [8_000, 0, "closed"],
  ],
  events: [],
});

describe("createPlayer", () => {
  it("begins where it is told and shows that moment", () => {
    const player = createPlayer(recording, handFrames().frames, 9);
    expect(player.points.get("D.door").value).toBe("closed");
    expect([...player.people.value]).toEqual([
      ["A", 2],
      ["B", 1],
    ]);
  });

  it("plays at its rate, tells only what changed, and stops at the end", () => {
    const { draw, waiting, frames } = handFrames();
    const player = createPlayer(recording, frames);
    const told: string[] = [];
    player.points.listen((ids) => told.push(...ids));
    player.rate.value = 2;
    player.toggle();
    draw(1_000);
    draw(2_000);
    expect(player.time.value).toBe(2);
    const before = player.people.value;
    draw(2_400);
    expect(player.people.value).toBe(before);
    draw(3_600);
    expect(player.time.value).toBeCloseTo(5.2);
    expect(player.people.value.get("B")).toBe(1);
    expect(told).toEqual([]);
    draw(6_000);
    expect(told).toEqual(["D.door"]);
    draw(20_000);
    expect([player.time.value, player.playing.value, waiting()]).toEqual([20, false, false]);
    player.toggle();
    expect([player.time.value, player.points.get("D.door").value]).toEqual([0, "open"]);
    player.dispose();
    expect([player.playing.value, waiting()]).toEqual([false, false]);
  });

  it("draws no frame while it is paused", () => {
    const { waiting, frames } = handFrames();
    const player = createPlayer(recording, frames);
    player.seek(12);
    player.seek(3);
    expect([waiting(), player.time.value, player.points.get("D.door").value]).toEqual([false, 3, "open"]);
  });
});
