import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "../ui/icons.tsx";

/**
 * A button with a panel that it opens under itself, or as a sheet at the foot of the stage. Not modal: the view stays
 * usable. Esc and a press outside close it; Esc gives the focus back to the button.
 */
export function Disclosure({
  label,
  icon,
  sheet,
  children,
}: {
  label: string;
  icon: IconName;
  sheet: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    const away = (event: PointerEvent): void => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener("pointerdown", away);
    return () => document.removeEventListener("pointerdown", away);
  }, [open]);
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  return (
    <div ref={root} class="disclosure" onKeyDown={leave}>
      <button
        ref={button}
        type="button"
        class="button"
        aria-expanded={open}
        title={label}
        onClick={() => setOpen(!open)}
      >
        <Icon name={icon} />
        <span class={sheet ? "visually-hidden" : ""}>{label}</span>
      </button>
      {open && (
        <div class={`disclosure-panel stack ${sheet ? "sheet" : ""}`} role="group" aria-label={label}>
          {children}
        </div>
      )}
    </div>
  );
}
