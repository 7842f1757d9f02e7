import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Schema } from "../../core/api/client.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { roleWord } from "../../core/text/manage-words.ts";
import { t as shared } from "../../core/text/shared.ts";
import { Dialog } from "../ui/dialog.tsx";
import type { Desk } from "./desk.ts";
import { Empty, Problem, SectionFrame } from "./parts.tsx";
import { UserDialog } from "./user-dialog.tsx";

type User = Schema["User"];

/** Accounts: add, change role and buildings, disable, give a new password. */
export function UsersSection({ desk }: { desk: Desk }): JSX.Element {
  const [users, setUsers] = useState<readonly User[] | null>(null);
  const [problem, setProblem] = useState("");
  const [edited, setEdited] = useState<User | "new" | null>(null);
  const [shown, setShown] = useState<User | null>(null);
  const failed = (reason: unknown): void =>
    setProblem(reason instanceof Error ? reason.message : String(reason));
  const read = (): void => {
    setProblem("");
    desk.app.api
      .call((client) => client.GET("/users"))
      .then((page) => setUsers(page.items))
      .catch(failed);
  };
  useEffect(() => {
    if (!desk.lost.value) read();
  }, [desk.lost.value]);
  const act = (action: () => Promise<User>): void => {
    setProblem("");
    action()
      .then((user) => {
        if (user.password) setShown(user);
        read();
      })
      .catch(failed);
  };
  return (
    <SectionFrame
      title={t("users")}
      lead={t("usersLead")}
      tools={
        <button
          type="button"
          class="button primary"
          disabled={desk.lost.value}
          onClick={() => setEdited("new")}
        >
          {t("addUser")}
        </button>
      }
    >
      <Problem text={problem} retry={read} />
      {!users && !problem && <Empty>{shared("loading")}</Empty>}
      {users && <UserTable desk={desk} users={users} onEdit={setEdited} act={act} />}
      {edited && (
        <UserDialog
          desk={desk}
          user={edited === "new" ? null : edited}
          onClose={() => setEdited(null)}
          onDone={(user) => {
            setEdited(null);
            if (user.password) setShown(user);
            read();
          }}
        />
      )}
      {shown && <PasswordDialog user={shown} onClose={() => setShown(null)} />}
    </SectionFrame>
  );
}

function UserTable({
  desk,
  users,
  onEdit,
  act,
}: {
  desk: Desk;
  users: readonly User[];
  onEdit: (user: User) => void;
  act: (action: () => Promise<User>) => void;
}): JSX.Element {
  const campus = desk.app.campus.value;
  return (
    <table class="table list">
      <thead>
        <tr>
          <th scope="col">{t("user")}</th>
          <th scope="col">{t("role")}</th>
          <th scope="col">{t("scope")}</th>
          <th scope="col">{t("state")}</th>
          <th scope="col">{t("actions")}</th>
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <tr key={user.name} class={user.disabled ? "out" : ""}>
            <td data-label={t("user")}>{user.name}</td>
            <td data-label={t("role")}>{roleWord(user.role)}</td>
            <td data-label={t("scope")}>
              {user.buildings.length === 0
                ? t("wholeCampus")
                : user.buildings.map((id) => pick(campus?.buildings.get(id)?.name) || id).join("、")}
            </td>
            <td data-label={t("state")}>
              {user.disabled ? t("disabled") : user.mustChange ? t("mustChangeUser") : t("enabled")}
            </td>
            <td data-label={t("actions")}>
              <UserActions desk={desk} user={user} onEdit={onEdit} act={act} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UserActions({
  desk,
  user,
  onEdit,
  act,
}: {
  desk: Desk;
  user: User;
  onEdit: (user: User) => void;
  act: (action: () => Promise<User>) => void;
}): JSX.Element {
  const [asking, setAsking] = useState(false);
  const { api } = desk.app;
  const path = { name: user.name };
  if (user.name === desk.app.session.value?.user) return <span class="soft">{t("ownAccount")}</span>;
  const toggle = (): void =>
    act(() =>
      api.call((client) =>
        client.PATCH("/users/{name}", { params: { path }, body: { disabled: !user.disabled } }),
      ),
    );
  const reset = (): void =>
    act(() => api.call((client) => client.POST("/users/{name}/reset", { params: { path }, body: {} })));
  const off = desk.lost.value;
  if (asking)
    return (
      <div class="row">
        <span>{t("resetSure", { name: user.name })}</span>
        <button
          type="button"
          class="button small primary"
          disabled={off}
          onClick={() => {
            setAsking(false);
            reset();
          }}
        >
          {shared("confirm")}
        </button>
        <button type="button" class="button small" onClick={() => setAsking(false)}>
          {shared("cancel")}
        </button>
      </div>
    );
  return (
    <div class="row">
      <button type="button" class="button small" disabled={off} onClick={() => onEdit(user)}>
        {t("edit")}
      </button>
      <button type="button" class="button small" disabled={off} onClick={() => setAsking(true)}>
        {t("reset")}
      </button>
      <button type="button" class="button small" disabled={off} onClick={toggle}>
        {t(user.disabled ? "enable" : "disable")}
      </button>
    </div>
  );
}

/** The password that the server made; it is never shown again. */
function PasswordDialog({ user, onClose }: { user: User; onClose: () => void }): JSX.Element {
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    void navigator.clipboard?.writeText(user.password ?? "").then(() => setCopied(true));
  };
  return (
    <Dialog title={t("passwordOf", { name: user.name })} onClose={onClose}>
      <p>{t("passwordOnce")}</p>
      <p class="row">
        <output class="secret number">{user.password}</output>
        <button type="button" class="button" onClick={copy}>
          {t(copied ? "copied" : "copy")}
        </button>
      </p>
      <div class="row dialog-end">
        <button type="button" class="button primary" onClick={onClose}>
          {t("noted")}
        </button>
      </div>
    </Dialog>
  );
}
