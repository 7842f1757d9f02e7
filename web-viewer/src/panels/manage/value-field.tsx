import type { JSX } from "preact";
import type { Value } from "../../core/api/client.ts";
import type { ValueSpec } from "../../core/bulk.ts";
import { t } from "../../core/text/manage.ts";
import { numberText } from "../../core/format.ts";
import { boolWord, stateWord, unitText } from "../../core/text/values.ts";

const LONGEST = 200;
/** Up to so many states are shown side by side. */
const FEW = 6;

/**
 * The field for a new value: a choice of two for a switch, the states of an enumeration, a number with its unit, limits
 * and a slider, or a text.
 *
 * @param name of the point's template, for the words of its states
 */
export function ValueField({
  name,
  spec,
  value,
  onChange,
}: {
  name: string;
  spec: ValueSpec;
  value: Value;
  onChange: (value: Value) => void;
}): JSX.Element {
  if (spec.type === "bool") {
    const options = [true, false].map((on) => ({ value: on, word: boolWord(name, on) }));
    return <Choice options={options} value={value} onChange={onChange} />;
  }
  if (spec.type === "enum" && spec.states.length <= FEW) {
    const options = spec.states.map((state) => ({ value: state, word: stateWord(name, state) }));
    return <Choice options={options} value={value} onChange={onChange} />;
  }
  if (spec.type === "enum") return <States name={name} spec={spec} value={value} onChange={onChange} />;
  if (spec.type === "number") return <NumberField spec={spec} value={value} onChange={onChange} />;
  return (
    <label class="field">
      <span>{t("newValue")}</span>
      <input
        class="input"
        maxLength={LONGEST}
        required
        value={typeof value === "string" ? value : ""}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

function Choice({
  options,
  value,
  onChange,
}: {
  options: readonly { value: boolean | string; word: string }[];
  value: Value;
  onChange: (value: Value) => void;
}): JSX.Element {
  return (
    <fieldset class="choice">
      <legend>{t("newValue")}</legend>
      <div class="row">
        {options.map((option) => (
          <label key={String(option.value)} class="choice-option">
            <input
              type="radio"
              name="new-value"
              checked={value === option.value}
              required
              onChange={() => onChange(option.value)}
            />
            <span>{option.word}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function States({
  name,
  spec,
  value,
  onChange,
}: {
  name: string;
  spec: ValueSpec;
  value: Value;
  onChange: (value: Value) => void;
}): JSX.Element {
  return (
    <label class="field">
      <span>{t("newValue")}</span>
      <select
        class="input"
        required
        value={typeof value === "string" ? value : ""}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {spec.states.map((state) => (
          <option key={state} value={state}>
            {stateWord(name, state)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A step that gives the range some hundred places: 1 or finer for narrow ranges. */
function stepOf(spec: ValueSpec): number {
  const width = (spec.max ?? 100) - (spec.min ?? 0);
  return width <= 50 ? 0.5 : 1;
}

function NumberField({
  spec,
  value,
  onChange,
}: {
  spec: ValueSpec;
  value: Value;
  onChange: (value: Value) => void;
}): JSX.Element {
  const limited = spec.min !== null && spec.max !== null;
  const take = (text: string): void => onChange(text === "" ? null : Number(text));
  const shared = {
    min: spec.min ?? undefined,
    max: spec.max ?? undefined,
    value: typeof value === "number" ? String(value) : "",
  };
  return (
    <div class="stack">
      <label class="field">
        <span>
          {t("newValue")} {unitText(spec.unit)}
        </span>
        <input
          class="input"
          type="number"
          step="any"
          required
          {...shared}
          onInput={(event) => take(event.currentTarget.value)}
        />
      </label>
      {limited && (
        <>
          <input
            type="range"
            class="slider"
            aria-label={t("newValue")}
            step={stepOf(spec)}
            {...shared}
            onInput={(event) => take(event.currentTarget.value)}
          />
          <p class="soft">
            {t("limits", {
              low: numberText(spec.min ?? 0, spec.unit),
              high: numberText(spec.max ?? 0, spec.unit),
              unit: unitText(spec.unit),
            })}
          </p>
        </>
      )}
    </div>
  );
}
