import { signal, type ReadonlySignal, type Signal } from "@preact/signals-core";
import { ApiError, type Api, type Schema, type Value } from "./api/client.ts";
import type { Clockwork } from "./alarms.ts";

export type CommandItem = Schema["CommandItem"];
export type CommandState = Schema["CommandState"];

/** States that a command goes through when all is well, in order. */
export const LIFE: readonly CommandState[] = ["requested", "accepted", "sent", "acknowledged", "confirmed"];

const UNDER_WAY: ReadonlySet<CommandState> = new Set(["requested", "accepted", "sent", "acknowledged"]);

/** An item that nothing more will happen to. */
export function isFinal(item: CommandItem): boolean {
  return !UNDER_WAY.has(item.state);
}

/**
 * How an item ended: `done` = read back from the device, or given up as asked; `held` = recorded, but a stronger level
 * decides; `failed`; `open` if nothing has come of it yet.
 */
export type Outcome = "done" | "held" | "failed" | "open";

export function outcomeOf(item: CommandItem): Outcome {
  if (item.state === "confirmed" || item.state === "relinquished") return "done";
  if (item.reason === "held-by-higher-priority") return "held";
  return isFinal(item) ? "failed" : "open";
}

/** What a person asks for. */
export interface Wish {
  readonly target: { point: string } | { query: string | Record<string, string | readonly string[]> };
  /** null gives the slot up. */
  readonly value: Value;
  readonly priority: number;
  readonly reason: string;
  /** Epoch ms; null for until released. */
  readonly expires: number | null;
}

/**
 * Where a command stands for the person who asked: `sending`; `following` its life; `finished`; `unsure` = the line
 * broke before the server answered, it is looked up by its id as soon as the line is back; `lost` = it never arrived;
 * `refused` by the server.
 */
export type Stage = "sending" | "following" | "finished" | "unsure" | "lost" | "refused";

/** A command on its way. Items are what the ledger says, nothing is assumed. */
export interface Progress {
  readonly id: string;
  readonly wish: Wish;
  readonly stage: Stage;
  readonly items: readonly CommandItem[];
  /** Server's words if refused. */
  readonly problem: string;
  /** Epoch ms of the asking. */
  readonly asked: number;
}

const FIRST_LOOK = 250;
const LONGEST_LOOK = 2_000;
/** A command that has not come to an end after this long is looked at rarely. */
const PATIENCE = 60_000;
const RARE_LOOK = 10_000;
const SLOWER = 1.3;
/** Who has signed out learns the fate of a command after signing in again. */
const SIGNED_OUT = 401;

/**
 * Sends commands and follows them in the ledger. The id is made here, so that a command whose answer was lost is found
 * again by it and is never sent twice without somebody saying so.
 */
export class Commander {
  private readonly open = new Map<string, Signal<Progress>>();
  /** Commands that are looked up now, so that none is asked for twice at a time. */
  private readonly looking = new Set<string>();
  /** Takes back the next look at a command. */
  private readonly next = new Map<string, () => void>();

  /** @param unique a text of letters, digits, `_` and `-` that no other command has */
  constructor(
    private readonly api: Api,
    private readonly clock: Clockwork,
    private readonly unique: () => string,
  ) {}

  /** Asks for a command; the signal tells how it goes. */
  ask(wish: Wish): ReadonlySignal<Progress> {
    const progress = signal<Progress>({
      id: `web-${this.unique()}`,
      wish,
      stage: "sending",
      items: [],
      problem: "",
      asked: this.clock.now(),
    });
    this.open.set(progress.value.id, progress);
    void this.send(progress);
    return progress;
  }

  /** Sends a command that never arrived once more, under its old id: should it have arrived after all, it acts once. */
  again(progress: ReadonlySignal<Progress>): void {
    const found = this.open.get(progress.value.id);
    if (!found || found.value.stage !== "lost") return;
    found.value = { ...found.value, stage: "sending", problem: "" };
    void this.send(found);
  }

  /** The line is back: looks up every command whose fate is not known. */
  resume(): void {
    for (const progress of this.open.values()) {
      if (progress.value.stage === "unsure") void this.lookUp(progress, FIRST_LOOK);
    }
  }

  private async send(progress: Signal<Progress>): Promise<void> {
    const { id, wish } = progress.value;
    const { expires, ...rest } = wish;
    try {
      const body = { id, ...rest, ...(expires !== null && { expires }) };
      await this.api.call((client) => client.POST("/commands", { body: body as Schema["CommandRequest"] }));
      progress.value = { ...progress.value, stage: "following" };
      void this.lookUp(progress, FIRST_LOOK);
    } catch (failed) {
      this.failed(progress, failed);
    }
  }

  /** No answer is not a refusal: whether the server took it is found out later. */
  private failed(progress: Signal<Progress>, failed: unknown): void {
    const unsure = failed instanceof ApiError && (failed.status === 0 || failed.status >= 502);
    const problem = failed instanceof Error ? failed.message : String(failed);
    progress.value = { ...progress.value, stage: unsure ? "unsure" : "refused", problem };
    if (unsure) this.lookLater(progress, FIRST_LOOK);
    else this.open.delete(progress.value.id);
  }

  private async lookUp(progress: Signal<Progress>, wait: number): Promise<void> {
    const { id, stage } = progress.value;
    if (this.looking.has(id) || (stage !== "following" && stage !== "unsure")) return;
    this.looking.add(id);
    try {
      const found = await this.api.call((client) =>
        client.GET("/commands/{id}", { params: { path: { id } } }),
      );
      progress.value = {
        ...progress.value,
        stage: found.finished ? "finished" : "following",
        items: found.items,
        problem: "",
      };
      if (found.finished) this.open.delete(id);
    } catch (failed) {
      this.notFound(progress, failed);
      if (failed instanceof ApiError && failed.status === SIGNED_OUT) return;
    } finally {
      this.looking.delete(id);
    }
    this.lookLater(progress, wait);
  }

  /** Looks again as long as the end is not known: one answer that did not come says nothing about the next. */
  private lookLater(progress: Signal<Progress>, wait: number): void {
    const { id, stage, asked } = progress.value;
    this.next.get(id)?.();
    this.next.delete(id);
    if (stage !== "following" && stage !== "unsure") return;
    const pause = this.clock.now() - asked > PATIENCE ? RARE_LOOK : Math.min(wait, LONGEST_LOOK);
    this.next.set(
      id,
      this.clock.later(pause, () => void this.lookUp(progress, wait * SLOWER)),
    );
  }

  private notFound(progress: Signal<Progress>, failed: unknown): void {
    const lost = failed instanceof ApiError && failed.status === 404;
    const problem = failed instanceof Error ? failed.message : String(failed);
    progress.value = lost
      ? { ...progress.value, stage: "lost", problem: "" }
      : { ...progress.value, stage: "unsure", problem };
  }
}
