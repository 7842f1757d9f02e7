import { effect } from "@preact/signals";
import { explore, startTour, startWalk, type Visit } from "./visit.ts";

/** Parts of the address that the visitor's page keeps beside those of the view. */
const STOP = "stop";
const WALK = "walk";

/** Whether an address asks for nothing but the campus as it is first seen. */
export function isPlain(search: string): boolean {
  const given = new URLSearchParams(search);
  return ["at", "storey", "mode", STOP, WALK].every((name) => !given.has(name));
}

/** Opens what the address asks for, once the campus is there; also after back and forward. */
export function openAddress(visit: Visit): void {
  const given = new URLSearchParams(location.search);
  const stop = given.get(STOP);
  const walk = given.get(WALK);
  if (stop !== null) startTour(visit, stop);
  else if (walk !== null) startWalk(visit, walk || null);
  else if (given.get("at") ?? given.get("storey")) {
    explore(visit);
    const { selected, storey } = visit.app.view;
    if (!storey.peek()) storey.value = visit.app.campus.peek()?.storeyOf(selected.peek())?.id ?? "";
    if (selected.peek()) visit.scene.peek()?.flyTo(selected.peek());
  } else if (visit.mode.peek() !== "welcome") explore(visit);
}

/** Writes stop and walk into the address as they change; a stop is a step that the browser's "back" undoes. */
export function keepAddress(visit: Visit): void {
  effect(() => {
    const { mode, tour, from } = visit;
    const stop = mode.value === "tour" ? tour.value?.stop.value : undefined;
    const walk = mode.value === "walk" ? (from.value ?? "") : undefined;
    if (mode.value === "welcome") return;
    const query = new URLSearchParams(location.search);
    const fresh = stop !== undefined && query.get(STOP) !== stop.id;
    set(query, STOP, stop?.id);
    if (stop) query.set("at", stop.place);
    set(query, WALK, walk);
    const text = query.toString();
    const address = location.pathname + (text ? `?${text}` : "") + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    if (fresh) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  });
  addEventListener("popstate", () => openAddress(visit));
}

function set(query: URLSearchParams, name: string, value: string | undefined): void {
  if (value === undefined) query.delete(name);
  else query.set(name, value);
}
