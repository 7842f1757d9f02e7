import { effect, signal, type ReadonlySignal, type Signal } from "@preact/signals";
import { PointStore } from "../../../core/points.ts";
import type { Moment, Recording } from "../../../core/replay.ts";

/** Times as fast as the run was. */
export const RATES = [0.25, 0.5, 1, 2, 4, 8, 16] as const;

/** The browser's frames, handed in so that tests can draw their own. Times in ms. */
export interface Frames {
  request(draw: (now: number) => void): number;
  cancel(request: number): void;
}

/** Plays a recording into a store of its own, so that the stage shows the run as it shows the live campus. */
export interface Player {
  readonly recording: Recording;
  readonly points: PointStore;
  /** Persons by space; a new map whenever somebody moved. */
  readonly people: ReadonlySignal<ReadonlyMap<string, number>>;
  /** Seconds from the start. */
  readonly time: ReadonlySignal<number>;
  readonly playing: ReadonlySignal<boolean>;
  readonly rate: Signal<number>;
  /** Plays or pauses; at the end it plays from the beginning. */
  toggle(): void;
  seek(seconds: number): void;
  dispose(): void;
}

export function createPlayer(recording: Recording, frames: Frames, from = 0): Player {
  const points = new PointStore();
  let moment: Moment = recording.at(from);
  points.show(recording.states(moment));
  const people = signal<ReadonlyMap<string, number>>(recording.crowds(moment));
  const time = signal(moment.time);
  const playing = signal(false);
  const rate = signal(1);

  const seek = (seconds: number): void => {
    const now = recording.at(seconds);
    points.show(recording.states(now, moment));
    if (differ(now.people, moment.people)) people.value = recording.crowds(now);
    moment = now;
    time.value = now.time;
  };
  const stop = effect(() => {
    if (!playing.value) return undefined;
    let before: number | undefined;
    const draw = (now: number): void => {
      if (before !== undefined) seek(moment.time + ((now - before) / 1000) * rate.peek());
      before = now;
      if (moment.time >= recording.seconds) playing.value = false;
      else request = frames.request(draw);
    };
    let request = frames.request(draw);
    return () => frames.cancel(request);
  });
  return {
    recording,
    points,
    people,
    time,
    playing,
    rate,
    toggle() {
      if (!playing.value && moment.time >= recording.seconds) seek(0);
      playing.value = !playing.value;
    },
    seek,
    dispose() {
      playing.value = false;
      stop();
    },
  };
}

function differ(a: Int32Array, b: Int32Array): boolean {
  return a.some((persons, index) => persons !== b[index]);
}
