import type { JSX } from "preact";
import { byArea, JUDGED_MODES, VERDICTS, type Sheet, type SheetFilter } from "../../../core/sheet.ts";
import { pick } from "../../../core/text/language.ts";
import { s } from "../../../core/text/sheet.ts";
import { address, change } from "../address.ts";
import { Choice } from "../linkage/filters.tsx";

/** What the address says of the sheet; unknown words count as nothing said. */
export function givenSheetFilter(): SheetFilter {
  return {
    verdict: VERDICTS.find((word) => word === address.verdict.value) ?? "",
    area: address.area.value,
    mode: JUDGED_MODES.find((word) => word === address.how.value) ?? "",
    text: address.q.value,
  };
}

/** Everything that chooses indicators; kept in the address. */
export function SheetFilters({ sheet }: { sheet: Sheet }): JSX.Element {
  return (
    <form class="filters no-print" aria-label={s("filter")} onSubmit={(event) => event.preventDefault()}>
      <label class="field filter-search">
        <span>{s("search")}</span>
        <input
          class="input"
          type="search"
          placeholder={s("searchHint")}
          value={address.q.value}
          onInput={(event) => change({ q: event.currentTarget.value })}
        />
      </label>
      <Choice
        name="verdict"
        label={s("verdict")}
        first={s("all")}
        options={VERDICTS.map((word) => [word, s(word)])}
      />
      <Choice
        name="area"
        label={s("area")}
        first={s("all")}
        options={byArea(sheet).flatMap(({ id, name }) => (id ? [[id, pick(name)] as const] : []))}
      />
      <Choice
        name="how"
        label={s("mode")}
        first={s("all")}
        options={JUDGED_MODES.map((word) => [word, s(word)])}
      />
    </form>
  );
}

export function clearSheetFilter(): void {
  change({ verdict: "", area: "", how: "", q: "" });
}
