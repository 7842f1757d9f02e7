import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { pictured, Rig } from "./rig.ts";

const rig = new Rig();
const english = { language: "en" } as const;

/** One stop further; the first key may come before the page listens. */
async function goOn(page: Page, next: () => Promise<void>, told: string | null): Promise<void> {
  for (let tries = 0; tries < 5; tries++) {
    await next();
    const changed = page.waitForFunction(
      (before) =>
        document.querySelector(".tour [role=progressbar]")?.getAttribute("aria-valuenow") !== before,
      told,
      { timeout: 3_000 },
    );
    if (
      await changed.then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error(`the tour stays at stop ${told}`);
}

/** Opens the tour and sees that every stop says something of its own. */
async function seeAllStops(page: Page, next: () => Promise<void>): Promise<number> {
  const card = page.getByRole("region", { name: "Tour" });
  const captions = new Set<string>();
  for (let stops = 0; stops < 40; stops++) {
    if (await card.getByText("The tour is over").isVisible()) return captions.size;
    const heading = await card.getByRole("heading").innerText();
    const caption = await card.locator(".tour-caption").innerText();
    expect(caption.length, heading).toBeGreaterThan(20);
    captions.add(caption);
    const told = await card.getByRole("progressbar").getAttribute("aria-valuenow");
    await goOn(page, next, told);
  }
  throw new Error("the tour does not end");
}

test("the tour is seen to its end, by mouse", async () => {
  const page = await rig.open("/", english);
  await page.getByRole("button", { name: /Guided tour/ }).click();
  const stops = await seeAllStops(page, () => page.locator(".tour-moves .primary").click());
  expect(stops).toBeGreaterThanOrEqual(6);
  await page.getByRole("button", { name: "Start again" }).click();
  await page
    .getByText(/Stop 1 of/)
    .first()
    .waitFor();
  await rig.close(page);
});

test("the tour is seen to its end, by keyboard", async () => {
  const page = await rig.open("/", english);
  await page.getByRole("button", { name: /Guided tour/ }).focus();
  await page.keyboard.press("Enter");
  const stops = await seeAllStops(page, () => page.keyboard.press("ArrowRight"));
  expect(stops).toBeGreaterThanOrEqual(6);
  await rig.close(page);
});

test("a visitor walks from the gate into a named room, part by part", async () => {
  const page = await rig.open("/", english);
  await pictured(page);
  await page.getByRole("button", { name: /Walk by yourself/ }).click();
  await page.getByRole("button", { name: "Take me to …" }).click();
  await page.getByRole("dialog").getByRole("combobox").fill("A312");
  await page.keyboard.press("Enter");
  const on = page.getByRole("button", { name: "Go the next part" });
  const arrived = page.getByText("You have reached Moral education room");
  await on.waitFor();
  for (let part = 0; part < 40 && !(await arrived.isVisible()); part++) {
    await page.waitForFunction(() => !document.querySelector(".route .primary")?.hasAttribute("disabled"));
    if (await on.isVisible()) await on.click();
  }
  await arrived.waitFor();
  expect(await page.locator(".visit-card h2").first().innerText()).toContain("Moral education room");
  await rig.close(page);
});

test("a visitor walks by keys alone", async () => {
  const page = await rig.open("/?walk=GATE-S", english);
  await pictured(page);
  await page.getByRole("group", { name: "Walking controls" }).waitFor();
  const grounds = page.getByRole("heading", { name: "Grounds" });
  for (let taps = 0; taps < 60 && !(await grounds.isVisible()); taps++) await page.keyboard.press("w");
  await grounds.waitFor();
  await rig.close(page);
});

test("a room is found by search, by keyboard, in both languages", async () => {
  for (const [language, word, name] of [
    ["en", "library", "Library"],
    ["zh", "图书馆", "图书馆"],
  ] as const) {
    const page = await rig.open("/", { language });
    await page.locator(".visit-search").waitFor();
    await page.keyboard.press("/");
    await page.getByRole("dialog").getByRole("combobox").fill(word);
    await page.getByRole("option", { name }).first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name, exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get("at")).toBe("B301");
    await page.reload();
    await page.getByRole("heading", { name, exact: true }).waitFor();
    await rig.close(page);
  }
});

test("without 3D the plan and the list show the same", async () => {
  const page = await rig.open("/?mode=table&at=A101", english);
  await page.getByRole("treegrid").or(page.getByRole("tree")).first().waitFor();
  await page.goto(`${rig.url}/?mode=plan&at=A101&storey=A-1`);
  await page.locator("svg [data-id=A101], svg [id$=A101], svg [aria-label*='Class 1-1']").first().waitFor();
  await rig.close(page);
});

test("no page did anything wrong", () => {
  expect(rig.errors).toEqual([]);
});
