import type { JSX } from "preact";
import type { Building, Campus } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/stage.ts";
import { firstStorey, shortStorey } from "./names.ts";
import type { StageParts } from "./stage.tsx";

/** More storeys than this are chosen from a list. */
const MOST_BUTTONS = 7;

/** Always in sight: the grounds, or a building and one of its storeys. */
export function StoreySwitch({ parts, narrow }: { parts: StageParts; narrow: boolean }): JSX.Element {
  const { campus, app } = parts;
  const { storey } = app.view;
  const building = campus.storeys.get(storey.value)?.building;
  if (narrow || (building && building.storeys.length > MOST_BUTTONS))
    return <StoreyList campus={campus} value={storey.value} onChange={(id) => (storey.value = id)} />;
  return (
    <div class="storey-switch">
      <select
        class="input"
        aria-label={t("building")}
        value={building?.id ?? ""}
        onChange={(event) => (storey.value = firstStorey(campus, event.currentTarget.value))}
      >
        <option value="">{t("outside")}</option>
        {campus.geometry.buildings.map((one) => (
          <option key={one.id} value={one.id}>
            {pick(one.name)}
          </option>
        ))}
      </select>
      {building && (
        <StoreyButtons building={building} value={storey.value} onChange={(id) => (storey.value = id)} />
      )}
    </div>
  );
}

interface Choice {
  value: string;
  onChange: (storey: string) => void;
}

function StoreyButtons({ building, value, onChange }: { building: Building } & Choice): JSX.Element {
  return (
    <div class="segments" role="group" aria-label={t("storey")}>
      {building.storeys.map((storey) => (
        <button
          key={storey.id}
          type="button"
          class="button"
          aria-pressed={storey.id === value}
          title={pick(storey.name)}
          onClick={() => onChange(storey.id)}
        >
          <span aria-hidden="true">{shortStorey(storey.level)}</span>
          <span class="visually-hidden">{pick(storey.name)}</span>
        </button>
      ))}
    </div>
  );
}

/** All storeys of the campus in one list, for phones and towers. */
function StoreyList({ campus, value, onChange }: { campus: Campus } & Choice): JSX.Element {
  return (
    <select
      class="input storey-list"
      aria-label={t("storey")}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t("outside")}</option>
      {campus.geometry.buildings.map((building) => (
        <optgroup key={building.id} label={pick(building.name)}>
          {building.storeys.map((storey) => (
            <option key={storey.id} value={storey.id}>
              {`${pick(building.name)} · ${pick(storey.name)}`}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}
