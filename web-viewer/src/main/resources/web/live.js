import { getToken } from "./api.js";

/**
 * Keeps a live connection: tells `changed(id, {value, quality})` for every point and `state(word)` for the link itself;
 * comes back by itself and goes on where it was.
 */
export function connectLive({ changed, alarms, state, ended }) {
  const ids = new Map();
  let epoch = null;
  let version = null;
  let wait = 500;
  let closed = false;
  let socket;

  const open = () => {
    state("connecting");
    socket = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/api/v1/live`);
    socket.onopen = () => socket.send(JSON.stringify({ token: getToken() }));
    socket.onmessage = (event) => take(JSON.parse(event.data));
    socket.onclose = (event) => {
      if (closed) return;
      if (event.code === 4401) {
        ended();
        return;
      }
      state("lost");
      setTimeout(open, wait * (0.75 + Math.random() / 2));
      wait = Math.min(wait * 2, 10_000);
    };
  };

  const take = (message) => {
    if (message.hello) {
      const resumes = epoch === message.hello.epoch && version !== null;
      epoch = message.hello.epoch;
      socket.send(JSON.stringify({ subscribe: resumes ? { since: version, epoch } : {} }));
      state("live");
      wait = 500;
      return;
    }
    if (message.v === undefined) return;
    version = message.v;
    for (const [handle, id, value, quality] of message.image ?? []) {
      ids.set(handle, id);
      changed(id, { value, quality });
    }
    for (const [handle, value, quality] of message.c ?? []) {
      if (ids.has(handle)) changed(ids.get(handle), { value, quality });
    }
    if (message.a) alarms();
  };

  open();
  return () => {
    closed = true;
    socket.close();
  };
}
