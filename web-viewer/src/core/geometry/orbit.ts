import type { Point } from "./mesh.ts";

/** How the camera looks at a point: azimuth of the look (clockwise from north) and pitch below the horizon in degrees. */
export interface Look {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly azimuth: number;
  readonly pitch: number;
  /** m from the point. */
  readonly distance: number;
}

/** Where a look may go, so that nobody gets lost: bounds of its point, and nearest and farthest distance, m. */
export interface Limits {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly nearest: number;
  readonly farthest: number;
  /** Flattest and steepest pitch, degrees. */
  readonly flattest: number;
  readonly steepest: number;
}

const RADIANS = Math.PI / 180;
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The look within its limits; the azimuth in [0, 360). */
export function limited(look: Look, limits: Limits): Look {
  return {
    x: clamp(look.x, limits.west, limits.east),
    y: clamp(look.y, limits.south, limits.north),
    z: clamp(look.z, 0, 400),
    azimuth: ((look.azimuth % 360) + 360) % 360,
    pitch: clamp(look.pitch, limits.flattest, limits.steepest),
    distance: clamp(look.distance, limits.nearest, limits.farthest),
  };
}

/** Unit direction of the look. */
export function direction({ azimuth, pitch }: Pick<Look, "azimuth" | "pitch">): Point {
  const flat = Math.cos(pitch * RADIANS);
  return [Math.sin(azimuth * RADIANS) * flat, Math.cos(azimuth * RADIANS) * flat, -Math.sin(pitch * RADIANS)];
}

/** Where the camera stands. */
export function eye(look: Look): Point {
  const [dx, dy, dz] = direction(look);
  return [look.x - dx * look.distance, look.y - dy * look.distance, look.z - dz * look.distance];
}

/** Moves the looked-at point over the ground, metres to the right and forward as seen. */
export function panned(look: Look, right: number, forward: number): Look {
  const [s, c] = [Math.sin(look.azimuth * RADIANS), Math.cos(look.azimuth * RADIANS)];
  return { ...look, x: look.x + right * c + forward * s, y: look.y - right * s + forward * c };
}

/** Comes nearer (factor over 1) or goes away, keeping a point of the ground where it is on the screen. */
export function zoomed(look: Look, factor: number, limits: Limits, at?: { x: number; y: number }): Look {
  const distance = clamp(look.distance / factor, limits.nearest, limits.farthest);
  const share = at ? 1 - distance / look.distance : 0;
  return {
    ...look,
    distance,
    x: look.x + share * ((at?.x ?? look.x) - look.x),
    y: look.y + share * ((at?.y ?? look.y) - look.y),
  };
}

const MARGIN = 0.86;

/** Distance from a middle at which all points are in the picture, for a vertical field of view (degrees) and an aspect. */
export function framing(
  points: readonly Point[],
  look: Omit<Look, "distance">,
  lens: { readonly field: number; readonly aspect: number },
): number {
  const [fx, fy, fz] = direction(look);
  const flat = Math.hypot(fx, fy);
  const [rx, ry] = [fy / flat, -fx / flat];
  const up = [-ry * fz, rx * fz, ry * fx - rx * fy].map((part) => -part) as [number, number, number];
  const tall = Math.tan((lens.field / 2) * RADIANS) * MARGIN;
  const needed = points.map(([x, y, z]) => {
    const [dx, dy, dz] = [x - look.x, y - look.y, z - look.z];
    const across = Math.abs(dx * rx + dy * ry) / (tall * lens.aspect);
    const above = Math.abs(dx * up[0] + dy * up[1] + dz * up[2]) / tall;
    return Math.max(across, above) - (dx * fx + dy * fy + dz * fz);
  });
  return Math.max(1, ...needed);
}

/** A look on the way from one to another, share 0 to 1; it turns the shorter way. */
export function between(from: Look, to: Look, share: number): Look {
  const mix = (a: number, b: number): number => a + (b - a) * share;
  const turn = ((((to.azimuth - from.azimuth) % 360) + 540) % 360) - 180;
  return {
    x: mix(from.x, to.x),
    y: mix(from.y, to.y),
    z: mix(from.z, to.z),
    azimuth: from.azimuth + turn * share,
    pitch: mix(from.pitch, to.pitch),
    distance: Math.exp(mix(Math.log(from.distance), Math.log(to.distance))),
  };
}
