import type { Value } from "./api/client.ts";
import type { Template } from "./campus.ts";
import type { PointState } from "./points.ts";
import { languageTag } from "./text/language.ts";
import { boolWord, reasonText, stateWord, t, unitText } from "./text/values.ts";

/** Stands where there is no value. */
export const NOTHING = "—";

/** Decimal places by unit; one place where nothing is said. */
const PLACES: Record<string, number> = {
  "%": 0,
  Pa: 0,
  V: 0,
  W: 0,
  "W/m2": 0,
  count: 0,
  d: 0,
  dB: 0,
  kPa: 0,
  lx: 0,
  min: 0,
  ms: 0,
  ppm: 0,
  s: 0,
  kW: 2,
  "µg/m3": 0,
};

/** A number with the places that its unit deserves, grouped as the language does. */
export function numberText(value: number, unit: string): string {
  const places = PLACES[unit] ?? 1;
  return value.toLocaleString(languageTag(), {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
}

/** The value without its unit; {@link NOTHING} for none. */
export function valueText(template: Template, value: Value): string {
  if (value === null) return NOTHING;
  if (typeof value === "boolean") return boolWord(template.name, value);
  if (typeof value === "number") return numberText(value, template.unit);
  return template.type === "enum" ? stateWord(template.name, value) : value || NOTHING;
}

/** Number and unit in one text: "23.4 °C", "52%". */
export function quantityText(value: number, unit: string): string {
  const text = unitText(unit);
  return numberText(value, unit) + (text === "" || text === "%" ? text : ` ${text}`);
}

/** Value and unit in one text, words in the user's language: "23.4 °C", "On". */
export function formatValue(template: Template, value: Value): string {
  return typeof value === "number" ? quantityText(value, template.unit) : valueText(template, value);
}

/** Why a value cannot be trusted, or how far: the reason if there is one, else the level. */
export function qualityText({ quality, reason }: Pick<PointState, "quality" | "reason">): string {
  return reason ? reasonText(reason) : t(quality);
}

const AGES = [
  { below: 60, seconds: 1, text: "ageSeconds" },
  { below: 3_600, seconds: 60, text: "ageMinutes" },
  { below: 86_400, seconds: 3_600, text: "ageHours" },
  { below: Infinity, seconds: 86_400, text: "ageDays" },
] as const;

/** How long ago, "3 min ago"; time and now in epoch ms. Empty if it never was. */
export function ageText(time: number, now: number): string {
  if (time <= 0) return "";
  const age = Math.max(0, Math.floor((now - time) / 1000));
  if (age < 5) return t("ageNow");
  const step = AGES.find(({ below }) => age < below) ?? AGES[3];
  return t(step.text, { n: Math.floor(age / step.seconds) });
}
