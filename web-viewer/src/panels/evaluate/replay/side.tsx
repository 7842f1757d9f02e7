import type { JSX } from "preact";
import { useComputed, useSignalEffect } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { Campus } from "../../../core/campus.ts";
import { clock, emptyFrom, fullest, type RunEvent } from "../../../core/replay.ts";
import { pick } from "../../../core/text/language.ts";
import { r } from "../../../core/text/replay.ts";
import { Icon } from "../../ui/icons.tsx";
import { placeName } from "../linkage/names.ts";
import { EVENT_MARKS } from "./marks.ts";
import type { Player } from "./player.ts";

/** Places that the list of the fullest holds. */
const MOST = 4;

/** The events in order, each a way to its moment and place; the newest so far is marked. */
export function Events({ player, onShow }: { player: Player; onShow: (place: string) => void }): JSX.Element {
  const { events } = player.recording;
  const list = useRef<HTMLOListElement>(null);
  const now = useComputed(() => player.recording.eventAt(player.time.value));
  const go = (event: RunEvent): void => {
    player.seek(event.at);
    if (event.place) onShow(event.place);
  };
  useSignalEffect(() => keepInSight(list.current, now.value));
  return (
    <section class="panel stack side-part" aria-label={r("events")}>
      <h3>{r("events")}</h3>
      {events.length === 0 ? (
        <p class="soft">{r("noEvents")}</p>
      ) : (
        <ol class="events" ref={list}>
          {events.map((event, index) => (
            <li key={index}>
              <button
                type="button"
                class={`event ${index > now.value ? "later" : ""}`}
                aria-current={index === now.value ? "step" : undefined}
                onClick={() => go(event)}
              >
                <span class="number small-text">{clock(event.at)}</span>
                <span class={`event-icon ${EVENT_MARKS[event.kind].tone}`}>
                  <Icon name={EVENT_MARKS[event.kind].icon} size={16} />
                  <span class="visually-hidden">{r(event.kind)}</span>
                </span>
                <span>{pick(event.text)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Scrolls the list alone, never the page. */
function keepInSight(list: HTMLElement | null, index: number): void {
  const row = list?.children[Math.max(index, 0)];
  if (!list || !(row instanceof HTMLElement)) return;
  const top = row.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top + row.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top - list.clientHeight / 2;
}

interface FullestProps {
  campus: Campus;
  player: Player;
  onShow: (place: string) => void;
}

/** Where most people are at the moment, indoors. */
export function Fullest({ campus, player, onShow }: FullestProps): JSX.Element {
  const crowds = fullest(player.people.value, MOST, (space) => Boolean(campus.spaces.get(space)?.building));
  const most = crowds[0]?.persons ?? 1;
  return (
    <section class="panel stack side-part" aria-label={r("fullest")}>
      <h3>{r("fullest")}</h3>
      {crowds.length === 0 ? (
        <p class="soft">{r("nobody")}</p>
      ) : (
        <ol class="crowds">
          {crowds.map(({ space, persons }) => (
            <li key={space}>
              <button type="button" class="crowd" onClick={() => onShow(space)}>
                <span>{placeName(campus, space)}</span>
                <span class="number">{persons}</span>
                <span class="crowd-bar" style={{ width: `${(persons / most) * 100}%` }} />
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** How many are inside now, and when it was empty. */
export function Inside({ player, curve }: { player: Player; curve: Int32Array }): JSX.Element {
  const empty = emptyFrom(curve);
  const inside = curve[Math.floor(player.time.value)] ?? 0;
  return (
    <span class="inside">
      <span class="soft small-text">{r("curve")}</span>
      <span class="number time-large">{inside}</span>
      <span class="soft small-text">
        {empty === null
          ? r("notEmpty", { n: curve[curve.length - 1] ?? 0 })
          : empty > 0
            ? r("emptyAt", { time: clock(empty) })
            : ""}
      </span>
    </span>
  );
}
