import type { JSX } from "preact";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { clock } from "../stage/clock.ts";
import { ageText } from "../../core/text/values.ts";
import { Icon } from "../ui/icons.tsx";
import type { Desk } from "./desk.ts";
import { placeName, PriorityMark } from "./parts.tsx";

/** On every section: the most urgent alarm that nobody answered, how many there are, sound, and the way to them. */
export function AlarmBanner({ desk }: { desk: Desk }): JSX.Element {
  const open = desk.alarms.unanswered.value;
  const first = open[0];
  const loud = first !== undefined && (first.lifeSafety === true || first.priority === "critical");
  return (
    <section class={`banner ${first ? (loud ? "critical" : "open") : ""}`} aria-label={t("banner")}>
      {first ? (
        <>
          <PriorityMark priority={first.priority} />
          <button type="button" class="link banner-name" onClick={() => desk.show(first.space ?? "")}>
            {placeName(desk.app.campus.value, first.space ?? "")} · {pick(first.name) || first.point}
          </button>
          <span class="soft number">{ageText(first.raised ?? 0, clock.value)}</span>
          <button
            type="button"
            class="button"
            onClick={() => desk.nav.go("alarms", { state: "unanswered" })}
          >
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
        <Icon name={siren.on.value ? "sound" : "mute"} size={18} /> {t(siren.on.value ? "soundOn" : "soundOff")}
      </button>
    </div>
  );
}
