import { existsSync, readFileSync } from "node:fs";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { PASSWORD } from "./product.ts";

const PROGRAMS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const FLAGS = [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];
/** Characters of a page's text in the report of a failed test. */
const MOST_SHOWN = 4_000;
const AXE = readFileSync(new URL("../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

export function findChromium(): string | undefined {
  return [process.env["CHROMIUM"] ?? "", ...PROGRAMS].find((path) => path !== "" && existsSync(path));
}

export interface Look {
  width?: number;
  height?: number;
  theme?: "light" | "dark" | "contrast";
  language?: "zh" | "en";
  calm?: boolean;
  touch?: boolean;
}

export async function launch(...more: string[]): Promise<Browser> {
  const program = findChromium();
  if (!program) throw new Error("Chromium is not installed; install it or set CHROMIUM to its path");
  return chromium.launch({ executablePath: program, args: [...FLAGS, ...more] });
}

/** A browser for the tests of a file. `open` gives a page that fails its test on any error of script or policy. */
export class Rig {
  private browser: Browser | undefined;
  private readonly kept = new Map<string, Page>();
  /** What went wrong in the pages so far. */
  readonly errors: string[] = [];

  constructor() {
    beforeAll(async () => {
      this.browser = await launch();
    });
    afterEach(async ({ task }) => {
      if (task.result?.state === "fail") throw new Error(`What the pages showed:\n${await this.shown()}`);
    });
    afterAll(async () => {
      await this.browser?.close();
    });
  }

  get url(): string {
    return inject("url");
  }

  async open(path: string, look: Look = {}, url = this.url): Promise<Page> {
    if (!this.browser) throw new Error("no browser yet");
    const context = await this.browser.newContext({
      viewport: { width: look.width ?? 1280, height: look.height ?? 800 },
      locale: look.language === "en" ? "en-US" : "zh-CN",
      reducedMotion: look.calm === false ? "no-preference" : "reduce",
      colorScheme: look.theme === "dark" ? "dark" : "light",
      hasTouch: look.touch ?? false,
      timezoneId: "Asia/Shanghai",
    });
    if (look.theme === "contrast")
      await context.addInitScript(() => localStorage.setItem("theme", "contrast"));
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on("pageerror", (error) => this.errors.push(`${path}: ${error.message}`));
    page.on("console", (message) => {
      if (/Content Security Policy|Uncaught/.test(message.text()))
        this.errors.push(`${path}: ${message.text()}`);
    });
    await page.goto(url + path);
    return page;
  }

  /** Opens a page and signs in there. */
  async openAs(user: string, path: string, look: Look = {}, url = this.url): Promise<Page> {
    const page = await this.open(path, look, url);
    await page.locator("input[name=user]").fill(user);
    await page.locator("input[name=password]").fill(PASSWORD);
    await page.locator("form.gate button.primary").click();
    await page.locator("form.gate").waitFor({ state: "detached" });
    return page;
  }

  /** A tab for each account and look that is used again: signed in once, then only led to another address. */
  async reopen(user: string | undefined, path: string, look: Look = {}): Promise<Page> {
    const key = `${user ?? ""} ${JSON.stringify(look)}`;
    const kept = this.kept.get(key);
    if (!kept) {
      const opened = await (user ? this.openAs(user, path, look) : this.open(path, look));
      this.kept.set(key, opened);
      return opened;
    }
    await kept.goto("about:blank");
    await kept.goto(this.url + path);
    return kept;
  }

  async close(page: Page): Promise<void> {
    await page.context().close();
  }

  /** Address and text of every open page, for whoever has to find out why a test failed. */
  private async shown(): Promise<string> {
    const pages = this.browser?.contexts().flatMap((context) => context.pages()) ?? [];
    const texts = pages.map(async (page) => {
      const text = await page
        .locator("body")
        .innerText({ timeout: 5_000 })
        .catch((failed: unknown) => String(failed));
      return `${page.url()}\n${text.slice(0, MOST_SHOWN)}`;
    });
    return [...(await Promise.all(texts)), ...this.errors].join("\n\n");
  }
}

/** What axe finds wrong with the page as it is, one line each. */
export async function violations(page: Page): Promise<string[]> {
  const loaded = await page.evaluate(() => "axe" in window);
  if (!loaded) await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe = (
      window as unknown as {
        axe: {
          run(): Promise<{
            violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
          }>;
        };
      }
    ).axe;
    const found = await axe.run();
    return found.violations.flatMap((one) =>
      one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
    );
  });
}

export async function expectAccessible(page: Page, where: string): Promise<void> {
  expect(await violations(page), where).toEqual([]);
}

/** Waits until the 3D view has drawn its first full picture. */
export async function pictured(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName("first-picture").length > 0);
}
