import { signal } from "@preact/signals-core";
import type { Clockwork } from "./alarms.ts";
import type { PointStore } from "./points.ts";

const SPACING = 1_000;

/**
 * The points whose value cannot be trusted, kept as changes come in: a batch costs one look a changed point, and
 * whoever watches is told at most once a second.
 */
export class AbnormalPoints {
  /** Ids of points that are uncertain or bad, in order of id. */
  readonly ids = signal<readonly string[]>([]);
  /** False until the first values came: then nothing can be said of any. */
  readonly known = signal(false);
  private readonly found = new Set<string>();
  private waiting = false;

  constructor(
    private readonly points: PointStore,
    private readonly clock: Clockwork,
  ) {}

  /** Follows the store; gives a function that ends it. */
  follow(): () => void {
    return this.points.listen((changed) => this.take(changed));
  }

  /** Forgets everything, for another user or after a break. */
  clear(): void {
    this.found.clear();
    this.ids.value = [];
    this.known.value = false;
  }

  private take(changed: readonly string[]): void {
    let different = false;
    for (const id of changed) {
      const abnormal = this.points.get(id).quality !== "good";
      if (abnormal === this.found.has(id)) continue;
      if (abnormal) this.found.add(id);
      else this.found.delete(id);
      different = true;
    }
    if (different || !this.known.value) this.tell();
  }

  private tell(): void {
    if (this.waiting) return;
    this.waiting = true;
    this.clock.later(SPACING, () => {
      this.waiting = false;
      this.ids.value = [...this.found].sort();
      this.known.value = true;
    });
  }
}
