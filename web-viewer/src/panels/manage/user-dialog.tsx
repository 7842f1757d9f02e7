import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Schema } from "../../core/api/client.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { roleWord } from "../../core/text/manage-words.ts";
import { t as shared } from "../../core/text/shared.ts";
import { Dialog } from "../ui/dialog.tsx";
import type { Desk } from "./desk.ts";

type User = Schema["User"];

const ROLES = ["operator", "engineer", "evaluator", "admin"] as const;

/** A new account, or the role and buildings of an old one. Refusals are shown in the server's words. */
export function UserDialog({
  desk,
  user,
  onClose,
  onDone,
}: {
  desk: Desk;
  user: User | null;
  onClose: () => void;
  onDone: (user: User) => void;
}): JSX.Element {
  const [name, setName] = useState("");
  const [role, setRole] = useState(user?.role ?? "operator");
  const [buildings, setBuildings] = useState<readonly string[]>(user?.buildings ?? []);
  const [problem, setProblem] = useState("");
  const send = (): void => {
    setProblem("");
    const { api } = desk.app;
    const answer = user
      ? api.call((client) =>
          client.PATCH("/users/{name}", {
            params: { path: { name: user.name } },
            body: { role, buildings: [...buildings] },
          }),
        )
      : api.call((client) => client.POST("/users", { body: { name, role, buildings: [...buildings] } }));
    answer
      .then(onDone)
      .catch((failed: unknown) => setProblem(failed instanceof Error ? failed.message : String(failed)));
  };
  return (
    <Dialog title={user ? t("editUser", { name: user.name }) : t("addUser")} onClose={onClose}>
      <form
        class="stack"
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        {!user && <NameField name={name} onChange={setName} />}
        <RoleField role={role} onChange={setRole} />
        <Buildings desk={desk} chosen={buildings} onChange={setBuildings} />
        {problem && (
          <p class="notice error" role="alert">
            {problem}
          </p>
        )}
        <div class="row dialog-end">
          <button type="button" class="button" onClick={onClose}>
            {shared("cancel")}
          </button>
          <button class="button primary" disabled={desk.lost.value}>
            {t("save")}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Buildings({
  desk,
  chosen,
  onChange,
}: {
  desk: Desk;
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}): JSX.Element {
  return (
    <fieldset class="pens">
      <legend>{t("scopeHint")}</legend>
      {desk.app.campus.value?.geometry.buildings.map((building) => (
        <label key={building.id} class="check">
          <input
            type="checkbox"
            checked={chosen.includes(building.id)}
            onChange={() =>
              onChange(
                chosen.includes(building.id)
                  ? chosen.filter((id) => id !== building.id)
                  : [...chosen, building.id],
              )
            }
          />
          <span>{pick(building.name)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function NameField({ name, onChange }: { name: string; onChange: (name: string) => void }): JSX.Element {
  return (
    <label class="field">
      <span>{t("userNameRule")}</span>
      <input
        class="input"
        required
        maxLength={32}
        autocomplete="off"
        spellcheck={false}
        value={name}
        onInput={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

function RoleField({ role, onChange }: { role: string; onChange: (role: string) => void }): JSX.Element {
  return (
    <label class="field">
      <span>{t("role")}</span>
      <select class="input" value={role} onChange={(event) => onChange(event.currentTarget.value)}>
        {ROLES.map((word) => (
          <option key={word} value={word}>
            {roleWord(word)}
          </option>
        ))}
      </select>
    </label>
  );
}
