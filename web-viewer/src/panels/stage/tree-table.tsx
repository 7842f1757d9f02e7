import { useSignal } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { filteredRows, MOST_MATCHES, waysUp, type Row } from "../../core/tree.ts";
import { t } from "../../core/text/stage.ts";
import { Icon } from "../ui/icons.tsx";
import { focusBar } from "./keys.ts";
import type { StageParts } from "./stage.tsx";
import { treeStep } from "./tree-keys.ts";
import { TreeRow } from "./tree-row.tsx";

/**
 * The campus as a tree of lines: places, equipment, points with their values, and every action of the 3D view. One
 * line can be reached by Tab; only open branches are in the page.
 */
export function TreeTable({
  parts,
  actions,
}: {
  parts: StageParts;
  actions: ((id: string) => ComponentChildren) | undefined;
}): JSX.Element {
  const tree = useTree(parts);
  const { rows, matches, cut } = tree.found;
  return (
    <div class="tree">
      <div class="tree-head">
        <label class="tree-filter">
          <Icon name="search" />
          <span class="visually-hidden">{t("filter")}</span>
          <input
            class="input"
            type="search"
            placeholder={t("filter")}
            value={tree.text}
            onInput={(event) => tree.setText(event.currentTarget.value)}
          />
        </label>
        <p class="soft" role="status">
          {tree.text.trim() &&
            (cut ? t("filterMore", { n: MOST_MATCHES }) : t("filterCount", { n: matches }))}
        </p>
        <button type="button" class="button plain" onClick={tree.closeAll}>
          {t("closeAll")}
        </button>
      </div>
      {tree.text.trim() && matches === 0 ? (
        <p class="empty">{t("filterNone", { text: tree.text.trim() })}</p>
      ) : (
        <div class="tree-scroll">
          <Lines parts={parts} rows={rows} tree={tree} actions={actions} />
        </div>
      )}
    </div>
  );
}

type Tree = ReturnType<typeof useTree>;

/** What is open, where the focus is, and what the filter says. */
function useTree(parts: StageParts) {
  const { campus, app } = parts;
  const selected = app.view.selected.value;
  const open = useSignal<ReadonlySet<string>>(new Set(waysUp(campus, selected)));
  const [text, setText] = useState("");
  const [current, setCurrent] = useState(selected || campus.geometry.id);
  useEffect(() => {
    if (!selected) return;
    open.value = new Set([...open.peek(), ...waysUp(campus, selected)]);
    setCurrent(selected);
  }, [campus, selected]);
  const branches = open.value;
  const found = useMemo(() => filteredRows(campus, branches, text), [campus, branches, text]);
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(open.peek());
    if (on) next.add(id);
    else next.delete(id);
    open.value = next;
  };
  const reachable = found.rows.some((row) => row.id === current) ? current : (found.rows[0]?.id ?? "");
  return {
    text,
    setText,
    found,
    toggle,
    current: reachable,
    setCurrent,
    closeAll: () => (open.value = new Set()),
  };
}

function Lines({
  parts,
  rows,
  tree,
  actions,
}: {
  parts: StageParts;
  rows: readonly Row[];
  tree: Tree;
  actions: ((id: string) => ComponentChildren) | undefined;
}): JSX.Element {
  const body = useRef<HTMLTableSectionElement>(null);
  const select = (row: Row): void => {
    parts.app.view.selected.value = row.point ? row.point.equipment.id : row.id;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { target } = event;
    const onRow = target instanceof HTMLTableRowElement;
    if (event.key === "Escape" && target instanceof Element)
      return onRow ? focusBar(body.current) : target.closest("tr")?.focus();
    if (!onRow) return;
    const step = treeStep(rows, tree.current, event);
    if (!step) return;
    event.preventDefault();
    if (step.open !== undefined) tree.toggle(step.row.id, step.open);
    else if (step.select) select(step.row);
    else {
      tree.setCurrent(step.row.id);
      body.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(step.row.id)}"]`)?.focus();
    }
  };
  return (
    <table class="tree-table" role="treegrid" aria-label={t("tableCaption")}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader">{t("name")}</th>
          <th role="columnheader">{t("value")}</th>
          <th role="columnheader">{t("actions")}</th>
        </tr>
      </thead>
      <tbody ref={body} role="rowgroup" onKeyDown={onKeyDown}>
        {rows.map((row) => (
          <TreeRow
            key={row.id}
            parts={parts}
            row={row}
            current={row.id === tree.current}
            onCurrent={() => tree.setCurrent(row.id)}
            onToggle={() => tree.toggle(row.id, !row.open)}
            onSelect={() => select(row)}
            actions={actions}
          />
        ))}
      </tbody>
    </table>
  );
}
