import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ReadonlySignal } from "@preact/signals";
import { byOutcome, tally, toTargets, type Tally } from "../../core/bulk.ts";
import { outcomeOf, type CommandItem, type Progress, type Wish } from "../../core/commands.ts";
import { t } from "../../core/text/manage.ts";
import { commandStateWord, reasonText } from "../../core/text/manage-words.ts";
import type { Point } from "./bulk.tsx";
import type { Desk } from "./desk.ts";
import { StageLine } from "./life.tsx";
import { PlaceLink, pointName, spaceOf } from "./parts.tsx";

const PAGE = 200;

/** Number of points that a wish names. */
function asked(wish: Wish): number {
  if (!("query" in wish.target) || typeof wish.target.query === "string") return 0;
  const { point } = wish.target.query;
  return Array.isArray(point) ? point.length : 0;
}

/** Progress and result of a bulk action, failures first; those that failed can be tried again alone. */
export function BulkResult({
  desk,
  sent,
  onRetry,
  onEnd,
}: {
  desk: Desk;
  sent: readonly ReadonlySignal<Progress>[];
  onRetry: (sent: readonly ReadonlySignal<Progress>[]) => void;
  onEnd: () => void;
}): JSX.Element {
  const items = sent.flatMap((progress) => progress.value.items).sort(byOutcome);
  const total = sent.reduce((sum, progress) => sum + asked(progress.value.wish), 0);
  const counts = tally(items, total);
  const failed = items.filter((item) => outcomeOf(item) === "failed");
  const ended = sent.every((progress) => ["finished", "refused", "lost"].includes(progress.value.stage));
  return (
    <div class="stack">
      <Summary counts={counts} />
      {sent.map((progress) => (
        <StageLine key={progress.value.id} desk={desk} progress={progress} />
      ))}
      <div class="row">
        {ended && failed.length > 0 && (
          <button
            type="button"
            class="button primary"
            disabled={desk.lost.value}
            onClick={() => onRetry(again(desk, sent, failed))}
          >
            {t("retryFailed", { n: failed.length })}
          </button>
        )}
        <button type="button" class="button" onClick={onEnd}>
          {t("newBulk")}
        </button>
      </div>
      <ResultTable desk={desk} items={items} />
    </div>
  );
}

/** The failed ones once more, on the same terms, as new commands. An end that has passed meanwhile falls away. */
function again(
  desk: Desk,
  sent: readonly ReadonlySignal<Progress>[],
  failed: readonly CommandItem[],
): ReadonlySignal<Progress>[] {
  const first = sent[0]?.value.wish;
  const campus = desk.app.campus.value;
  if (!first) return [];
  const points = failed.map(
    (item) => ({ id: item.point, kind: campus?.findPoint(item.point)?.equipment.kind ?? "" }) as Point,
  );
  const expires = first.expires !== null && first.expires > Date.now() ? first.expires : null;
  return toTargets(points).map((target) => desk.commander.ask({ ...first, target, expires }));
}

function Summary({ counts }: { counts: Tally }): JSX.Element {
  const ended = counts.total - counts.open;
  return (
    <div class="panel stack" role="status">
      <p class="bulk-line">
        <strong>{t("bulkProgress", { n: ended, all: counts.total })}</strong>
      </p>
      <progress max={Math.max(1, counts.total)} value={ended} aria-label={t("bulk")} />
      <ul class="row">
        <li class="badge good">{t("bulkDone", { n: counts.done })}</li>
        <li class={`badge ${counts.failed > 0 ? "critical" : ""}`}>
          {t("bulkFailed", { n: counts.failed })}
        </li>
        {counts.waiting > 0 && <li class="badge warning">{t("bulkHeld", { n: counts.waiting })}</li>}
        {counts.open > 0 && <li class="badge">{t("bulkOpen", { n: counts.open })}</li>}
      </ul>
    </div>
  );
}

function ResultRow({ desk, item }: { desk: Desk; item: CommandItem }): JSX.Element {
  const campus = desk.app.campus.value;
  const outcome = outcomeOf(item);
  const { what, mend } = item.reason ? reasonText(item.reason) : { what: "", mend: "" };
  const tone = { failed: "critical", held: "warning", done: "good", open: "" }[outcome];
  return (
    <tr>
      <td data-label={t("placeColumn")}>
        <PlaceLink desk={desk} id={spaceOf(campus, item.point)} />
      </td>
      <td data-label={t("pointColumn")}>
        {pointName(campus, item.point)} <span class="soft number">{item.point}</span>
      </td>
      <td data-label={t("result")}>
        <span class={`badge ${tone}`}>{commandStateWord(item.state)}</span>
      </td>
      <td data-label={t("reason")}>
        {what || "—"}
        {mend && <span class="soft"> {mend}</span>}
      </td>
    </tr>
  );
}

function ResultTable({ desk, items }: { desk: Desk; items: readonly CommandItem[] }): JSX.Element {
  const [most, setMost] = useState(PAGE);
  return (
    <>
      <table class="table list">
        <thead>
          <tr>
            <th scope="col">{t("placeColumn")}</th>
            <th scope="col">{t("pointColumn")}</th>
            <th scope="col">{t("result")}</th>
            <th scope="col">{t("reason")}</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, most).map((item) => (
            <ResultRow key={item.id} desk={desk} item={item} />
          ))}
        </tbody>
      </table>
      {items.length > most && (
        <button type="button" class="button" onClick={() => setMost(most + 10 * PAGE)}>
          {t("showMore", { n: items.length - most })}
        </button>
      )}
    </>
  );
}
