import { signal } from "@preact/signals-core";

export type Language = "zh" | "en";

/** A name or sentence in both languages, as the API gives it. */
export interface Both {
  zh: string;
  en: string;
}

/** The language of everything a person sees. */
export const language = signal<Language>("zh");

/** `zh-CN` or `en`, for HTML's lang, Accept-Language and number formats. */
export function languageTag(): string {
  return language.value === "zh" ? "zh-CN" : "en";
}

/** English only for people who prefer it to Chinese; everybody else reads Chinese first. */
export function preferred(wanted: readonly string[]): Language {
  const first = wanted.find((tag) => /^(zh|en)\b/i.test(tag)) ?? "zh";
  return first.toLowerCase().startsWith("en") ? "en" : "zh";
}

export function pick(name: Both | undefined | null): string {
  return name ? name[language.value] : "";
}

/** Chinese and English of one text; `{x}` stands for a value. */
export type Pair = readonly [zh: string, en: string];

/** Makes the reader of a catalogue: `t("room", {n: 3})`. Reads the language signal, so a view renders again on change. */
export function catalogue<K extends string>(
  texts: Record<K, Pair>,
): (key: K, values?: Record<string, string | number>) => string {
  return (key, values = {}) => {
    const text = texts[key][language.value === "zh" ? 0 : 1];
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
}
