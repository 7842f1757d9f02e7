import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { ask, signIn } from "./product.ts";
import { Rig } from "./rig.ts";

const rig = new Rig();
const english = { language: "en" } as const;

test("DR-FIRE is run, its slowest effect opened, the replay scrubbed, by keyboard alone", async () => {
  const page = await rig.openAs("eva", "/evaluate", english);
  await page.getByRole("button", { name: "Run: Fire alarm with linkage and evacuation" }).focus();
  await page.keyboard.press("Enter");
  const opened = page.getByRole("link", { name: /^Open Fire alarm with linkage/ }).first();
  await opened.waitFor({ timeout: 120_000 });
  await opened.focus();
  await page.keyboard.press("Enter");
  const linkage = page.getByRole("link", { name: "Linkage timeline" });
  await linkage.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Open the slowest effect/ }).waitFor();
  await page.keyboard.press("s");
  const detail = page.getByRole("complementary", { name: "Effect" });
  await detail.getByText("Limit").waitFor();
  await detail.getByRole("button", { name: "Show in the replay" }).focus();
  await page.keyboard.press("Enter");
  const bar = page.getByRole("slider", { name: "Position in the run" });
  await bar.focus();
  const inside = async (): Promise<number> =>
    Number(/, (\d+) persons/.exec((await bar.getAttribute("aria-valuetext")) ?? "")?.[1] ?? Number.NaN);
  await page.keyboard.press("Home");
  const atStart = await inside();
  await page.keyboard.press("End");
  expect(atStart).toBeGreaterThan(500);
  expect(await inside()).toBe(0);
  await page.keyboard.press("Home");
  await page.getByRole("combobox", { name: "Speed" }).selectOption("16");
  await page.getByRole("heading").first().click();
  await page.keyboard.press("Space");
  await page.waitForFunction(
    () => Number(document.querySelector(".scrub")?.getAttribute("aria-valuenow")) > 30,
  );
  await rig.close(page);
});

test("a link opens the replay at its time", async () => {
  const token = await signIn(rig.url, "eva");
  const { items } = await ask<{ items: { id: string; state: string }[] }>(rig.url, "/scenario-runs", token);
  const run = items.find((item) => item.state === "done")?.id ?? "";
  const page = await rig.openAs("eva", `/evaluate?run=${run}&tab=replay&t=123`, english);
  await page.waitForFunction(() => document.querySelector(".scrub")?.getAttribute("aria-valuenow") === "123");
  await rig.close(page);
});

test("the Henan sheet gives a reason for every verdict and is handed in as JSON and HTML", async () => {
  const page = await rig.openAs("eva", "/evaluate?tab=standards", english);
  await page.getByRole("button", { name: /^Evaluate: .*Henan/i }).click();
  const opened = page.getByRole("link", { name: /^Open .*Henan/i }).first();
  await opened.waitFor({ timeout: 180_000 });
  await opened.click();
  await page.getByText("HN-C1.2", { exact: false }).first().waitFor();
  const json = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download JSON" }).click();
  const report = JSON.parse(await readFile(await (await json).path(), "utf8")) as {
    standards: { indicators: { reason: { zh: string; en: string }; verdict: string }[] }[];
  };
  const indicators = report.standards[0]?.indicators ?? [];
  expect(indicators.length).toBe(81);
  for (const { reason } of indicators)
    expect([reason.zh, reason.en].every((text) => text.length > 0)).toBe(true);
  const html = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download HTML" }).click();
  expect(await readFile(await (await html).path(), "utf8")).toContain("<!doctype html>");
  await rig.close(page);
});

test("an operator may look but not start", async () => {
  const page = await rig.openAs("op-a", "/evaluate", english);
  await page.getByText(/drills and evaluations are started by/).waitFor();
  expect(await page.getByRole("button", { name: /^Run: / }).count()).toBe(0);
  await rig.close(page);
});

test("no page did anything wrong", () => {
  expect(rig.errors).toEqual([]);
});
