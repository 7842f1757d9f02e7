import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Schema } from "../../core/api/client.ts";
import { toCsv } from "../../core/csv.ts";
import { t } from "../../core/text/manage.ts";
import { actionWord, outcomeWord } from "../../core/text/manage-words.ts";
import { t as shared } from "../../core/text/shared.ts";
import type { Desk } from "./desk.ts";
import { Empty, Moment, Problem, saveFile, SectionFrame } from "./parts.tsx";

type Entry = Schema["AuditEntry"];

const PAGE = 200;

/** Who did what, newest first. The filter works on what has been loaded; older pages are fetched on demand. */
export function AuditSection({ desk }: { desk: Desk }): JSX.Element {
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  const [next, setNext] = useState<string | undefined>();
  const [problem, setProblem] = useState("");
  const read = (cursor?: string): void => {
    setProblem("");
    desk.app.api
      .call((client) => client.GET("/audit", { params: { query: { limit: PAGE, cursor } } }))
      .then((page) => {
        setEntries((before) => (cursor ? [...(before ?? []), ...page.items] : page.items));
        setNext(page.next);
      })
      .catch((failed: unknown) => setProblem(failed instanceof Error ? failed.message : String(failed)));
  };
  useEffect(() => {
    if (!desk.lost.value) read();
  }, [desk.lost.value]);
  const shown = filtered(entries ?? [], desk);
  return (
    <SectionFrame
      title={t("audit")}
      lead={t("auditLead")}
      tools={
        <>
          <button type="button" class="button" onClick={() => read()}>
            {t("refresh")}
          </button>
          <button type="button" class="button" disabled={shown.length === 0} onClick={() => save(shown)}>
            {t("csv")}
          </button>
        </>
      }
    >
      <Filters desk={desk} entries={entries ?? []} />
      <Problem text={problem} retry={() => read()} />
      {!entries && !problem && <Empty>{shared("loading")}</Empty>}
      {entries && shown.length === 0 && <Empty>{t("nothingFits")}</Empty>}
      {shown.length > 0 && <EntryTable entries={shown} />}
      {next && (
        <button type="button" class="button" onClick={() => read(next)}>
          {t("older")}
        </button>
      )}
    </SectionFrame>
  );
}

function filtered(entries: readonly Entry[], desk: Desk): readonly Entry[] {
  const action = desk.nav.get("show");
  const needle = desk.nav.get("text").trim().toLowerCase();
  return entries.filter(
    (entry) =>
      (!action || entry.action === action) &&
      `${entry.user} ${entry.target} ${entry.detail ?? ""} ${entry.outcome}`.toLowerCase().includes(needle),
  );
}

function Filters({ desk, entries }: { desk: Desk; entries: readonly Entry[] }): JSX.Element {
  const actions = [...new Set(entries.map((entry) => entry.action))].sort();
  return (
    <div class="filters" role="group" aria-label={t("filter")}>
      <label class="field">
        <span>{t("action")}</span>
        <select
          class="input"
          value={desk.nav.get("show")}
          onChange={(event) => desk.nav.filter({ show: event.currentTarget.value })}
        >
          <option value="">{t("any")}</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {actionWord(action)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t("text")}</span>
        <input
          class="input"
          type="search"
          value={desk.nav.get("text")}
          onInput={(event) => desk.nav.filter({ text: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

function EntryTable({ entries }: { entries: readonly Entry[] }): JSX.Element {
  return (
    <table class="table list">
      <thead>
        <tr>
          <th scope="col">{t("number")}</th>
          <th scope="col">{t("time")}</th>
          <th scope="col">{t("user")}</th>
          <th scope="col">{t("action")}</th>
          <th scope="col">{t("object")}</th>
          <th scope="col">{t("result")}</th>
          <th scope="col">{t("detail")}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.number}>
            <td data-label={t("number")} class="number" title={entry.hash}>
              {entry.number}
            </td>
            <td data-label={t("time")}>
              <Moment time={entry.time} />
            </td>
            <td data-label={t("user")}>{entry.user}</td>
            <td data-label={t("action")}>{actionWord(entry.action)}</td>
            <td data-label={t("object")} class="break">
              {entry.target}
            </td>
            <td data-label={t("result")}>
              <span class={`badge ${entry.outcome === "ok" ? "" : "warning"}`}>
                {outcomeWord(entry.outcome)}
              </span>
            </td>
            <td data-label={t("detail")} class="break">
              {entry.detail || "—"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function save(entries: readonly Entry[]): void {
  const header = ["number", "time", "user", "action", "target", "outcome", "detail", "hash"];
  const rows = entries.map((entry) => [
    entry.number,
    new Date(entry.time).toISOString(),
    entry.user,
    entry.action,
    entry.target,
    entry.outcome,
    entry.detail,
    entry.hash,
  ]);
  saveFile("audit.csv", toCsv([header, ...rows]));
}
