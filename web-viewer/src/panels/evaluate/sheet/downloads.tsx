import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import type { Schema } from "../../../core/api/client.ts";
import { e } from "../../../core/text/evaluate.ts";
import type { App } from "../../app.ts";
import { Icon } from "../../ui/icons.tsx";
import { saveFile, useAction } from "../parts.tsx";
import type { Job } from "../work.ts";

/** The sheet as files, and on paper. */
export function Downloads({
  app,
  job,
  report,
}: {
  app: App;
  job: Job;
  report: Schema["Report"];
}): JSX.Element {
  const { busy, problem, act } = useAction();
  const name = `${job.subject}-${job.seed}`;
  const html = async (): Promise<void> => {
    const text = await app.api.call((c) =>
      c.GET("/evaluations/{id}/report.html", { params: { path: { id: job.id } }, parseAs: "text" }),
    );
    saveFile(`${name}.html`, new Blob([text], { type: "text/html" }));
  };
  const json = (): void =>
    saveFile(`${name}.json`, new Blob([JSON.stringify(report, null, 2)], { type: "application/json" }));
  usePrintTitle(name);
  return (
    <div class="row no-print">
      <button type="button" class="button" onClick={json}>
        <Icon name="download" size={16} />
        {e("downloadJson")}
      </button>
      <button type="button" class="button" disabled={busy} onClick={() => act(html)}>
        <Icon name="download" size={16} />
        {e("downloadHtml")}
      </button>
      <button type="button" class="button" onClick={() => print()}>
        <Icon name="print" size={16} />
        {e("print")}
      </button>
      {problem && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Names the file that a print to PDF offers. */
function usePrintTitle(name: string): void {
  useEffect(() => {
    const before = document.title;
    const start = (): void => {
      document.title = name;
    };
    const end = (): void => {
      document.title = before;
    };
    addEventListener("beforeprint", start);
    addEventListener("afterprint", end);
    return () => {
      removeEventListener("beforeprint", start);
      removeEventListener("afterprint", end);
    };
  }, [name]);
}
