import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { clock, timeOfDay } from "../../../core/replay.ts";
import { r } from "../../../core/text/replay.ts";
import { Icon, type IconName } from "../../ui/icons.tsx";
import { change } from "../address.ts";
import { copyText } from "../parts.tsx";
import { RATES, type Player } from "./player.ts";

const STEPS = [
  { seconds: -10, text: "back10", icon: "skipBack" },
  { seconds: -1, text: "back1", icon: "stepBack" },
  { seconds: 1, text: "forward1", icon: "stepForward" },
  { seconds: 10, text: "forward10", icon: "skipForward" },
] as const satisfies readonly { seconds: number; text: string; icon: IconName }[];

/**
 * Buttons and fields of the playback; each does what a key or the bar does as well.
 *
 * @param start local date and time of the campus at the start of the run; empty if it is not known
 */
export function Transport({ player, start }: { player: Player; start: string }): JSX.Element {
  return (
    <div class="row transport" role="group" aria-label={r("controls")}>
      <PlayButton player={player} />
      <span class="row steps">
        {STEPS.map(({ seconds, text, icon }) => (
          <button
            key={text}
            type="button"
            class="button plain"
            aria-label={r(text)}
            title={r(text)}
            onClick={() => player.seek(player.time.peek() + seconds)}
          >
            <Icon name={icon} />
          </button>
        ))}
      </span>
      <Time player={player} start={start} />
      <SecondField player={player} />
      <label class="field-inline">
        <span class="soft small-text">{r("speed")}</span>
        <select
          class="input"
          value={String(player.rate.value)}
          onChange={(event) => (player.rate.value = Number(event.currentTarget.value))}
        >
          {RATES.map((rate) => (
            <option key={rate} value={rate}>
              {r("times", { n: rate })}
            </option>
          ))}
        </select>
      </label>
      <CopyLink player={player} />
    </div>
  );
}

function PlayButton({ player }: { player: Player }): JSX.Element {
  const playing = player.playing.value;
  return (
    <button
      type="button"
      class="button primary play"
      aria-keyshortcuts="Space"
      title={r("playKey")}
      onClick={() => player.toggle()}
    >
      <Icon name={playing ? "pause" : "play"} />
      {r(playing ? "pause" : "play")}
    </button>
  );
}

function Time({ player, start }: { player: Player; start: string }): JSX.Element {
  const time = player.time.value;
  return (
    <span class="time-now">
      <span class="number time-large">{clock(time, true)}</span>
      <span class="number soft"> / {clock(player.recording.seconds)}</span>
      {start && <span class="soft small-text block">{r("clock", { time: timeOfDay(start, time) })}</span>}
    </span>
  );
}

/** Goes to a second that is typed; what is typed stands until it is sent by Enter or by leaving the field. */
function SecondField({ player }: { player: Player }): JSX.Element {
  const [typed, setTyped] = useState<string | null>(null);
  const send = (): void => {
    const wanted = Number(typed);
    if (typed !== null && typed !== "" && Number.isFinite(wanted)) player.seek(wanted);
    setTyped(null);
  };
  return (
    <form
      class="field-inline"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <label class="field-inline">
        <span class="soft small-text">{r("second")}</span>
        <input
          class="input number second"
          type="number"
          min={0}
          max={player.recording.seconds}
          step="any"
          value={typed ?? String(Math.round(player.time.value * 10) / 10)}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={send}
        />
      </label>
    </form>
  );
}

function CopyLink({ player }: { player: Player }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    change({ t: String(Math.round(player.time.peek() * 10) / 10) });
    setCopied(await copyText(location.href));
    setTimeout(() => setCopied(false), 2_000);
  };
  return (
    <>
      <button
        type="button"
        class="button"
        aria-label={r("link")}
        title={r("link")}
        onClick={() => void copy()}
      >
        <Icon name={copied ? "check" : "link"} />
      </button>
      <span class="visually-hidden" role="status">
        {copied ? r("linkCopied") : ""}
      </span>
    </>
  );
}
