import type { ComponentChildren, JSX } from "preact";
import { isUnanswered, type Alarm, type AlarmPriority } from "../../core/alarms.ts";
import type { Campus } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { momentText } from "../../core/text/manage-words.ts";
import { t as shared } from "../../core/text/shared.ts";
import { Icon } from "../ui/icons.tsx";
import type { Desk } from "./desk.ts";

/** A section of the desk: heading, a line of explanation, buttons to the right, content. */
export function SectionFrame({
  title,
  lead,
  tools,
  children,
}: {
  title: string;
  lead?: string;
  tools?: ComponentChildren;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <section class="section stack" aria-labelledby="section-title">
      <div class="section-head">
        <div>
          <h2 id="section-title" class="section-title" tabIndex={-1}>
            {title}
          </h2>
          {lead && <p class="soft">{lead}</p>}
        </div>
        {tools && <div class="row">{tools}</div>}
      </div>
      {children}
    </section>
  );
}

/** Nothing to show, and why that is so; with a tick where it is good news. */
export function Empty({ good, children }: { good?: boolean; children: ComponentChildren }): JSX.Element {
  return (
    <div class="empty-state">
      {good && (
        <span class="empty-mark good">
          <Icon name="check" size={28} />
        </span>
      )}
      <p>{children}</p>
    </div>
  );
}

/** A reading that failed, in the server's words, with a way to try again. */
export function Problem({ text, retry }: { text: string; retry?: () => void }): JSX.Element | null {
  if (!text) return null;
  return (
    <div class="notice error row" role="alert">
      <span>{text}</span>
      {retry && (
        <button type="button" class="button" onClick={retry}>
          {shared("retry")}
        </button>
      )}
    </div>
  );
}

/** A moment as a time element; epoch ms. */
export function Moment({ time }: { time: number | null | undefined }): JSX.Element {
  if (!time) return <span class="soft">—</span>;
  return (
    <time class="number" dateTime={new Date(time).toISOString()}>
      {momentText(time)}
    </time>
  );
}

const PRIORITY: Record<
  AlarmPriority,
  { shape: string; text: "critical" | "highPriority" | "medium" | "lowPriority"; tone: string }
> = {
  critical: { shape: "◆", text: "critical", tone: "critical" },
  high: { shape: "▲", text: "highPriority", tone: "critical" },
  medium: { shape: "■", text: "medium", tone: "warning" },
  low: { shape: "●", text: "lowPriority", tone: "" },
};

/** Word of a priority. */
export function priorityWord(priority: AlarmPriority): string {
  return t(PRIORITY[priority].text);
}

/** Priority by shape and word; colour only while the alarm is on. */
export function PriorityMark({
  priority,
  active = true,
}: {
  priority: AlarmPriority;
  active?: boolean;
}): JSX.Element {
  const { shape, text, tone } = PRIORITY[priority];
  return (
    <span class={`badge ${active ? tone : ""}`}>
      <span aria-hidden="true">{shape}</span> {t(text)}
    </span>
  );
}

const STATES: Record<Alarm["state"], Parameters<typeof t>[0]> = {
  unacknowledged: "unacknowledged",
  acknowledged: "acknowledged",
  "returned-unacknowledged": "returned",
  "latched-unacknowledged": "latchedUnacknowledged",
  "latched-acknowledged": "latchedAcknowledged",
  shelved: "shelved",
  "suppressed-by-design": "suppressed",
  "out-of-service": "outOfService",
  normal: "normal",
};

/** State of an alarm in words; bold while nobody answered it. */
export function AlarmStateWord({ state }: { state: Alarm["state"] }): JSX.Element {
  const open = isUnanswered({ state } as Alarm);
  return open ? <strong>{t(STATES[state])}</strong> : <span>{t(STATES[state])}</span>;
}

/** "教学楼 · 一年级1班": a place with its building before it; the id of an unknown one. */
export function placeName(campus: Campus | null, id: string): string {
  const place = campus?.find(id);
  if (!campus || !place) return id;
  const building = place.type === "building" ? undefined : campus.storeyOf(id)?.building;
  return building ? `${pick(building.name)} · ${pick(place.name)}` : pick(place.name);
}

/** "照明回路 · 开关" of a point, or its id. */
export function pointName(campus: Campus | null, id: string): string {
  const point = campus?.findPoint(id);
  if (!campus || !point) return id;
  const kind = pick(campus.kindOf(point.equipment).name);
  return `${kind} · ${pick(point.template.label)}`;
}

/** Space that a point lies in; empty if it is not known here. */
export function spaceOf(campus: Campus | null, point: string): string {
  return campus?.findPoint(point)?.equipment.space ?? "";
}

/** A link that selects a place and shows it in the campus view. */
export function PlaceLink({ desk, id }: { desk: Desk; id: string }): JSX.Element {
  const campus = desk.app.campus.value;
  if (!id || !campus?.find(id)) return <span>{id || "—"}</span>;
  return (
    <button type="button" class="link" onClick={() => desk.show(id)}>
      {placeName(campus, id)}
    </button>
  );
}

/** Saves a text as a file of the person's own. */
export function saveFile(name: string, text: string, type = "text/csv"): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
}
