import { batch, effect, signal, type Signal } from "@preact/signals";
import { Api, type Schema } from "../core/api/client.ts";
import { Campus } from "../core/campus.ts";
import { Feed, type Socket } from "../core/feed.ts";
import { PointStore } from "../core/points.ts";
import { language, languageTag, preferred } from "../core/text/language.ts";
import { t } from "../core/text/shared.ts";
import { createView, fromQuery, toQuery, type View } from "../core/view.ts";

export type Session = Schema["Session"];
export type Theme = "auto" | "light" | "dark" | "contrast";

/** What every page stands on: client, campus, live values, view, session. */
export interface App {
  readonly api: Api;
  readonly points: PointStore;
  readonly feed: Feed;
  readonly view: View;
  readonly campus: Signal<Campus | null>;
  /** Why the campus could not be loaded; empty if it could. */
  readonly problem: Signal<string>;
  /** null for a visitor. */
  readonly session: Signal<Session | null>;
  /** True after the server ended a session, until somebody signs in again. */
  readonly ended: Signal<boolean>;
  /** True once it is known whether somebody is signed in. */
  readonly known: Signal<boolean>;
  readonly theme: Signal<Theme>;
  /** Loads the campus as the present user sees it, and starts the feed. */
  load(): Promise<void>;
  signIn(user: string, password: string): Promise<void>;
  changePassword(old: string, fresh: string): Promise<void>;
  signOut(): Promise<void>;
}

function connect(): Socket {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  return new WebSocket(`${scheme}://${location.host}/api/v1/live`) as unknown as Socket;
}

function later(millis: number, action: () => void): () => void {
  const timer = setTimeout(action, millis);
  return () => clearTimeout(timer);
}

/** Keeps no token. */
const NOBODY = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** Keeps language and theme on the root element, in local storage, and in step with the system. */
function appearance(): Signal<Theme> {
  const root = document.documentElement;
  const kept = localStorage.getItem("language");
  const asked = new URLSearchParams(location.search).get("lang");
  language.value = asked
    ? preferred([asked])
    : kept === "zh" || kept === "en"
      ? kept
      : preferred(navigator.languages);
  const theme = signal((localStorage.getItem("theme") ?? "auto") as Theme);
  const dark = signal(matchMedia("(prefers-color-scheme: dark)").matches);
  const contrast = signal(matchMedia("(prefers-contrast: more)").matches);
  matchMedia("(prefers-color-scheme: dark)").addEventListener(
    "change",
    (event) => (dark.value = event.matches),
  );
  matchMedia("(prefers-contrast: more)").addEventListener(
    "change",
    (event) => (contrast.value = event.matches),
  );
  effect(() => {
    root.lang = languageTag();
    localStorage.setItem("language", language.value);
  });
  effect(() => {
    const system = contrast.value ? "contrast" : dark.value ? "dark" : "light";
    root.dataset["theme"] = theme.value === "auto" ? system : theme.value;
    localStorage.setItem("theme", theme.value);
  });
  return theme;
}

/**
 * Keeps the view and the address in step, so that every address is a link to what is seen. A change of the selection
 * is a step that the browser's "back" undoes; other changes are not.
 */
function keepAddress(view: View): void {
  effect(() => {
    const query = toQuery(view, location.search);
    const address = location.pathname + (query ? `?${query}` : "") + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    const before = new URLSearchParams(location.search).get("at") ?? "";
    if (view.selected.peek() === before) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  });
  addEventListener("popstate", () =>
    batch(() => {
      view.selected.value = "";
      view.storey.value = "";
      fromQuery(view, location.search);
    }),
  );
}

/**
 * Makes the page's foundation. Nothing is loaded yet.
 *
 * @param options follows: target query of the live feed, null for every point the user may see; visitor: nobody is
 *     signed in here, also if somebody is on another page of this tab
 */
export function createApp(options: { follows?: string | null; visitor?: boolean } = {}): App {
  const theme = appearance();
  const api = new Api(options.visitor ? NOBODY : sessionStorage, { offline: () => t("offline") });
  const points = new PointStore();
  const surroundings = { connect, later, token: () => api.token, random: Math.random };
  const feed = new Feed(points, surroundings, options.follows ?? null);
  const view = createView(location.search);
  keepAddress(view);
  const campus = signal<Campus | null>(null);
  const problem = signal("");
  const session = signal<Session | null>(null);
  const known = signal(false);
  const end = (): void => {
    api.token = "";
    session.value = null;
    feed.stop();
  };
  const ended = signal(false);
  const cutOff = (): void => {
    ended.value = session.value !== null || ended.value;
    end();
  };
  api.onSignedOut(cutOff);
  feed.onEnded(cutOff);
  const begin = (fresh: Session): void => {
    if (fresh.token) api.token = fresh.token;
    session.value = fresh;
    ended.value = false;
  };
  return {
    api,
    points,
    feed,
    view,
    campus,
    problem,
    session,
    ended,
    known,
    theme,
    async load() {
      problem.value = "";
      try {
        if (api.token && !session.value)
          session.value = await api.call((c) => c.GET("/session")).catch(() => null);
        known.value = true;
        campus.value = new Campus(await api.call((c) => c.GET("/campus/geometry")));
        feed.stop();
        feed.start();
      } catch (failed) {
        problem.value = failed instanceof Error ? failed.message : String(failed);
      } finally {
        known.value = true;
      }
    },
    async signIn(user, password) {
      begin(await api.call((c) => c.POST("/session", { body: { user, password } })));
    },
    async changePassword(old, fresh) {
      begin(await api.call((c) => c.POST("/password", { body: { old, new: fresh } })));
    },
    async signOut() {
      await api.call((c) => c.DELETE("/session")).catch(() => undefined);
      end();
    },
  };
}
