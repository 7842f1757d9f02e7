import { PerspectiveCamera, Vector3 } from "three";
import type { Ray } from "../core/geometry/pick.ts";
import {
  between,
  direction,
  eye,
  limited,
  type Frame,
  type Limits,
  type Look,
} from "../core/geometry/orbit.ts";

export const FIELD = 32;
const FLIGHT = 900;
const NUDGE = 220;

/** Flights start and end softly. */
const soft = (share: number): number => (share < 0.5 ? 4 * share ** 3 : 1 - (-2 * share + 2) ** 3 / 2);
/** Nudges start at once, so that one that follows another (a held key) keeps its pace. */
const brisk = (share: number): number => 1 - (1 - share) ** 3;

interface Flight {
  readonly from: Look;
  readonly to: Look;
  start: number;
  readonly millis: number;
  readonly ease: (share: number) => number;
}

/** The camera with the look it has or is flying to. */
export class Rig {
  readonly camera = new PerspectiveCamera(FIELD, 1, 1, 4000);
  private flight: Flight | null = null;
  private current: Look;
  private last = 0;
  private stirred = true;
  private readonly at = new Vector3();

  constructor(
    look: Look,
    public limits: Limits,
    private readonly calm: boolean,
    private readonly changed: () => void,
  ) {
    this.camera.up.set(0, 0, 1);
    this.current = look;
    this.apply();
  }

  get look(): Look {
    return this.current;
  }

  /** Where the camera will be once it has arrived. */
  get goal(): Look {
    return this.flight?.to ?? this.current;
  }

  /** Whether the camera was moved since this was last asked. */
  moved(): boolean {
    const { stirred } = this;
    this.stirred = false;
    return stirred;
  }

  /** Looks so at once. */
  set(look: Look): void {
    this.flight = null;
    this.current = limited(look, this.limits);
    this.apply();
    this.changed();
  }

  /** Looks so after a short flight, or at once where motion is unwanted. */
  fly(look: Look): void {
    this.go(look, { millis: FLIGHT, start: -1, ease: soft });
  }

  /** Moves a little, as a key or button asks. */
  nudge(look: Look): void {
    this.go(look, { millis: NUDGE, start: this.flight ? this.last : -1, ease: brisk });
  }

  /** Moves on; true while still flying. */
  advance(now: number): boolean {
    const flight = this.flight;
    if (!flight) return false;
    this.last = now;
    if (flight.start < 0) flight.start = now;
    const share = Math.min(1, (now - flight.start) / flight.millis);
    this.current = share < 1 ? between(flight.from, flight.to, flight.ease(share)) : flight.to;
    if (share === 1) this.flight = null;
    this.apply();
    return this.flight !== null;
  }

  /** Takes over the size of the picture (px) and puts the middle of the look into its free part. */
  resize(size: { readonly width: number; readonly height: number }, { right, down }: Frame): void {
    const [width, height] = [Math.max(1, size.width), Math.max(1, size.height)];
    this.camera.setViewOffset(width, height, -right, -down, width, height);
    this.apply();
  }

  /** Stands at a point and looks in a direction, as a walker does. */
  stand({ x, y, z }: { x: number; y: number; z: number }, heading: number, pitch: number): void {
    this.flight = null;
    const [dx, dy, dz] = direction({ azimuth: heading, pitch });
    this.camera.near = 0.08;
    this.camera.far = 1500;
    this.camera.fov = 62;
    this.camera.position.set(x, y, z);
    this.camera.lookAt(x + dx, y + dy, z + dz);
    this.camera.updateProjectionMatrix();
    this.stirred = true;
    this.changed();
  }

  /** The ray through a point of the picture, -1 to 1 from left to right and from bottom to top. */
  ray(x: number, y: number): Ray {
    this.camera.updateMatrixWorld();
    const origin = this.camera.position;
    this.at.set(x, y, 0.5).unproject(this.camera).sub(origin).normalize();
    return { origin: [origin.x, origin.y, origin.z], direction: [this.at.x, this.at.y, this.at.z] };
  }

  private go(look: Look, how: Pick<Flight, "millis" | "start" | "ease">): void {
    const to = limited(look, this.limits);
    if (this.calm) return this.set(to);
    this.flight = { from: this.current, to, ...how };
    this.changed();
  }

  private apply(): void {
    const look = this.current;
    const [x, y, z] = eye(look);
    this.camera.fov = FIELD;
    this.camera.near = Math.max(0.5, look.distance / 60);
    this.camera.far = look.distance * 12 + 2500;
    this.camera.position.set(x, y, z);
    this.camera.lookAt(look.x, look.y, look.z);
    this.camera.updateProjectionMatrix();
    this.stirred = true;
  }
}
