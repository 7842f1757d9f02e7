import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Pair } from "./language.ts";

const here = new URL(".", import.meta.url).pathname;
const source = join(here, "../..");

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  );
}

const names = readdirSync(here).filter((name) => name !== "language.ts" && !name.includes(".test."));
const code = files(source)
  .filter(
    (path) => /\.tsx?$/.test(path) && !/\.test\.|\.testdata\./.test(path) && !path.includes("/core/text/"),
  )
  .map((path) => ({ path, text: readFileSync(path, "utf8") }));

async function tables(name: string): Promise<[string, Record<string, Pair>][]> {
  const module = (await import(join(here, name))) as Record<string, unknown>;
  return Object.entries(module).filter(
    (entry): entry is [string, Record<string, Pair>] => typeof entry[1] === "object",
  );
}

const holes = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "").sort();

test.each(names)("%s says everything in Chinese and in English", async (name) => {
  const found = await tables(name);
  expect(found.length, "the file exports its catalogue").toBeGreaterThan(0);
  for (const [table, texts] of found) {
    for (const [key, pair] of Object.entries(texts)) {
      const [zh, en] = pair;
      expect(zh.trim(), `${table}.${key} zh`).not.toBe("");
      expect(en.trim(), `${table}.${key} en`).not.toBe("");
      expect(holes(zh), `${table}.${key}`).toEqual(holes(en));
      expect(/\p{Script=Han}/u.test(en) && key !== "language", `${table}.${key} is Chinese in English`).toBe(
        false,
      );
    }
  }
});

test("no text stands in the code instead of a catalogue", () => {
  for (const { path, text } of code) {
    const plain = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
    expect(plain.match(/\p{Script=Han}+/gu) ?? [], path).toEqual([]);
  }
});

// Tables named …_WORDS are asked for words of the API, not by keys that stand in the code.
test("every text is used", async () => {
  const all = code.map(({ text }) => text).join("\n");
  for (const name of names) {
    for (const [table, texts] of await tables(name)) {
      if (table.endsWith("_WORDS")) continue;
      const used = new Set(all.split(/[^\w-]+/));
      const unused = Object.keys(texts).filter((key) => !used.has(key));
      expect(unused, `${name} ${table}`).toEqual([]);
    }
  }
});
