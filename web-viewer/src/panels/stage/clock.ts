import { signal, type ReadonlySignal } from "@preact/signals";

const SECOND = 1_000;
let timer: ReturnType<typeof setInterval> | undefined;

/** Epoch ms, once a second, by one timer for the whole page that runs only while somebody reads it. */
export const clock: ReadonlySignal<number> = signal(Date.now(), {
  watched(this: { value: number }) {
    this.value = Date.now();
    timer = setInterval(() => (this.value = Date.now()), SECOND);
  },
  unwatched() {
    clearInterval(timer);
  },
});
