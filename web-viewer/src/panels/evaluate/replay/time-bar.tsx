import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { clock, clusters, type RunEvent } from "../../../core/replay.ts";
import { r } from "../../../core/text/replay.ts";
import { Icon } from "../../ui/icons.tsx";
import { EVENT_MARKS } from "./marks.ts";
import type { Player } from "./player.ts";

/** Part of the bar (0 to 1) under which two events of a kind become one mark. */
const GAP = 0.015;
const KINDS = Object.keys(EVENT_MARKS) as RunEvent["kind"][];

interface Props {
  player: Player;
  /** Persons inside for every second. */
  curve: Int32Array;
}

/** The run on one bar: lanes of events over the evacuation curve, the cursor across both. Dragged, or moved by keys. */
export function TimeBar({ player, curve }: Props): JSX.Element {
  const { recording } = player;
  const most = useMemo(() => curve.reduce((a, b) => Math.max(a, b), 1), [curve]);
  const toSecond = (event: PointerEvent & { currentTarget: HTMLElement }): void => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    player.seek(((event.clientX - left) / Math.max(width, 1)) * recording.seconds);
  };
  const time = player.time.value;
  return (
    <div class="time-bar">
      <Lanes events={recording.events} seconds={recording.seconds} />
      <div
        class="scrub"
        role="slider"
        tabIndex={0}
        aria-label={r("position")}
        aria-valuemin={0}
        aria-valuemax={recording.seconds}
        aria-valuenow={Math.round(time)}
        aria-valuetext={r("positionText", { time: clock(time), n: curve[Math.floor(time)] ?? 0 })}
        onKeyDown={(event) => {
          const step = keyStep(event, recording.seconds, time);
          if (step === null) return;
          event.preventDefault();
          player.seek(step);
        }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          toSecond(event);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) toSecond(event);
        }}
      >
        <svg class="curve" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
          <CurvePath curve={curve} most={most} />
        </svg>
        <span class="curve-most number small-text soft" aria-hidden="true">
          {r("inside")} {most}
        </span>
        <span class="cursor" style={{ left: `${(time / Math.max(recording.seconds, 1)) * 100}%` }} />
      </div>
      <Ticks seconds={recording.seconds} />
    </div>
  );
}

/** Where a key leads, in seconds; null for a key that is not ours. */
function keyStep(event: KeyboardEvent, end: number, time: number): number | null {
  const large = event.shiftKey ? 10 : 1;
  switch (event.key) {
    case "ArrowRight":
    case "ArrowUp":
      return time + large;
    case "ArrowLeft":
    case "ArrowDown":
      return time - large;
    case "PageUp":
      return time + 10;
    case "PageDown":
      return time - 10;
    case "Home":
      return 0;
    case "End":
      return end;
    default:
      return null;
  }
}

function CurvePath({ curve, most }: { curve: Int32Array; most: number }): JSX.Element {
  const line = useMemo(() => {
    const last = Math.max(curve.length - 1, 1);
    return Array.from(
      curve,
      (persons, second) =>
        `${((second / last) * 1000).toFixed(1)},${(99 - (persons / most) * 90).toFixed(1)}`,
    ).join(" ");
  }, [curve, most]);
  return (
    <>
      <polygon class="curve-area" points={`0,100 ${line} 1000,100`} />
      <polyline class="curve-line" points={line} />
    </>
  );
}

function Lanes({ events, seconds }: { events: readonly RunEvent[]; seconds: number }): JSX.Element {
  const marks = useMemo(() => clusters(events, seconds * GAP), [events, seconds]);
  return (
    <div class="lanes" aria-hidden="true">
      {KINDS.filter((kind) => marks.some((mark) => mark.kind === kind)).map((kind) => (
        <div key={kind} class={`lane ${EVENT_MARKS[kind].tone}`}>
          <span class="lane-name small-text">{r(kind)}</span>
          {marks
            .filter((mark) => mark.kind === kind)
            .map((mark) => (
              <span
                key={mark.at}
                class="lane-mark"
                style={{ left: `${(mark.at / Math.max(seconds, 1)) * 100}%` }}
                title={mark.count > 1 ? `${clock(mark.at)} ×${mark.count}` : clock(mark.at)}
              >
                <Icon name={EVENT_MARKS[kind].icon} size={14} />
              </span>
            ))}
        </div>
      ))}
    </div>
  );
}

function Ticks({ seconds }: { seconds: number }): JSX.Element {
  const step = [30, 60, 120, 300, 600, 1800, 3600].find((each) => seconds / each <= 10) ?? 7200;
  const ticks = Array.from({ length: Math.ceil(seconds / step) }, (_, i) => i * step);
  return (
    <div class="ticks number small-text soft" aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick} style={{ left: `${(tick / Math.max(seconds, 1)) * 100}%` }}>
          {clock(tick)}
        </span>
      ))}
    </div>
  );
}
