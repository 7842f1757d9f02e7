import type { JSX } from "preact";
import { useEffect, useId, useMemo, useRef, useState } from "preact/hooks";
import type { Campus } from "../../core/campus.ts";
import { Finder, type Entry } from "../../core/search.ts";
import { pick } from "../../core/text/language.ts";
import { kindName, kindNames } from "../../core/text/kinds.ts";
import { t } from "../../core/text/visitor.ts";
import { storeyName } from "../stage/names.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Icon, type IconName } from "../ui/icons.tsx";
import { show, startWalk, walkTo, type Visit, type Wanted } from "./visit.ts";

const TITLES = { show: "search", start: "searchStart", goal: "searchGoal" } as const;
const ICONS: Record<Entry["type"], IconName> = {
  building: "building",
  storey: "layers",
  space: "door",
};

/** Looks for a place and does with it what is wanted: show it, start a walk there, or lead there. */
export default function SearchBox({
  visit,
  campus,
  wanted,
}: {
  visit: Visit;
  campus: Campus;
  wanted: Exclude<Wanted, null>;
}): JSX.Element {
  const chosen = useRef("");
  const closed = (): void => {
    visit.wanted.value = null;
    const id = chosen.current;
    if (!id) return;
    if (wanted === "show") show(visit, id);
    else if (wanted === "start") startWalk(visit, id);
    else walkTo(visit, id);
  };
  return (
    <Dialog title={t(TITLES[wanted])} onClose={closed}>
      <Find
        campus={campus}
        onChoose={(id, element) => {
          chosen.current = id;
          element?.closest("dialog")?.close();
        }}
      />
    </Dialog>
  );
}

type Choose = (id: string, element: Element | null) => void;

/** Field with a list of matches: arrows move, Enter opens (the pattern of a combobox with a list box). */
function Find({ campus, onChoose }: { campus: Campus; onChoose: Choose }): JSX.Element {
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const finder = useMemo(() => new Finder(campus, kindNames), [campus]);
  const matches = useMemo(() => finder.find(query), [finder, query]);
  useEffect(() => document.getElementById(`${list}-${at}`)?.scrollIntoView({ block: "nearest" }), [at]);
  const pressed = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const match = matches[at];
    if (step && matches.length > 0) setAt((at + step + matches.length) % matches.length);
    else if (event.key === "Enter" && match && !event.isComposing) onChoose(match.entry.id, field.current);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <label class="field">
        <span>{t("searchLabel")}</span>
        <input
          ref={field}
          class="input"
          type="text"
          autofocus
          list={undefined}
          role="combobox"
          autocomplete="off"
          aria-expanded={matches.length > 0}
          aria-controls={list}
          aria-activedescendant={matches.length > 0 ? `${list}-${at}` : undefined}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={pressed}
        />
      </label>
      <Told campus={campus} query={query} count={matches.length} />
      <ul id={list} class="find-list" role="listbox" aria-label={t("search")} hidden={matches.length === 0}>
        {matches.map(({ entry }, i) => (
          <li
            key={entry.id}
            id={`${list}-${i}`}
            role="option"
            aria-selected={i === at}
            onClick={(event) => onChoose(entry.id, event.currentTarget)}
          >
            <Icon name={ICONS[entry.type]} />
            <span class="find-name">{pick(entry.name)}</span>
            <span class="find-id number">{entry.id}</span>
            <span class="find-place soft">{whereabouts(campus, entry)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is found or not, said politely; examples before anything is typed. */
function Told({ campus, query, count }: { campus: Campus; query: string; count: number }): JSX.Element {
  const room = campus.geometry.spaces.find((space) => space.kind === "classroom")?.id ?? campus.geometry.id;
  if (!query.trim()) return <p class="soft small">{t("searchHint", { room })}</p>;
  return (
    <div role="status" class="small">
      {count > 0 ? (
        <p class="soft">
          {t("searchCount", { n: count })} · {t("searchKeys")}
        </p>
      ) : (
        <div class="empty">
          <p>
            <strong>{t("searchNone", { text: query.trim() })}</strong>
          </p>
          <p>{t("searchNoneHint")}</p>
        </div>
      )}
    </div>
  );
}

function whereabouts(campus: Campus, entry: Entry): string {
  if (entry.type === "building") return kindName(entry.kind);
  if (entry.type === "storey") return pick(campus.buildings.get(entry.building)?.name);
  const place = entry.storey ? storeyName(campus, entry.storey) : t("onGrounds");
  return entry.type === "space" ? `${place} · ${kindName(entry.kind)}` : place;
}
