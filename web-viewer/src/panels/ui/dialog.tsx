import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { t } from "../../core/text/shared.ts";

/** A modal dialog on the browser's own element: focus stays inside, Esc closes. */
export function Dialog({
  title,
  wide = false,
  onClose,
  children,
}: {
  title: string;
  /** For tables and charts. */
  wide?: boolean;
  onClose: () => void;
  children: ComponentChildren;
}): JSX.Element {
  const element = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => before instanceof HTMLElement && before.focus();
  }, []);
  return (
    <dialog
      ref={element}
      class={wide ? "dialog wide stack" : "dialog stack"}
      aria-label={title}
      onClose={onClose}
    >
      <div class="row dialog-head">
        <h2>{title}</h2>
        <button
          type="button"
          class="button plain"
          aria-label={t("close")}
          onClick={() => element.current?.close()}
        >
          ✕
        </button>
      </div>
      {children}
    </dialog>
  );
}
