import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ReadonlySignal } from "@preact/signals";
import type { Value } from "../../core/api/client.ts";
import type { ValueSpec } from "../../core/bulk.ts";
import type { PointInfo } from "../../core/campus.ts";
import type { Progress, Wish } from "../../core/commands.ts";
import { t } from "../../core/text/manage.ts";
import { momentText } from "../../core/text/manage-words.ts";
import { formatValue } from "../../core/format.ts";
import { t as shared } from "../../core/text/shared.ts";
import { PointValue } from "../stage/index.ts";
import { Dialog } from "../ui/dialog.tsx";
import type { Desk } from "./desk.ts";
import { Life } from "./life.tsx";
import { endOf, TermsFields, USUAL_TERMS, type Terms } from "./terms.tsx";
import { ValueField } from "./value-field.tsx";

function specOf(point: PointInfo): ValueSpec {
  const { type, states = [], unit, min = null, max = null } = point.template;
  return { type, states, unit, min, max };
}

/** What is most likely wanted: the other way round for a switch, the present value for everything else. */
function proposal(point: PointInfo, value: Value): Value {
  if (point.template.type === "bool") return value !== true;
  return value;
}

/**
 * Change or release of one point in three steps: edit, confirm, result. Nothing is shown as done before the device
 * reports it.
 */
export function ChangeDialog({
  desk,
  point,
  name,
  release,
  onClose,
}: {
  desk: Desk;
  point: PointInfo;
  name: string;
  release: boolean;
  onClose: () => void;
}): JSX.Element {
  const [value, setValue] = useState<Value>(() => proposal(point, desk.app.points.get(point.id).value));
  const [terms, setTerms] = useState<Terms>(() => ({
    ...USUAL_TERMS,
    priority: heldLevel(desk, point, release),
  }));
  const [step, setStep] = useState<"edit" | "confirm">("edit");
  const [progress, setProgress] = useState<ReadonlySignal<Progress> | null>(null);
  const wanted = release ? null : value;
  const send = (): void => setProgress(desk.commander.ask(wishOf(point, wanted, terms)));
  return (
    <Dialog title={t(release ? "releasePoint" : "changePoint", { name })} onClose={onClose}>
      <p class="now-line">
        <span class="soft">{t("reportedNow")}</span> <PointValue app={desk.app} point={point} />
      </p>
      {progress ? (
        <Life desk={desk} progress={progress} point={point} />
      ) : step === "edit" ? (
        <Edit
          desk={desk}
          point={point}
          release={release}
          value={value}
          terms={terms}
          onValue={setValue}
          onTerms={setTerms}
          onClose={onClose}
          onNext={() => setStep("confirm")}
        />
      ) : (
        <Confirm
          desk={desk}
          point={point}
          value={wanted}
          terms={terms}
          onBack={() => setStep("edit")}
          onSend={send}
        />
      )}
    </Dialog>
  );
}

function wishOf(point: PointInfo, value: Value, terms: Terms): Wish {
  return {
    target: { point: point.id },
    value,
    priority: terms.priority,
    reason: terms.reason.trim(),
    expires: value === null ? null : endOf(terms, Date.now()),
  };
}

/** To release, one must name the level that is held: that of the own override if there is one. */
function heldLevel(desk: Desk, point: PointInfo, release: boolean): number {
  const held = desk.overrides.value.peek().find((slot) => slot.point === point.id);
  return release && held ? held.level : USUAL_TERMS.priority;
}

function Confirm({
  desk,
  point,
  value,
  terms,
  onBack,
  onSend,
}: {
  desk: Desk;
  point: PointInfo;
  value: Value;
  terms: Terms;
  onBack: () => void;
  onSend: () => void;
}): JSX.Element {
  const end = value === null ? null : endOf(terms, Date.now());
  const rows: [string, string][] = [
    [t("newValue"), value === null ? t("releaseMeans") : formatValue(point.template, value)],
    [t("lasts"), value === null ? "—" : end ? t("untilTime", { time: momentText(end) }) : t("untilReleased")],
    [t("priority"), t("level", { n: terms.priority })],
    [t("reason"), terms.reason],
    [t("byWhom"), desk.app.session.value?.user ?? ""],
  ];
  return (
    <div class="stack">
      <dl class="facts">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt class="soft">{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {desk.lost.value && <p class="notice warning">{t("barredLost")}</p>}
      <div class="row dialog-end">
        <button type="button" class="button" onClick={onBack}>
          {t("back")}
        </button>
        <button type="button" class="button primary" disabled={desk.lost.value} onClick={onSend}>
          {t("send")}
        </button>
      </div>
    </div>
  );
}

function Edit({
  desk,
  point,
  release,
  value,
  terms,
  onValue,
  onTerms,
  onClose,
  onNext,
}: {
  desk: Desk;
  point: PointInfo;
  release: boolean;
  value: Value;
  terms: Terms;
  onValue: (value: Value) => void;
  onTerms: (terms: Terms) => void;
  onClose: () => void;
  onNext: () => void;
}): JSX.Element {
  return (
    <form
      class="stack"
      method="dialog"
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      {!release && (
        <ValueField name={point.template.name} spec={specOf(point)} value={value} onChange={onValue} />
      )}
      <TermsFields app={desk.app} terms={terms} release={release} onChange={onTerms} />
      <div class="row dialog-end">
        <button type="button" class="button" onClick={onClose}>
          {shared("cancel")}
        </button>
        <button class="button primary">{t("next")}</button>
      </div>
    </form>
  );
}
