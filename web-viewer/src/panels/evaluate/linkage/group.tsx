import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Campus } from "../../../core/campus.ts";
import { clock } from "../../../core/replay.ts";
import { l } from "../../../core/text/linkage.ts";
import { type Axis, type EffectRow, type KindGroup, type LinkageGroup } from "../../../core/timeline.ts";
import { Icon } from "../../ui/icons.tsx";
import { address, change } from "../address.ts";
import { Mark } from "../parts.tsx";
import { EffectBar, KindBar, Scale } from "./bar.tsx";
import { OutcomeMark } from "./marks.tsx";
import { causeText, effectName, linkageName, pointName, secondsText } from "./names.ts";

/** Effects of an open kind that are drawn at first, and with each further step. */
const STEP = 40;

interface SectionProps {
  campus: Campus | null;
  group: LinkageGroup;
  /** Shared by all linkages, so that their bars can be compared. */
  axis: Axis;
}

/** A linkage: its cause, then each kind of effect as a bar. */
export function LinkageSection({ campus, group, axis }: SectionProps): JSX.Element {
  const [opened, setOpened] = useState<boolean | null>(null);
  const open = opened ?? (group.starts === 1 || holdsChosen(group));
  const name = linkageName(group);
  return (
    <section class="panel linkage" aria-label={name}>
      <div class="linkage-head">
        <h3>
          <button
            type="button"
            class="button plain fold"
            aria-expanded={open}
            onClick={() => setOpened(!open)}
          >
            <Icon name={open ? "chevronDown" : "chevronRight"} size={16} />
            {name}
          </button>
        </h3>
        <span class="soft">
          {l("cause")} {causeText(campus, group.causes)} ·{" "}
          {group.starts > 1
            ? l("starts", { n: group.starts, time: clock(group.first) })
            : l("causeAt", { time: clock(group.first, true) })}
        </span>
        <span class="row linkage-counts">
          <span class="soft">{l("count", { n: group.total })}</span>
          {group.abnormal > 0 && (
            <Mark tone="critical" icon="alarm">
              {l("abnormalCount", { n: group.abnormal })}
            </Mark>
          )}
        </span>
      </div>
      {open && (
        <>
          <div class="effect-grid effect-scale">
            <span />
            <Scale axis={axis} />
            <span />
          </div>
          <ul class="kinds">
            {group.kinds.map((kind) => (
              <Kind key={`${kind.by} ${kind.effect}`} campus={campus} kind={kind} axis={axis} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function holdsChosen(group: LinkageGroup): boolean {
  const chosen = address.effect.value;
  return group.kinds.some((kind) => kind.rows.some(({ index }) => String(index) === chosen));
}

function Kind({ campus, kind, axis }: { campus: Campus | null; kind: KindGroup; axis: Axis }): JSX.Element {
  const chosen = address.effect.value;
  const [opened, setOpened] = useState<boolean | null>(null);
  const [shown, setShown] = useState(STEP);
  const place = kind.rows.findIndex(({ index }) => String(index) === chosen);
  const open = opened ?? place >= 0;
  const [first] = kind.rows;
  if (kind.rows.length === 1 && first) {
    return <EffectItem campus={campus} row={first} axis={axis} title={effectName(kind)} alone />;
  }
  const most = Math.max(shown, place + 1);
  return (
    <li>
      <button type="button" class="effect-grid kind" aria-expanded={open} onClick={() => setOpened(!open)}>
        <span class="effect-name">
          <Icon name={open ? "chevronDown" : "chevronRight"} size={16} />
          <span>
            {effectName(kind)} <ByWord by={kind.by} />
          </span>
        </span>
        <KindBar kind={kind} axis={axis} />
        <span class="effect-end">
          <span class="number small-text">
            {l("confirmedOf", { n: kind.confirmed, all: kind.rows.length })}
          </span>
          {kind.slowest !== null && (
            <span class="soft small-text">{l("slowestIs", { time: secondsText(kind.slowest) })}</span>
          )}
          {kind.abnormal > 0 && (
            <Mark tone="critical" icon="alarm">
              {l("abnormalCount", { n: kind.abnormal })}
            </Mark>
          )}
        </span>
      </button>
      {open && (
        <ul class="effects">
          {kind.rows.slice(0, most).map((row) => (
            <EffectItem key={row.index} campus={campus} row={row} axis={axis} />
          ))}
          {kind.rows.length > most && (
            <li>
              <button type="button" class="button" onClick={() => setShown(most + STEP)}>
                {l("showMore", { n: Math.min(STEP, kind.rows.length - most) })}
              </button>
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

function ByWord({ by }: { by: "controller" | "platform" }): JSX.Element {
  return <span class="soft small-text by-word">{l(by)}</span>;
}

interface ItemProps {
  campus: Campus | null;
  row: EffectRow;
  axis: Axis;
  /** Instead of the name of the target. */
  title?: string;
  /** The only one of its kind: stands where the kind would. */
  alone?: boolean;
}

function EffectItem({ campus, row, axis, title, alone = false }: ItemProps): JSX.Element {
  const { effect, index } = row;
  const name = pointName(campus, effect.target);
  const chosen = address.effect.value === String(index);
  return (
    <li>
      <button
        type="button"
        id={`effect-${index}`}
        class={`effect-grid effect ${alone ? "alone" : ""}`}
        aria-current={chosen ? "true" : undefined}
        onClick={() => change({ effect: chosen ? "" : String(index) })}
      >
        <span class="effect-name">
          <span>
            {title ?? name.equipment} {alone && <ByWord by={effect.by} />}
            {alone && <span class="soft small-text effect-target">{name.equipment}</span>}
          </span>
        </span>
        <EffectBar effect={effect} axis={axis} />
        <span class="effect-end">
          <span class="number small-text">
            {effect.seconds === null ? l("never") : secondsText(effect.seconds)}
          </span>
          <OutcomeMark outcome={effect.outcome} />
        </span>
      </button>
    </li>
  );
}
