import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { ReadonlySignal } from "@preact/signals";
import { EMPTY_FORM, toQueryText, type BulkForm } from "../../core/bulk.ts";
import type { Schema } from "../../core/api/client.ts";
import type { Progress } from "../../core/commands.ts";
import { t } from "../../core/text/manage.ts";
import { t as shared } from "../../core/text/shared.ts";
import { BulkForms } from "./bulk-form.tsx";
import { BulkPlan } from "./bulk-plan.tsx";
import { BulkResult } from "./bulk-result.tsx";
import type { Desk } from "./desk.ts";
import { Problem, SectionFrame } from "./parts.tsx";

export type Point = Schema["Point"];

/** One action over many points: choose, look at every target, confirm, read what came of each. */
export function BulkSection({ desk }: { desk: Desk }): JSX.Element {
  const [query, setQuery] = useState(desk.nav.get("query"));
  const [points, setPoints] = useState<readonly Point[] | null>(null);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<readonly ReadonlySignal<Progress>[]>([]);
  const look = async (): Promise<void> => {
    setBusy(true);
    setProblem("");
    desk.nav.filter({ query });
    try {
      setPoints(await select(desk, query));
    } catch (failed) {
      setPoints(null);
      setProblem(failed instanceof Error ? failed.message : String(failed));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    if (query) void look();
  }, []);
  const change = (text: string): void => {
    setQuery(text);
    setPoints(null);
  };
  if (sent.length > 0)
    return (
      <SectionFrame title={t("bulk")}>
        <BulkResult desk={desk} sent={sent} onRetry={setSent} onEnd={() => setSent([])} />
      </SectionFrame>
    );
  return (
    <SectionFrame title={t("bulk")} lead={t("bulkLead")}>
      <Chooser desk={desk} query={query} busy={busy} onQuery={change} onLook={() => void look()} />
      <Problem text={problem} />
      {points && desk.app.campus.value && (
        <BulkPlan key={query} desk={desk} points={points} onSent={setSent} />
      )}
    </SectionFrame>
  );
}

function select(desk: Desk, query: string): Promise<Point[]> {
  return desk.app.api.all<Point>((client, cursor) =>
    client.GET("/points", { params: { query: { q: query, limit: 5_000, cursor } } }),
  );
}

/** Form and query; whoever writes the query by hand has the last word. */
function Chooser({
  desk,
  query,
  busy,
  onQuery,
  onLook,
}: {
  desk: Desk;
  query: string;
  busy: boolean;
  onQuery: (query: string) => void;
  onLook: () => void;
}): JSX.Element {
  const [form, setForm] = useState<BulkForm>(EMPTY_FORM);
  return (
    <form
      class="panel stack"
      onSubmit={(event) => {
        event.preventDefault();
        onLook();
      }}
    >
      <BulkForms
        desk={desk}
        form={form}
        query={query}
        onForm={(next) => {
          setForm(next);
          onQuery(toQueryText(next));
        }}
        onQuery={onQuery}
      />
      <div class="row">
        <button class="button primary" disabled={busy || query.trim() === "" || desk.lost.value}>
          {t("preview")}
        </button>
        {busy && <span class="soft">{shared("loading")}</span>}
      </div>
    </form>
  );
}
