import type { JSX } from "preact";
import { colorAt, heatOf, type HeatScale } from "../../core/geometry/heat.ts";
import { numberText } from "../../core/format.ts";
import { t } from "../../core/text/stage.ts";
import type { Heat } from "../../core/view.ts";
import { heatName, withUnit } from "./names.ts";

/** Colours taken between two stops. */
const SAMPLES = 6;

/**
 * The scale that rooms are coloured by: colours, values with unit, and what "no value" looks like. Stops stand evenly
 * apart, whatever lies between their values, so that the figures never run into each other.
 */
export function Legend({ heat }: { heat: Heat }): JSX.Element | null {
  const scale = heatOf(heat);
  if (!scale) return null;
  const last = Math.max(1, scale.stops.length - 1);
  return (
    <figure class="legend" aria-label={t("legend")}>
      <figcaption>{withUnit(heatName(heat), scale.unit)}</figcaption>
      <div class="legend-bar" style={{ background: gradient(scale) }} />
      <ul class="legend-values">
        {scale.stops.map(({ value }, index) => (
          <li key={value} class="number" style={{ insetInlineStart: `${(index / last) * 100}%` }}>
            {numberText(value, "count")}
          </li>
        ))}
      </ul>
      <p class="legend-none">
        <span class="legend-swatch" aria-hidden="true" />
        {t("noValue")}
      </p>
    </figure>
  );
}

function gradient(scale: HeatScale): string {
  const colors = scale.stops.flatMap(({ value }, index) => {
    const next = scale.stops[index + 1]?.value;
    if (next === undefined) return [colorAt(scale, value)];
    return Array.from({ length: SAMPLES }, (_, i) => colorAt(scale, value + ((next - value) * i) / SAMPLES));
  });
  return `linear-gradient(to right, ${colors.join(", ")})`;
}
