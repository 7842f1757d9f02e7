import type { ComponentChildren, JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { PRIORITIES, type Alarm } from "../../core/alarms.ts";
import type { Figures } from "../../core/figures.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { t as shared } from "../../core/text/shared.ts";
import { linkStateWord, ownerText, spanText } from "../../core/text/manage-words.ts";
import { numberText } from "../../core/format.ts";
import { clock } from "../stage/clock.ts";
import { Icon } from "../ui/icons.tsx";
import type { Desk } from "./desk.ts";
import { Empty, PlaceLink, pointName, PriorityMark, Problem, SectionFrame, spaceOf } from "./parts.tsx";

const FEW = 5;

/** What is not as it should be, first; then every building with its figures. */
export function Overview({ desk }: { desk: Desk }): JSX.Element {
  const { app } = desk;
  const alarms = desk.alarms.alarms.value.filter((alarm) => alarm.state !== "normal");
  const links = notUp(desk);
  const abnormal = desk.abnormal.ids.value;
  const held = desk.overrides.value.value;
  const known = desk.alarms.known.value && desk.abnormal.known.value;
  const well = known && alarms.length + links.length + abnormal.length + held.length === 0;
  const name = app.campus.value?.geometry.name;
  return (
    <SectionFrame title={name ? pick(name) : t("overview")} lead={t("overviewLead")}>
      <Problem text={app.problem.value} retry={() => void app.load()} />
      <Problem text={desk.alarms.problem.value} retry={() => void desk.alarms.read()} />
      {well ? (
        <Empty good>
          <strong>{t("allWell")}</strong>
          <br />
          {t("allWellMore")}
        </Empty>
      ) : (
        <div class="cards vitals">
          <AlarmCard desk={desk} alarms={alarms} />
          <LinkCard desk={desk} links={links} />
          <ValueCard desk={desk} ids={abnormal} />
          <OverrideCard desk={desk} />
        </div>
      )}
      <Buildings desk={desk} />
    </SectionFrame>
  );
}

/** Links and devices that are not up. */
function notUp(desk: Desk): { name: string; state: string; since: number | null | undefined }[] {
  const { adapters, devices } = desk.field.value.value;
  return [
    ...adapters
      .filter(({ state }) => state !== "up")
      .map(({ adapter, state, since }) => ({ name: adapter.toUpperCase(), state, since })),
    ...devices
      .filter(({ state }) => state !== "up")
      .map(({ device, state, since }) => ({ name: device, state, since })),
  ];
}

/** A count that opens its list, with the first few of it; quiet while the count is zero. */
function Card({
  title,
  count,
  quiet,
  tone,
  open,
  children,
}: {
  title: string;
  count: number;
  quiet: string;
  tone: "critical" | "warning" | "";
  open: () => void;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class={`panel card ${count > 0 ? tone : ""}`}>
      <h3 class="card-head">
        <button type="button" class="card-open" onClick={open}>
          <span class="card-count number">{count}</span>
          <span>{title}</span>
          <Icon name="chevronRight" size={18} />
        </button>
      </h3>
      {count === 0 ? <p class="soft">{quiet}</p> : children}
    </section>
  );
}

function AlarmCard({ desk, alarms }: { desk: Desk; alarms: readonly Alarm[] }): JSX.Element {
  const open = desk.alarms.unanswered.value;
  const loud = alarms.some((alarm) => alarm.lifeSafety || PRIORITIES.indexOf(alarm.priority) < 2);
  return (
    <Card
      title={t("cardAlarms", { n: open.length })}
      count={alarms.length}
      quiet={t("noAlarms")}
      tone={loud ? "critical" : "warning"}
      open={() => desk.nav.go("alarms")}
    >
      <ul class="row">
        {PRIORITIES.map((priority) => {
          const n = alarms.filter((alarm) => alarm.priority === priority).length;
          return (
            n > 0 && (
              <li key={priority}>
                <button type="button" class="link" onClick={() => desk.nav.go("alarms", { priority })}>
                  <PriorityMark priority={priority} /> <span class="number">{n}</span>
                </button>
              </li>
            )
          );
        })}
      </ul>
      <ul class="card-list">
        {alarms.slice(0, FEW).map((alarm) => (
          <li key={alarm.id}>
            <PlaceLink desk={desk} id={alarm.space ?? ""} />
            <span class="soft">{pointName(desk.app.campus.value, alarm.point)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function LinkCard({ desk, links }: { desk: Desk; links: ReturnType<typeof notUp> }): JSX.Element {
  return (
    <Card
      title={t("cardLinks")}
      count={links.length}
      quiet={t("linksUp")}
      tone="warning"
      open={() => desk.nav.go("devices")}
    >
      <ul class="card-list">
        {links.slice(0, FEW).map((link) => (
          <li key={link.name}>
            <span>{link.name}</span>
            <span class="soft">
              {linkStateWord(link.state)}
              {link.since ? ` · ${spanText(clock.value - link.since)}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ValueCard({ desk, ids }: { desk: Desk; ids: readonly string[] }): JSX.Element {
  const campus = desk.app.campus.value;
  return (
    <Card
      title={t("cardValues")}
      count={ids.length}
      quiet={desk.abnormal.known.value ? t("valuesGood") : shared("loading")}
      tone="warning"
      open={() => desk.nav.go("devices", { show: "points" })}
    >
      <ul class="card-list">
        {ids.slice(0, FEW).map((id) => (
          <li key={id}>
            <PlaceLink desk={desk} id={spaceOf(campus, id)} />
            <span class="soft">{pointName(campus, id)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function OverrideCard({ desk }: { desk: Desk }): JSX.Element {
  const campus = desk.app.campus.value;
  const held = desk.overrides.value.value;
  return (
    <Card
      title={t("cardOverrides")}
      count={held.length}
      quiet={t("noOverrides")}
      tone=""
      open={() => desk.nav.go("overrides")}
    >
      <ul class="card-list">
        {held.slice(0, FEW).map((slot) => (
          <li key={`${slot.point} ${slot.level}`}>
            <PlaceLink desk={desk} id={spaceOf(campus, slot.point)} />
            <span class="soft">
              {pointName(campus, slot.point)} · {ownerText(slot.owner)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const REFRESH = 2_000;

/** Figures of each building and of the grounds, counted anew every two seconds. */
function Buildings({ desk }: { desk: Desk }): JSX.Element | null {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), REFRESH);
    return () => clearInterval(timer);
  }, []);
  const campus = desk.app.campus.value;
  const table = desk.figures.value;
  void desk.abnormal.known.value; // drawn at once when the first values came
  if (!campus || !table) return null;
  return (
    <>
      <h3>{t("buildings")}</h3>
      <ul class="cards">
        {campus.geometry.buildings.map((building) => (
          <li key={building.id} class="panel card">
            <h4 class="card-head">
              <button type="button" class="card-open" onClick={() => desk.show(building.id)}>
                <Icon name="building" size={18} />
                <span>{pick(building.name)}</span>
                <Icon name="chevronRight" size={18} />
              </button>
            </h4>
            <FigureList figures={table.read(building.id, desk.app.points)} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Key figures as a list of terms; a dash where nothing trustworthy is known. */
export function FigureList({ figures }: { figures: Figures }): JSX.Element {
  const { temperature, co2, lights, power, people, abnormal } = figures;
  const rows: [string, string][] = [
    [t("meanTemperature"), temperature === null ? "—" : `${numberText(temperature, "°C")} °C`],
    [t("co2Range"), co2 ? `${numberText(co2.low, "ppm")}–${numberText(co2.high, "ppm")} ppm` : "—"],
    [t("lightsOn"), lights ? t("ofAll", { n: lights.on, all: lights.of }) : "—"],
    [t("power"), power === null ? "—" : `${numberText(power, "kW")} kW`],
    [t("people"), people === null ? "—" : numberText(people, "count")],
    [t("badPoints"), abnormal ? t("ofAll", { n: abnormal.count, all: abnormal.of }) : shared("loading")],
  ];
  return (
    <dl class="figures">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt class="soft">{term}</dt>
          <dd class="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
