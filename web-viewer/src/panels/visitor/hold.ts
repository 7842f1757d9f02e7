import { calm } from "./visit.ts";

/** A way to move, as a key or button of the pad asks for it. */
export type Move = "forward" | "backward" | "turnLeft" | "turnRight" | "sideLeft" | "sideRight";

/** Metres forward, metres right, degrees right, per second. */
const SPEED: Record<Move, readonly [number, number, number]> = {
  forward: [2.6, 0, 0],
  backward: [-1.6, 0, 0],
  turnLeft: [0, 0, -80],
  turnRight: [0, 0, 80],
  sideLeft: [0, -1.6, 0],
  sideRight: [0, 1.6, 0],
};

const KEYS: Record<string, Move> = {
  KeyW: "forward",
  ArrowUp: "forward",
  KeyS: "backward",
  ArrowDown: "backward",
  KeyQ: "turnLeft",
  ArrowLeft: "turnLeft",
  KeyE: "turnRight",
  ArrowRight: "turnRight",
  KeyA: "sideLeft",
  KeyD: "sideRight",
};

/** The move of a key, by its place on the keyboard; undefined for all others and with Ctrl, Alt or Meta. */
export function moveOf(event: KeyboardEvent): Move | undefined {
  return event.ctrlKey || event.altKey || event.metaKey ? undefined : KEYS[event.code];
}

/** Share of a second that one press moves at once, so that a short tap is felt; all there is where motion is short. */
const TAP = 0.15;
const TAP_CALM = 0.25;

/** A frame that took longer, s, does not carry the walker further: so nobody leaps after a pause of the page. */
const LONGEST = 0.5;

/** Keys and buttons that are held down: moves at once, then every frame until they are let go. */
export class Hold {
  private readonly held = new Set<Move>();
  private frame = 0;
  private last = 0;

  constructor(private readonly move: (forward: number, right: number, turn: number) => void) {}

  press(move: Move): void {
    if (this.held.has(move)) return;
    this.go([move], calm() ? TAP_CALM : TAP);
    if (calm()) return;
    this.held.add(move);
    if (this.frame) return;
    this.last = performance.now();
    this.frame = requestAnimationFrame((now) => this.tick(now));
  }

  release(move: Move): void {
    this.held.delete(move);
  }

  stop(): void {
    this.held.clear();
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }

  private tick(now: number): void {
    if (this.held.size === 0) {
      this.frame = 0;
      return;
    }
    this.go(this.held, Math.min(LONGEST, (now - this.last) / 1000));
    this.last = now;
    this.frame = requestAnimationFrame((next) => this.tick(next));
  }

  private go(moves: Iterable<Move>, seconds: number): void {
    const sum = [0, 0, 0];
    for (const move of moves) SPEED[move].forEach((rate, i) => (sum[i] = (sum[i] ?? 0) + rate * seconds));
    const [forward = 0, right = 0, turn = 0] = sum;
    this.move(forward, right, turn);
  }
}
