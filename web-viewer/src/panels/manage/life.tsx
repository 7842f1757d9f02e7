import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { ReadonlySignal } from "@preact/signals";
import type { PointInfo } from "../../core/campus.ts";
import { LIFE, outcomeOf, type CommandItem, type Progress } from "../../core/commands.ts";
import { t } from "../../core/text/manage.ts";
import { commandStateWord, momentText, reasonText } from "../../core/text/manage-words.ts";
import { formatValue } from "../../core/format.ts";
import { Icon } from "../ui/icons.tsx";
import type { Desk } from "./desk.ts";

/** The life of one command as the ledger tells it, step by step, with its end and what to do about it. */
export function Life({
  desk,
  progress,
  point,
}: {
  desk: Desk;
  progress: ReadonlySignal<Progress>;
  point: PointInfo;
}): JSX.Element {
  const now = progress.value;
  const item = now.items[0];
  useEffect(() => {
    if (now.stage === "finished") void desk.overrides.read();
  }, [now.stage, desk]);
  return (
    <div class="stack" aria-live="polite">
      <StageLine desk={desk} progress={progress} />
      {item && <Steps item={item} />}
      {item && <End item={item} />}
      {item && <Mismatch desk={desk} point={point} item={item} />}
      <p class="soft life-who">
        {t("askedBy", {
          user: item?.owner ?? desk.app.session.value?.user ?? "",
          time: momentText(now.asked),
        })}
        <span class="number">{now.id}</span>
      </p>
    </div>
  );
}

/** Where the command stands while the ledger has nothing on it. */
export function StageLine({
  desk,
  progress,
}: {
  desk: Desk;
  progress: ReadonlySignal<Progress>;
}): JSX.Element | null {
  const { stage, problem } = progress.value;
  switch (stage) {
    case "sending":
      return <p>{t("sending")}</p>;
    case "unsure":
      return <p class="notice warning">{t("unsure")}</p>;
    case "lost":
      return (
        <div class="notice warning row">
          <span>{t("neverArrived")}</span>
          <button
            type="button"
            class="button"
            disabled={desk.lost.value}
            onClick={() => desk.commander.again(progress)}
          >
            {t("sendAgain")}
          </button>
        </div>
      );
    case "refused":
      return (
        <p class="notice error" role="alert">
          {problem}
        </p>
      );
    default:
      return null;
  }
}

function Steps({ item }: { item: CommandItem }): JSX.Element {
  const times = item.times as Partial<Record<string, number>>;
  const begun = times["requested"] ?? 0;
  return (
    <ol class="life">
      {LIFE.map((state) => {
        const time = times[state];
        return (
          <li key={state} class={time ? "done" : ""} aria-current={item.state === state ? "step" : undefined}>
            <span class="life-mark" aria-hidden="true">
              {time ? <Icon name="check" size={14} /> : null}
            </span>
            <span>{commandStateWord(state)}</span>
            <span class="soft number">
              {time
                ? state === "requested"
                  ? momentText(time)
                  : `+${((time - begun) / 1000).toFixed(1)} s`
                : ""}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function End({ item }: { item: CommandItem }): JSX.Element | null {
  const outcome = outcomeOf(item);
  if (outcome === "open") return <p class="soft">{t("waitingForDevice")}</p>;
  if (outcome === "done")
    return (
      <p class="notice good row">
        <Icon name="check" size={18} /> {t(item.state === "confirmed" ? "confirmedByDevice" : "released")}
      </p>
    );
  const { what, mend } = reasonText(item.reason ?? "");
  return (
    <div class={`notice ${outcome === "held" ? "warning" : "error"}`} role="alert">
      <strong>{commandStateWord(item.state)}</strong>
      <p>{what}</p>
      {item.detail && <p class="soft">{item.detail}</p>}
      {mend && <p>{mend}</p>}
    </div>
  );
}

/** After the end the device may still show something else: that is said, never smoothed over. */
function Mismatch({
  desk,
  point,
  item,
}: {
  desk: Desk;
  point: PointInfo;
  item: CommandItem;
}): JSX.Element | null {
  const state = desk.app.points.of(point.id).value;
  if (outcomeOf(item) === "open" || item.value === null || agrees(state.value, item.value)) return null;
  return (
    <p class="notice warning">
      {t("mismatch", {
        now: formatValue(point.template, state.value),
        wanted: formatValue(point.template, item.value),
      })}
    </p>
  );
}

function agrees(now: CommandItem["value"], wanted: CommandItem["value"]): boolean {
  if (typeof now === "number" && typeof wanted === "number")
    return Math.abs(now - wanted) <= Math.max(0.05, Math.abs(wanted) * 0.01);
  return now === wanted;
}
