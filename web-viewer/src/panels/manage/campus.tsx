import type { JSX } from "preact";
import type { PointInfo } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { Stage } from "../stage/index.ts";
import { PlaceCard } from "./place-card.tsx";
import type { Desk } from "./desk.ts";

/** Most quick actions on one line of the table. */
const FEW = 2;

/** The campus in 3D, as plan or as table, and beside it the card of what is selected. */
export function CampusSection({ desk }: { desk: Desk }): JSX.Element {
  return (
    <section class="campus-section" aria-labelledby="section-title">
      <h2 id="section-title" class="visually-hidden" tabIndex={-1}>
        {t("campus")}
      </h2>
      <div class="campus-stage">
        <Stage app={desk.app} actions={(id) => <QuickActions desk={desk} id={id} />} />
      </div>
      <PlaceCard desk={desk} />
    </section>
  );
}

/** Buttons of a piece of equipment in the table: change of its first switches or set-points. */
function QuickActions({ desk, id }: { desk: Desk; id: string }): JSX.Element | null {
  const campus = desk.app.campus.value;
  const piece = campus?.equipment.get(id);
  if (!campus || !piece || desk.barrier(id)) return null;
  const writable = campus.pointsOf(piece).filter((point) => point.template.writable);
  return (
    <>
      {writable.slice(0, FEW).map((point) => (
        <QuickAction key={point.id} desk={desk} point={point} />
      ))}
    </>
  );
}

function QuickAction({ desk, point }: { desk: Desk; point: PointInfo }): JSX.Element {
  return (
    <button
      type="button"
      class="button small"
      disabled={desk.lost.value}
      onClick={() => (desk.asked.value = { what: "change", point: point.id })}
    >
      {t("changePoint", { name: pick(point.template.label) })}
    </button>
  );
}
