import type { JSX } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { t } from "../../core/text/visitor.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { Hold, moveOf, type Move } from "./hold.ts";
import { inField } from "./visit.ts";
import type { Walking } from "./walking.ts";

const BUTTONS: readonly { move: Move; icon: IconName; text: Move }[] = [
  { move: "turnLeft", icon: "turnLeft", text: "turnLeft" },
  { move: "forward", icon: "arrowUp", text: "forward" },
  { move: "turnRight", icon: "turnRight", text: "turnRight" },
  { move: "sideLeft", icon: "arrowLeft", text: "sideLeft" },
  { move: "backward", icon: "arrowDown", text: "backward" },
  { move: "sideRight", icon: "arrowRight", text: "sideRight" },
];

/** Keys of the whole page walk while somebody walks; they come before those of the campus view. */
function useKeys(hold: Hold): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const move = moveOf(event);
      if (!move || inField(event)) return;
      event.preventDefault();
      event.stopPropagation();
      hold.press(move);
    };
    const released = (event: KeyboardEvent): void => {
      const move = moveOf(event);
      if (move) hold.release(move);
    };
    const lost = (): void => hold.stop();
    addEventListener("keydown", pressed, true);
    addEventListener("keyup", released, true);
    addEventListener("blur", lost);
    return () => {
      removeEventListener("keydown", pressed, true);
      removeEventListener("keyup", released, true);
      removeEventListener("blur", lost);
      hold.stop();
    };
  }, [hold]);
}

/** Six buttons to walk with finger or mouse: hold to go on; and the keys for the same. */
export function Pad({ walking }: { walking: Walking }): JSX.Element {
  const hold = useMemo(
    () => new Hold((forward, right, turn) => walking.move(forward, right, turn)),
    [walking],
  );
  useKeys(hold);
  return (
    <div class="pad" role="group" aria-label={t("pad")}>
      {BUTTONS.map(({ move, icon, text }) => (
        <button
          key={move}
          type="button"
          class="button"
          aria-label={t(text)}
          title={t(text)}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            hold.press(move);
          }}
          onPointerUp={() => hold.release(move)}
          onPointerCancel={() => hold.release(move)}
          onContextMenu={(event) => event.preventDefault()}
          onClick={(event) => {
            if (event.detail > 0) return;
            hold.press(move);
            hold.release(move);
          }}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}
