import { computed } from "@preact/signals";
import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";
import { heatOf } from "../../core/geometry/heat.ts";
import { conditionOf, following } from "../../core/condition.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/stage.ts";
import { NOTHING, quantityText } from "../../core/format.ts";
import type { Row } from "../../core/tree.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { firstStorey, heatName } from "./names.ts";
import { useRoomHeat } from "./room-heat.ts";
import type { StageParts } from "./stage.tsx";
import { PointValue } from "./value.tsx";

interface TreeRowProps {
  parts: StageParts;
  row: Row;
  /** The one line that Tab reaches. */
  current: boolean;
  onCurrent: () => void;
  onToggle: () => void;
  onSelect: () => void;
  actions: ((id: string) => ComponentChildren) | undefined;
}

/** One line of the tree. Its buttons can be reached by Tab while it is the current one. */
export function TreeRow(props: TreeRowProps): JSX.Element {
  const { parts, row, current } = props;
  const selected = parts.app.view.selected.value === row.id;
  return (
    <tr
      role="row"
      class={`tree-row ${row.type} ${current ? "current" : ""}`}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-expanded={row.children > 0 ? row.open : undefined}
      aria-selected={selected}
      tabIndex={current ? 0 : -1}
      data-id={row.id}
      onFocusCapture={props.onCurrent}
      onClick={props.onCurrent}
    >
      <NameCell {...props} />
      <td role="gridcell" class="tree-value">
        <RowValue parts={parts} row={row} />
      </td>
      <td role="gridcell" class="tree-actions">
        <RowActions {...props} />
      </td>
    </tr>
  );
}

function NameCell({ row, onToggle, parts }: TreeRowProps): JSX.Element {
  return (
    <td role="gridcell" class="tree-name">
      <span class="tree-indent" style={{ "--level": row.level - 1 }} />
      {row.children > 0 && row.level > 1 ? (
        <button type="button" class="tree-toggle" tabIndex={-1} aria-hidden="true" onClick={onToggle}>
          <Icon name={row.open ? "chevronDown" : "chevronRight"} size={16} />
        </button>
      ) : (
        <span class="tree-toggle" />
      )}
      <span class="tree-label">
        <span class="tree-text">{pick(row.name)}</span>
        {(row.type === "space" || row.type === "equipment") && <span class="tree-id number">{row.id}</span>}
        {row.type === "equipment" && <ConditionMark parts={parts} id={row.id} />}
      </span>
    </td>
  );
}

/** Shape and word for equipment that is in alarm, at fault or silent. */
function ConditionMark({ parts, id }: { parts: StageParts; id: string }): JSX.Element | null {
  const { campus, points } = parts;
  const condition = useMemo(
    () =>
      computed(() => {
        const piece = campus.equipment.get(id);
        return piece ? conditionOf(campus, piece, following(points)) : "normal";
      }),
    [campus, points, id],
  ).value;
  if (condition === "alarm") return <span class="badge critical">▲ {t("equipmentAlarm")}</span>;
  if (condition === "fault") return <span class="badge warning">◆ {t("equipmentFault")}</span>;
  if (condition === "unknown") return <span class="badge stale">✕ {t("equipmentUnknown")}</span>;
  return null;
}

function RowValue({ parts, row }: { parts: StageParts; row: Row }): JSX.Element | null {
  if (row.point) return <PointValue app={parts.app} point={row.point} points={parts.points} />;
  if (row.type === "space") return <SpaceValue parts={parts} row={row} />;
  const counts = { storey: "rooms", equipment: "pointCount" } as const;
  const key = row.type === "storey" || row.type === "equipment" ? counts[row.type] : undefined;
  return key ? <span class="soft">{t(key, { n: row.children })}</span> : null;
}

/** The value that the room's colour stands for, or how much equipment it has. */
function SpaceValue({ parts, row }: { parts: StageParts; row: Row }): JSX.Element {
  const heat = useRoomHeat(parts.campus, parts.points, parts.app.view, row.id).value;
  const chosen = parts.app.view.heat.value;
  const scale = heatOf(chosen);
  if (!scale || heat === undefined) return <span class="soft">{t("pieces", { n: row.children })}</span>;
  return (
    <span class="value">
      <span class="soft">{heatName(chosen)}</span>
      <span class="value-text number">{heat === null ? NOTHING : quantityText(heat, scale.unit)}</span>
    </span>
  );
}

/** Select, show in 3D and on the plan, show the storey; then what the page offers. */
function RowActions({ parts, row, current, onSelect, actions }: TreeRowProps): JSX.Element | null {
  const { campus, app } = parts;
  if (row.type === "point" || row.type === "campus") return null;
  const storey = campus.storeyOf(row.id)?.id ?? (row.type === "building" ? firstStorey(campus, row.id) : "");
  const show = (mode: "3d" | "plan"): void => {
    if (row.type !== "storey") onSelect();
    app.view.storey.value = row.type === "building" && mode === "3d" ? "" : storey;
    app.view.mode.value = mode;
  };
  const button = (text: Parameters<typeof t>[0], icon: IconName, action: () => void): JSX.Element => (
    <button
      type="button"
      class="button plain"
      tabIndex={current ? 0 : -1}
      aria-label={`${t(text)} ${pick(row.name)}`}
      title={t(text)}
      onClick={action}
    >
      <Icon name={icon} size={18} />
    </button>
  );
  return (
    <>
      {button("select", "target", onSelect)}
      {button("showIn3d", "cube", () => show("3d"))}
      {button(row.type === "storey" ? "showStorey" : "showOnPlan", "plan", () => show("plan"))}
      {current && actions?.(row.id)}
    </>
  );
}
