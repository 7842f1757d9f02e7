import type { Page } from "playwright-core";
import { ask, signIn } from "./product.ts";
import { pictured } from "./rig.ts";

/** One of the views that are looked at, photographed, and checked for accessibility. */
export interface LookedAt {
  readonly name: string;
  /** Account that opens it; none for visitors. */
  readonly user?: string;
  readonly path: string;
  /** Brings the page to where it is to be seen. */
  readonly until: (page: Page) => Promise<unknown>;
}

const shown = (selector: string) => (page: Page) => page.locator(selector).first().waitFor();

/** Pictures are taken by the light of ten o'clock, whenever they are taken. */
const MORNING = "/?minute=600";

/** Twelve views of the three pages, on a school that runs and has one drill and one evaluation done. */
export function views(run: string, sheet: string): readonly LookedAt[] {
  return [
    { name: "visit-welcome", path: MORNING, until: pictured },
    {
      name: "visit-tour",
      path: MORNING,
      until: async (page) => {
        await pictured(page);
        await page
          .locator(".visit-card button")
          .filter({ hasText: /导览参观|Guided tour/ })
          .click();
        await page.locator(".tour-moves .primary").click();
        await page.locator(".tour-moves .primary").click();
      },
    },
    { name: "visit-walk", path: `${MORNING}&walk=A101`, until: pictured },
    { name: "visit-room", path: `${MORNING}&at=A101&storey=A-1&heat=temperature`, until: pictured },
    { name: "visit-plan", path: "/?mode=plan&storey=A-2&heat=co2", until: shown(".stage svg") },
    { name: "manage-sign-in", path: "/manage", until: shown("form.gate") },
    { name: "manage-overview", user: "admin", path: "/manage", until: shown(".desk-main h2") },
    {
      name: "manage-room",
      user: "admin",
      path: "/manage?tab=campus&at=A101&storey=A-1&minute=600",
      until: pictured,
    },
    { name: "manage-alarms", user: "admin", path: "/manage?tab=alarms", until: shown(".desk-main h2") },
    { name: "manage-bulk", user: "admin", path: "/manage?tab=bulk", until: shown(".desk-main form") },
    {
      name: "evaluate-replay",
      user: "eva",
      path: `/evaluate?run=${run}&tab=replay&t=130&storey=A-2`,
      until: pictured,
    },
    { name: "evaluate-sheet", user: "eva", path: `/evaluate?sheet=${sheet}`, until: shown("table, .sheet") },
  ];
}

/** More states that only have to be accessible. */
export function states(run: string): readonly LookedAt[] {
  return [
    { name: "visit-table", path: "/?mode=table&at=A101", until: shown("[role=treegrid], [role=tree]") },
    {
      name: "visit-search",
      path: "/?mode=table",
      until: async (page) => {
        await page.locator(".visit-search").click();
        await page.getByRole("dialog").getByRole("combobox").fill("A1");
      },
    },
    { name: "manage-devices", user: "admin", path: "/manage?tab=devices", until: shown(".desk-main h2") },
    { name: "manage-overrides", user: "admin", path: "/manage?tab=overrides", until: shown(".desk-main h2") },
    { name: "manage-linkage", user: "admin", path: "/manage?tab=linkage", until: shown(".desk-main h2") },
    { name: "manage-audit", user: "admin", path: "/manage?tab=audit", until: shown(".desk-main table") },
    { name: "manage-users", user: "admin", path: "/manage?tab=users", until: shown(".desk-main table") },
    { name: "evaluate-scenarios", user: "eva", path: "/evaluate", until: shown(".cards") },
    { name: "evaluate-standards", user: "eva", path: "/evaluate?tab=standards", until: shown(".cards") },
    { name: "evaluate-result", user: "eva", path: `/evaluate?run=${run}&tab=result`, until: shown("table") },
    {
      name: "evaluate-linkage",
      user: "eva",
      path: `/evaluate?run=${run}&tab=linkage`,
      until: shown(".timeline"),
    },
  ];
}

interface Job {
  id: string;
  state: string;
}

/** The newest finished drill and evaluation; they are made where there are none. */
export async function finishedWork(url: string): Promise<{ run: string; sheet: string }> {
  const token = await signIn(url, "eva");
  const done = async (path: string, body: object): Promise<string> => {
    const { items } = await ask<{ items: Job[] }>(url, path, token);
    const known = items.find((item) => item.state === "done");
    if (known) return known.id;
    const { id } = await ask<Job>(url, path, token, body);
    for (;;) {
      const { state } = await ask<Job>(url, `${path}/${id}`, token);
      if (state === "done") return id;
      if (state !== "queued" && state !== "running") throw new Error(`${path}/${id} ended as ${state}`);
      await new Promise((later) => setTimeout(later, 500));
    }
  };
  const run = await done("/scenario-runs", { scenario: "DR-FIRE", seed: 7 });
  return { run, sheet: await done("/evaluations", { standard: "henan", seed: 1 }) };
}
