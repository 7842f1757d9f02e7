import { signal } from "@preact/signals-core";
import type { Clockwork } from "./alarms.ts";

const STEP = 2_000;
const QUIET = 6_000;

/**
 * Notices a line that is dead without having been closed: when nothing was heard for six seconds it asks the server
 * something small; no answer means that what is shown may be old.
 */
export class LineWatch {
  /** True while the server does not answer. */
  readonly silent = signal(false);
  private heard = 0;
  private stopped = true;

  /** @param probe asks the server; false if it gave no answer within a few seconds */
  constructor(
    private readonly clock: Clockwork,
    private readonly probe: () => Promise<boolean>,
  ) {}

  /** Something came from the server. */
  hear(): void {
    this.heard = this.clock.now();
    if (this.silent.value) this.silent.value = false;
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.heard = this.clock.now();
    this.next();
  }

  stop(): void {
    this.stopped = true;
  }

  private next(): void {
    this.clock.later(STEP, () => void this.look());
  }

  private async look(): Promise<void> {
    if (this.stopped) return;
    if (this.clock.now() - this.heard >= QUIET) {
      if (await this.probe()) this.hear();
      else this.silent.value = true;
    }
    this.next();
  }
}
