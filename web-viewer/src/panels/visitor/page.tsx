import type { ComponentType, JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Campus } from "../../core/campus.ts";
import { t as shared } from "../../core/text/shared.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/visitor.ts";
import type { CampusScene } from "../../scene/index.ts";
import { Stage } from "../stage/index.ts";
import { Header, LostBanner } from "../ui/header.tsx";
import { Icon } from "../ui/icons.tsx";
import { keepAddress, openAddress } from "./address.ts";
import { keepClear, tellCover } from "./cover.ts";
import { TourCard } from "./tour-card.tsx";
import { inField, type Visit } from "./visit.ts";
import { Welcome } from "./welcome.tsx";

/** The visitor's page: the campus, and over it one quiet card for what the visitor does. */
export function VisitorPage({ visit }: { visit: Visit }): JSX.Element {
  const { app } = visit;
  const campus = app.campus.value;
  useOpening(visit, campus);
  useSlash(visit);
  const main = useRef<HTMLElement>(null);
  useEffect(() => (main.current ? keepClear(visit, main.current) : undefined), [visit]);
  const title = campus ? pick(campus.geometry.name) : shared("product");
  useEffect(() => void (document.title = `${title} · ${shared("visit")}`), [title]);
  const onScene = (scene: CampusScene | null): void => took(visit, scene);
  return (
    <>
      <Header app={app} title={title}>
        {campus && (
          <button
            type="button"
            class="button visit-search"
            title={t("searchKey")}
            aria-label={t("search")}
            aria-keyshortcuts="/"
            onClick={() => (visit.wanted.value = "show")}
          >
            <Icon name="search" /> <span>{t("search")}</span>
          </button>
        )}
      </Header>
      <LostBanner app={app} />
      <main ref={main} id="main" class={`visit ${app.view.mode.value === "3d" ? "over" : "beside"}`}>
        <Stage app={app} onScene={onScene} onMade={(made) => tellCover(made, main.current)} />
        {campus && <Present visit={visit} campus={campus} />}
        {campus && <Searching visit={visit} campus={campus} />}
      </main>
    </>
  );
}

function took(visit: Visit, scene: CampusScene | null): void {
  const campus = visit.app.campus.peek();
  visit.scene.value = scene;
  scene?.onWalk((place) => {
    if (visit.mode.peek() !== "walk") return;
    const storey = campus?.spaces.get(place.space)?.storey ?? "";
    visit.where.value = { ...place, storey };
    visit.app.view.storey.value = storey;
  });
}

/** Once the campus is there, what the address asks for is opened. */
function useOpening(visit: Visit, campus: Campus | null): void {
  useEffect(() => {
    if (!campus) return;
    openAddress(visit);
    keepAddress(visit);
  }, [campus === null]);
}

/** The key / opens the search from anywhere but a field. */
function useSlash(visit: Visit): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || inField(event)) return;
      event.preventDefault();
      visit.wanted.value = "show";
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [visit]);
}

/** The card for what the visitor does; none while nothing is selected. */
function Present({ visit, campus }: { visit: Visit; campus: Campus }): JSX.Element | null {
  const mode = visit.mode.value;
  const tour = visit.tour.value;
  const selected = visit.app.view.selected.value;
  if (mode === "walk") return <Later load={walkCard} visit={visit} campus={campus} />;
  if (mode === "tour" && tour) return <TourCard visit={visit} tour={tour} />;
  if (selected) return <Later load={placeCard} visit={visit} campus={campus} id={selected} />;
  return mode === "welcome" ? <Welcome visit={visit} campus={campus} /> : null;
}

function Searching({ visit, campus }: { visit: Visit; campus: Campus }): JSX.Element | null {
  const wanted = visit.wanted.value;
  return wanted && <Later load={searchBox} visit={visit} campus={campus} wanted={wanted} />;
}

const walkCard = (): Promise<{ default: ComponentType<{ visit: Visit; campus: Campus }> }> =>
  import("./walk-card.tsx");
const placeCard = (): Promise<{ default: ComponentType<{ visit: Visit; campus: Campus; id: string }> }> =>
  import("./place-card.tsx");
const searchBox = (): Promise<{
  default: ComponentType<{ visit: Visit; campus: Campus; wanted: "show" | "start" | "goal" }>;
}> => import("./search-box.tsx");

/** A part of the page whose script is fetched when it is first needed. */
function Later<P extends object>({
  load,
  ...props
}: P & { load: () => Promise<{ default: ComponentType<P> }> }): JSX.Element | null {
  const [Part, setPart] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    let gone = false;
    load().then(
      (module) => gone || setPart(() => module.default),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [load]);
  return Part && <Part {...(props as unknown as P)} />;
}
