// @vitest-environment happy-dom
import { signal } from "@preact/signals";
import { render } from "preact";
import { act } from "preact/test-utils";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Api } from "../../core/api/client.ts";
import { Campus } from "../../core/campus.ts";
import { PointStore } from "../../core/points.ts";
import { TWO_ROOMS } from "../../core/tiny.test.world.ts";
import { language } from "../../core/text/language.ts";
import { createView } from "../../core/view.ts";
import type { App } from "../app.ts";
import { Stage } from "./stage.tsx";

const NOW = Date.UTC(2026, 0, 1);
const points = new PointStore();
let app: App;
let root: HTMLElement;

function newApp(query: string): App {
  const refused = (): Promise<Response> => Promise.resolve(new Response("{}", { status: 404 }));
  return {
    api: new Api(sessionStorage, { baseUrl: "http://test/api/v1", fetch: refused }),
    points,
    view: createView(query),
    campus: signal(new Campus(TWO_ROOMS)),
    problem: signal(""),
  } as unknown as App;
}

async function show(query: string): Promise<void> {
  app = newApp(query);
  await act(() => render(<Stage app={app} actions={(id) => <button>{`do ${id}`}</button>} />, root));
}

async function press(key: string, init: KeyboardEventInit = {}): Promise<void> {
  await act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...init }),
    );
  });
}

function focused(): string {
  const element = document.activeElement;
  return element instanceof HTMLElement || element instanceof SVGElement ? (element.dataset["id"] ?? "") : "";
}

function focus(selector: string): Promise<void> {
  return act(() => root.querySelector<HTMLElement>(selector)?.focus()) as Promise<void>;
}

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  language.value = "en";
  points.setQualities({ "0": "good", "3": "bad device-silent" });
  points.image(
    [
      [1, "R1-LG1.group.state", true, 0, 0],
      [2, "R1-LG1.room.illuminance", 412.4, 0, 12_000],
      [3, "R1-SD1.detector.state", "alarm", 0, 0],
    ],
    NOW,
  );
  root = document.createElement("div");
  document.body.append(root);
});

afterEach(async () => {
  await act(() => render(null, root));
  root.remove();
  vi.useRealTimers();
  language.value = "zh";
});

test("A1 the table is walked by arrows, opened by right, selected by Enter", async () => {
  await show("mode=table");
  await focus("tr[tabindex='0']");
  expect(focused()).toBe("tiny");
  for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"])
    await press(key);
  expect(focused()).toBe("R1");
  await press("Enter");
  expect(app.view.selected.value).toBe("R1");
  await press("ArrowLeft");
  expect(focused()).toBe("H-1");
  await press("ArrowLeft");
  expect(root.querySelector("[data-id='R1']")).toBeNull();
  expect(root.querySelectorAll("tr[tabindex='0']").length).toBe(1);
});

test("A2 points show value, unit, age and what is wrong; equipment in alarm says so", async () => {
  await show("mode=table&at=R1-LG1.room.illuminance");
  const line = (id: string): string => root.querySelector(`[data-id='${id}']`)?.textContent ?? "";
  expect(line("R1-LG1.room.illuminance")).toContain("412lx");
  expect(line("R1-LG1.room.illuminance")).toContain("12 s ago");
  expect(line("R1-LG1.group.state")).toContain("On");
  expect(line("R1-SD1")).toContain("alarm");
  await act(() => points.change([[2, 412.4, 3, 20_000]], NOW));
  expect(line("R1-LG1.room.illuminance")).toContain("Device silent");
});

test("A3 the page's actions stand on the line that has the focus", async () => {
  await show("mode=table&at=R1");
  expect(root.querySelector("[data-id='R1']")?.textContent).toContain("do R1");
  expect(root.querySelectorAll(".tree-actions > button:not(.plain)").length).toBe(1);
});

test("A4 a filter shows what matches, or says that nothing does", async () => {
  await show("mode=table");
  const field = root.querySelector<HTMLInputElement>("input[type=search]");
  const type = (text: string): Promise<void> =>
    act(() => {
      if (field) field.value = text;
      field?.dispatchEvent(new Event("input", { bubbles: true }));
    }) as Promise<void>;
  await type("detector");
  expect(root.querySelector("[data-id='R1-SD1']")).not.toBeNull();
  expect(root.querySelector("[data-id='R2']")).toBeNull();
  await type("zzz");
  expect(root.querySelector(".empty")?.textContent).toContain("zzz");
});

test("B1 arrows go to the neighbouring room of the plan, Enter selects it", async () => {
  await show("mode=plan&storey=H-1");
  await focus(".plan-place[tabindex='0']");
  expect(focused()).toBe("R1");
  await press("ArrowRight");
  expect(focused()).toBe("R2");
  await press("Enter");
  expect(app.view.selected.value).toBe("R2");
  expect(root.querySelector("[data-id='R2']")?.getAttribute("aria-pressed")).toBe("true");
  await press("PageUp");
  expect(app.view.storey.value).toBe("H-2");
});

test("B2 Enter on a selected building of the site plan goes inside; Esc leaves for the bar", async () => {
  await show("mode=plan&at=H");
  await focus(".plan-place[tabindex='0']");
  await press("Enter");
  expect(app.view.storey.value).toBe("H-1");
  await focus(".plan-place[tabindex='0']");
  await press("Escape");
  expect(document.activeElement?.closest(".stage-bar")).not.toBeNull();
});

test("B3 rooms say their value while they are coloured, and draw abnormal equipment at any zoom", async () => {
  await show("mode=plan&storey=H-1&heat=light");
  expect(root.querySelector(".plan-place[data-id='R1']")?.getAttribute("aria-label")).toContain("412 lx");
  expect(root.querySelector(".plan-symbol.alarm")?.getAttribute("data-id")).toBe("R1-SD1");
  expect(root.querySelector(".legend")?.textContent).toContain("lx");
});

test("C1 what is selected is said once the choice stands still", async () => {
  await show("mode=plan&storey=H-1");
  await act(() => {
    app.view.selected.value = "R1";
    app.view.selected.value = "R2";
  });
  const said = (): string => root.querySelector("[aria-live]")?.textContent ?? "";
  expect(said()).toBe("");
  await act(() => void vi.advanceTimersByTime(1_000));
  expect(said()).toContain("Room R2");
});

test("C2 without WebGL the plan stands in and says why", async () => {
  await show("storey=H-1");
  await vi.waitFor(() => expect(root.querySelector(".plan")).not.toBeNull(), { timeout: 20_000 });
  expect(root.querySelector(".notice")?.textContent).toContain("3D");
});
