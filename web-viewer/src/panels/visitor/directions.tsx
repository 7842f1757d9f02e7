import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Campus } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { numberOf, t } from "../../core/text/visitor.ts";
import type { NoRoute, Route } from "../../core/walk/route.ts";
import { minutesFor, stepText } from "../../core/walk/words.ts";
import { Icon } from "../ui/icons.tsx";
import type { Visit } from "./visit.ts";
import type { Walking } from "./walking.ts";

/** The way to the goal: its length, whether it has steps, and its instructions with a button to go them one by one. */
export function Directions({
  visit,
  campus,
  walking,
}: {
  visit: Visit;
  campus: Campus;
  walking: Walking;
}): JSX.Element | null {
  const way = walking.way.value;
  if (!way) return null;
  const place = pick(campus.find(way.to)?.name) || way.to;
  return (
    <section class="route" aria-label={t("wayTo", { place })}>
      <div class="visit-card-head">
        <h3>{t("wayTo", { place })}</h3>
        <button
          type="button"
          class="button plain icon-only"
          aria-label={t("endWay")}
          title={t("endWay")}
          onClick={() => (visit.goal.value = "")}
        >
          <Icon name="close" />
        </button>
      </div>
      <label class="check">
        <input
          type="checkbox"
          checked={walking.stepFree.value}
          onChange={(event) => walking.setStepFree(event.currentTarget.checked)}
        />
        <span>{t("stepFree")}</span>
      </label>
      {way.found ? <Found way={way} walking={walking} place={place} /> : <None way={way} />}
    </section>
  );
}

const REASONS = { "steps-only": "noStepFree", "no-way": "noWay", unknown: "unknownPlace" } as const;

function None({ way }: { way: NoRoute }): JSX.Element {
  return (
    <p class="notice" role="status">
      {t(REASONS[way.reason])}
    </p>
  );
}

function Found({ way, walking, place }: { way: Route; walking: Walking; place: string }): JSX.Element {
  const at = walking.step.value;
  const arrived = at >= way.steps.length;
  const unsure = way.unsure.map((building) => pick(building.name)).join("、");
  return (
    <>
      <p class="small soft">
        {t("wayLength", { metres: numberOf(way.metres), minutes: minutesFor(way.metres) })} ·{" "}
        {way.stepFree ? t("wayIsStepFree") : t("wayHasSteps")}
      </p>
      {way.stepFree && unsure && <p class="small soft">{t("unsure", { place: unsure })}</p>}
      <Steps way={way} at={at} />
      {arrived ? (
        <p class="notice" role="status">
          {t("arrived", { place })}
        </p>
      ) : (
        <button
          type="button"
          class="button primary"
          disabled={walking.going.value}
          onClick={() => walking.goOn()}
        >
          <Icon name="walk" /> {t("nextStep")}
        </button>
      )}
    </>
  );
}

function Steps({ way, at }: { way: Route; at: number }): JSX.Element {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const step = list.current?.children[at];
    if (list.current && step instanceof HTMLElement)
      list.current.scrollTop = step.offsetTop - list.current.offsetTop;
  }, [at, way]);
  return (
    <ol ref={list} class="route-steps" tabIndex={0} aria-label={t("wayTo", { place: "" })}>
      {way.steps.map((step, i) => (
        <li key={i} class={i < at ? "done" : ""} aria-current={i === at ? "step" : undefined}>
          {stepText(step)}
        </li>
      ))}
    </ol>
  );
}
