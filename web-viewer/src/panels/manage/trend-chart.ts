import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import type { Columns } from "../../core/history.ts";
import { languageTag } from "../../core/text/language.ts";
import { unitText } from "../../core/text/values.ts";

/** How one pen is drawn. */
export interface PenStyle {
  readonly label: string;
  readonly unit: string;
  /** Steps for switches and states, lines for measured numbers. */
  readonly stepped: boolean;
  /** Value as text for the cursor. */
  readonly text: (value: number) => string;
}

const HEIGHT = 300;
/** Dashes tell the pens apart where colours do not. */
const DASHES: readonly (number[] | undefined)[] = [undefined, [8, 4], [2, 3], [10, 3, 2, 3], [5, 2], [1, 2]];
export const MOST_PENS = DASHES.length;

function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function axis(scale: string, side: 1 | 3, label: string): uPlot.Axis {
  return {
    scale,
    side,
    label,
    labelSize: 20,
    size: 56,
    stroke: token("--ink-soft"),
    grid: { show: side === 3, stroke: token("--border"), width: 1 },
    ticks: { stroke: token("--border") },
  };
}

function timeAxis(): uPlot.Axis {
  const format = (seconds: number, span: number): string =>
    new Date(seconds * 1000).toLocaleString(
      languageTag(),
      span > 172_800
        ? { month: "2-digit", day: "2-digit" }
        : { hour: "2-digit", minute: "2-digit", hour12: false },
    );
  return {
    stroke: token("--ink-soft"),
    grid: { stroke: token("--border"), width: 1 },
    ticks: { stroke: token("--border") },
    values: (self, splits) => {
      const span = (self.scales["x"]?.max ?? 0) - (self.scales["x"]?.min ?? 0);
      return splits.map((seconds) => format(seconds, span));
    },
  };
}

function series(pen: PenStyle, index: number): uPlot.Series {
  const steps = uPlot.paths.stepped?.({ align: 1 });
  return {
    label: pen.label,
    scale: pen.unit || "state",
    stroke: token(`--pen-${index + 1}`),
    width: 2,
    dash: DASHES[index],
    spanGaps: false,
    points: { show: false },
    ...(pen.stepped && steps && { paths: steps }),
    value: (_self, value: number | null) => (value === null ? "—" : pen.text(value)),
  };
}

/**
 * Draws pens over time into an element. A moment where a value was not good leaves a gap. Gives a function that
 * removes it.
 *
 * @param range ends of the time axis, epoch ms
 */
export function drawTrend(
  host: HTMLElement,
  columns: Columns,
  pens: readonly PenStyle[],
  range: { from: number; to: number },
  timeLabel: string,
): () => void {
  const units = [...new Set(pens.map((pen) => pen.unit || "state"))];
  const axes = units
    .slice(0, 2)
    .map((unit, index) => axis(unit, index === 0 ? 3 : 1, unitText(unit === "state" ? "" : unit)));
  const chart = new uPlot(
    {
      width: Math.max(280, host.clientWidth),
      height: HEIGHT,
      scales: { x: { time: true, range: [range.from / 1000, range.to / 1000] } },
      axes: [timeAxis(), ...axes],
      series: [
        {
          label: timeLabel,
          value: (_self, seconds: number | null) =>
            seconds === null
              ? "—"
              : new Date(seconds * 1000).toLocaleString(languageTag(), { hour12: false }),
        },
        ...pens.map(series),
      ],
      cursor: { drag: { x: false, y: false } },
      legend: { live: true },
    },
    columns as uPlot.AlignedData,
    host,
  );
  const watch = new ResizeObserver(() =>
    chart.setSize({ width: Math.max(280, host.clientWidth), height: HEIGHT }),
  );
  watch.observe(host);
  return () => {
    watch.disconnect();
    chart.destroy();
  };
}
