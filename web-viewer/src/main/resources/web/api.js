import { languageTag, t } from "./text.js";

const FINAL = new Set(["confirmed", "rejected", "failed", "timed-out", "expired", "superseded", "relinquished"]);
let token = sessionStorage.getItem("token");
let signedOut = () => {};

export const getToken = () => token;
export const onSignedOut = (listener) => (signedOut = listener);

export function setToken(fresh) {
  token = fresh;
  if (fresh) sessionStorage.setItem("token", fresh);
  else sessionStorage.removeItem("token");
}

/** One request; throws an Error whose message is the server's own, in the user's language. */
export async function call(method, path, body) {
  const headers = { "Accept-Language": languageTag() };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  let answer;
  try {
    answer = await fetch(`/api/v1${path}`, { method, headers, body: body && JSON.stringify(body) });
  } catch {
    throw new Error(t("offline"));
  }
  if (answer.status === 204) return null;
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    if (answer.status === 401 && json.code === "session-ended") {
      setToken(null);
      signedOut();
    }
    throw new Error(json.detail ?? `${answer.status}`);
  }
  return json;
}

/** All pages of a list. */
export async function list(path) {
  const items = [];
  let cursor = "";
  do {
    const page = await call("GET", `${path}${path.includes("?") ? "&" : "?"}limit=2000${cursor}`);
    items.push(...page.items);
    cursor = page.next ? `&cursor=${encodeURIComponent(page.next)}` : "";
  } while (cursor);
  return items;
}

/** Sends a command and follows it in the ledger until every item is final; gives the items. */
export async function command(target, value, reason) {
  const { id } = await call("POST", "/commands", { target, value, priority: 8, reason });
  for (;;) {
    const ledger = await call("GET", `/commands/${id}`);
    if (ledger.items.every((item) => FINAL.has(item.state))) return ledger.items;
    await new Promise((done) => setTimeout(done, 250));
  }
}
