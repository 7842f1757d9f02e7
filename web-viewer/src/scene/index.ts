import type { Campus, Stop } from "../core/campus.ts";
import type { Edges } from "../core/geometry/orbit.ts";
import type { PointStore } from "../core/points.ts";
import type { View } from "../core/view.ts";

/** Colours come from the page's design tokens, so that the scene follows light, dark and high contrast. */
export interface SceneOptions {
  readonly campus: Campus;
  readonly points: PointStore;
  readonly view: View;
  /** True where motion should be short or none. */
  readonly calm: boolean;
  /** Azimuth and elevation of the sun for a minute of the campus's day, degrees; null for now. */
  readonly sun: (minute: number | null) => { azimuth: number; elevation: number };
  /** A place or piece of equipment was picked; empty for none. */
  readonly onPick: (id: string) => void;
}

/** Figures for the budgets. */
export interface SceneStats {
  /** Frames drawn since the start. */
  frames: number;
  drawCalls: number;
  triangles: number;
  /** Script time of the newest frames, ms, newest last; at most 600. */
  scriptMillis: number[];
}

/** Where somebody stands in walk mode, local metres; heading in degrees clockwise from north. */
export interface WalkerPlace {
  x: number;
  y: number;
  z: number;
  heading: number;
  /** Space that they are in. */
  space: string;
}

/** What the camera looks at, local metres, and the way it looks, degrees clockwise from north. */
export interface CameraPlace {
  x: number;
  y: number;
  heading: number;
}

/** The one door to three.js: everything the pages may ask of the 3D view. It draws only when something changed. */
export interface CampusScene {
  /** Looks at a place or piece of equipment. */
  flyTo(id: string): void;
  /** Looks as a stop of the tour says. */
  showStop(stop: Stop): void;
  /** Back to the whole campus. */
  home(): void;
  /** As a key or button does: turn and tilt in degrees, zoom as a factor, pan in metres of the ground. */
  turn(degrees: number): void;
  tilt(degrees: number): void;
  zoom(factor: number): void;
  pan(right: number, forward: number): void;
  /** Walk mode: begins at a place (at the main gate for an empty or unknown id), ends with null. */
  walk(from: string | null): void;
  /** Steps of the walker: metres forward and to the right, turn in degrees. */
  step(forward: number, right: number, turn: number): void;
  onWalk(listener: (place: WalkerPlace) => void): void;
  /** True while in walk mode: the keys of the canvas then move the walker. */
  readonly walking?: boolean;
  /** Calls back once the first picture, grounds and buildings, is to be seen. */
  onPicture?(listener: () => void): void;
  /** Tells where the camera looks whenever that changes (at most once a frame), for the minimap. */
  onLook?(listener: (place: CameraPlace) => void): void;
  /** Persons to be drawn in each space, for a replay; null for none. */
  showPeople(counts: ReadonlyMap<string, number> | null): void;
  /** The way that somebody is led, drawn as a band along points in local metres; null for none. */
  showRoute?(points: readonly { x: number; y: number; z: number }[] | null): void;
  /** What covers the canvas at its edges, px: what is looked at comes to lie in the rest. */
  inset?(edges: Edges): void;
  /** Takes over changed design tokens or a changed size. */
  refresh(): void;
  stats(): SceneStats;
  dispose(): void;
}

/** Thrown where the browser has no WebGL 2: the page then shows plan and table. */
export class NoWebGl extends Error {}
