import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { PointInfo } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { t as shared } from "../../core/text/shared.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ChangeDialog } from "./change.tsx";
import type { Desk } from "./desk.ts";
import { placeName } from "./parts.tsx";
import type { TrendPanel } from "./trend.tsx";
import { WhyPanel } from "./why.tsx";

/** The dialog that somebody asked for, over whatever section is open. */
export function AskedDialog({ desk }: { desk: Desk }): JSX.Element | null {
  const asked = desk.asked.value;
  const campus = desk.app.campus.value;
  const point = asked && campus?.findPoint(asked.point);
  if (!asked || !campus || !point) return null;
  const close = (): void => {
    desk.asked.value = null;
  };
  const name = `${placeName(campus, point.equipment.space)} · ${pick(point.template.label)}`;
  if (asked.what === "why")
    return (
      <Dialog key={`why ${point.id}`} title={t("whyOf", { name })} onClose={close}>
        <WhyPanel desk={desk} point={point} />
      </Dialog>
    );
  if (asked.what === "trend")
    return (
      <Dialog
        key={`trend ${point.id}`}
        title={t("trendOf", { name: placeName(campus, point.equipment.space) })}
        wide
        onClose={close}
      >
        <LazyTrend desk={desk} point={point} />
      </Dialog>
    );
  return (
    <ChangeDialog
      key={`${asked.what} ${point.id}`}
      desk={desk}
      point={point}
      name={name}
      release={asked.what === "release"}
      onClose={close}
    />
  );
}

/** The chart and its library are fetched when a trend is first opened. */
function LazyTrend({ desk, point }: { desk: Desk; point: PointInfo }): JSX.Element {
  const [panel, setPanel] = useState<{ Panel: typeof TrendPanel } | null>(null);
  useEffect(() => {
    void import("./trend.tsx").then(({ TrendPanel: Panel }) => setPanel({ Panel }));
  }, []);
  if (!panel) return <p class="empty">{shared("loading")}</p>;
  return <panel.Panel desk={desk} point={point} />;
}
