import type { ComponentChildren, JSX } from "preact";
import { useCallback, useEffect, useState } from "preact/hooks";
import { e } from "../../core/text/evaluate.ts";
import { languageTag } from "../../core/text/language.ts";
import { t } from "../../core/text/shared.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { href, open, type Part } from "./address.ts";

/** A link inside the page: opens without loading, and can be opened in a new tab as any link. */
export function Link({ to, class: style, label, current, children }: LinkProps): JSX.Element {
  const click = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(to);
  };
  return (
    <a
      href={href(to)}
      class={style}
      aria-label={label}
      aria-current={current ? "page" : undefined}
      onClick={click}
    >
      {children}
    </a>
  );
}

interface LinkProps {
  to: Part;
  class?: string;
  /** Where the text alone does not say enough. */
  label?: string;
  /** Leads to what is shown now. */
  current?: boolean;
  children: ComponentChildren;
}

export type Tone = "good" | "critical" | "warning" | "stale" | "plain";

/** A word with a shape of its own before it, so that colour never stands alone. */
export function Mark({
  tone,
  icon,
  children,
}: {
  tone: Tone;
  icon: IconName;
  children: ComponentChildren;
}): JSX.Element {
  return (
    <span class={`badge mark ${tone}`}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  );
}

/** What became of a request. */
export interface Remote<T> {
  readonly data: T | null;
  /** Empty while there is none. */
  readonly problem: string;
  readonly again: () => void;
}

/** Loads a document whenever `key` changes; an answer that comes too late is dropped. Nothing is loaded for null. */
export function useRemote<T>(key: string | null, load: () => Promise<T>): Remote<T> {
  const [state, setState] = useState<{ key: string | null; data: T | null; problem: string }>({
    key: null,
    data: null,
    problem: "",
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (key === null) return undefined;
    let wanted = true;
    load().then(
      (data) => wanted && setState({ key, data, problem: "" }),
      (failed: unknown) =>
        wanted &&
        setState({ key, data: null, problem: failed instanceof Error ? failed.message : String(failed) }),
    );
    return () => {
      wanted = false;
    };
  }, [key, round]);
  const again = useCallback(() => {
    setState({ key: null, data: null, problem: "" });
    setRound((before) => before + 1);
  }, []);
  const mine = state.key === key;
  return { data: mine ? state.data : null, problem: mine ? state.problem : "", again };
}

/** Loading and failure of a document, or what is made of it. */
export function Loaded<T>({
  remote,
  children,
}: {
  remote: Remote<T>;
  children: (data: T) => JSX.Element;
}): JSX.Element {
  if (remote.data !== null) return children(remote.data);
  if (remote.problem) {
    return (
      <div class="notice error row" role="alert">
        <span>{remote.problem}</span>
        <button type="button" class="button" onClick={remote.again}>
          {t("retry")}
        </button>
      </div>
    );
  }
  return (
    <p class="empty" role="status">
      {t("loading")}
    </p>
  );
}

/** The first letters of a hash, with a button that copies all of it. */
export function Hash({ value }: { value: string }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    setCopied(await copyText(value));
  };
  return (
    <span class="row hash">
      <span class="number" title={value}>
        {value.slice(0, 8)}
      </span>
      <button
        type="button"
        class="button plain small"
        aria-label={`${e("copy")} ${e("hash")}`}
        onClick={() => void copy()}
      >
        <Icon name={copied ? "check" : "copy"} size={16} />
      </button>
      <span class="visually-hidden" role="status">
        {copied ? e("copied") : ""}
      </span>
    </span>
  );
}

/** A moment as people of the chosen language write it, in the time of the reader. */
export function whenText(millis: number): string {
  const day = new Date(millis);
  const today = day.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(languageTag(), {
    ...(today ? {} : { month: "numeric", day: "numeric" }),
    hour: "2-digit",
    minute: "2-digit",
    second: today ? "2-digit" : undefined,
    hour12: false,
  }).format(day);
}

/**
 * Puts a text on the clipboard; false if the browser refused. Browsers have no clipboard object on plain HTTP, which is
 * how many schools reach a server in their own network: there the older command does it.
 */
export async function copyText(text: string): Promise<boolean> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard) {
    return clipboard.writeText(text).then(
      () => true,
      () => false,
    );
  }
  const before = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

/** Lets the browser save a file. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Says what went wrong with the last thing that the user asked for. */
export function useAction(): {
  busy: boolean;
  problem: string;
  act: (action: () => Promise<unknown>) => void;
} {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const act = (action: () => Promise<unknown>): void => {
    setBusy(true);
    setProblem("");
    action()
      .catch((failed: unknown) => setProblem(failed instanceof Error ? failed.message : String(failed)))
      .finally(() => setBusy(false));
  };
  return { busy, problem, act };
}
