import { signal, type ReadonlySignal } from "@preact/signals";

export const SECTIONS = [
  "overview",
  "campus",
  "alarms",
  "bulk",
  "overrides",
  "devices",
  "linkage",
  "audit",
  "users",
] as const;
export type Section = (typeof SECTIONS)[number];

/** Keys of the address that belong to a section and go when another one is opened. */
const OWN = ["tab", "state", "priority", "building", "text", "show", "query"];

/** Which section is open, and with what filters; all of it stands in the address, so every view is a link. */
export class Nav {
  private readonly query = signal(new URLSearchParams(location.search));

  constructor() {
    addEventListener("popstate", () => (this.query.value = new URLSearchParams(location.search)));
  }

  /** Follows the address. */
  get section(): Section {
    const tab = this.query.value.get("tab");
    return SECTIONS.find((section) => section === tab) ?? "overview";
  }

  /** A filter of the section; empty if it is not set. */
  get(key: string): string {
    return this.query.value.get(key) ?? "";
  }

  /** For effects that must notice every change of the address. */
  get changes(): ReadonlySignal<URLSearchParams> {
    return this.query;
  }

  /** The address of a section, for links. */
  href(section: Section, filters: Record<string, string> = {}): string {
    const query = new URLSearchParams(location.search);
    for (const key of OWN) query.delete(key);
    if (section !== "overview") query.set("tab", section);
    for (const [key, value] of Object.entries(filters)) if (value) query.set(key, value);
    const text = query.toString();
    return location.pathname + (text ? `?${text}` : "");
  }

  /** Opens a section; the browser's back button returns. */
  go(section: Section, filters: Record<string, string> = {}): void {
    history.pushState(null, "", this.href(section, filters));
    this.query.value = new URLSearchParams(location.search);
  }

  /** Opens a section within the present step of the browser's history: the selection has just made one. */
  change(section: Section): void {
    history.replaceState(null, "", this.href(section));
    this.query.value = new URLSearchParams(location.search);
  }

  /** Changes filters of the open section without a step in the browser's history. */
  filter(filters: Record<string, string>): void {
    const kept: Record<string, string> = {};
    for (const key of OWN) if (key !== "tab") kept[key] = this.get(key);
    history.replaceState(null, "", this.href(this.section, { ...kept, ...filters }));
    this.query.value = new URLSearchParams(location.search);
  }
}
