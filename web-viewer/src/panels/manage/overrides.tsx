import type { JSX } from "preact";
import { isPerson } from "../../core/rights.ts";
import { t } from "../../core/text/manage.ts";
import { ownerText, spanText } from "../../core/text/manage-words.ts";
import { formatValue } from "../../core/format.ts";
import { t as shared } from "../../core/text/shared.ts";
import { clock } from "../stage/clock.ts";
import { PointValue } from "../stage/index.ts";
import type { Desk, Override } from "./desk.ts";
import { Empty, Moment, PlaceLink, pointName, Problem, SectionFrame, spaceOf } from "./parts.tsx";

/** What is held over the schedules, oldest first: so that nothing forced is forgotten. */
export function OverridesSection({ desk }: { desk: Desk }): JSX.Element {
  const { overrides } = desk;
  const held = overrides.value.value;
  return (
    <SectionFrame
      title={t("overrides")}
      lead={t("overridesLead")}
      tools={
        <button type="button" class="button" onClick={() => void overrides.read()}>
          {t("refresh")}
        </button>
      }
    >
      <Problem text={overrides.problem.value} retry={() => void overrides.read()} />
      {held.length === 0 ? (
        <Empty good={overrides.known.value}>
          {overrides.known.value ? t("noOverrides") : shared("loading")}
        </Empty>
      ) : (
        <table class="table list">
          <thead>
            <tr>
              <th scope="col">{t("placeColumn")}</th>
              <th scope="col">{t("pointColumn")}</th>
              <th scope="col">{t("heldAt")}</th>
              <th scope="col">{t("reportedNow")}</th>
              <th scope="col">{t("owner")}</th>
              <th scope="col">{t("since")}</th>
              <th scope="col">{t("until")}</th>
              <th scope="col">{t("energy")}</th>
              <th scope="col">{t("actions")}</th>
            </tr>
          </thead>
          <tbody>
            {held.map((slot) => (
              <OverrideRow key={`${slot.point} ${slot.level}`} desk={desk} slot={slot} />
            ))}
          </tbody>
        </table>
      )}
    </SectionFrame>
  );
}

/** Energy more than without the override, with what the figure stands on; a dash where nothing tells. */
function energyText(energy: Override["energy"]): JSX.Element | string {
  if (energy.kilowattHours === null) return "—";
  return (
    <>
      {energy.kilowattHours.toFixed(2)} kWh{" "}
      <span class="soft">{energy.basis === "measured" ? t("basisMeasured") : t("basisRated")}</span>
    </>
  );
}

function OverrideRow({ desk, slot }: { desk: Desk; slot: Override }): JSX.Element {
  const campus = desk.app.campus.value;
  const point = campus?.findPoint(slot.point);
  const strongest = desk.app.session.value?.strongestPriority ?? 17;
  const may =
    point !== undefined &&
    desk.barrier(point.equipment.id) === null &&
    slot.level >= strongest &&
    isPerson(slot.owner);
  return (
    <tr>
      <td data-label={t("placeColumn")}>
        <PlaceLink desk={desk} id={spaceOf(campus, slot.point)} />
      </td>
      <td data-label={t("pointColumn")}>{pointName(campus, slot.point)}</td>
      <td data-label={t("heldAt")}>
        {point ? formatValue(point.template, slot.value) : String(slot.value)}{" "}
        <span class="soft">{t("level", { n: slot.level })}</span>
      </td>
      <td data-label={t("reportedNow")}>{point ? <PointValue app={desk.app} point={point} bare /> : "—"}</td>
      <td data-label={t("owner")}>
        {ownerText(slot.owner)}
        {slot.reason && <span class="soft"> “{slot.reason}”</span>}
      </td>
      <td data-label={t("since")}>
        <Moment time={slot.since} />
        {slot.since ? <span class="soft"> · {spanText(clock.value - slot.since)}</span> : null}
      </td>
      <td data-label={t("until")}>{slot.expires ? <Moment time={slot.expires} /> : t("untilReleased")}</td>
      <td data-label={t("energy")}>{energyText(slot.energy)}</td>
      <td data-label={t("actions")}>
        <div class="row">
          <button
            type="button"
            class="button small"
            onClick={() => (desk.asked.value = { what: "why", point: slot.point })}
          >
            {t("why")}
          </button>
          {may && (
            <button
              type="button"
              class="button small"
              disabled={desk.lost.value}
              onClick={() => (desk.asked.value = { what: "release", point: slot.point })}
            >
              {t("release")}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}
