import { useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Stop } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/visitor.ts";
import type { Tour } from "../../core/tour.ts";
import { Icon } from "../ui/icons.tsx";
import { explore, inField, startWalk, type Visit } from "./visit.ts";

/** Shows the stop in the scene, on the plan and in the address. */
function useStop(visit: Visit, tour: Tour): void {
  useSignalEffect(() => {
    const stop = tour.stop.value;
    const scene = visit.scene.value;
    if (!stop) return;
    const { view } = visit.app;
    view.storey.value = stop.storey ?? "";
    view.selected.value = stop.place;
    scene?.showStop(stop);
  });
}

/** Arrow keys change the stop, except where they belong to the campus view or a field. */
function useKeys(tour: Tour): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const onCanvas = event.target instanceof HTMLCanvasElement;
      if (event.defaultPrevented || onCanvas || inField(event) || event.altKey || event.ctrlKey) return;
      if (event.key === "ArrowRight") tour.next();
      else if (event.key === "ArrowLeft") tour.back();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [tour]);
}

/** The guided tour: caption of the stop, progress, next and back; a card of its own at the end. */
export function TourCard({ visit, tour }: { visit: Visit; tour: Tour }): JSX.Element {
  useStop(visit, tour);
  useKeys(tour);
  const stop = tour.stop.value;
  return (
    <section class="visit-card tour" data-covers="" aria-label={t("tour")}>
      {stop ? <Present visit={visit} tour={tour} stop={stop} /> : <End visit={visit} tour={tour} />}
    </section>
  );
}

function Present({ visit, tour, stop }: { visit: Visit; tour: Tour; stop: Stop }): JSX.Element {
  const at = tour.at.value;
  const last = at === tour.stops.length - 1;
  const text = t("stopOf", { n: at + 1, all: tour.stops.length });
  return (
    <>
      <div class="visit-card-head">
        <p class="soft small">
          {t("tour")} · {text}
        </p>
        <button
          type="button"
          class="button plain icon-only"
          aria-label={t("leaveTour")}
          title={t("leaveTour")}
          onClick={() => explore(visit)}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="visit-card-body" aria-live="polite" aria-atomic="true">
        <h2>{pick(stop.name)}</h2>
        {pick(stop.caption) && <p class="tour-caption">{pick(stop.caption)}</p>}
      </div>
      <Progress at={at} all={tour.stops.length} text={text} />
      <div class="row tour-moves">
        <button type="button" class="button" disabled={at === 0} onClick={() => tour.back()}>
          <Icon name="arrowLeft" /> {t("back")}
        </button>
        <button type="button" class="button primary" title={t("tourKeys")} onClick={() => tour.next()}>
          {last ? t("finish") : t("next")} <Icon name={last ? "check" : "arrowRight"} />
        </button>
        <StopList tour={tour} />
      </div>
    </>
  );
}

function Progress({ at, all, text }: { at: number; all: number; text: string }): JSX.Element {
  return (
    <div
      class="tour-progress"
      role="progressbar"
      aria-label={t("tour")}
      aria-valuemin={0}
      aria-valuemax={all}
      aria-valuenow={at + 1}
      aria-valuetext={text}
    >
      <div style={{ width: `${((at + 1) / all) * 100}%` }} />
    </div>
  );
}

function StopList({ tour }: { tour: Tour }): JSX.Element {
  const details = useRef<HTMLDetailsElement>(null);
  const go = (i: number): void => {
    tour.go(i);
    details.current?.removeAttribute("open");
    details.current?.querySelector("summary")?.focus();
  };
  return (
    <details ref={details} class="tour-stops">
      <summary class="button plain">
        <Icon name="list" /> {t("stops")}
      </summary>
      <ol>
        {tour.stops.map((stop, i) => (
          <li key={stop.id}>
            <button
              type="button"
              class="button plain"
              aria-current={i === tour.at.value ? "step" : undefined}
              onClick={() => go(i)}
            >
              <span class="number soft">{i + 1}</span> {pick(stop.name)}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

function End({ visit, tour }: { visit: Visit; tour: Tour }): JSX.Element {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    visit.app.view.storey.value = "";
    visit.app.view.selected.value = "";
    visit.scene.peek()?.home();
    first.current?.focus();
  }, []);
  return (
    <div class="stack" role="status">
      <div class="tour-done">
        <Icon name="check" size={24} />
        <h2>{t("tourDone")}</h2>
      </div>
      <p>{t("tourDoneText", { n: tour.stops.length })}</p>
      <div class="row">
        <button ref={first} type="button" class="button primary" onClick={() => startWalk(visit)}>
          <Icon name="walk" /> {t("startWalk")}
        </button>
        <button type="button" class="button" onClick={() => explore(visit)}>
          {t("explore")}
        </button>
        <button type="button" class="button" onClick={() => tour.go(0)}>
          <Icon name="turnLeft" /> {t("again")}
        </button>
      </div>
    </div>
  );
}
