import { Color } from "three";
import { SLOTS, type Slot } from "../core/geometry/mesh.ts";

/** Colours of the scene as the page's design tokens have them now. */
export interface Palette {
  readonly slots: readonly Color[];
  readonly sky: Color;
  readonly selected: Color;
  readonly equipment: Color;
  readonly critical: Color;
  readonly warning: Color;
  readonly stale: Color;
  readonly lamp: Color;
  readonly person: Color;
  readonly camera: Color;
  /** True on dark pages: less sky light, so that the model does not shine out. */
  readonly dark: boolean;
}

const SLOT_TOKENS: Partial<Record<Slot, string>> = { cut: "wall-cut" };

/** Reads `--scene-*` (and the colours of abnormal states) from an element's computed style. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): Color => {
    const text = style.getPropertyValue(name).trim();
    return new Color(text || "#888888");
  };
  const scene = (name: string): Color => token(`--scene-${name}`);
  return {
    slots: SLOTS.map((slot) => scene(SLOT_TOKENS[slot] ?? slot)),
    sky: scene("sky"),
    selected: scene("selected"),
    equipment: scene("equipment"),
    critical: token("--critical"),
    warning: token("--warning"),
    stale: token("--stale"),
    lamp: scene("lamp"),
    person: scene("person"),
    camera: scene("camera"),
    dark: style.colorScheme.includes("dark") && !style.colorScheme.includes("light"),
  };
}
