import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { ReadonlySignal } from "@preact/signals";
import type { Value } from "../../core/api/client.ts";
import { preview, specOf, toTargets, type Candidate, type LeftOut, type ValueSpec } from "../../core/bulk.ts";
import type { Campus } from "../../core/campus.ts";
import type { Progress } from "../../core/commands.ts";
import { t } from "../../core/text/manage.ts";
import { formatValue } from "../../core/format.ts";
import { t as shared } from "../../core/text/shared.ts";
import { QualityMark } from "../stage/index.ts";
import { Dialog } from "../ui/dialog.tsx";
import type { Point } from "./bulk.tsx";
import type { Desk } from "./desk.ts";
import { Empty, placeName } from "./parts.tsx";
import { endOf, spanName, TermsFields, USUAL_TERMS, type Terms } from "./terms.tsx";
import { ValueField } from "./value-field.tsx";

const REASONS: Record<Exclude<LeftOut, null>, Parameters<typeof t>[0]> = {
  role: "outRole",
  building: "outBuilding",
  quality: "outQuality",
  type: "outType",
  range: "outRange",
  unticked: "outUnticked",
};
const PAGE = 100;

function firstValue(spec: ValueSpec | null): Value {
  if (!spec) return null;
  if (spec.type === "bool") return false;
  if (spec.type === "enum") return spec.states[0] ?? null;
  return spec.type === "number" ? spec.min : "";
}

/** Every target with its present value, and why some are left out; then value, terms, confirmation. */
export function BulkPlan({
  desk,
  points,
  onSent,
}: {
  desk: Desk;
  points: readonly Point[];
  onSent: (sent: readonly ReadonlySignal<Progress>[]) => void;
}): JSX.Element {
  const campus = desk.app.campus.value;
  const spec = useMemo(() => (campus ? specOf(points, campus) : null), [points, campus]);
  const [value, setValue] = useState<Value>(() => firstValue(spec));
  const [release, setRelease] = useState(false);
  const [terms, setTerms] = useState<Terms>(USUAL_TERMS);
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  if (!campus || !spec) return <Empty>{t("nothingWritable", { n: points.length })}</Empty>;
  const wanted = release ? null : value;
  const candidates = preview(points, campus, desk.app.session.value, wanted);
  const going = candidates.filter(({ point, leftOut }) => leftOut === null && !unticked.has(point.id));
  const send = (): void => {
    const common = { value: wanted, priority: terms.priority, reason: terms.reason.trim() };
    const expires = release ? null : endOf(terms, Date.now());
    const targets = toTargets(going.map(({ point }) => point));
    onSent(targets.map((target) => desk.commander.ask({ ...common, target, expires })));
  };
  return (
    <>
      <form
        class="panel stack"
        onSubmit={(event) => {
          event.preventDefault();
          setAsking(true);
        }}
      >
        <label class="check">
          <input type="checkbox" checked={release} onChange={() => setRelease(!release)} />
          <span>{t("releaseInstead")}</span>
        </label>
        {!release && (
          <ValueField name={pointTemplateName(points, spec)} spec={spec} value={value} onChange={setValue} />
        )}
        <TermsFields app={desk.app} terms={terms} release={release} onChange={setTerms} />
        <Go desk={desk} going={going.length} all={candidates.length} />
      </form>
      <Targets desk={desk} candidates={candidates} unticked={unticked} onUnticked={setUnticked} />
      {asking && (
        <Confirmation
          desk={desk}
          going={going}
          value={wanted}
          terms={terms}
          onClose={() => setAsking(false)}
          onSend={send}
        />
      )}
    </>
  );
}

/** The name whose words describe the value: that of the first writable point of the kind. */
function pointTemplateName(points: readonly Point[], spec: ValueSpec): string {
  return points.find((point) => point.writable && point.type === spec.type)?.point ?? "";
}

function valueText(going: readonly Candidate[], value: Value, campus: Campus | null): string {
  const template = campus?.findPoint(going[0]?.point.id ?? "")?.template;
  return template ? formatValue(template, value) : String(value);
}

function Targets({
  desk,
  candidates,
  unticked,
  onUnticked,
}: {
  desk: Desk;
  candidates: readonly Candidate[];
  unticked: ReadonlySet<string>;
  onUnticked: (unticked: ReadonlySet<string>) => void;
}): JSX.Element {
  const [most, setMost] = useState(PAGE);
  const sorted = [...candidates].sort((a, b) => Number(a.leftOut === null) - Number(b.leftOut === null));
  const toggle = (id: string): void => {
    const next = new Set(unticked);
    if (!next.delete(id)) next.add(id);
    onUnticked(next);
  };
  return (
    <>
      <h3>{t("targets", { n: candidates.length })}</h3>
      <table class="table list">
        <thead>
          <tr>
            <th scope="col">{t("takePart")}</th>
            <th scope="col">{t("placeColumn")}</th>
            <th scope="col">{t("pointColumn")}</th>
            <th scope="col">{t("reportedNow")}</th>
            <th scope="col">{t("leftOut")}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((candidate) => (
            <TargetRow
              key={candidate.point.id}
              desk={desk}
              candidate={candidate}
              unticked={unticked.has(candidate.point.id)}
              onToggle={() => toggle(candidate.point.id)}
            />
          ))}
        </tbody>
      </table>
      {sorted.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + 10 * PAGE)}>
          {t("showMore", { n: sorted.length - most })}
        </button>
      )}
    </>
  );
}

function TargetRow({
  desk,
  candidate,
  unticked,
  onToggle,
}: {
  desk: Desk;
  candidate: Candidate;
  unticked: boolean;
  onToggle: () => void;
}): JSX.Element {
  const { point, leftOut } = candidate;
  const campus = desk.app.campus.value;
  const info = campus?.findPoint(point.id);
  const state = desk.app.points.of(point.id).value;
  const why = leftOut ?? (unticked ? "unticked" : null);
  return (
    <tr class={why ? "out" : ""}>
      <td class="tick" data-label={t("takePart")}>
        <input
          type="checkbox"
          aria-label={t("tick", { name: point.id })}
          checked={why === null}
          disabled={leftOut !== null}
          onChange={onToggle}
        />
      </td>
      <td data-label={t("placeColumn")}>{placeName(campus, point.space)}</td>
      <td data-label={t("pointColumn")} class="number">
        {point.id}
      </td>
      <td data-label={t("reportedNow")}>
        {info ? formatValue(info.template, state.value) : String(point.value)} <QualityMark state={state} />
      </td>
      <td data-label={t("leftOut")}>{why ? t(REASONS[why]) : "—"}</td>
    </tr>
  );
}

function Confirmation({
  desk,
  going,
  value,
  terms,
  onClose,
  onSend,
}: {
  desk: Desk;
  going: readonly Candidate[];
  value: Value;
  terms: Terms;
  onClose: () => void;
  onSend: () => void;
}): JSX.Element {
  return (
    <Dialog title={t("confirmMany", { n: going.length })} onClose={onClose}>
      <p>
        {value === null
          ? t("bulkReleaseSummary", { n: going.length, reason: terms.reason })
          : t("bulkSummary", {
              n: going.length,
              value: valueText(going, value, desk.app.campus.value),
              span: spanName(terms.minutes),
              reason: terms.reason,
            })}
      </p>
      <div class="row dialog-end">
        <button type="button" class="button" onClick={onClose}>
          {shared("cancel")}
        </button>
        <button type="button" class="button primary" disabled={desk.lost.value} onClick={onSend}>
          {t("send")}
        </button>
      </div>
    </Dialog>
  );
}

function Go({ desk, going, all }: { desk: Desk; going: number; all: number }): JSX.Element {
  return (
    <div class="row">
      <button class="button primary" disabled={going === 0 || desk.lost.value}>
        {t("confirmMany", { n: going })}
      </button>
      {all > going && <span class="soft">{t("leftOutCount", { n: all - going })}</span>}
    </div>
  );
}
