import type { ComponentChildren, JSX } from "preact";
import { useRef } from "preact/hooks";
import { t as shared } from "../../core/text/shared.ts";
import { t } from "../../core/text/visitor.ts";
import { Icon } from "../ui/icons.tsx";
import type { Visit } from "./visit.ts";

/** So many px of dragging fold or unfold a card. */
const DRAG = 24;

interface Heading {
  /** Stands small over the title. */
  above?: string;
  title: string;
  onClose: () => void;
  closeText?: string;
}

/**
 * A card over the campus; on a phone a sheet at the bottom that a drag of its head or a button folds and unfolds.
 * `actions` stay in sight while the rest scrolls.
 */
export function Card({
  visit,
  actions,
  children,
  ...heading
}: Heading & { visit: Visit; actions?: ComponentChildren; children: ComponentChildren }): JSX.Element {
  return (
    <section
      class={`visit-card ${visit.folded.value ? "folded" : ""}`}
      aria-label={heading.title}
      data-covers=""
    >
      <Head visit={visit} {...heading} />
      <div class="visit-card-body stack" role="group" aria-label={heading.title} tabIndex={0}>
        {children}
      </div>
      {actions && <div class="visit-card-actions stack">{actions}</div>}
    </section>
  );
}

function Head({
  visit,
  above,
  title,
  onClose,
  closeText = shared("close"),
}: Heading & { visit: Visit }): JSX.Element {
  const from = useRef<number | null>(null);
  const folded = visit.folded.value;
  const dragged = (event: PointerEvent): void => {
    if (from.current === null) return;
    const way = event.clientY - from.current;
    if (Math.abs(way) < DRAG) return;
    visit.folded.value = way > 0;
    from.current = null;
  };
  const letGo = (): void => void (from.current = null);
  return (
    <div
      class="visit-card-head"
      onPointerDown={(event) => (from.current = event.clientY)}
      onPointerMove={dragged}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <div>
        {above && <p class="soft small">{above}</p>}
        <h2>{title}</h2>
      </div>
      <button
        type="button"
        class="button plain icon-only fold"
        aria-expanded={!folded}
        aria-label={folded ? t("larger") : t("smaller")}
        onClick={() => (visit.folded.value = !folded)}
      >
        <Icon name={folded ? "arrowUp" : "chevronDown"} />
      </button>
      <button
        type="button"
        class="button plain icon-only"
        aria-label={closeText}
        title={closeText}
        onClick={onClose}
      >
        <Icon name="close" />
      </button>
    </div>
  );
}
