import { signal } from "@preact/signals-core";

/** A document of the server that is read again now and then. What was read stays while a later reading fails. */
export class Reading<T> {
  readonly value;
  /** Why the last reading failed, in the user's language; empty if it did not. */
  readonly problem = signal("");
  /** True once it was read. */
  readonly known = signal(false);
  private under: Promise<void> | null = null;

  constructor(
    private readonly load: () => Promise<T>,
    private readonly start: T,
  ) {
    this.value = signal(start);
  }

  /** Reads it; whoever asks meanwhile waits for the same answer. */
  read(): Promise<void> {
    this.under ??= this.once().finally(() => (this.under = null));
    return this.under;
  }

  /** Forgets what was read, for another user. */
  clear(): void {
    this.value.value = this.start;
    this.known.value = false;
    this.problem.value = "";
  }

  private async once(): Promise<void> {
    try {
      this.value.value = await this.load();
      this.known.value = true;
      this.problem.value = "";
    } catch (failed) {
      this.problem.value = failed instanceof Error ? failed.message : String(failed);
    }
  }
}
