import type { JSX } from "preact";
import type { Schema } from "../../../core/api/client.ts";
import { figure, sign, unitText } from "../../../core/sheet.ts";
import { e } from "../../../core/text/evaluate.ts";
import { pick } from "../../../core/text/language.ts";
import { VerdictMark } from "../jobs/state.tsx";
import { saveFile } from "../parts.tsx";
import { Icon } from "../../ui/icons.tsx";

type RunResult = Schema["RunResult"];
type Rule = Schema["RunRule"];

/** What decided the run: each rule with what was measured, its limit and whose limit it is. */
export function Rules({ result }: { result: RunResult }): JSX.Element {
  const passed = result.rules.filter((rule) => rule.verdict === "pass").length;
  const save = (): void =>
    saveFile(
      `${result.id}-${result.seed}.json`,
      new Blob([JSON.stringify(result, null, 2)], { type: "application/json" }),
    );
  return (
    <div class="stack">
      <div class="row spread">
        <p>{e("rulesPassed", { n: passed, all: result.rules.length })}</p>
        <button type="button" class="button" onClick={save}>
          <Icon name="download" size={16} />
          {e("downloadResult")}
        </button>
      </div>
      <div class="panel scroll" role="region" aria-label={e("tabResult")} tabIndex={0}>
        <table class="table">
          <thead>
            <tr>
              {(["verdict", "rule", "measured", "limit", "basis", "supports"] as const).map((key) => (
                <th key={key} scope="col">
                  {e(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {result.rules.map((rule) => (
              <RuleRow key={rule.rule} rule={rule} />
            ))}
          </tbody>
        </table>
      </div>
      {result.notes && result.notes.length > 0 && (
        <section class="notice" aria-label={e("notes")}>
          {result.notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </section>
      )}
    </div>
  );
}

function RuleRow({ rule }: { rule: Rule }): JSX.Element {
  const unit = unitText(rule.unit);
  const refs = rule.refs ?? [];
  return (
    <tr>
      <td>
        <VerdictMark verdict={rule.verdict} />
      </td>
      <th scope="row" class="rule-name">
        {pick(rule)}
      </th>
      <td class="number">{rule.value === null ? e("noValue") : `${figure(rule.value)} ${unit}`}</td>
      <td class="number">
        {sign(rule.op)} {figure(rule.limit)} {unit}
      </td>
      <td>{e(rule.basis === "standard" ? "basisStandard" : "basisProject")}</td>
      <td class="number small-text refs">{refs.length > 0 ? refs.join(" ") : "—"}</td>
    </tr>
  );
}
