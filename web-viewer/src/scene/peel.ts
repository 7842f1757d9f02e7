import { CUT } from "./buildings.ts";

const MILLIS = 450;
const UNCUT = 3.4;

/** The short motion when a storey is opened (its walls sink to the cut) or storeys are drawn apart. */
export class Peel {
  cut = CUT;
  spread = 0;
  private from = { cut: CUT, spread: 0 };
  private to = { cut: CUT, spread: 0 };
  private start = 0;
  private moving = false;

  constructor(private readonly calm: boolean) {}

  /** A storey of another building, or the first one, was opened. */
  sink(): void {
    if (!this.calm) this.cut = UNCUT;
    this.begin(this.to.spread);
  }

  /** Storeys are to be drawn so far apart, 0 to 1. */
  begin(spread: number): void {
    this.from = { cut: this.cut, spread: this.spread };
    this.to = { cut: CUT, spread };
    this.start = -1;
    this.moving = !this.calm && (this.from.cut !== CUT || this.from.spread !== spread);
    if (!this.moving) Object.assign(this, this.to);
  }

  /** Moves on; true if something moved. */
  advance(now: number): boolean {
    if (!this.moving) return false;
    if (this.start < 0) this.start = now;
    const share = Math.min(1, (now - this.start) / MILLIS);
    const eased = 1 - (1 - share) ** 3;
    this.cut = this.from.cut + (this.to.cut - this.from.cut) * eased;
    this.spread = this.from.spread + (this.to.spread - this.from.spread) * eased;
    this.moving = share < 1;
    return true;
  }

  get busy(): boolean {
    return this.moving;
  }
}
