import { effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Campus } from "../../core/campus.ts";
import { createWalker, type WalkPlace, type Walker } from "../../core/walk.ts";
import { route, type NoRoute, type Route, type RoutePoint } from "../../core/walk/route.ts";
import { heading } from "../../core/walk/shapes.ts";
import type { CampusScene } from "../../scene/index.ts";
import { calm, type Visit } from "./visit.ts";

/** Pace along a route, m/s: brisk, for nobody wants to watch a real walk. */
const PACE = 5;
const NEAR = 0.15;

/** A walk under way: the body, the way it is to go, and going it. Ends with `end`. */
export interface Walking {
  /** The way to the goal; null without one. */
  readonly way: ReadonlySignal<Route | NoRoute | null>;
  /** Number of the next instruction of the way. */
  readonly step: ReadonlySignal<number>;
  /** True while it goes by itself. */
  readonly going: ReadonlySignal<boolean>;
  readonly stepFree: ReadonlySignal<boolean>;
  setStepFree(wanted: boolean): void;
  /** Metres forward and to the right, degrees to the right. */
  move(forward: number, right: number, turn: number): void;
  /** Goes to the end of the next instruction by itself; at once where motion should be short. */
  goOn(): void;
  end(): void;
}

/** Moves whoever walks: the scene's walker where there is a scene, else one of our own, shown on plan and in words. */
class Legs {
  private own: Walker | null = null;

  constructor(
    private readonly visit: Visit,
    private readonly campus: Campus,
  ) {}

  begin(scene: CampusScene | null, from: WalkPlace | string | null): void {
    if (scene) {
      this.own = null;
      scene.walk((typeof from === "object" ? from?.space : from) ?? "");
    } else {
      this.own = createWalker(this.campus, from);
      this.tell(this.own.place);
    }
  }

  move(forward: number, right: number, turn: number): void {
    if (this.own) this.tell(this.own.step(forward, right, turn));
    else this.visit.scene.peek()?.step(forward, right, turn);
  }

  private tell(place: WalkPlace): void {
    this.visit.where.value = place;
    this.visit.app.view.storey.value = place.storey;
  }
}

/** Puts somebody on the campus and keeps to what the visit asks for: start, goal, step-free. */
export function startWalking(visit: Visit, campus: Campus): Walking {
  const way = signal<Route | NoRoute | null>(null);
  const step = signal(0);
  const going = signal(false);
  const stepFree = signal(false);
  const legs = new Legs(visit, campus);
  let cancel: () => void = () => undefined;
  const halt = (): void => {
    cancel();
    cancel = () => undefined;
    going.value = false;
  };
  const plan = (): void => {
    halt();
    const goal = visit.goal.value;
    const from = visit.where.peek() ?? visit.from.peek();
    way.value = goal ? route(campus, from, goal, { stepFree: stepFree.value }) : null;
    step.value = 0;
  };
  const goOn = (): void => {
    const found = way.peek();
    const next = found?.found ? found.steps[step.peek()] : undefined;
    if (!found?.found || !next || going.peek()) return;
    const first = found.steps[step.peek() - 1]?.to ?? 0;
    going.value = true;
    const arrived = (): void => {
      halt();
      step.value += 1;
    };
    cancel = follow(visit, legs, found.points.slice(first + 1, next.to + 1), { arrived, lost: plan });
  };
  const draw = (): void => {
    const found = way.value;
    visit.scene.value?.showRoute?.(found?.found ? found.points : null);
  };
  const ends = [keepStanding(visit, legs), effect(plan), effect(draw), halt];
  return {
    way,
    step,
    going,
    stepFree,
    setStepFree: (wanted) => (stepFree.value = wanted),
    move(forward, right, turn) {
      halt();
      legs.move(forward, right, turn);
    },
    goOn,
    end() {
      for (const end of ends) end();
      visit.scene.peek()?.showRoute?.(null);
      visit.scene.peek()?.walk(null);
    },
  };
}

/** A changed start puts the walker elsewhere; a scene that comes or goes leaves them where they are. */
function keepStanding(visit: Visit, legs: Legs): () => void {
  let before: string | null | undefined;
  return effect(() => {
    const from = visit.from.value;
    const scene = visit.scene.value;
    const kept = before === from ? visit.where.peek() : null;
    before = from;
    legs.begin(scene, kept ?? from);
  });
}

/** Walks along points, frame by frame or at once. Gives the function that stops it. */
function follow(
  visit: Visit,
  legs: Legs,
  points: readonly RoutePoint[],
  told: { arrived: () => void; lost: () => void },
): () => void {
  const left = [...points];
  let stuck = 0;
  const advance = (metres: number): boolean => {
    const here = visit.where.peek();
    const to = left[0];
    if (!here || !to) return false;
    const far = Math.hypot(to.x - here.x, to.y - here.y);
    if (far < NEAR) {
      left.shift();
      return left.length > 0;
    }
    legs.move(Math.min(far, metres), 0, turnTo(here, to));
    const now = visit.where.peek() ?? here;
    stuck =
      Math.hypot(to.x - now.x, to.y - now.y) > far - 0.002 && now.heading === here.heading ? stuck + 1 : 0;
    return true;
  };
  return calm() ? atOnce(advance, () => stuck, told) : byFrames(advance, () => stuck, told);
}

const STUCK = 20;

function atOnce(
  advance: (metres: number) => boolean,
  stuck: () => number,
  told: { arrived: () => void; lost: () => void },
): () => void {
  for (let i = 0; i < 20_000 && stuck() < STUCK; i++) {
    if (advance(0.4)) continue;
    told.arrived();
    return () => undefined;
  }
  told.lost();
  return () => undefined;
}

function byFrames(
  advance: (metres: number) => boolean,
  stuck: () => number,
  told: { arrived: () => void; lost: () => void },
): () => void {
  let frame = 0;
  let last = performance.now();
  const tick = (now: number): void => {
    const seconds = Math.min(0.1, (now - last) / 1000);
    last = now;
    if (stuck() > STUCK) told.lost();
    else if (!advance(PACE * seconds)) told.arrived();
    else frame = requestAnimationFrame(tick);
  };
  frame = requestAnimationFrame(tick);
  return () => cancelAnimationFrame(frame);
}

/** Degrees to turn towards a spot, -180 to 180. */
function turnTo(here: WalkPlace, to: RoutePoint): number {
  return ((heading(here, to) - here.heading + 540) % 360) - 180;
}
