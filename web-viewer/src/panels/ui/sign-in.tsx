import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../../core/text/shared.ts";
import type { App } from "../app.ts";
import { GateFrame, type Purpose } from "./gate-frame.tsx";
import { Icon } from "./icons.tsx";

/** Shows what its page is for once somebody is signed in with a password of their own; the forms until then. */
export function Gate({
  app,
  purpose,
  children,
}: {
  app: App;
  purpose: Purpose;
  children: () => JSX.Element;
}): JSX.Element {
  const session = app.session.value;
  if (session && !session.mustChangePassword) return children();
  return (
    <main id="main" class="gate-main">
      {app.known.value ? (
        <GateFrame app={app} purpose={purpose}>
          {session ? <ChangePassword app={app} /> : <SignIn app={app} />}
        </GateFrame>
      ) : (
        <p class="empty">{t("loading")}</p>
      )}
    </main>
  );
}

interface Form {
  busy: boolean;
  error: string;
  submit: (event: SubmitEvent) => void;
}

function useForm(action: (fields: Record<string, string>) => Promise<void>): Form {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState("");
  const run = async (form: HTMLFormElement): Promise<void> => {
    setBusy(true);
    setError("");
    try {
      await action(Object.fromEntries(new FormData(form)) as Record<string, string>);
    } catch (failed) {
      setError(failed instanceof Error ? failed.message : String(failed));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    void run(event.currentTarget as HTMLFormElement);
  };
  return { busy, error, submit };
}

function Field({
  name,
  label,
  type = "password",
  complete,
  onText,
}: {
  name: string;
  label: string;
  type?: "text" | "password";
  complete: string;
  onText?: (text: string) => void;
}): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        class="input"
        name={name}
        type={type as "text"}
        autocomplete={complete}
        required
        onInput={(event) => onText?.(event.currentTarget.value)}
      />
    </label>
  );
}

function Problem({ text }: { text: string }): JSX.Element | null {
  return text ? (
    <p class="notice error" role="alert">
      {text}
    </p>
  ) : null;
}

function SignIn({ app }: { app: App }): JSX.Element {
  const form = useForm(async ({ user = "", password = "" }) => {
    await app.signIn(user, password);
    if (app.session.value?.mustChangePassword === false) await app.load();
  });
  return (
    <form class="stack gate" method="post" onSubmit={form.submit}>
      <h2>{t("signIn")}</h2>
      {app.ended.value ? (
        <p class="notice warning" role="status">
          {t("sessionEnded")}
        </p>
      ) : (
        <p class="soft">{t("signInWhy")}</p>
      )}
      <Field name="user" label={t("user")} type="text" complete="username" />
      <Field name="password" label={t("password")} complete="current-password" />
      <Problem text={form.error} />
      <button class="button primary" disabled={form.busy}>
        {t("signIn")}
      </button>
    </form>
  );
}

const SHORTEST = 10;
const LONGEST = 128;
const FEWEST_SIGNS = 5;

/** The server's rules for a password, each marked as it is met. The server has the last word. */
function Rules({ user, password }: { user: string; password: string }): JSX.Element {
  const rules: [string, boolean][] = [
    [
      t("ruleLength", { low: SHORTEST, high: LONGEST }),
      password.length >= SHORTEST && password.length <= LONGEST,
    ],
    [t("ruleSigns", { n: FEWEST_SIGNS }), new Set(password).size >= FEWEST_SIGNS],
    [t("ruleName"), password !== "" && !password.toLowerCase().includes(user.toLowerCase())],
  ];
  return (
    <ul class="rules" aria-label={t("passwordRules")}>
      {rules.map(([text, met]) => (
        <li key={text} class={met ? "met" : ""}>
          <span class="rule-mark">
            {met && <Icon name="check" size={14} />}
            <span class="visually-hidden">{t(met ? "ruleMet" : "ruleOpen")}</span>
          </span>
          {text}
        </li>
      ))}
    </ul>
  );
}

function ChangePassword({ app }: { app: App }): JSX.Element {
  const [fresh, setFresh] = useState("");
  const form = useForm(async ({ old = "", fresh = "", again = "" }) => {
    if (fresh !== again) throw new Error(t("passwordsDiffer"));
    await app.changePassword(old, fresh);
    await app.load();
  });
  return (
    <form class="stack gate" method="post" onSubmit={form.submit}>
      <h2>{t("changePassword")}</h2>
      <p class="soft">{t("mustChange")}</p>
      <input
        class="visually-hidden"
        type="text"
        name="user"
        autocomplete="username"
        value={app.session.value?.user}
        readOnly
        tabIndex={-1}
        aria-hidden="true"
      />
      <Field name="old" label={t("presentPassword")} complete="current-password" />
      <Field name="fresh" label={t("newPassword")} complete="new-password" onText={setFresh} />
      <Rules user={app.session.value?.user ?? ""} password={fresh} />
      <Field name="again" label={t("newPasswordAgain")} complete="new-password" />
      <Problem text={form.error} />
      <button class="button primary" disabled={form.busy}>
        {t("changePassword")}
      </button>
    </form>
  );
}
