import type { WebGLRenderer } from "three";

const SLOW = 55;
const PATIENCE = 3;
const REST = 260;
const COARSE = 0.5;

/**
 * Keeps weak machines moving: when frames of a motion come slowly, the motion goes on at half the resolution, and one
 * sharp frame follows once it rests.
 */
export class Sharpness {
  private last = -1;
  private slow = 0;
  private coarse = false;
  private ratio: number;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly renderer: WebGLRenderer,
    /** Known to be slow from the start: then the first frame of a motion is coarse already. */
    private readonly known: boolean,
    private readonly redraw: () => void,
  ) {
    this.ratio = renderer.getPixelRatio();
  }

  /** Full resolution; the next motion is judged anew. */
  reset(): void {
    clearTimeout(this.timer);
    this.last = -1;
    this.slow = 0;
    this.coarse = false;
    this.ratio = this.finest;
  }

  /** Where pictures are known to come slowly, the next one is coarse. */
  sketch(): void {
    if (this.known) this.ratio = this.finest * COARSE;
  }

  /** Gives the canvas its resolution; only right before a frame is drawn, for a change empties the canvas. */
  apply(): void {
    if (this.renderer.getPixelRatio() !== this.ratio) this.renderer.setPixelRatio(this.ratio);
  }

  private get finest(): number {
    return Math.min(devicePixelRatio, this.known ? 1 : 2);
  }

  /** A frame is about to be drawn at a time in ms; only those of a motion of the camera may be coarse. */
  frame(now: number, moves: boolean): void {
    if (!moves) return;
    const gap = this.last < 0 ? 0 : now - this.last;
    this.last = now;
    this.slow = gap > (this.known ? 0 : SLOW) && gap < REST * 8 ? this.slow + 1 : 0;
    if (!this.coarse && this.slow >= (this.known ? 1 : PATIENCE)) {
      this.coarse = true;
      this.ratio = this.finest * COARSE;
    }
    if (!this.coarse) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(
      () => {
        this.reset();
        this.redraw();
      },
      REST + 3 * gap,
    );
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
