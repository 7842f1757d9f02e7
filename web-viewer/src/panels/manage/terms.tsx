import type { JSX } from "preact";
import { levelsOf, MANUAL } from "../../core/rights.ts";
import { t } from "../../core/text/manage.ts";
import type { App } from "../app.ts";

/** The terms of a command: how strong, how long, why. */
export interface Terms {
  readonly priority: number;
  /** Minutes; 0 for until released. */
  readonly minutes: number;
  readonly reason: string;
}

export const USUAL_TERMS: Terms = { priority: MANUAL, minutes: 120, reason: "" };

const SPANS = [
  { minutes: 30, text: "span30" },
  { minutes: 60, text: "span60" },
  { minutes: 120, text: "span120" },
  { minutes: 480, text: "span480" },
  { minutes: 1440, text: "span1440" },
  { minutes: 0, text: "untilReleased" },
] as const;

/** Epoch ms at which a command given now ends; null for never. */
export function endOf(terms: Terms, now: number): number | null {
  return terms.minutes === 0 ? null : now + terms.minutes * 60_000;
}

export function spanName(minutes: number): string {
  const span = SPANS.find((one) => one.minutes === minutes);
  return span ? t(span.text) : "";
}

/** Fields for the terms; who may choose a level is offered it, others are told theirs. */
export function TermsFields({
  app,
  terms,
  release,
  onChange,
}: {
  app: App;
  terms: Terms;
  release: boolean;
  onChange: (terms: Terms) => void;
}): JSX.Element {
  return (
    <>
      <div class="pair">
        {!release && (
          <label class="field">
            <span>{t("lasts")}</span>
            <select
              class="input"
              value={String(terms.minutes)}
              onChange={(event) => onChange({ ...terms, minutes: Number(event.currentTarget.value) })}
            >
              {SPANS.map((span) => (
                <option key={span.minutes} value={String(span.minutes)}>
                  {t(span.text)}
                </option>
              ))}
            </select>
          </label>
        )}
        <LevelField app={app} terms={terms} onChange={onChange} />
      </div>
      <label class="field">
        <span>{t("reasonRequired")}</span>
        <input
          class="input"
          required
          maxLength={200}
          value={terms.reason}
          onInput={(event) => onChange({ ...terms, reason: event.currentTarget.value })}
        />
      </label>
    </>
  );
}

/** Which level of the priority array: a choice for those who may, else a plain statement. */
function LevelField({
  app,
  terms,
  onChange,
}: {
  app: App;
  terms: Terms;
  onChange: (terms: Terms) => void;
}): JSX.Element {
  const levels = levelsOf(app.session.value);
  if (levels.length === 1)
    return (
      <p class="soft fixed-level">
        {t("priority")}：{t("manualLevel")}
      </p>
    );
  return (
    <label class="field">
      <span>{t("priority")}</span>
      <select
        class="input"
        value={String(terms.priority)}
        onChange={(event) => onChange({ ...terms, priority: Number(event.currentTarget.value) })}
      >
        {levels.map((level) => (
          <option key={level} value={String(level)}>
            {level === MANUAL ? t("manualLevel") : t("level", { n: level })}
          </option>
        ))}
      </select>
    </label>
  );
}
