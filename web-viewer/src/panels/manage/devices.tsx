import type { JSX } from "preact";
import { t } from "../../core/text/manage.ts";
import { linkStateWord, spanText } from "../../core/text/manage-words.ts";
import { numberText } from "../../core/format.ts";
import { t as shared } from "../../core/text/shared.ts";
import { clock } from "../stage/clock.ts";
import { PointValue } from "../stage/index.ts";
import type { Adapter, Desk, Device } from "./desk.ts";
import { Empty, Moment, PlaceLink, pointName, Problem, SectionFrame, spaceOf } from "./parts.tsx";

const MOST = 300;

/** Links to the field, the devices behind them by state, and the points whose value cannot be trusted. */
export function DevicesSection({ desk }: { desk: Desk }): JSX.Element {
  const { field } = desk;
  const { adapters, devices } = field.value.value;
  const down = devices.filter((device) => device.state !== "up");
  const up = devices.filter((device) => device.state === "up");
  const onlyPoints = desk.nav.get("show") === "points";
  return (
    <SectionFrame
      title={t("devices")}
      lead={t("devicesLead", { n: devices.length, down: down.length })}
      tools={
        <div class="row" role="group" aria-label={t("filter")}>
          <button
            type="button"
            class="button"
            aria-pressed={!onlyPoints}
            onClick={() => desk.nav.filter({ show: "" })}
          >
            {t("links")}
          </button>
          <button
            type="button"
            class="button"
            aria-pressed={onlyPoints}
            onClick={() => desk.nav.filter({ show: "points" })}
          >
            {t("badPoints")} <span class="number">{desk.abnormal.ids.value.length}</span>
          </button>
        </div>
      }
    >
      <Problem text={field.problem.value} retry={() => void field.read()} />
      {onlyPoints ? (
        <BadPoints desk={desk} />
      ) : !field.known.value ? (
        <Empty>{shared("loading")}</Empty>
      ) : (
        <>
          <ul class="cards">
            {adapters.map((adapter) => (
              <AdapterCard key={adapter.adapter} adapter={adapter} />
            ))}
          </ul>
          {down.length === 0 ? (
            <Empty good>{t("linksUp")}</Empty>
          ) : (
            <DeviceTable title={t("devicesDown", { n: down.length })} devices={down} />
          )}
          {up.length > 0 && (
            <details class="panel" open={down.length === 0 && up.length < 40}>
              <summary>{t("devicesUp", { n: up.length })}</summary>
              <DeviceTable title={t("devicesUp", { n: up.length })} devices={up} quiet />
            </details>
          )}
        </>
      )}
    </SectionFrame>
  );
}

function LinkState({ state }: { state: string }): JSX.Element {
  return (
    <span class={`badge ${state === "up" ? "" : "warning"}`}>
      <span aria-hidden="true">{state === "up" ? "●" : "○"}</span> {linkStateWord(state)}
    </span>
  );
}

function AdapterCard({ adapter }: { adapter: Adapter }): JSX.Element {
  const rows: [string, number | undefined][] = [
    [t("points"), adapter.points],
    [t("samples"), adapter.samples],
    [t("rejected"), adapter.rejected],
    [t("writes"), adapter.writes],
    [t("failedWrites"), adapter.failedWrites],
    [t("reconnects"), adapter.reconnects],
  ];
  const offset = adapter.clockOffsetMillis;
  return (
    <li class={`panel card ${adapter.state === "up" ? "" : "warning"}`}>
      <h3 class="row">
        {adapter.adapter.toUpperCase()} <LinkState state={adapter.state} />
      </h3>
      <p class="soft">
        {t("since")} <Moment time={adapter.since} />
      </p>
      {adapter.detail && <p>{adapter.detail}</p>}
      <dl class="figures">
        {rows.map(([term, count]) => (
          <div key={term}>
            <dt class="soft">{term}</dt>
            <dd class="number">{count === undefined ? "—" : numberText(count, "count")}</dd>
          </div>
        ))}
        {offset !== undefined && (
          <div>
            <dt class="soft">{t("clockOffset")}</dt>
            <dd class="number">{numberText(offset, "ms")} ms</dd>
          </div>
        )}
      </dl>
    </li>
  );
}

function DeviceTable({
  title,
  devices,
  quiet = false,
}: {
  title: string;
  devices: readonly Device[];
  quiet?: boolean;
}): JSX.Element {
  return (
    <>
      {!quiet && <h3>{title}</h3>}
      <table class="table list" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t("device")}</th>
            <th scope="col">{t("adapter")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("since")}</th>
            <th scope="col">{t("detail")}</th>
          </tr>
        </thead>
        <tbody>
          {devices.slice(0, MOST).map((device) => (
            <tr key={`${device.adapter} ${device.device}`}>
              <td data-label={t("device")} class="number">
                {device.device}
              </td>
              <td data-label={t("adapter")}>{device.adapter.toUpperCase()}</td>
              <td data-label={t("state")}>
                <LinkState state={device.state} />
              </td>
              <td data-label={t("since")}>
                <Moment time={device.since} />
                {!quiet && device.since ? (
                  <span class="soft"> · {spanText(clock.value - device.since)}</span>
                ) : null}
              </td>
              <td data-label={t("detail")}>{device.detail || "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {devices.length > MOST && <p class="soft">{t("andMore", { n: devices.length - MOST })}</p>}
    </>
  );
}

function BadPoints({ desk }: { desk: Desk }): JSX.Element {
  const campus = desk.app.campus.value;
  const ids = desk.abnormal.ids.value;
  if (ids.length === 0) return <Empty good>{t("valuesGood")}</Empty>;
  return (
    <>
      <table class="table list">
        <thead>
          <tr>
            <th scope="col">{t("placeColumn")}</th>
            <th scope="col">{t("pointColumn")}</th>
            <th scope="col">{t("value")}</th>
          </tr>
        </thead>
        <tbody>
          {ids.slice(0, MOST).map((id) => {
            const point = campus?.findPoint(id);
            return (
              <tr key={id}>
                <td data-label={t("placeColumn")}>
                  <PlaceLink desk={desk} id={spaceOf(campus, id)} />
                </td>
                <td data-label={t("pointColumn")}>
                  {pointName(campus, id)} <span class="soft number">{id}</span>
                </td>
                <td data-label={t("value")}>{point ? <PointValue app={desk.app} point={point} /> : "—"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {ids.length > MOST && <p class="soft">{t("andMore", { n: ids.length - MOST })}</p>}
    </>
  );
}
