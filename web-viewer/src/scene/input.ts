/** What fingers, mouse and wheel ask for. Places are picture coordinates, -1 to 1 from left to right and from bottom to top. */
export interface Gestures {
  /** Degrees. */
  turn(azimuth: number, pitch: number): void;
  /** Pixels of the picture. */
  drag(right: number, down: number): void;
  zoom(factor: number, x: number, y: number): void;
  tap(x: number, y: number): void;
  hover(x: number, y: number): void;
  leave(): void;
}

interface Finger {
  x: number;
  y: number;
}

const TAP = 6;

/** Listens on a canvas; one finger or button turns, two fingers or another button pan, two fingers and the wheel zoom. */
export class Input {
  private readonly fingers = new Map<number, Finger>();
  private readonly end = new AbortController();
  private moved = 0;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly gestures: Gestures,
  ) {
    const { signal } = this.end;
    canvas.style.touchAction = "none";
    canvas.addEventListener("pointerdown", (event) => this.down(event), { signal });
    canvas.addEventListener("pointermove", (event) => this.move(event), { signal });
    canvas.addEventListener("pointerup", (event) => this.up(event), { signal });
    canvas.addEventListener("pointercancel", (event) => this.fingers.delete(event.pointerId), { signal });
    canvas.addEventListener("pointerleave", () => gestures.leave(), { signal });
    canvas.addEventListener("contextmenu", (event) => event.preventDefault(), { signal });
    canvas.addEventListener("wheel", (event) => this.wheel(event), { signal, passive: false });
  }

  dispose(): void {
    this.end.abort();
  }

  private place({ clientX, clientY }: { clientX: number; clientY: number }): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [((clientX - box.left) / box.width) * 2 - 1, 1 - ((clientY - box.top) / box.height) * 2];
  }

  private down(event: PointerEvent): void {
    this.canvas.setPointerCapture(event.pointerId);
    this.fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (this.fingers.size === 1) this.moved = 0;
    else this.moved = TAP;
  }

  private move(event: PointerEvent): void {
    const finger = this.fingers.get(event.pointerId);
    if (!finger) {
      if (event.pointerType === "mouse") this.gestures.hover(...this.place(event));
      return;
    }
    const right = event.clientX - finger.x;
    const down = event.clientY - finger.y;
    this.moved += Math.abs(right) + Math.abs(down);
    if (this.moved < TAP) return;
    if (this.fingers.size === 2) this.pinch(event, finger, right, down);
    else if (event.buttons !== 1 || event.shiftKey || event.ctrlKey) this.gestures.drag(right, down);
    else this.gestures.turn(right * 0.28, down * 0.22);
    finger.x = event.clientX;
    finger.y = event.clientY;
  }

  private pinch(event: PointerEvent, finger: Finger, right: number, down: number): void {
    const other = [...this.fingers.values()].find((each) => each !== finger);
    if (!other) return;
    const before = Math.hypot(finger.x - other.x, finger.y - other.y);
    const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    const middle = { clientX: (event.clientX + other.x) / 2, clientY: (event.clientY + other.y) / 2 };
    if (before > 1 && after > 1) this.gestures.zoom(after / before, ...this.place(middle));
    this.gestures.drag(right / 2, down / 2);
  }

  private up(event: PointerEvent): void {
    const known = this.fingers.delete(event.pointerId);
    if (known && this.fingers.size === 0 && this.moved < TAP && event.button === 0)
      this.gestures.tap(...this.place(event));
  }

  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const pixels = event.deltaMode === 1 ? event.deltaY * 30 : event.deltaY;
    this.gestures.zoom(Math.exp(-Math.max(-200, Math.min(200, pixels)) * 0.0018), ...this.place(event));
  }
}
