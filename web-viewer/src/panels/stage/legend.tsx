import type { JSX } from "preact";
import { colorAt, heatOf, type HeatScale } from "../../core/geometry/heat.ts";
import { numberText } from "../../core/format.ts";
import { t } from "../../core/text/stage.ts";
import type { Heat } from "../../core/view.ts";
import { heatName, withUnit } from "./names.ts";

const SAMPLES = 24;

/** The scale that rooms are coloured by: colours, values with unit, and what "no value" looks like. */
export function Legend({ heat }: { heat: Heat }): JSX.Element | null {
  const scale = heatOf(heat);
  if (!scale) return null;
  const low = scale.stops[0]?.value ?? 0;
  const high = scale.stops.at(-1)?.value ?? 1;
  const part = (value: number): string => `${((value - low) / (high - low)) * 100}%`;
  return (
    <figure class="legend" aria-label={t("legend")}>
      <figcaption>{withUnit(heatName(heat), scale.unit)}</figcaption>
      <div class="legend-bar" style={{ background: gradient(scale, low, high) }} />
      <ul class="legend-values">
        {scale.stops.map(({ value }) => (
          <li key={value} class="number" style={{ insetInlineStart: part(value) }}>
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

function gradient(scale: HeatScale, low: number, high: number): string {
  const colors = Array.from({ length: SAMPLES + 1 }, (_, i) =>
    colorAt(scale, low + ((high - low) * i) / SAMPLES),
  );
  return `linear-gradient(to right, ${colors.join(", ")})`;
}
