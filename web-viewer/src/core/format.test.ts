import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import type { Template } from "./campus.ts";
import { language } from "./text/language.ts";
import { ageText, formatValue, qualityText } from "./format.ts";
import { boolWord, stateWord } from "./text/values.ts";

afterEach(() => {
  language.value = "zh";
});

function template(name: string, type: Template["type"], unit: string): Template {
  return { name, label: { zh: name, en: name }, type, unit, writable: false };
}

const KINDS = readFileSync(
  new URL("../../../campus-models/src/main/resources/asset/kinds.yaml", import.meta.url),
  "utf8",
);

test("A1 every state of every kind has a word", () => {
  const points = [...KINDS.matchAll(/\{name: ([\w.]+),[^}]*?type: enum, states: \[([^\]]*)\]/g)];
  expect(points.length).toBeGreaterThan(20);
  const missing = points.flatMap(([, name = "", states = ""]) =>
    states
      .split(",")
      .map((state) => state.trim().replaceAll("'", ""))
      .filter((state) => stateWord(name, state) === state)
      .map((state) => `${name}/${state}`),
  );
  expect(missing).toEqual([]);
});

test("A2 every yes or no of every kind has its meaning", () => {
  const names = [...KINDS.matchAll(/\{name: ([\w.]+),[^}]*?type: bool/g)].map(([, name = ""]) => name);
  expect(names.length).toBeGreaterThan(20);
  const unsaid = names.filter((name) => boolWord(name, true) === boolWord("unheard", true));
  expect(unsaid).toEqual([]);
});

test("B1 numbers as people write them", () => {
  expect(formatValue(template("zone.temperature", "number", "°C"), 23.44)).toBe("23.4 °C");
  expect(formatValue(template("valve.position", "number", "%"), 51.6)).toBe("52%");
  expect(formatValue(template("meter.flow", "number", "m3/h"), 1234.5)).toBe("1,234.5 m³/h");
  expect(formatValue(template("zone.people", "number", "count"), 12)).toBe("12");
  expect(formatValue(template("room.co2", "number", "ppm"), null)).toBe("—");
});

test("B2 words by the language and by the point", () => {
  expect(stateWord("valve.state", "open")).toBe("打开");
  expect(stateWord("gate.mode", "open")).toBe("常开");
  expect(boolWord("group.state", true)).toBe("开");
  language.value = "en";
  expect(formatValue(template("unit.mode", "enum", "enum"), "cool")).toBe("Cooling");
  expect(formatValue(template("room.occupied", "bool", "bool"), false)).toBe("Empty");
  expect(formatValue(template("x", "enum", "enum"), "strange")).toBe("strange");
});

test("C1 quality by its reason, age in plain words", () => {
  expect(qualityText({ quality: "bad", reason: "device-silent" })).toBe("设备无响应");
  expect(qualityText({ quality: "uncertain", reason: "" })).toBe("存疑");
  const now = 1_000_000_000;
  expect([2_000, 12_000, 200_000, 7_300_000, 200_000_000].map((age) => ageText(now - age, now))).toEqual([
    "刚刚",
    "12 秒前",
    "3 分钟前",
    "2 小时前",
    "2 天前",
  ]);
  expect(ageText(0, now)).toBe("");
  expect(ageText(now + 5_000, now)).toBe("刚刚");
});
