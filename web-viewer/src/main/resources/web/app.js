import { call, getToken, onSignedOut, setToken } from "./api.js";
import { startDesk, stopDesk, relabelDesk } from "./desk.js";
import { applyTexts, pick, t, toggleLanguage } from "./text.js";

const element = (id) => document.getElementById(id);
const forms = { signIn: element("sign-in"), change: element("change") };
let campus = null;

function show(part) {
  forms.signIn.hidden = part !== "sign-in";
  forms.change.hidden = part !== "change";
  element("desk").hidden = part !== "desk";
  element("sign-out").hidden = part === "sign-in";
  if (part === "desk") startDesk(() => show("sign-in"));
  else stopDesk();
  document.querySelector(`#${part} input:not(.away)`)?.focus();
}

function signedIn(session) {
  setToken(session.token ?? getToken());
  forms.change.elements.user.value = session.user;
  show(session.mustChangePassword ? "change" : "desk");
}

function onSubmit(form, action) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const error = form.querySelector(".error");
    const button = form.querySelector("button");
    error.textContent = "";
    button.disabled = true;
    try {
      const session = await action(Object.fromEntries(new FormData(form)));
      form.reset();
      signedIn(session);
    } catch (problem) {
      error.textContent = problem.message;
    } finally {
      button.disabled = false;
    }
  });
}

function label() {
  applyTexts();
  element("campus").textContent = campus ? pick(campus.name) : "Campus Twin";
  relabelDesk();
}

onSubmit(forms.signIn, ({ user, password }) => call("POST", "/session", { user, password }));
onSubmit(forms.change, (fields) => {
  if (fields.new !== fields.again) throw new Error(t("differ"));
  return call("POST", "/password", { old: fields.old, new: fields.new });
});
element("language").addEventListener("click", () => {
  toggleLanguage();
  label();
});
element("sign-out").addEventListener("click", async () => {
  await call("DELETE", "/session").catch(() => {});
  setToken(null);
  show("sign-in");
});
onSignedOut(() => show("sign-in"));

label();
call("GET", "/campus").then((found) => {
  campus = found;
  label();
}, () => {});
if (getToken()) call("GET", "/session").then(signedIn, () => show("sign-in"));
else show("sign-in");
