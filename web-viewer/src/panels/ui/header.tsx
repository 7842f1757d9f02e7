import type { ComponentChildren, JSX } from "preact";
import { language, pick } from "../../core/text/language.ts";
import { t } from "../../core/text/shared.ts";
import type { App, Theme } from "../app.ts";

const PAGES = [
  { path: "/", text: "visit" },
  { path: "/manage", text: "manage" },
  { path: "/evaluate", text: "evaluate" },
] as const;

const THEMES: readonly { theme: Theme; text: "themeAuto" | "themeLight" | "themeDark" | "themeContrast" }[] =
  [
    { theme: "auto", text: "themeAuto" },
    { theme: "light", text: "themeLight" },
    { theme: "dark", text: "themeDark" },
    { theme: "contrast", text: "themeContrast" },
  ];

/** Top of every page: name, the three pages, language, appearance, account. `children` stand in the middle. */
export function Header({
  app,
  title,
  children,
}: {
  app: App;
  title: string;
  children?: ComponentChildren;
}): JSX.Element {
  const school = pick(app.campus.value?.geometry.name);
  return (
    <header class="header">
      <a class="visually-hidden" href="#main">
        {t("skip")}
      </a>
      <div class="header-name">
        <h1 class="header-title">{title}</h1>
        {school && school !== title && <span class="header-school soft">{school}</span>}
      </div>
      <nav class="header-pages" aria-label={t("pages")}>
        {PAGES.map(({ path, text }) => (
          <a
            key={path}
            class="button plain"
            href={path}
            aria-current={location.pathname === path ? "page" : undefined}
          >
            {t(text)}
          </a>
        ))}
      </nav>
      {children}
      <div class="header-end row">
        <LinkState app={app} />
        <button
          type="button"
          class="button plain"
          lang={language.value === "zh" ? "en" : "zh-CN"}
          onClick={() => (language.value = language.value === "zh" ? "en" : "zh")}
        >
          {t("language")}
        </button>
        <ThemeChoice app={app} />
      </div>
      {app.session.value && (
        <button type="button" class="button header-account" onClick={() => void app.signOut()}>
          <span class="header-user">{app.session.value.user}</span> · {t("signOut")}
        </button>
      )}
    </header>
  );
}

function ThemeChoice({ app }: { app: App }): JSX.Element {
  return (
    <select
      class="input header-theme"
      aria-label={t("theme")}
      value={app.theme.value}
      onChange={(event) => (app.theme.value = event.currentTarget.value as Theme)}
    >
      {THEMES.map(({ theme, text }) => (
        <option key={theme} value={theme}>
          {t(text)}
        </option>
      ))}
    </select>
  );
}

/** Whether the values are live; says nothing while all is well but a small word. */
function LinkState({ app }: { app: App }): JSX.Element | null {
  const link = app.feed.link.value;
  if (!app.campus.value) return null;
  return (
    <span class={`badge ${link === "live" ? "good" : "stale"}`} role="status">
      {link === "live" ? `● ${t("live")}` : `○ ${t("connecting")}`}
    </span>
  );
}

/** Across the page while the connection is lost. */
export function LostBanner({ app }: { app: App }): JSX.Element | null {
  if (app.feed.link.value !== "lost") return null;
  return (
    <div class="notice warning lost-banner" role="alert">
      ⚠ {t("lost")}
    </div>
  );
}
