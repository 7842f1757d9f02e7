import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { Campus } from "../../core/campus.ts";
import { planBounds, ringPath } from "../../core/plan.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/shared.ts";
import type { App } from "../app.ts";

/** What a page that asks for an account is for: its name and one sentence. */
export interface Purpose {
  readonly title: string;
  readonly text: string;
}

/** Frame of the forms before a page opens: whose campus it is, drawn as its own site plan, and what the page is for. */
export function GateFrame({
  app,
  purpose,
  children,
}: {
  app: App;
  purpose: Purpose;
  children: ComponentChildren;
}): JSX.Element {
  const campus = app.campus.value;
  return (
    <div class="gate-frame">
      <section class="gate-about">
        {campus && <SitePlan campus={campus} />}
        <p class="soft">{purpose.title}</p>
        <p class="gate-school">{campus ? pick(campus.geometry.name) : t("product")}</p>
        <p>{purpose.text}</p>
      </section>
      <div class="gate-form">
        {children}
        <p class="gate-visit soft">
          {t("visitFreely")} <a href="/">{t("goVisit")}</a>
        </p>
      </div>
    </div>
  );
}

/** Outlines of the buildings and grounds, as an ornament. */
function SitePlan({ campus }: { campus: Campus }): JSX.Element {
  const { x, y, width, height } = useMemo(() => planBounds(campus, ""), [campus]);
  return (
    <svg class="gate-plan" viewBox={`${x} ${y} ${width} ${height}`} aria-hidden="true">
      {campus.outdoors().map((space) => (
        <path key={space.id} d={ringPath(space.polygon)} />
      ))}
      {campus.geometry.buildings.map((building) => (
        <path key={building.id} class="house" d={ringPath(building.outline)} />
      ))}
    </svg>
  );
}
