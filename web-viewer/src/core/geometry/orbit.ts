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

/** What of the picture is covered by something else at each edge, px. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Vertical field of view (degrees) and aspect of a picture or a part of it. */
export interface Lens {
  readonly field: number;
  readonly aspect: number;
}

/** The free part of a picture: its own lens, and how far its middle lies from the picture's, px right and down. */
export interface Frame extends Lens {
  readonly right: number;
  readonly down: number;
}

/** Less than this share of a picture is no place to show anything in: what covers more than the rest is then ignored. */
const LEAST = 0.25;

/** The part of a picture (field of view in degrees, size in px) that is not covered. */
export function freePart(
  field: number,
  { width, height }: { readonly width: number; readonly height: number },
  { left, top, right, bottom }: Edges,
): Frame {
  const [wide, tall] = [width - left - right, height - top - bottom];
  const across = wide >= width * LEAST;
  const upright = tall >= height * LEAST;
  const share = upright ? tall / Math.max(1, height) : 1;
  return {
    field: (2 / RADIANS) * Math.atan(Math.tan((field / 2) * RADIANS) * share),
    aspect: Math.max(0.1, (across ? wide : width) / Math.max(1, upright ? tall : height)) || 1,
    right: across ? (left - right) / 2 : 0,
    down: upright ? (top - bottom) / 2 : 0,
  };
}

/** Where a point is seen from a look: right of and above its middle, and in depth from it, metres. */
function seen([x, y, z]: Point, look: Omit<Look, "distance">): [right: number, above: number, depth: number] {
  const [fx, fy, fz] = direction(look);
  const flat = Math.hypot(fx, fy);
  const [rx, ry] = [fy / flat, -fx / flat];
  const [dx, dy, dz] = [x - look.x, y - look.y, z - look.z];
  const above = dx * ry * fz - dy * rx * fz + dz * (rx * fy - ry * fx);
  return [dx * rx + dy * ry, above, dx * fx + dy * fy + dz * fz];
}

/** Distance from a middle at which all points are in the picture and fill a share of it at most. */
export function framing(
  points: readonly Point[],
  look: Omit<Look, "distance">,
  lens: Lens,
  share = 0.86,
): number {
  const tall = Math.tan((lens.field / 2) * RADIANS) * share;
  const needed = points.map((point) => {
    const [right, above, depth] = seen(point, look);
    return Math.max(Math.abs(right) / (tall * lens.aspect), Math.abs(above) / tall) - depth;
  });
  return Math.max(1, ...needed);
}

const ROUNDS = 6;

/** The look at points so that they lie in the middle of the picture as they are seen, and fill a share of it. */
export function centred(
  points: readonly Point[],
  look: Omit<Look, "distance">,
  lens: Lens,
  share?: number,
): Look {
  let at = { ...look, distance: framing(points, look, lens, share) };
  const steep = Math.max(0.2, Math.sin(at.pitch * RADIANS));
  for (let round = 0; round < ROUNDS; round++) {
    const angles = points.map((point) => {
      const [right, above, depth] = seen(point, at);
      return [right / (at.distance + depth), above / (at.distance + depth)] as const;
    });
    const middle = (part: 0 | 1): number =>
      (Math.min(...angles.map((each) => each[part])) + Math.max(...angles.map((each) => each[part]))) / 2;
    at = panned(at, middle(0) * at.distance, (middle(1) * at.distance) / steep);
    at = { ...at, distance: framing(points, at, lens, share) };
  }
  return at;
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
