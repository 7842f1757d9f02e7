import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { t } from "../../core/text/stage.ts";
import { Icon, type IconName } from "../ui/icons.tsx";

/** What keys and buttons may do to a view. Steps are whole ones: 1 or -1. */
export interface Moves {
  move(right: number, forward: number): void;
  /** Positive comes nearer. */
  zoom(step: number): void;
  home(): void;
  /** Positive to the right; undefined where a view does not turn. */
  turn?(step: number): void;
  /** Positive higher. */
  tilt?(step: number): void;
}

type Text = Parameters<typeof t>[0];

/** Buttons for everything that a drag or key does. Zoom and home always, the rest when unfolded. */
export function NavPad({ moves, homeText }: { moves: Moves; homeText: "home" | "fit" }): JSX.Element {
  const [open, setOpen] = useState(false);
  const button = (text: Text, icon: IconName, action: () => void): JSX.Element => (
    <button type="button" class="button" aria-label={t(text)} title={t(text)} onClick={action}>
      <Icon name={icon} />
    </button>
  );
  return (
    <div class="nav-pad" data-covers="" role="group" aria-label={t("navigation")}>
      {open && (
        <div class="nav-cross">
          {moves.turn ? button("turnLeft", "turnLeft", () => moves.turn?.(-1)) : <span />}
          {button("moveUp", "arrowUp", () => moves.move(0, 1))}
          {moves.turn ? button("turnRight", "turnRight", () => moves.turn?.(1)) : <span />}
          {button("moveLeft", "arrowLeft", () => moves.move(-1, 0))}
          {button("moveDown", "arrowDown", () => moves.move(0, -1))}
          {button("moveRight", "arrowRight", () => moves.move(1, 0))}
          {moves.tilt && button("tiltUp", "tiltUp", () => moves.tilt?.(1))}
          {moves.tilt && <span />}
          {moves.tilt && button("tiltDown", "tiltDown", () => moves.tilt?.(-1))}
        </div>
      )}
      <div class="nav-column">
        {button("zoomIn", "plus", () => moves.zoom(1))}
        {button("zoomOut", "minus", () => moves.zoom(-1))}
        {button(homeText, homeText, () => moves.home())}
        <button
          type="button"
          class="button"
          aria-label={t("navigation")}
          title={t("navigation")}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <Icon name="target" />
        </button>
      </div>
    </div>
  );
}
