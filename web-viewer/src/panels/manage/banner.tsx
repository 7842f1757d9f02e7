import type { JSX } from "preact";
import type { Alarm } from "../../core/alarms.ts";
import { t } from "../../core/text/manage.ts";
import { clock } from "../stage/clock.ts";
import { ageText } from "../../core/format.ts";
import { Icon } from "../ui/icons.tsx";
import type { Desk } from "./desk.ts";
import { placeName, pointName, PriorityMark } from "./parts.tsx";

/** Colour only for what is abnormal enough: low priorities and those that returned stay calm. */
function toneOf(alarm: Alarm): "critical" | "open" | "" {
  if (alarm.lifeSafety || alarm.priority === "critical" || alarm.priority === "high") return "critical";
  return alarm.priority === "medium" && alarm.state === "unacknowledged" ? "open" : "";
}

/** On every section: the most urgent alarm that nobody answered, how many there are, sound, and the way to them. */
export function AlarmBanner({ desk }: { desk: Desk }): JSX.Element {
  const campus = desk.app.campus.value;
  const open = desk.alarms.unanswered.value;
  const first = open[0];
  const tone = first ? toneOf(first) : "";
  return (
    <section class={`banner ${tone}`} aria-label={t("banner")}>
      {first ? (
        <>
          <PriorityMark priority={first.priority} />
          <button type="button" class="link banner-name" onClick={() => desk.show(first.space ?? "")}>
            {placeName(campus, first.space ?? "")} · {pointName(campus, first.point)}
          </button>
          <span class="soft">{ageText(first.raised ?? 0, clock.value)}</span>
          <button type="button" class="button" onClick={() => desk.nav.go("alarms", { state: "unanswered" })}>
            {t("allUnanswered", { n: open.length })}
          </button>
        </>
      ) : (
        <span class="banner-quiet soft">
          <Icon name="check" size={16} /> {t("noUnanswered")}
        </span>
      )}
      <SoundControls desk={desk} />
    </section>
  );
}

function SoundControls({ desk }: { desk: Desk }): JSX.Element {
  const { siren } = desk;
  return (
    <div class="banner-end row">
      {siren.sounding.value && (
        <button type="button" class="button" onClick={() => siren.silence()}>
          {t("silence")}
        </button>
      )}
      <button
        type="button"
        class="button plain"
        aria-pressed={siren.on.value}
        onClick={() => siren.toggle()}
        title={t("soundHint")}
      >
        <Icon name={siren.on.value ? "sound" : "mute"} size={18} />{" "}
        {t(siren.on.value ? "soundOn" : "soundOff")}
      </button>
    </div>
  );
}
