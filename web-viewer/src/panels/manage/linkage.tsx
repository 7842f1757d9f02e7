import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Schema } from "../../core/api/client.ts";
import { t } from "../../core/text/manage.ts";
import { outcomeWord, reasonText } from "../../core/text/manage-words.ts";
import { formatValue } from "../../core/format.ts";
import { t as shared } from "../../core/text/shared.ts";
import type { Desk } from "./desk.ts";
import { Empty, Moment, PlaceLink, pointName, Problem, SectionFrame, spaceOf } from "./parts.tsx";

type LinkageRun = Schema["LinkageRun"];
type Effect = LinkageRun["effects"][number];

const PAGE = 50;

/** Runs of linkages, newest first: cause, every effect, by whom, seconds against the limit. */
export function LinkageSection({ desk }: { desk: Desk }): JSX.Element {
  const [runs, setRuns] = useState<readonly LinkageRun[] | null>(null);
  const [next, setNext] = useState<string | undefined>();
  const [problem, setProblem] = useState("");
  const read = (cursor?: string): void => {
    setProblem("");
    desk.app.api
      .call((client) => client.GET("/linkage-runs", { params: { query: { limit: PAGE, cursor } } }))
      .then((page) => {
        setRuns((before) => (cursor ? [...(before ?? []), ...page.items] : page.items));
        setNext(page.next);
      })
      .catch((failed: unknown) => setProblem(failed instanceof Error ? failed.message : String(failed)));
  };
  useEffect(() => {
    if (!desk.lost.value) read();
  }, [desk.lost.value]);
  return (
    <SectionFrame
      title={t("linkage")}
      lead={t("linkageLead")}
      tools={
        <button type="button" class="button" onClick={() => read()}>
          {t("refresh")}
        </button>
      }
    >
      <Problem text={problem} retry={() => read()} />
      {!runs && !problem && <Empty>{shared("loading")}</Empty>}
      {runs?.length === 0 && <Empty good>{t("noRuns")}</Empty>}
      <ul class="stack">
        {runs?.map((run) => (
          <Run key={run.id} desk={desk} run={run} />
        ))}
      </ul>
      {next && (
        <button type="button" class="button" onClick={() => read(next)}>
          {t("older")}
        </button>
      )}
    </SectionFrame>
  );
}

function Run({ desk, run }: { desk: Desk; run: LinkageRun }): JSX.Element {
  const campus = desk.app.campus.value;
  const confirmed = run.effects.filter((effect) => effect.outcome === "confirmed").length;
  const bad = run.effects.filter((effect) => ["late", "failed", "missing"].includes(effect.outcome)).length;
  const cause = run.causes[0] ?? "";
  return (
    <li class="panel stack">
      <div class="row run-head">
        <h3 class="number">{run.linkage}</h3>
        <Moment time={run.causeTime} />
        {!run.finished && <span class="badge warning">{t("running")}</span>}
        <span class="badge">
          {run.drill ? t("drill") : t("effectsConfirmed", { n: confirmed, all: run.effects.length })}
        </span>
        {bad > 0 && <span class="badge critical">{t("effectsBad", { n: bad })}</span>}
      </div>
      <p>
        {t("cause")}：<PlaceLink desk={desk} id={spaceOf(campus, cause)} /> {pointName(campus, cause)}
        {run.causes.length > 1 && <span class="soft"> {t("andMore", { n: run.causes.length - 1 })}</span>}
      </p>
      {run.effects.length === 0 ? (
        <p class="soft">{t("noEffects")}</p>
      ) : (
        <details open={bad > 0}>
          <summary>{t("effects", { n: run.effects.length })}</summary>
          <EffectTable desk={desk} effects={run.effects} />
        </details>
      )}
    </li>
  );
}

const RANK: Record<Effect["outcome"], number> = {
  failed: 0,
  missing: 1,
  late: 2,
  pending: 3,
  confirmed: 4,
  simulated: 5,
};

function EffectTable({ desk, effects }: { desk: Desk; effects: readonly Effect[] }): JSX.Element {
  const campus = desk.app.campus.value;
  const sorted = [...effects].sort((a, b) => RANK[a.outcome] - RANK[b.outcome]);
  return (
    <table class="table list">
      <thead>
        <tr>
          <th scope="col">{t("placeColumn")}</th>
          <th scope="col">{t("effect")}</th>
          <th scope="col">{t("byWhom")}</th>
          <th scope="col">{t("secondsOf")}</th>
          <th scope="col">{t("result")}</th>
        </tr>
      </thead>
      <tbody>
        {sorted.map((effect) => {
          const template = campus?.findPoint(effect.target)?.template;
          return (
            <tr key={`${effect.effect} ${effect.target}`}>
              <td data-label={t("placeColumn")}>
                <PlaceLink desk={desk} id={spaceOf(campus, effect.target)} />
              </td>
              <td data-label={t("effect")}>
                {pointName(campus, effect.target)}
                {template && effect.expected !== undefined && ` → ${formatValue(template, effect.expected)}`}
              </td>
              <td data-label={t("byWhom")}>
                {t(effect.by === "controller" ? "byController" : "byPlatform")}
              </td>
              <td data-label={t("secondsOf")} class="number">
                {effect.seconds === null || effect.seconds === undefined ? "—" : effect.seconds.toFixed(1)} /{" "}
                {effect.limit ?? "—"} s
              </td>
              <td data-label={t("result")}>
                <span class={`badge ${RANK[effect.outcome] < 3 ? "critical" : ""}`}>
                  {outcomeWord(effect.outcome)}
                </span>
                {effect.reason && <span class="soft"> {reasonText(effect.reason).what}</span>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
