import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Building, Campus, PointInfo, Space } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { kindName } from "../../core/text/kinds.ts";
import { numberOf, t } from "../../core/text/visitor.ts";
import { storeyName } from "../stage/names.ts";
import { PointValue } from "../stage/value.tsx";
import { Icon } from "../ui/icons.tsx";
import { Card } from "./card.tsx";
import { linkTo, show, walkTo, type Visit } from "./visit.ts";

interface CardProps {
  visit: Visit;
  campus: Campus;
  id: string;
}

/** Public facts of the selected building or room, and what to do there. */
export default function PlaceCard({ visit, campus, id }: CardProps): JSX.Element {
  const space = campus.spaces.get(campus.equipment.get(id)?.space ?? id);
  const building = campus.buildings.get(id) ?? campus.storeys.get(id)?.building;
  const close = (): void => void (visit.app.view.selected.value = "");
  const place = space ?? building;
  if (!place)
    return (
      <Card visit={visit} title={id} onClose={close}>
        <p class="notice">{t("notHere")}</p>
      </Card>
    );
  return (
    <Card
      visit={visit}
      above={kindName(place.kind) === pick(place.name) ? undefined : kindName(place.kind)}
      title={pick(place.name)}
      onClose={close}
      actions={<Actions key={place.id} visit={visit} id={place.id} />}
    >
      {space && <Room visit={visit} campus={campus} space={space} />}
      {!space && building && <House visit={visit} campus={campus} building={building} />}
    </Card>
  );
}

function Actions({ visit, id }: { visit: Visit; id: string }): JSX.Element {
  const [copied, setCopied] = useState<"" | "done" | "failed">("");
  const link = linkTo(id);
  const copy = (): void =>
    void Promise.resolve(navigator.clipboard?.writeText(link) ?? Promise.reject(new Error("none"))).then(
      () => setCopied("done"),
      () => setCopied("failed"),
    );
  return (
    <>
      <div class="row">
        <button type="button" class="button primary" onClick={() => walkTo(visit, id)}>
          <Icon name="walk" /> {t("walkThere")}
        </button>
        <button type="button" class="button" onClick={() => show(visit, id)}>
          <Icon name="target" /> {t("show")}
        </button>
        <button
          type="button"
          class="button icon-only"
          aria-label={t("copyLink")}
          title={t("copyLink")}
          onClick={copy}
        >
          <Icon name="link" />
        </button>
      </div>
      <p role="status" class={copied === "done" ? "small soft" : "visually-hidden"}>
        {copied === "done" ? t("copied") : ""}
      </p>
      {copied === "failed" && (
        <label class="field">
          <span>{t("linkToCopy")}</span>
          <input class="input" readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </label>
      )}
    </>
  );
}

/** One fact: its name and what is known. */
function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div class="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Room({ visit, campus, space }: { visit: Visit; campus: Campus; space: Space }): JSX.Element {
  const storey = space.storey;
  return (
    <>
      <dl class="facts">
        <Fact name={t("place")}>
          {storey ? storeyName(campus, storey) : t("onGrounds")} · <span class="number">{space.id}</span>
        </Fact>
        {space.area ? <Fact name={t("area")}>{t("squareMetres", { n: numberOf(space.area) })}</Fact> : null}
        {space.capacity ? (
          <Fact name={t("capacity")}>{t("persons", { n: numberOf(space.capacity) })}</Fact>
        ) : null}
      </dl>
      <Values visit={visit} points={campus.pointsIn(space.id)} />
    </>
  );
}

/** Live values of a room; where several sensors tell the same quantity they are numbered. */
function Values({ visit, points }: { visit: Visit; points: readonly PointInfo[] }): JSX.Element {
  if (points.length === 0) return <p class="soft">{t("noValues")}</p>;
  return (
    <section>
      <h3 class="small soft">{t("values")}</h3>
      <dl class="facts values">
        {points.map((point, i) => (
          <Fact key={point.id} name={labelOf(points, i)}>
            <PointValue app={visit.app} point={point} />
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function labelOf(points: readonly PointInfo[], at: number): string {
  const label = (point: PointInfo | undefined): string => pick(point?.template.label);
  const own = label(points[at]);
  const same = points.filter((point) => label(point) === own).length;
  const before = points.slice(0, at).filter((point) => label(point) === own).length;
  return same > 1 ? `${own} ${before + 1}` : own;
}

function House({
  visit,
  campus,
  building,
}: {
  visit: Visit;
  campus: Campus;
  building: Building;
}): JSX.Element {
  const { view } = visit.app;
  const free = building.stepFree;
  return (
    <>
      {building.about && <p>{pick(building.about)}</p>}
      <dl class="facts">
        {building.hours && <Fact name={t("hours")}>{pick(building.hours)}</Fact>}
        <Fact name={t("entrance")}>
          {free === undefined ? t("entranceUnknown") : free ? t("entranceFree") : t("entranceSteps")}
        </Fact>
      </dl>
      <h3 class="small soft">{t("storeys")}</h3>
      <div class="row chips">
        {building.storeys.map((storey) => (
          <button
            key={storey.id}
            type="button"
            class="button"
            aria-pressed={view.storey.value === storey.id}
            onClick={() => (view.storey.value = view.storey.peek() === storey.id ? "" : storey.id)}
          >
            {pick(storey.name)}
          </button>
        ))}
      </div>
      <Sights visit={visit} campus={campus} building={building} />
    </>
  );
}

const QUIET: readonly string[] = ["corridor", "stair", "toilet", "store", "plant-room", "machine-room"];
const MOST = 6;

/** The largest room of each kind: what a guest may want to see. */
function sights(campus: Campus, building: Building): Space[] {
  const best = new Map<string, Space>();
  for (const { id } of building.storeys)
    for (const space of campus.spacesOf(id)) {
      const known = best.get(space.kind);
      if (!QUIET.includes(space.kind) && (!known || (space.area ?? 0) > (known.area ?? 0)))
        best.set(space.kind, space);
    }
  return [...best.values()].sort((a, b) => (b.area ?? 0) - (a.area ?? 0)).slice(0, MOST);
}

function Sights({
  visit,
  campus,
  building,
}: {
  visit: Visit;
  campus: Campus;
  building: Building;
}): JSX.Element | null {
  const found = sights(campus, building);
  if (found.length === 0) return null;
  return (
    <section>
      <h3 class="small soft">{t("roomsOf")}</h3>
      <ul class="sights">
        {found.map((space) => (
          <li key={space.id}>
            <button type="button" class="button plain" onClick={() => show(visit, space.id)}>
              <span>{pick(space.name)}</span>
              <span class="soft small">{pick(campus.storeys.get(space.storey ?? "")?.name)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
