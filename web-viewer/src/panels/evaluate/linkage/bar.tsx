import type { JSX } from "preact";
import { l } from "../../../core/text/linkage.ts";
import type { Axis, Effect, KindGroup } from "../../../core/timeline.ts";
import { isAbnormal } from "../../../core/timeline.ts";

function percent(part: number): string {
  return `${(part * 100).toFixed(2)}%`;
}

function span(axis: Axis, from: number, to: number): { left: string; width: string } {
  const left = axis.position(from);
  return { left: percent(left), width: percent(axis.position(to) - left) };
}

/** The scale over a group of bars: seconds from the cause. */
export function Scale({ axis }: { axis: Axis }): JSX.Element {
  return (
    <div class="axis" aria-hidden="true">
      {axis.ticks.map((tick) => (
        <span key={tick} class="axis-tick number" style={{ left: percent(axis.position(tick)) }}>
          {tick}
        </span>
      ))}
    </div>
  );
}

function Lines({ axis }: { axis: Axis }): JSX.Element {
  return (
    <>
      {axis.ticks.map((tick) => (
        <span key={tick} class="bar-line" style={{ left: percent(axis.position(tick)) }} />
      ))}
    </>
  );
}

/**
 * One effect: sent to acknowledged, on to confirmed, and its limit. What the fire controller does is only watched: one
 * bar from the cause to the confirmation. Seen only; the row says the same in words.
 */
export function EffectBar({ effect, axis }: { effect: Effect; axis: Axis }): JSX.Element {
  const sent = effect.sent ?? 0;
  const answered = effect.acknowledged ?? sent;
  return (
    <div class="bar" aria-hidden="true">
      <Lines axis={axis} />
      {effect.seconds === null ? (
        <span class="bar-open" style={span(axis, sent, effect.limit)} />
      ) : (
        <>
          <span class="bar-sent" style={span(axis, sent, answered)} />
          <span class="bar-wait" style={span(axis, answered, effect.seconds)} />
          <End axis={axis} at={effect.seconds} abnormal={isAbnormal(effect)} />
        </>
      )}
      <span class="bar-limit" style={{ left: percent(axis.position(effect.limit)) }} />
    </div>
  );
}

function End({ axis, at, abnormal }: { axis: Axis; at: number; abnormal: boolean }): JSX.Element {
  return (
    <span class={`bar-end ${abnormal ? "abnormal" : ""}`} style={{ left: percent(axis.position(at)) }} />
  );
}

/** All effects of a kind: from the cause to the fastest confirmation, on to the slowest, and the limit. */
export function KindBar({ kind, axis }: { kind: KindGroup; axis: Axis }): JSX.Element {
  const { fastest, slowest, limit } = kind;
  return (
    <div class="bar" aria-hidden="true">
      <Lines axis={axis} />
      {fastest === null || slowest === null ? (
        <span class="bar-open" style={span(axis, 0, limit)} />
      ) : (
        <>
          <span class="bar-wait" style={span(axis, 0, fastest)} />
          <span class="bar-range" style={span(axis, fastest, slowest)} />
          <End axis={axis} at={slowest} abnormal={slowest > limit} />
        </>
      )}
      <span class="bar-limit" style={{ left: percent(axis.position(limit)) }} />
    </div>
  );
}

const LEGEND = [
  { look: "bar-sent", text: "sentLegend" },
  { look: "bar-wait", text: "waitLegend" },
  { look: "bar-range", text: "rangeLegend" },
  { look: "bar-open", text: "openLegend" },
  { look: "swatch-limit", text: "limitLegend" },
] as const;

/** What the parts of a bar mean. */
export function BarLegend(): JSX.Element {
  return (
    <ul class="row bar-legend soft small-text">
      {LEGEND.map(({ look, text }) => (
        <li key={look} class="row">
          <span class={`swatch ${look}`} aria-hidden="true" />
          {l(text)}
        </li>
      ))}
      <li>{l("secondsFromCause")}</li>
    </ul>
  );
}
