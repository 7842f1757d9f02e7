import type { ComponentChildren, JSX } from "preact";
import type { Campus, Placed, PointInfo } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { spaceKindWord, systemFamily, systemWord } from "../../core/text/manage-words.ts";
import { numberText } from "../../core/format.ts";
import { t as shared } from "../../core/text/shared.ts";
import { SimulatedMark } from "../stage/index.ts";
import { Icon } from "../ui/icons.tsx";
import type { Desk } from "./desk.ts";
import { FigureList } from "./overview.tsx";
import { AlarmStateWord, placeName, pointName, PriorityMark } from "./parts.tsx";
import { PointRow } from "./point-row.tsx";

/** What is selected: a room with all its values, a piece of equipment, a building or storey with its figures. */
export function PlaceCard({ desk }: { desk: Desk }): JSX.Element {
  const campus = desk.app.campus.value;
  const id = desk.app.view.selected.value;
  const place = campus?.find(id);
  if (!campus || !place) {
    return (
      <aside class="place-card" aria-label={t("place")}>
        <p class="empty">{t("chooseHint")}</p>
      </aside>
    );
  }
  return (
    <aside class="place-card stack" aria-label={t("place")}>
      <div class="place-head">
        <div>
          <h3 class="place-title">
            {pick(place.name)} {campus.geometry.simulated && <SimulatedMark />}
          </h3>
          <p class="soft">{subtitle(campus, id)}</p>
        </div>
        <button
          type="button"
          class="button plain"
          aria-label={shared("close")}
          onClick={() => (desk.app.view.selected.value = "")}
        >
          <Icon name="close" size={18} />
        </button>
      </div>
      <Barred desk={desk} id={id} />
      <PlaceAlarms desk={desk} campus={campus} id={id} />
      <Content desk={desk} campus={campus} id={id} type={place.type} />
    </aside>
  );
}

function subtitle(campus: Campus, id: string): string {
  const piece = campus.equipment.get(id);
  if (piece) return `${pick(campus.kindOf(piece).name)} · ${id}`;
  const space = campus.spaces.get(id);
  const storey = campus.storeyOf(id);
  const where = storey ? [pick(storey.building.name), pick(storey.name)] : [];
  if (!space) return [...where, id].join(" · ");
  const size = [
    space.area ? `${numberText(space.area, "m²")} m²` : "",
    space.capacity ? t("capacity", { n: space.capacity }) : "",
  ];
  return [...where, spaceKindWord(space.kind), ...size, id].filter(Boolean).join(" · ");
}

/** Why nothing can be changed here, said once rather than on every value. */
function Barred({ desk, id }: { desk: Desk; id: string }): JSX.Element | null {
  if (desk.lost.value) return <p class="notice warning">{t("barredLost")}</p>;
  const barrier = desk.barrier(id);
  if (!barrier || desk.app.campus.value?.storeys.has(id)) return null;
  return <p class="notice">{t(barrier === "role" ? "barredRole" : "barredBuilding")}</p>;
}

function PlaceAlarms({ desk, campus, id }: { desk: Desk; campus: Campus; id: string }): JSX.Element | null {
  const here = desk.alarms.alarms.value.filter(
    (alarm) =>
      alarm.state !== "normal" &&
      (alarm.space === id || alarm.point.slice(0, alarm.point.indexOf(".")) === id),
  );
  if (here.length === 0) return null;
  return (
    <ul class="stack place-alarms">
      {here.map((alarm) => (
        <li key={alarm.id} class="row">
          <PriorityMark priority={alarm.priority} />
          <span>{pointName(campus, alarm.point)}</span>
          <AlarmStateWord state={alarm.state} />
          <button
            type="button"
            class="link"
            onClick={() => desk.nav.go("alarms", { state: "active", text: alarm.id })}
          >
            {t("openAlarm")}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Content({
  desk,
  campus,
  id,
  type,
}: {
  desk: Desk;
  campus: Campus;
  id: string;
  type: string;
}): JSX.Element {
  if (type === "building") return <BuildingContent desk={desk} campus={campus} id={id} />;
  if (type === "storey" || type === "campus") return <Rooms desk={desk} campus={campus} storey={id} />;
  const piece = campus.equipment.get(id);
  if (!piece) return <Groups desk={desk} campus={campus} pieces={campus.equipmentOf(id)} />;
  return (
    <>
      <button type="button" class="link" onClick={() => desk.show(piece.space)}>
        <Icon name="arrowLeft" size={16} /> {placeName(campus, piece.space)}
      </button>
      <Groups desk={desk} campus={campus} pieces={[piece]} />
    </>
  );
}

function BuildingContent({ desk, campus, id }: { desk: Desk; campus: Campus; id: string }): JSX.Element {
  const table = desk.figures.value;
  const building = campus.buildings.get(id);
  return (
    <>
      {table && <FigureList figures={table.read(id, desk.app.points)} />}
      <h4>{t("storeys")}</h4>
      <ul class="stack">
        {building?.storeys.map((storey) => (
          <li key={storey.id}>
            <button type="button" class="link" onClick={() => desk.show(storey.id)}>
              {pick(storey.name)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function Rooms({ desk, campus, storey }: { desk: Desk; campus: Campus; storey: string }): JSX.Element {
  const spaces = campus.storeys.has(storey) ? campus.spacesOf(storey) : campus.outdoors();
  return (
    <ul class="room-list">
      {spaces.map((space) => (
        <li key={space.id}>
          <button type="button" class="link" onClick={() => desk.show(space.id)}>
            {pick(space.name)}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The points of some equipment, grouped by the family of its system, in the order of first appearance. */
function Groups({
  desk,
  campus,
  pieces,
}: {
  desk: Desk;
  campus: Campus;
  pieces: readonly Placed[];
}): JSX.Element {
  const families = new Map<string, Placed[]>();
  for (const piece of pieces) {
    const family = systemFamily(campus.kindOf(piece).system);
    families.set(family, [...(families.get(family) ?? []), piece]);
  }
  if (pieces.length === 0) return <p class="empty">{t("noEquipment")}</p>;
  return (
    <>
      {[...families].map(([family, members]) => (
        <Group key={family} title={systemWord(family)}>
          {members.map((piece) => (
            <Piece key={piece.id} desk={desk} campus={campus} piece={piece} />
          ))}
        </Group>
      ))}
    </>
  );
}

function Group({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="group">
      <h4 class="group-title">{title}</h4>
      {children}
    </section>
  );
}

function Piece({ desk, campus, piece }: { desk: Desk; campus: Campus; piece: Placed }): JSX.Element | null {
  const points = campus.pointsOf(piece);
  if (points.length === 0) return null;
  return (
    <div class="piece">
      <p class="piece-name soft">
        {pick(campus.kindOf(piece).name)} <span class="number">{piece.id}</span>
      </p>
      <ul>
        {points.map((point) => (
          <PointRow key={point.id} desk={desk} point={point} setPoint={setPointOf(point, points)} />
        ))}
      </ul>
    </div>
  );
}

/** The wanted value of a measured one: the only writable number of the same equipment with the same unit. */
function setPointOf(point: PointInfo, points: readonly PointInfo[]): PointInfo | undefined {
  const { template } = point;
  if (template.writable || template.type !== "number" || template.unit === "%") return undefined;
  const wanted = points.filter(
    (other) =>
      other.template.writable && other.template.type === "number" && other.template.unit === template.unit,
  );
  return wanted.length === 1 ? wanted[0] : undefined;
}
