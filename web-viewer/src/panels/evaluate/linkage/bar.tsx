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

/** One effect: sent to acknowledged, on to confirmed, and its limit. Seen only; the row says the same in words. */
export function EffectBar({ effect, axis }: { effect: Effect; axis: Axis }): JSX.Element {
  const sent = effect.sent ?? 0;
  const answered = effect.acknowledged ?? effect.seconds ?? sent;
  const abnormal = isAbnormal(effect);
  return (
    <div class="bar" aria-hidden="true">
      <Lines axis={axis} />
      {effect.seconds === null && <span class="bar-open" style={span(axis, sent, effect.limit)} />}
      <span class="bar-sent" style={span(axis, sent, answered)} />
      {effect.seconds !== null && (
        <>
          <span class="bar-wait" style={span(axis, answered, effect.seconds)} />
          <span class={`bar-end ${abnormal ? "abnormal" : ""}`} style={{ left: percent(axis.position(effect.seconds)) }} />
        </>
      )}
      <span class="bar-limit" style={{ left: percent(axis.position(effect.limit)) }} />
    </div>
  );
}

/** All effects of a kind: from the fastest to the slowest confirmation, and the limit. */
export function KindBar({ kind, axis }: { kind: KindGroup; axis: Axis }): JSX.Element {
  return (
    <div class="bar" aria-hidden="true">
      <Lines axis={axis} />
      {kind.slowest === null ? (
        <span class="bar-open" style={span(axis, 0, kind.limit)} />
      ) : (
        <>
          <span class="bar-sent" style={span(axis, 0, kind.fastest ?? 0)} />
          <span class="bar-wait" style={span(axis, kind.fastest ?? 0, kind.slowest)} />
          <span
            class={`bar-end ${kind.slowest > kind.limit ? "abnormal" : ""}`}
            style={{ left: percent(axis.position(kind.slowest)) }}
          />
        </>
      )}
      <span class="bar-limit" style={{ left: percent(axis.position(kind.limit)) }} />
    </div>
  );
}

/** What the parts of a bar mean. */
export function BarLegend(): JSX.Element {
  return (
    <ul class="row bar-legend soft small-text">
      <li class="row">
        <span class="swatch bar-sent" aria-hidden="true" />
        {l("sentLegend")}
      </li>
      <li class="row">
        <span class="swatch bar-wait" aria-hidden="true" />
        {l("waitLegend")}
      </li>
      <li class="row">
        <span class="swatch swatch-limit" aria-hidden="true" />
        {l("limitLegend")}
      </li>
      <li>{l("secondsFromCause")}</li>
    </ul>
  );
}
