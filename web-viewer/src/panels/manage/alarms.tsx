import type { JSX } from "preact";
import { useState } from "preact/hooks";
import {
  filterAlarms,
  isUnanswered,
  PRIORITIES,
  type Alarm,
  type AlarmChoice,
  type AlarmFilter,
} from "../../core/alarms.ts";
import { mayAcknowledge } from "../../core/rights.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { momentText, spanText } from "../../core/text/manage-words.ts";
import { formatValue } from "../../core/format.ts";
import { t as shared } from "../../core/text/shared.ts";
import { clock } from "../stage/clock.ts";
import { AcknowledgeDialog } from "./acknowledge.tsx";
import type { Desk } from "./desk.ts";
import {
  AlarmStateWord,
  Empty,
  PlaceLink,
  placeName,
  pointName,
  PriorityMark,
  priorityWord,
  Problem,
  SectionFrame,
} from "./parts.tsx";

const CHOICES: readonly { state: AlarmChoice; text: Parameters<typeof t>[0] }[] = [
  { state: "active", text: "stateActive" },
  { state: "unanswered", text: "stateUnanswered" },
  { state: "acknowledged", text: "acknowledged" },
  { state: "reset", text: "stateReset" },
  { state: "held", text: "stateHeld" },
  { state: "normal", text: "normal" },
  { state: "all", text: "stateAll" },
];
const PAGE = 200;

function filterOf(desk: Desk): AlarmFilter {
  const state = CHOICES.find((choice) => choice.state === desk.nav.get("state"))?.state ?? "active";
  const priority = PRIORITIES.find((one) => one === desk.nav.get("priority")) ?? "";
  return { state, priority, building: desk.nav.get("building"), text: desk.nav.get("text") };
}

/** Alarms that fit the filter, most urgent first, with acknowledgement of one or many. */
export function AlarmsSection({ desk }: { desk: Desk }): JSX.Element {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<readonly string[]>([]);
  const [most, setMost] = useState(PAGE);
  const campus = desk.app.campus.value;
  const filter = filterOf(desk);
  const alarms = filterAlarms(desk.alarms.alarms.value, filter, (alarm) => ({
    building: campus?.spaces.get(alarm.space ?? "")?.building ?? "",
    words: `${placeName(campus, alarm.space ?? "")} ${pick(alarm.name)} ${alarm.point} ${alarm.space ?? ""}`,
  }));
  const may = mayAcknowledge(desk.app.session.value);
  const open = alarms.filter(isUnanswered).map((alarm) => alarm.id);
  const chosen = open.filter((id) => ticked.has(id));
  return (
    <SectionFrame
      title={t("alarms")}
      lead={t("alarmsLead", { n: alarms.length, open: open.length })}
      tools={may && <AnswerMany desk={desk} ids={chosen} onAsk={() => setAsked(chosen)} />}
    >
      <Filters desk={desk} filter={filter} />
      <Problem text={desk.alarms.problem.value} retry={() => void desk.alarms.read()} />
      {alarms.length === 0 ? (
        <Empty good={desk.alarms.known.value}>
          {desk.alarms.known.value ? t("noAlarmsFit") : shared("loading")}
        </Empty>
      ) : (
        <AlarmTable
          desk={desk}
          alarms={alarms.slice(0, most)}
          open={may ? open : []}
          ticked={ticked}
          onTick={setTicked}
          onAsk={(id) => setAsked([id])}
        />
      )}
      {alarms.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + PAGE)}>
          {t("showMore", { n: alarms.length - most })}
        </button>
      )}
      {asked.length > 0 && (
        <AcknowledgeDialog
          desk={desk}
          ids={asked}
          onClose={() => {
            setAsked([]);
            setTicked(new Set());
          }}
        />
      )}
    </SectionFrame>
  );
}

function Filters({ desk, filter }: { desk: Desk; filter: AlarmFilter }): JSX.Element {
  const campus = desk.app.campus.value;
  return (
    <div class="filters" role="group" aria-label={t("filter")}>
      <label class="field">
        <span>{t("state")}</span>
        <select
          class="input"
          value={filter.state}
          onChange={(e) => desk.nav.filter({ state: e.currentTarget.value })}
        >
          {CHOICES.map((choice) => (
            <option key={choice.state} value={choice.state}>
              {t(choice.text)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t("priority")}</span>
        <select
          class="input"
          value={filter.priority}
          onChange={(e) => desk.nav.filter({ priority: e.currentTarget.value })}
        >
          <option value="">{t("any")}</option>
          {PRIORITIES.map((priority) => (
            <option key={priority} value={priority}>
              {priorityWord(priority)}
            </option>
          ))}
        </select>
      </label>
      <BuildingField
        desk={desk}
        value={filter.building}
        onChange={(building) => desk.nav.filter({ building })}
      />
      <label class="field">
        <span>{t("text")}</span>
        <input
          class="input"
          type="search"
          value={filter.text}
          disabled={!campus}
          onInput={(e) => desk.nav.filter({ text: e.currentTarget.value })}
        />
      </label>
    </div>
  );
}

/** Choice of a building or all of them. */
export function BuildingField({
  desk,
  value,
  onChange,
}: {
  desk: Desk;
  value: string;
  onChange: (building: string) => void;
}): JSX.Element {
  return (
    <label class="field">
      <span>{t("building")}</span>
      <select class="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{t("any")}</option>
        {desk.app.campus.value?.geometry.buildings.map((building) => (
          <option key={building.id} value={building.id}>
            {pick(building.name)}
          </option>
        ))}
      </select>
    </label>
  );
}

function AlarmTable({
  desk,
  alarms,
  open,
  ticked,
  onTick,
  onAsk,
}: {
  desk: Desk;
  alarms: readonly Alarm[];
  /** Those that may be acknowledged. */
  open: readonly string[];
  ticked: ReadonlySet<string>;
  onTick: (ticked: ReadonlySet<string>) => void;
  onAsk: (id: string) => void;
}): JSX.Element {
  const all = open.length > 0 && open.every((id) => ticked.has(id));
  const toggle = (id: string): void => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onTick(next);
  };
  return (
    <table class="table list">
      <thead>
        <tr>
          {open.length > 0 && (
            <th scope="col">
              <input
                type="checkbox"
                aria-label={t("tickAll")}
                checked={all}
                onChange={() => onTick(new Set(all ? [] : open))}
              />
            </th>
          )}
          <th scope="col">{t("priority")}</th>
          <th scope="col">{t("placeColumn")}</th>
          <th scope="col">{t("pointColumn")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("raised")}</th>
          <th scope="col">{t("answered")}</th>
        </tr>
      </thead>
      <tbody>
        {alarms.map((alarm) => (
          <AlarmRow
            key={alarm.id}
            desk={desk}
            alarm={alarm}
            column={open.length > 0}
            open={open.includes(alarm.id)}
            ticked={ticked.has(alarm.id)}
            onTick={() => toggle(alarm.id)}
            onAsk={() => onAsk(alarm.id)}
          />
        ))}
      </tbody>
    </table>
  );
}

function AlarmRow({
  desk,
  alarm,
  column,
  open,
  ticked,
  onTick,
  onAsk,
}: {
  desk: Desk;
  alarm: Alarm;
  column: boolean;
  open: boolean;
  ticked: boolean;
  onTick: () => void;
  onAsk: () => void;
}): JSX.Element {
  const loud = alarm.lifeSafety || alarm.priority === "critical" || alarm.priority === "high";
  return (
    <tr class={isUnanswered(alarm) ? (loud ? "open loud" : "open") : ""}>
      {column && (
        <td class="tick">
          {open && (
            <input
              type="checkbox"
              checked={ticked}
              aria-label={t("tick", { name: alarm.id })}
              onChange={onTick}
            />
          )}
        </td>
      )}
      <td data-label={t("priority")}>
        <PriorityMark priority={alarm.priority} active={alarm.state !== "normal"} />
        {alarm.lifeSafety && <span class="badge">{t("lifeSafety")}</span>}
      </td>
      <td data-label={t("placeColumn")}>
        <PlaceLink desk={desk} id={alarm.space ?? ""} />
      </td>
      <td data-label={t("pointColumn")}>
        <AlarmPoint desk={desk} alarm={alarm} />
      </td>
      <td data-label={t("state")}>
        <AlarmStateWord state={alarm.state} />
        {alarm.returned ? (
          <span class="soft"> {t("returnedAt", { time: momentText(alarm.returned) })}</span>
        ) : null}
      </td>
      <td data-label={t("raised")}>
        <Raised alarm={alarm} />
      </td>
      <td data-label={t("answered")}>
        <Answer desk={desk} alarm={alarm} open={open} onAsk={onAsk} />
        {alarm.state === "latched-acknowledged" && mayAcknowledge(desk.app.session.value) && (
          <ResetButton desk={desk} id={alarm.id} />
        )}
      </td>
    </tr>
  );
}

/** When it was raised, and for how long it has stood. */
function Raised({ alarm }: { alarm: Alarm }): JSX.Element {
  return (
    <span>
      {momentText(alarm.raised)}
      {alarm.state !== "normal" && alarm.raised ? (
        <span class="soft"> · {spanText(clock.value - alarm.raised)}</span>
      ) : null}
    </span>
  );
}

function AlarmPoint({ desk, alarm }: { desk: Desk; alarm: Alarm }): JSX.Element {
  const campus = desk.app.campus.value;
  const point = campus?.findPoint(alarm.point);
  return (
    <>
      {pointName(campus, alarm.point)}
      {point && alarm.value !== undefined && (
        <span class="soft"> {formatValue(point.template, alarm.value)}</span>
      )}
    </>
  );
}

/** Who acknowledged it, when and with what words; or the button to do so. */
function Answer({
  desk,
  alarm,
  open,
  onAsk,
}: {
  desk: Desk;
  alarm: Alarm;
  open: boolean;
  onAsk: () => void;
}): JSX.Element {
  return (
    <>
      {alarm.acknowledged ? (
        <span title={alarm.comment ?? undefined}>
          {alarm.acknowledgedBy} · <span class="number">{momentText(alarm.acknowledged)}</span>
          {alarm.comment && <span class="soft"> “{alarm.comment}”</span>}
        </span>
      ) : open ? (
        <button type="button" class="button small" disabled={desk.lost.value} onClick={onAsk}>
          {t("acknowledge")}
        </button>
      ) : (
        "—"
      )}
    </>
  );
}

/** Resets a latched alarm that was acknowledged; what the server says against it stands beside the button. */
function ResetButton({ desk, id }: { desk: Desk; id: string }): JSX.Element {
  const [refusal, setRefusal] = useState("");
  return (
    <>
      {" "}
      <button
        type="button"
        class="button small"
        aria-label={t("resetOf", { name: id })}
        disabled={desk.lost.value}
        onClick={() => void desk.alarms.reset(id).then(setRefusal)}
      >
        {t("resetAlarm")}
      </button>
      {refusal && (
        <span class="soft" role="alert">
          {" "}
          {refusal}
        </span>
      )}
    </>
  );
}

function AnswerMany({
  desk,
  ids,
  onAsk,
}: {
  desk: Desk;
  ids: readonly string[];
  onAsk: () => void;
}): JSX.Element {
  return (
    <button
      type="button"
      class="button primary"
      disabled={ids.length === 0 || desk.lost.value}
      onClick={onAsk}
    >
      {ids.length === 0 ? t("acknowledgeChosen") : t("acknowledgeMany", { n: ids.length })}
    </button>
  );
}
