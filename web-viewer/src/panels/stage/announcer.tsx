import { useSignal, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/stage.ts";
import { storeyName } from "./names.ts";
import type { StageParts } from "./stage.tsx";

/** At most one sentence in so many ms. */
const PAUSE = 700;

/** Says politely what is selected and which storey is shown, once the choice has stood still for a moment. */
export function Announcer({ parts }: { parts: StageParts }): JSX.Element {
  const said = useSignal("");
  const first = useRef(true);
  const { campus, app } = parts;
  useSignalEffect(() => {
    const selected = app.view.selected.value;
    const storey = app.view.storey.value;
    if (first.current) {
      first.current = false;
      return undefined;
    }
    const place = campus.find(selected);
    const sentence = place
      ? t("selectedNow", { name: pick(place.name) })
      : t("storeyNow", { name: storey ? storeyName(campus, storey) : t("outside") });
    const timer = setTimeout(() => (said.value = sentence), PAUSE);
    return () => clearTimeout(timer);
  });
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {said.value}
    </p>
  );
}
