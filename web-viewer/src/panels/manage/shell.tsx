import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { mayManageUsers, mayReadAudit } from "../../core/rights.ts";
import { t } from "../../core/text/manage.ts";
import { t as shared } from "../../core/text/shared.ts";
import { AlarmsSection } from "./alarms.tsx";
import { AuditSection } from "./audit.tsx";
import { AlarmBanner } from "./banner.tsx";
import { BulkSection } from "./bulk.tsx";
import { CampusSection } from "./campus.tsx";
import type { Desk } from "./desk.ts";
import { DevicesSection } from "./devices.tsx";
import { AskedDialog } from "./dialogs.tsx";
import { followKeys, shortcuts, toggleShortcuts } from "./keys.ts";
import { LinkageSection } from "./linkage.tsx";
import { SECTIONS, type Section } from "./nav.ts";
import { Overview } from "./overview.tsx";
import { OverridesSection } from "./overrides.tsx";
import { Search } from "./search.tsx";
import { UsersSection } from "./users.tsx";

const TITLES: Record<Section, Parameters<typeof t>[0]> = {
  overview: "overview",
  campus: "campus",
  alarms: "alarms",
  bulk: "bulk",
  overrides: "overrides",
  devices: "devices",
  linkage: "linkage",
  audit: "audit",
  users: "users",
};

/** The whole desk: search, alarm banner, sections, dialogs. */
export function Shell({ desk }: { desk: Desk }): JSX.Element {
  useEffect(() => followKeys(desk), [desk]);
  const { section } = desk.nav;
  return (
    <div class={`desk ${desk.lost.value ? "is-lost" : ""}`}>
      {desk.lost.value && desk.app.feed.link.value !== "lost" && (
        <div class="notice warning lost-banner" role="alert">
          {shared("lost")}
        </div>
      )}
      <AlarmBanner desk={desk} />
      <div class="desk-body">
        <div class="desk-side">
          <Search desk={desk} />
          <Sections desk={desk} />
        </div>
        <main id="main" class={`desk-main ${section === "campus" ? "is-campus" : ""}`}>
          <SectionContent desk={desk} section={section} />
        </main>
      </div>
      <AskedDialog desk={desk} />
    </div>
  );
}

function SectionContent({ desk, section }: { desk: Desk; section: Section }): JSX.Element {
  switch (section) {
    case "campus":
      return <CampusSection desk={desk} />;
    case "alarms":
      return <AlarmsSection desk={desk} />;
    case "bulk":
      return <BulkSection desk={desk} />;
    case "overrides":
      return <OverridesSection desk={desk} />;
    case "devices":
      return <DevicesSection desk={desk} />;
    case "linkage":
      return <LinkageSection desk={desk} />;
    case "audit":
      return <AuditSection desk={desk} />;
    case "users":
      return <UsersSection desk={desk} />;
    default:
      return <Overview desk={desk} />;
  }
}

/** Sections that the user may open. */
function offered(desk: Desk): readonly Section[] {
  const session = desk.app.session.value;
  return SECTIONS.filter(
    (section) =>
      (section !== "audit" || mayReadAudit(session)) &&
      (section !== "users" || mayManageUsers(session)) &&
      (section !== "bulk" || (session?.strongestPriority ?? 17) <= 8),
  );
}

function Sections({ desk }: { desk: Desk }): JSX.Element {
  const counts: Partial<Record<Section, number>> = {
    alarms: desk.alarms.unanswered.value.length,
    overrides: desk.overrides.value.value.length,
    devices: desk.field.value.value.devices.filter((device) => device.state !== "up").length,
  };
  const { section: shown } = desk.nav;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [shown]);
  return (
    <nav ref={nav} class="desk-nav" aria-label={t("sections")}>
      {offered(desk).map((section) => (
        <a
          key={section}
          class="desk-link"
          href={desk.nav.href(section)}
          aria-current={shown === section ? "page" : undefined}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            desk.nav.go(section);
          }}
        >
          <span>{t(TITLES[section])}</span>
          {(counts[section] ?? 0) > 0 && <span class="count number">{counts[section]}</span>}
        </a>
      ))}
      <label class="check desk-keys">
        <input type="checkbox" checked={shortcuts.value} onChange={toggleShortcuts} />
        <span>{t("shortcuts")}</span>
      </label>
    </nav>
  );
}
