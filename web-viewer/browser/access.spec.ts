import { beforeAll, describe, expect, inject, test } from "vitest";
import { expectAccessible, Rig } from "./rig.ts";
import { finishedWork, states, views } from "./views.ts";

const rig = new Rig();
let work = { run: "", sheet: "" };

beforeAll(async () => {
  work = await finishedWork(inject("url"));
});

describe.each(["zh", "en"] as const)("%s", (language) => {
  const names = [...views("", ""), ...states("")].map((view) => view.name);
  test.each(names)("axe finds nothing wrong, light and dark: %s", async (name) => {
    const view = [...views(work.run, work.sheet), ...states(work.run)].find((one) => one.name === name);
    if (!view) throw new Error(name);
    const page = await rig.reopen(view.user, view.path, { language });
    await page.emulateMedia({ colorScheme: "light" });
    await view.until(page);
    await expectAccessible(page, `${name} light`);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.locator('[data-theme="dark"]').waitFor();
    await expectAccessible(page, `${name} dark`);
  });
});

test("no page did anything wrong", () => {
  expect(rig.errors).toEqual([]);
});
