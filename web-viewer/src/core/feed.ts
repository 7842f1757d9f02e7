import { signal } from "@preact/signals-core";
import type { ChangeRow, ImageRow, PointStore } from "./points.ts";

/** What the feed needs of a WebSocket. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send(text: string): void;
  close(): void;
}

/** The feed's surroundings, handed in so that tests leap time. Times in ms. */
export interface Surroundings {
  connect(): Socket;
  token(): string;
  later(millis: number, action: () => void): () => void;
  /** In [0, 1). */
  random(): number;
}

/** `lost` begins when a connection that was up is gone. */
export type LinkWord = "connecting" | "live" | "lost";
export type AlarmRow = [id: string, state: string, priority: string];

interface Message {
  hello?: { epoch: string; qualities: Record<string, string> };
  problem?: { code: string };
  t?: number;
  v?: number;
  image?: ImageRow[];
  c?: ChangeRow[];
  u?: number[];
  a?: AlarmRow[];
}

const SESSION_ENDED = 4401;
const FIRST_WAIT = 500;
const LONGEST_WAIT = 8_000;
/** The server says something at least every 5 s; a line that is silent for longer than this is dead. */
const SILENCE = 8_000;

/**
 * The live feed: greets, subscribes, hands rows to the store. When the connection breaks it tries again with growing,
 * jittered waits and resumes where it was; if the server was started anew in between it gets a full image.
 */
export class Feed {
  /** Where the link stands. */
  readonly link = signal<LinkWord>("connecting");
  private socket: Socket | null = null;
  private cancel: () => void = () => undefined;
  private calm: () => void = () => undefined;
  private wait = FIRST_WAIT;
  private epoch = "";
  private version = -1;
  private stopped = true;
  private alarmListener: (rows: readonly AlarmRow[]) => void = () => undefined;
  private endListener: () => void = () => undefined;

  /**
   * @param query which points, as a target query; null for all that the user may see
   */
  constructor(
    private readonly points: PointStore,
    private readonly around: Surroundings,
    private query: string | null = null,
  ) {}

  /** Begins anew, with a full image: another user may see other points. */
  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.version = -1;
    this.open();
  }

  stop(): void {
    this.stopped = true;
    this.cancel();
    this.calm();
    this.socket?.close();
    this.socket = null;
    this.link.value = "connecting";
  }

  /** Follows other points from now on. */
  follow(query: string | null): void {
    this.query = query;
    this.version = -1;
    if (this.link.value === "live") this.subscribe();
  }

  onAlarms(listener: (rows: readonly AlarmRow[]) => void): void {
    this.alarmListener = listener;
  }

  /** The session is over; the feed has stopped. */
  onEnded(listener: () => void): void {
    this.endListener = listener;
  }

  private open(): void {
    const socket = this.around.connect();
    this.socket = socket;
    this.watch(socket);
    socket.onopen = () => socket.send(JSON.stringify({ token: this.around.token() || null }));
    socket.onmessage = (event) => {
      if (socket !== this.socket) return;
      this.watch(socket);
      this.take(JSON.parse(String(event.data)) as Message);
    };
    socket.onclose = (event) => this.closed(socket, event.code);
  }

  /** Gives a silent line up, as if it had been closed. */
  private watch(socket: Socket): void {
    this.calm();
    this.calm = this.around.later(SILENCE, () => {
      this.closed(socket, 0);
      socket.close();
    });
  }

  private closed(socket: Socket, code: number): void {
    if (this.stopped || socket !== this.socket) return;
    this.socket = null;
    this.calm();
    if (code === SESSION_ENDED) {
      this.stop();
      this.endListener();
      return;
    }
    if (this.link.value === "live") this.link.value = "lost";
    const wait = this.wait * (0.5 + this.around.random() / 2);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    this.cancel = this.around.later(wait, () => this.open());
  }

  private subscribe(): void {
    const resume = this.version >= 0 ? { since: this.version, epoch: this.epoch } : {};
    const query = this.query === null ? {} : { query: this.query };
    this.socket?.send(JSON.stringify({ subscribe: { ...query, ...resume } }));
  }

  private take(message: Message): void {
    if (message.hello) {
      this.points.setQualities(message.hello.qualities);
      this.subscribe();
      this.epoch = message.hello.epoch;
      this.wait = FIRST_WAIT;
      this.link.value = "live";
    }
    const now = message.t ?? 0;
    if (message.v !== undefined) this.version = message.v;
    if (message.image) this.points.image(message.image, now);
    if (message.c) this.points.change(message.c, now);
    if (message.u) this.points.heard(message.u, now);
    if (message.a) this.alarmListener(message.a);
  }
}
