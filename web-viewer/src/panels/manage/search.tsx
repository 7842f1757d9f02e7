import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Place } from "../../core/campus.ts";
import { findPlaces } from "../../core/find.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { Icon } from "../ui/icons.tsx";
import type { Desk } from "./desk.ts";
import { shortcuts } from "./keys.ts";
import { placeName } from "./parts.tsx";

/** Finds buildings, storeys, rooms and equipment by name or id; a combobox after the ARIA pattern. */
export function Search({ desk }: { desk: Desk }): JSX.Element {
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const campus = desk.app.campus.value;
  const found = campus && text.trim() ? findPlaces(campus, text, 12) : [];
  const shown = open && text.trim() !== "";
  const choose = (id: string): void => {
    desk.show(id);
    setText("");
    setOpen(false);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") setOpen(false);
    if (event.key === "ArrowDown") setAt(Math.min(at + 1, found.length - 1));
    if (event.key === "ArrowUp") setAt(Math.max(at - 1, 0));
    if (event.key === "ArrowDown" || event.key === "ArrowUp") event.preventDefault();
    const chosen = found[at];
    if (event.key === "Enter" && shown && chosen) choose(chosen.id);
  };
  return (
    <search class="search">
      <Icon name="search" size={18} />
      <input
        id="desk-search"
        class="input"
        type="search"
        role="combobox"
        list={undefined}
        aria-label={t("search")}
        aria-expanded={shown}
        aria-controls="desk-found"
        aria-autocomplete="list"
        aria-activedescendant={shown && found[at] ? `found-${at}` : undefined}
        aria-keyshortcuts={shortcuts.value ? "/" : undefined}
        placeholder={t(shortcuts.value ? "searchHint" : "searchPlain")}
        autocomplete="off"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
          setOpen(true);
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <Found desk={desk} places={found} at={at} shown={shown} onChoose={choose} />
    </search>
  );
}

function Found({
  desk,
  places,
  at,
  shown,
  onChoose,
}: {
  desk: Desk;
  places: readonly Place[];
  at: number;
  shown: boolean;
  onChoose: (id: string) => void;
}): JSX.Element {
  const campus = desk.app.campus.value;
  return (
    <ul id="desk-found" class="search-found" role="listbox" aria-label={t("found")} hidden={!shown}>
      {places.map((place, index) => (
        <li
          key={place.id}
          id={`found-${index}`}
          role="option"
          aria-selected={index === at}
          class="search-row"
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(place.id);
          }}
        >
          <span>{campus ? placeName(campus, place.id) : pick(place.name)}</span>
          <span class="soft number">{place.id}</span>
        </li>
      ))}
      {places.length === 0 && shown && (
        <li class="search-row soft" role="option" aria-selected="false" aria-disabled="true">
          {t("nothingFound")}
        </li>
      )}
    </ul>
  );
}
