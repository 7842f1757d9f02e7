import type { JSX } from "preact";
import type { PointInfo } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { ownerText, spanText } from "../../core/text/manage-words.ts";
import { Age, formatValue, PointValue } from "../stage/index.ts";
import { clock } from "../stage/clock.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import type { Desk, Override } from "./desk.ts";

/** One value of a room: what it is, what the device reports, what is wanted, who overrides it, and what can be done. */
export function PointRow({
  desk,
  point,
  setPoint,
}: {
  desk: Desk;
  point: PointInfo;
  setPoint: PointInfo | undefined;
}): JSX.Element {
  const held = desk.overrides.value.value.find((slot) => slot.point === point.id);
  const mayChange = point.template.writable && desk.barrier(point.equipment.id) === null;
  const name = pick(point.template.label);
  return (
    <li class="point-row">
      <span class="point-name">{name}</span>
      <span class="point-value">
        <PointValue app={desk.app} point={point} bare />
        <Age time={desk.app.points.of(point.id).value.time} />
        {setPoint && <SetPoint desk={desk} point={setPoint} />}
        {held && <HeldMark slot={held} />}
      </span>
      <span class="point-tools">
        {point.template.type !== "text" && (
          <Tool icon="trend" label={t("trendOf", { name })} onPress={() => ask(desk, "trend", point.id)} />
        )}
        <Tool icon="why" label={t("whyOf", { name })} onPress={() => ask(desk, "why", point.id)} />
        {mayChange && (
          <Tool
            icon="edit"
            label={t("changePoint", { name })}
            disabled={desk.lost.value}
            onPress={() => ask(desk, "change", point.id)}
          />
        )}
      </span>
    </li>
  );
}

function ask(desk: Desk, what: "change" | "why" | "trend", point: string): void {
  desk.asked.value = { what, point };
}

function SetPoint({ desk, point }: { desk: Desk; point: PointInfo }): JSX.Element {
  const state = desk.app.points.of(point.id).value;
  return (
    <span class="soft point-wanted">{t("wanted", { value: formatValue(point.template, state.value) })}</span>
  );
}

/** Somebody holds the point over its schedule: who, and for how long yet. */
export function HeldMark({ slot }: { slot: Override }): JSX.Element {
  const left = slot.expires
    ? t("leftFor", { span: spanText(slot.expires - clock.value) })
    : t("untilReleased");
  return (
    <span class="badge info">
      <Icon name="hand" size={14} /> {t("heldBy", { owner: ownerText(slot.owner), left })}
    </span>
  );
}

function Tool({
  icon,
  label,
  disabled,
  onPress,
}: {
  icon: IconName;
  label: string;
  disabled?: boolean;
  onPress: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="button plain tool"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} size={18} />
    </button>
  );
}
