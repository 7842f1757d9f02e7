import { call, command, list, setToken } from "./api.js";
import { connectLive } from "./live.js";
import { languageTag, pick, t } from "./text.js";

const element = (id) => document.getElementById(id);
const COLUMNS = { temperature: ["room.temperature", "zone.temperature"], co2: ["room.co2"], people: ["zone.people"] };
const SHOWN = new Set([...Object.values(COLUMNS).flat(), "group.state"]);
const UNIT = { temperature: " °C", co2: " ppm", people: "" };
const DIGITS = { temperature: 1, co2: 0, people: 0 };

let rooms = [];
let buildings = [];
let alarms = [];
let values = new Map();
let roomOf = new Map();
let rows = new Map();
let stale = new Set();
let stop = null;
let timers = [];

/** Shows rooms and alarms and keeps them live until stopDesk. */
export async function startDesk(signedOut) {
  if (stop) return;
  stop = () => {};
  try {
    const [spaces, houses, points] = await Promise.all([list("/spaces"), list("/buildings"), list("/points")]);
    buildings = houses;
    roomOf = new Map();
    const byRoom = new Map(spaces.map((space) => [space.id, { space, points: {}, lamps: [] }]));
    for (const point of points) place(byRoom.get(point.space), point);
    rooms = [...byRoom.values()].filter((room) => room.lamps.length || Object.keys(room.points).length);
  } catch (problem) {
    stop = null;
    say(problem.message, true);
    return;
  }
  fillBuildings();
  render();
  refreshAlarms();
  timers = [setInterval(paint, 300), setInterval(refreshAlarms, 10_000)];
  stop = connectLive({
    changed: (id, state) => {
      values.set(id, state);
      if (roomOf.has(id)) stale.add(roomOf.get(id));
    },
    alarms: refreshAlarms,
    state: (word) => {
      element("link").dataset.t = word;
      element("link").textContent = t(word);
    },
    ended: () => {
      setToken(null);
      signedOut();
    },
  });
}

export function stopDesk() {
  stop?.();
  stop = null;
  timers.forEach(clearInterval);
  timers = [];
  values = new Map();
  element("link").textContent = "";
}

/** The same in the other language. */
export function relabelDesk() {
  if (!stop) return;
  fillBuildings();
  render();
  renderAlarms();
}

function place(room, point) {
  if (!room || !SHOWN.has(point.point)) return;
  if (point.point === "group.state") room.lamps.push(point.id);
  for (const [column, names] of Object.entries(COLUMNS)) {
    if (names.includes(point.point)) room.points[column] ??= point.id;
  }
  roomOf.set(point.id, room.space.id);
  values.set(point.id, { value: point.value, quality: point.quality === "good" ? 0 : 20 });
}

function fillBuildings() {
  const select = element("building");
  const chosen = select.value || buildings[0]?.id;
  select.replaceChildren(
    ...buildings.map((building) => new Option(`${building.id} ${pick(building.name)}`, building.id)),
    new Option(t("outdoors"), ""),
  );
  select.value = chosen ?? "";
}

function render() {
  const building = element("building").value;
  const wanted = element("search").value.trim().toLowerCase();
  const shown = rooms.filter(({ space }) => (space.building ?? "") === building &&
    `${space.id} ${space.name.zh} ${space.name.en}`.toLowerCase().includes(wanted));
  rows = new Map(shown.map((room) => [room.space.id, row(room)]));
  element("rooms").replaceChildren(...[...rows.values()].map((entry) => entry.tr));
  element("bulk").disabled = !building;
  rows.forEach((entry) => entry.update());
}

function row(room) {
  const tr = document.createElement("tr");
  const name = document.createElement("th");
  name.scope = "row";
  name.textContent = `${room.space.id} ${pick(room.space.name)}`;
  tr.append(name);
  const cells = Object.keys(COLUMNS).map((column) => {
    const td = tr.insertCell();
    td.className = "number";
    return () => showNumber(td, column, room.points[column]);
  });
  const lamp = lampButton(room);
  if (lamp) tr.insertCell().append(lamp.button);
  else tr.insertCell();
  return { tr, update: () => [...cells, lamp?.update].forEach((update) => update?.()) };
}

function showNumber(td, column, id) {
  const state = id && values.get(id);
  const known = state && typeof state.value === "number";
  td.textContent = known ? state.value.toFixed(DIGITS[column]) + UNIT[column] : "–";
  td.classList.toggle("bad", Boolean(known && state.quality !== 0));
}

function lampButton(room) {
  if (!room.lamps.length) return null;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "lamp";
  const on = () => room.lamps.filter((id) => values.get(id)?.value === true).length;
  const update = () => {
    const count = on();
    button.setAttribute("aria-pressed", String(count > 0));
    button.textContent = (count ? t("on") : t("off")) + (room.lamps.length > 1 ? ` ${count}/${room.lamps.length}` : "");
    button.classList.toggle("bad", room.lamps.some((id) => (values.get(id)?.quality ?? 20) !== 0));
    button.setAttribute("aria-label", `${t("lights")} ${pick(room.space.name)} ${button.textContent}`);
  };
  button.addEventListener("click", () => {
    const value = on() === 0;
    follow(button, room.space.id, Promise.all(room.lamps.map((point) => command({ point }, value, "web"))));
  });
  return { button, update };
}

/** Shows a command's outcome: confirmed, or every target that was not, by name and reason. */
async function follow(button, what, sent) {
  button.disabled = true;
  say(`${what}: ${t("sending")}`);
  try {
    const items = (await sent).flat();
    const failed = items.filter((item) => item.state !== "confirmed");
    const confirmed = items.length - failed.length;
    const names = failed.map((item) => `${item.point} ${item.state}${item.reason ? ` (${item.reason})` : ""}`);
    say(`${what}: ${t("confirmed")} ${confirmed}/${items.length}` +
      (failed.length ? `; ${t("notConfirmed")}: ${names.join(", ")}` : ""), failed.length > 0);
  } catch (problem) {
    say(`${what}: ${problem.message}`, true);
  } finally {
    button.disabled = false;
  }
}

function say(text, failed = false) {
  const outcome = element("outcome");
  outcome.textContent = text;
  outcome.classList.toggle("failed", failed);
}

function paint() {
  stale.forEach((id) => rows.get(id)?.update());
  stale = new Set();
}

async function refreshAlarms() {
  try {
    alarms = await list("/alarms?state=active");
    renderAlarms();
  } catch {
    element("alarm-count").textContent = "?";
  }
}

function renderAlarms() {
  element("alarm-count").textContent = alarms.length ? `(${alarms.length})` : "";
  const empty = document.createElement("li");
  empty.textContent = t("noAlarms");
  element("alarms").replaceChildren(...(alarms.length ? alarms.map(alarmItem) : [empty]));
}

function alarmItem(alarm) {
  const item = document.createElement("li");
  item.className = alarm.priority;
  const text = document.createElement("span");
  text.textContent = `${alarm.space ?? ""} ${pick(alarm.name) || alarm.point}`;
  const value = document.createElement("span");
  value.textContent = `${new Date(alarm.raised).toLocaleTimeString(languageTag())} · ${t(`alarm.${alarm.state}`)}`;
  item.append(text, value);
  if (!alarm.acknowledged) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = t("acknowledge");
    button.setAttribute("aria-label", `${t("acknowledge")}: ${alarm.point}`);
    button.addEventListener("click", async () => {
      button.disabled = true;
      await call("POST", `/alarms/${encodeURIComponent(alarm.id)}/acknowledge`, {}).catch((problem) => say(problem.message, true));
      refreshAlarms();
    });
    item.append(button);
  }
  return item;
}

element("building").addEventListener("change", render);
element("search").addEventListener("input", render);
for (const button of element("bulk").querySelectorAll("button")) {
  button.addEventListener("click", () => {
    const building = element("building").value;
    const query = { kind: "lighting-group", building, spaceKind: "classroom", point: "group.state" };
    follow(button, building, command({ query }, button.dataset.on === "true", "web"));
  });
}
