import type { JSX } from "preact";
import { l } from "../../../core/text/linkage.ts";
import { ORDERS, type EffectFilter, type Order, type Scale } from "../../../core/timeline.ts";
import { address, change, type Key } from "../address.ts";

const ORDER_TEXTS = {
  plan: "orderPlan",
  slowest: "orderSlowest",
  failed: "orderFailed",
  target: "orderTarget",
} as const;
const OUTCOME_WORDS = ["abnormal", "confirmed", "late", "failed", "missing", "pending"] as const;
const BY_WORDS = ["controller", "platform"] as const;

/** What the address says of the timeline; unknown words count as nothing said. */
export function givenFilter(): EffectFilter {
  return {
    by: BY_WORDS.find((word) => word === address.by.value) ?? "",
    outcome: OUTCOME_WORDS.find((word) => word === address.outcome.value) ?? "",
    text: address.q.value,
  };
}

export function givenOrder(): Order {
  return ORDERS.find((word) => word === address.order.value) ?? "plan";
}

export function givenScale(): Scale {
  return address.axis.value === "linear" ? "linear" : "stretched";
}

/** Everything that chooses and orders effects; kept in the address. */
export function Filters(): JSX.Element {
  return (
    <form class="filters" aria-label={l("filter")} onSubmit={(event) => event.preventDefault()}>
      <label class="field filter-search">
        <span>{l("search")}</span>
        <input
          class="input"
          type="search"
          placeholder={l("searchHint")}
          value={address.q.value}
          onInput={(event) => change({ q: event.currentTarget.value })}
        />
      </label>
      <Choice name="by" label={l("by")} first={l("any")} options={BY_WORDS.map((word) => [word, l(word)])} />
      <Choice
        name="outcome"
        label={l("outcome")}
        first={l("any")}
        options={OUTCOME_WORDS.map((word) => [word, l(word)])}
      />
      <Choice
        name="order"
        label={l("order")}
        first={l("orderPlan")}
        options={ORDERS.slice(1).map((word) => [word, l(ORDER_TEXTS[word])])}
      />
      <Choice
        name="axis"
        label={l("axis")}
        first={l("axisStretched")}
        options={[["linear", l("axisLinear")]]}
      />
      <Choice name="shape" label={l("shape")} first={l("chart")} options={[["table", l("table")]]} />
    </form>
  );
}

interface ChoiceProps {
  name: Key;
  label: string;
  /** Text of the choice that the address need not name. */
  first: string;
  options: readonly (readonly [value: string, text: string])[];
}

/** A list of choices that stands in the address. */
export function Choice({ name, label, first, options }: ChoiceProps): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <select
        class="input"
        value={address[name].value}
        onChange={(event) => change({ [name]: event.currentTarget.value })}
      >
        <option value="">{first}</option>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
