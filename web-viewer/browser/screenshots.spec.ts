import { mkdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { Rig } from "./rig.ts";
import { finishedWork, views } from "./views.ts";

const rig = new Rig();
const write = process.env["SCREENSHOTS"] === "write";
const folder = new URL(write ? "../../docs/screenshots/" : "../target/screenshots/", import.meta.url)
  .pathname;
let work = { run: "", sheet: "" };

/** Sizes: a phone in portrait, a small desk, a large one. */
const SIZES = [
  [390, 844],
  [1280, 800],
  [1920, 1080],
] as const;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  work = await finishedWork(inject("url"));
});

const names = views("", "").map((view) => view.name);
test.each(names)("%s at three widths, light and dark", async (name) => {
  const view = views(work.run, work.sheet).find((one) => one.name === name);
  if (!view) throw new Error(name);
  const page = await rig.reopen(view.user, view.path, { language: "zh" });
  await page.emulateMedia({ colorScheme: "light" });
  await view.until(page);
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    for (const theme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: theme });
      await page.locator(`[data-theme="${theme}"]`).waitFor();
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      const file = join(folder, `${name}-${width}-${theme}.jpg`);
      await page.screenshot({ path: file, type: "jpeg", quality: 80 });
      expect(statSync(file).size, file).toBeGreaterThan(8_000);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wider, `${name} at ${width}: wider than the window by`).toBeLessThanOrEqual(0);
    }
  }
});
