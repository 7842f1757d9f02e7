import type { JSX } from "preact";
import { stopsOf } from "../../core/tour.ts";
import type { Campus } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/visitor.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { explore, startTour, startWalk, type Visit } from "./visit.ts";

const BESIDES: readonly string[] = ["corridor", "stair", "toilet"];

/** What this place is, and three ways in. */
export function Welcome({ visit, campus }: { visit: Visit; campus: Campus }): JSX.Element {
  const { geometry } = campus;
  const rooms = geometry.spaces.filter((space) => space.storey && !BESIDES.includes(space.kind)).length;
  return (
    <section class="visit-card welcome" data-covers="" aria-labelledby="welcome-title">
      <div>
        <p class="soft">{t("welcome")}</p>
        <h2 id="welcome-title" class="welcome-title">
          {pick(geometry.name)}
        </h2>
      </div>
      <p>{t("lead", { buildings: geometry.buildings.length, rooms })}</p>
      <div class="welcome-ways">
        <Way
          primary
          icon="tour"
          text={t("startTour")}
          hint={t("startTourHint", { n: stopsOf(campus).length })}
          onClick={() => startTour(visit)}
        />
        <Way icon="walk" text={t("startWalk")} hint={t("startWalkHint")} onClick={() => startWalk(visit)} />
        <Way
          icon="search"
          text={t("startSearch")}
          hint={t("startSearchHint")}
          onClick={() => (visit.wanted.value = "show")}
        />
      </div>
      <div class="row welcome-end">
        {geometry.simulated && <p class="soft small">{t("simulated")}</p>}
        <button type="button" class="button plain" onClick={() => explore(visit)}>
          {t("justLook")}
        </button>
      </div>
    </section>
  );
}

function Way({
  icon,
  text,
  hint,
  primary = false,
  onClick,
}: {
  icon: IconName;
  text: string;
  hint: string;
  primary?: boolean;
  onClick: () => void;
}): JSX.Element {
  return (
    <button type="button" class={`button way ${primary ? "primary" : ""}`} onClick={onClick}>
      <Icon name={icon} size={24} />
      <span class="way-text">
        <strong>{text}</strong>
        <span class="small">{hint}</span>
      </span>
    </button>
  );
}
