import type { JSX } from "preact";
import { toQueryText, type BulkForm } from "../../core/bulk.ts";
import type { Campus } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { spaceKindWord } from "../../core/text/manage-words.ts";
import type { Desk } from "./desk.ts";

interface Option {
  readonly value: string;
  readonly text: string;
}

/** What can be chosen: only what this campus has, each list narrowed by the choices before it. */
function optionsOf(campus: Campus, form: BulkForm): Record<keyof BulkForm, Option[]> {
  const { buildings, spaces, kinds } = campus.geometry;
  const building = campus.buildings.get(form.building);
  const kind = kinds[form.kind];
  const writable = Object.entries(kinds).filter(([, one]) => one.points.some((point) => point.writable));
  return {
    building: buildings.map(({ id, name }) => ({ value: id, text: pick(name) })),
    storey: (building?.storeys ?? []).map(({ id, name }) => ({ value: id, text: pick(name) })),
    spaceKind: [...new Set(spaces.map((space) => space.kind))].map((value) => ({
      value,
      text: spaceKindWord(value),
    })),
    kind: writable.map(([value, one]) => ({ value, text: pick(one.name) })),
    point: (kind?.points ?? [])
      .filter((point) => point.writable)
      .map(({ name, label }) => ({ value: name, text: pick(label) })),
  };
}

const FIELDS = [
  { key: "kind", text: "kindField" },
  { key: "point", text: "pointColumn" },
  { key: "building", text: "building" },
  { key: "storey", text: "storey" },
  { key: "spaceKind", text: "spaceKind" },
] as const;

/** Choice of targets by lists, and the query that they make, which can be written by hand as well. */
export function BulkForms({
  desk,
  form,
  query,
  onForm,
  onQuery,
}: {
  desk: Desk;
  form: BulkForm;
  query: string;
  onForm: (form: BulkForm) => void;
  onQuery: (query: string) => void;
}): JSX.Element | null {
  const campus = desk.app.campus.value;
  if (!campus) return null;
  const options = optionsOf(campus, form);
  const change = (key: keyof BulkForm, value: string): void => {
    const next = { ...form, [key]: value };
    if (key === "building") next.storey = "";
    if (key === "kind") next.point = firstPoint(campus, value);
    onForm(next);
  };
  return (
    <>
      <div class="filters">
        {FIELDS.map(({ key, text }) => (
          <label key={key} class="field">
            <span>{t(text)}</span>
            <select
              class="input"
              value={form[key]}
              disabled={options[key].length === 0}
              onChange={(event) => change(key, event.currentTarget.value)}
            >
              <option value="">{t("any")}</option>
              {options[key].map((option) => (
                <option key={option.value} value={option.value}>
                  {option.text}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <Advanced open={query !== "" && query !== toQueryText(form)} query={query} onQuery={onQuery} />
    </>
  );
}

/** Most people mean the first point that can be written: the switch. */
function firstPoint(campus: Campus, kind: string): string {
  return campus.geometry.kinds[kind]?.points.find((point) => point.writable)?.name ?? "";
}

function Advanced({
  open,
  query,
  onQuery,
}: {
  open: boolean;
  query: string;
  onQuery: (query: string) => void;
}): JSX.Element {
  return (
    <details class="advanced" open={open}>
      <summary>{t("advanced")}</summary>
      <label class="field">
        <span>{t("queryField")}</span>
        <input
          class="input number"
          spellcheck={false}
          autocomplete="off"
          value={query}
          onInput={(event) => onQuery(event.currentTarget.value)}
        />
      </label>
      <p class="soft">{t("queryHint")}</p>
    </details>
  );
}
