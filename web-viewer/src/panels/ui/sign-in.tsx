import { useState } from "preact/hooks";
import type { JSX } from "preact";
import { t } from "../../core/text/shared.ts";
import type { App } from "../app.ts";

/** Shows what its page is for once somebody is signed in with a password of their own; the forms until then. */
export function Gate({ app, children }: { app: App; children: () => JSX.Element }): JSX.Element {
  const session = app.session.value;
  if (!app.known.value) return <p class="empty">{t("loading")}</p>;
  if (!session) return <SignIn app={app} />;
  if (session.mustChangePassword) return <ChangePassword app={app} />;
  return children();
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
}: {
  name: string;
  label: string;
  type?: "text" | "password";
  complete: string;
}): JSX.Element {
  return (
    <label class="field">
      <span>{label}</span>
      <input class="input" name={name} type={type as "text"} autocomplete={complete} required />
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
    <form class="panel stack gate" method="post" onSubmit={form.submit}>
      <h2>{t("signIn")}</h2>
      <Field name="user" label={t("user")} type="text" complete="username" />
      <Field name="password" label={t("password")} complete="current-password" />
      <Problem text={form.error} />
      <button class="button primary" disabled={form.busy}>
        {t("signIn")}
      </button>
    </form>
  );
}

function ChangePassword({ app }: { app: App }): JSX.Element {
  const form = useForm(async ({ old = "", fresh = "", again = "" }) => {
    if (fresh !== again) throw new Error(t("passwordsDiffer"));
    await app.changePassword(old, fresh);
    await app.load();
  });
  return (
    <form class="panel stack gate" method="post" onSubmit={form.submit}>
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
      <Field name="old" label={t("password")} complete="current-password" />
      <Field name="fresh" label={t("newPassword")} complete="new-password" />
      <Field name="again" label={t("newPasswordAgain")} complete="new-password" />
      <Problem text={form.error} />
      <button class="button primary" disabled={form.busy}>
        {t("changePassword")}
      </button>
    </form>
  );
}
