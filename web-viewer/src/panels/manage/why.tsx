import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Schema } from "../../core/api/client.ts";
import type { PointInfo } from "../../core/campus.ts";
import { outcomeOf } from "../../core/commands.ts";
import { t } from "../../core/text/manage.ts";
import {
  commandStateWord,
  momentText,
  ownerText,
  reasonText,
  spanText,
} from "../../core/text/manage-words.ts";
import { formatValue } from "../../core/format.ts";
import { t as shared } from "../../core/text/shared.ts";
import { clock } from "../stage/clock.ts";
import { PointValue } from "../stage/index.ts";
import { MANUAL } from "../../core/rights.ts";
import type { Desk } from "./desk.ts";
import { Moment, Problem } from "./parts.tsx";

type Why = Schema["Why"];

/** Why a point is as it is, told in sentences: who holds it, since when, why, until when, and what comes after. */
export function WhyPanel({ desk, point }: { desk: Desk; point: PointInfo }): JSX.Element {
  const [why, setWhy] = useState<Why | null>(null);
  const [problem, setProblem] = useState("");
  const read = (): void => {
    setProblem("");
    desk.app.api
      .call((client) => client.GET("/points/{id}/why", { params: { path: { id: point.id } } }))
      .then(setWhy)
      .catch((failed: unknown) => setProblem(failed instanceof Error ? failed.message : String(failed)));
  };
  useEffect(read, [point.id]);
  return (
    <div class="stack">
      <p class="now-line">
        <span class="soft">{t("reportedNow")}</span> <PointValue app={desk.app} point={point} />
      </p>
      <Problem text={problem} retry={read} />
      {!why && !problem && <p class="soft">{shared("loading")}</p>}
      {why && <Story why={why} point={point} />}
      {why && <ReleaseOffer desk={desk} why={why} point={point} />}
      {why && why.priorityArray.length > 0 && <Slots why={why} point={point} />}
      {why && why.commands.length > 0 && <Latest why={why} point={point} />}
    </div>
  );
}

function Story({ why, point }: { why: Why; point: PointInfo }): JSX.Element {
  const slot = why.effective;
  if (!why.writable) return <p>{t("whyReadOnly")}</p>;
  if (!slot) return <p>{t("whyNobody")}</p>;
  const owner = ownerText(slot.owner, why.ownerName);
  const after = why.ifReleased;
  return (
    <div class="story">
      <p>
        {t("whyHeld", {
          owner,
          level: slot.level,
          value: formatValue(point.template, slot.value),
          time: momentText(slot.since),
          span: slot.since ? spanText(clock.value - slot.since) : "—",
        })}
      </p>
      {slot.reason && <p>{t("whyReason", { reason: slot.reason })}</p>}
      <p>{slot.expires ? t("whyUntil", { time: momentText(slot.expires) }) : t("whyNoEnd")}</p>
      {after && (
        <p>
          {after.owner
            ? t("whyAfter", {
                owner: ownerText(after.owner),
                value: formatValue(point.template, after.value),
              })
            : t("whyRest", { value: formatValue(point.template, after.value) })}
        </p>
      )}
      {!why.agrees && <p class="notice warning">{t("whyDisagrees")}</p>}
    </div>
  );
}

/** A slot that a person holds can be given up from here. */
function ReleaseOffer({ desk, why, point }: { desk: Desk; why: Why; point: PointInfo }): JSX.Element | null {
  const strongest = desk.app.session.value?.strongestPriority ?? 17;
  const held = why.priorityArray.find(
    (slot) => slot.level >= Math.min(strongest, MANUAL) && !slot.owner.includes(":"),
  );
  if (!held || held.owner === "device" || held.level >= 16 || desk.barrier(point.equipment.id)) return null;
  return (
    <div>
      <button
        type="button"
        class="button"
        disabled={desk.lost.value}
        onClick={() => (desk.asked.value = { what: "release", point: point.id })}
      >
        {t("release")}
      </button>
    </div>
  );
}

function Slots({ why, point }: { why: Why; point: PointInfo }): JSX.Element {
  return (
    <>
      <h3>{t("slots")}</h3>
      <div class="scroll" tabIndex={0} role="region" aria-label={t("slots")}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t("priority")}</th>
              <th scope="col">{t("value")}</th>
              <th scope="col">{t("owner")}</th>
              <th scope="col">{t("since")}</th>
              <th scope="col">{t("until")}</th>
            </tr>
          </thead>
          <tbody>
            {why.priorityArray.map((slot) => (
              <tr key={slot.level}>
                <td class="number">{slot.level}</td>
                <td>{formatValue(point.template, slot.value)}</td>
                <td>{ownerText(slot.owner)}</td>
                <td>
                  <Moment time={slot.since} />
                </td>
                <td>
                  <Moment time={slot.expires} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Latest({ why, point }: { why: Why; point: PointInfo }): JSX.Element {
  return (
    <>
      <h3>{t("latestCommands")}</h3>
      <ul class="stack">
        {why.commands.map((item) => (
          <li key={item.id} class="row latest">
            <Moment time={(item.times as Record<string, number>)["requested"]} />
            <span>{ownerText(item.owner)}</span>
            <span>{item.value === null ? t("release") : formatValue(point.template, item.value)}</span>
            <span class={`badge ${outcomeOf(item) === "failed" ? "critical" : ""}`}>
              {commandStateWord(item.state)}
            </span>
            {item.reason && <span class="soft">{reasonText(item.reason).what}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
