import { computed } from "@preact/signals";
import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { PointInfo } from "../../core/campus.ts";
import type { PointState, PointStore } from "../../core/points.ts";
import { t } from "../../core/text/stage.ts";
import { ageText, NOTHING, qualityText, valueText } from "../../core/format.ts";
import { unitText } from "../../core/text/values.ts";
import type { App } from "../app.ts";
import { clock } from "./clock.ts";

export { formatValue } from "../../core/format.ts";

/**
 * A live value as it stands everywhere: number with unit, what is wrong with it (shape and word, nothing if all is
 * well), whether a simulator made it, and how old it is.
 *
 * @param points follows these instead of the page's own values, for a replay
 * @param bare only value, unit and quality: for rows where age and mark have their own column or none
 */
export function PointValue({
  app,
  point,
  points = app.points,
  bare = false,
}: {
  app: App;
  point: PointInfo;
  points?: PointStore;
  bare?: boolean;
}): JSX.Element {
  const state = points.of(point.id).value;
  const { template } = point;
  const text = valueText(template, state.value);
  const unit = state.value === null ? "" : unitText(template.unit);
  return (
    <span class={`value ${state.quality}`}>
      <span class={template.type === "number" ? "value-text number" : "value-text"}>{text}</span>
      {unit && <span class="value-unit">{unit}</span>}
      <QualityMark state={state} />
      {!bare && app.campus.value?.geometry.simulated && state.value !== null && <SimulatedMark />}
      {!bare && <Age time={state.time} />}
    </span>
  );
}

/** Shape and word for a value that is not good; nothing for one that is. */
export function QualityMark({ state }: { state: PointState }): JSX.Element | null {
  if (state.quality === "good") return null;
  const old = state.reason === "stale" || state.reason === "restart";
  const shape = state.quality === "uncertain" ? "◇" : old ? "◷" : "✕";
  return (
    <span class={`value-quality ${state.quality}`}>
      <span aria-hidden="true">{shape}</span> {qualityText(state)}
    </span>
  );
}

/** Small letter on values that a simulator made. */
export function SimulatedMark(): JSX.Element {
  return (
    <span class="value-simulated" title={t("simulated")}>
      <span aria-hidden="true">{t("simulatedMark")}</span>
      <span class="visually-hidden">{t("simulated")}</span>
    </span>
  );
}

/** How long ago, kept up to date; `time` in epoch ms. */
export function Age({ time }: { time: number }): JSX.Element | null {
  const text = useMemo(() => computed(() => ageText(time, clock.value)), [time]);
  return <span class="value-age">{text.value || NOTHING}</span>;
}
