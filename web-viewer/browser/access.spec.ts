import { beforeAll, describe, expect, inject, test } from "vitest";
import { expectAccessible, Rig } from "./rig.ts";
import { finishedWork, states, views } from "./views.ts";

const rig = new Rig();
let work = { run: "", sheet: "" };

beforeAll(async () => {
  work = await finishedWork(inject("url"));
});

const LOOKS = [
  { language: "zh", theme: "light" },
  { language: "zh", theme: "dark" },
  { language: "en", theme: "light" },
  { language: "en", theme: "dark" },
] as const;

describe.each(LOOKS)("$language $theme", (look) => {
  const names = [...views("", ""), ...states("")].map((view) => view.name);
  test.each(names)("axe finds nothing wrong: %s", async (name) => {
    const view = [...views(work.run, work.sheet), ...states(work.run)].find((one) => one.name === name);
    if (!view) throw new Error(name);
    const page = await (view.user ? rig.openAs(view.user, view.path, look) : rig.open(view.path, look));
    try {
      await view.until(page);
      await expectAccessible(page, name);
    } finally {
      await rig.close(page);
    }
  });
});

test("no page did anything wrong", () => {
  expect(rig.errors).toEqual([]);
});
