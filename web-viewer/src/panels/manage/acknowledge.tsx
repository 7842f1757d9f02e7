import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Acknowledged } from "../../core/alarms.ts";
import { t } from "../../core/text/manage.ts";
import { t as shared } from "../../core/text/shared.ts";
import { Dialog } from "../ui/dialog.tsx";
import type { Desk } from "./desk.ts";
import { placeName, pointName } from "./parts.tsx";

/** Acknowledges one alarm or many with one comment, and tells what came of each. */
export function AcknowledgeDialog({
  desk,
  ids,
  onClose,
}: {
  desk: Desk;
  ids: readonly string[];
  onClose: () => void;
}): JSX.Element {
  const [comment, setComment] = useState("");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<readonly Acknowledged[]>([]);
  const send = async (): Promise<void> => {
    setBusy(true);
    const results = await desk.alarms.acknowledge(ids, comment.trim());
    const bad = results.filter((result) => result.refusal !== "");
    setBusy(false);
    if (bad.length === 0) onClose();
    else setRefused(bad);
  };
  return (
    <Dialog title={t("acknowledgeMany", { n: ids.length })} onClose={onClose}>
      <form
        class="stack"
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Named desk={desk} ids={ids} />
        <label class="field">
          <span>{t("comment")}</span>
          <textarea
            class="input"
            rows={2}
            maxLength={200}
            value={comment}
            onInput={(event) => setComment(event.currentTarget.value)}
          />
        </label>
        {refused.map((result) => (
          <p key={result.id} class="notice error" role="alert">
            {result.id}：{result.refusal}
          </p>
        ))}
        <div class="row dialog-end">
          <button type="button" class="button" onClick={onClose}>
            {shared(refused.length > 0 ? "close" : "cancel")}
          </button>
          <button class="button primary" disabled={busy || desk.lost.value}>
            {t("acknowledge")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** The first few of them by name. */
function Named({ desk, ids }: { desk: Desk; ids: readonly string[] }): JSX.Element {
  const campus = desk.app.campus.value;
  const named = desk.alarms.alarms.value.filter((alarm) => ids.includes(alarm.id));
  return (
    <>
      <ul class="card-list short-list">
        {named.slice(0, 8).map((alarm) => (
          <li key={alarm.id}>
            <span>{placeName(campus, alarm.space ?? "")}</span>
            <span class="soft">{pointName(campus, alarm.point)}</span>
          </li>
        ))}
      </ul>
      {named.length > 8 && <p class="soft">{t("andMore", { n: named.length - 8 })}</p>}
    </>
  );
}
