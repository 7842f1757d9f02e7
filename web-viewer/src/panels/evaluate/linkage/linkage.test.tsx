// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { render } from "preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Schema } from "../../../core/api/client.ts";
import { language } from "../../../core/text/language.ts";
import { createView } from "../../../core/view.ts";
import type { App } from "../../app.ts";
import { address, open } from "../address.ts";
import { Linkage } from "./linkage.tsx";

const effect = (target: string, change: Partial<Schema["RunEffect"]> = {}): Schema["RunEffect"] => ({
  linkage: "fire",
  linkageName: { zh: "火灾联动", en: "Fire" },
  cause: "S1.state,S2.state",
  target,
  effect: "panels",
  name: { zh: "大屏提示", en: "Panels" },
  by: "platform",
  at: 50,
  sent: 0.02,
  acknowledged: 0.1,
  seconds: 0.2,
  limit: 15,
  outcome: "confirmed",
  ...change,
});

const effects = [
  ...Array.from({ length: 120 }, (_, i) => effect(`P${i}.message`)),
  effect("P-SLOW.message", { seconds: 9 }),
  effect("D1.door", {
    effect: "doors",
    name: { zh: "防火门关闭", en: "Doors" },
    by: "controller",
    seconds: null,
    outcome: "missing",
    reason: "no-feedback",
  }),
];
const result: Schema["RunResult"] = {
  id: "DR",
  seed: 7,
  clock: "virtual",
  campus: "small",
  hash: null,
  verdict: "pass",
  start: 0,
  seconds: 600,
  rules: [],
  effects,
};
const app = { campus: signal(null), view: createView() } as unknown as App;
const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));

describe("Linkage", { timeout: 20_000 }, () => {
  let root: HTMLElement;

  beforeEach(() => {
    language.value = "zh";
    root = document.createElement("main");
    document.body.append(root);
    open({ run: "R1", tab: "linkage" });
    render(<Linkage app={app} result={result} />, root);
  });

  afterEach(() => {
    render(null, root);
    root.remove();
  });

  const rows = (): Element[] => [...root.querySelectorAll(".effects .effect")];
  const button = (text: string): HTMLButtonElement => {
    const found = [...root.querySelectorAll("button")].find((one) => one.textContent?.includes(text));
    if (!found) throw new Error(`no button ${text} in ${root.textContent}`);
    return found;
  };

  it("draws a kind as one row until it is opened, and then not all of hundreds at once", async () => {
    expect(rows()).toHaveLength(0);
    button("大屏提示").click();
    await frame();
    expect(rows()).toHaveLength(40);
    button("再显示 40 个").click();
    await frame();
    expect(rows()).toHaveLength(80);
  });

  it("opens the slowest effect by one key, and its row with it", async () => {
    await frame();
    dispatchEvent(new KeyboardEvent("keydown", { key: "s" }));
    await frame();
    expect(address.effect.value).toBe("120");
    expect(new URLSearchParams(location.search).get("effect")).toBe("120");
    expect(root.querySelector(".detail")?.textContent).toContain("P-SLOW.message");
    expect(root.querySelector("#effect-120")?.getAttribute("aria-current")).toBe("true");
  });

  it("says why an effect did not come", async () => {
    button("防火门关闭").click();
    await frame();
    const detail = root.querySelector(".detail")?.textContent ?? "";
    expect(detail).toContain("无反馈");
    expect(detail).toContain("没有反馈");
    expect(detail).toContain("消防控制器");
  });

  it("filters by outcome, keeps it in the address, and offers a way back from nothing", async () => {
    button("无反馈").click();
    await frame();
    expect(new URLSearchParams(location.search).get("outcome")).toBe("missing");
    expect(root.textContent).not.toContain("大屏提示");
    const search = root.querySelector<HTMLInputElement>("input[type=search]");
    if (!search) throw new Error("no search field");
    search.value = "zzz";
    search.dispatchEvent(new Event("input", { bubbles: true }));
    await frame();
    button("清除筛选").click();
    await frame();
    expect(root.textContent).toContain("大屏提示");
  });

  it("says the same as a table, a page at a time", async () => {
    open({ run: "R1", tab: "linkage", shape: "table" });
    await frame();
    expect(root.querySelectorAll("tbody tr")).toHaveLength(100);
    button("下一个").click();
    await frame();
    expect(root.querySelectorAll("tbody tr")).toHaveLength(22);
  });
});
