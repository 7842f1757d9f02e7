// A small server with the built pages, one campus, and a live feed in the protocol of the product.
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { WebSocketServer } from "ws";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};
const TICK = 100;

/** A value that differs from turn to turn and fits its point. */
function valueOf({ type, states = [], min = 0, max = 100 }, turn) {
  if (type === "bool") return turn % 2 === 0;
  if (type === "enum") return states[turn % Math.min(2, states.length)] ?? null;
  if (type === "text") return `${turn}`;
  return Math.round((min + ((max - min) * (turn % 50)) / 50) * 10) / 10;
}

/**
 * Starts on a free port of this machine.
 *
 * @param web folder of the built pages
 * @param points those that the feed carries; `hidden` ones alone change while `quiet` is set
 * @param rate changes a second
 */
export async function serve({ web, geometry, points, hidden, rate }) {
  const state = { quiet: false, changes: 0 };
  const zipped = gzipSync(geometry);
  const sun = JSON.stringify({ date: "2026-03-20", zone: "Asia/Shanghai", path: [] });
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    if (path === "/api/v1/campus/geometry") {
      response.writeHead(200, { "content-type": "application/json", "content-encoding": "gzip" });
      return response.end(zipped);
    }
    if (path === "/api/v1/campus/sun") {
      response.writeHead(200, { "content-type": "application/json" });
      return response.end(sun);
    }
    const name = normalize(path === "/" ? "/index.html" : path);
    const file = join(web, extname(name) ? name : `${name}.html`);
    if (path.startsWith("/api/") || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, { "content-type": "application/problem+json" });
      return response.end(JSON.stringify({ code: "not-found", title: "Not found", status: 404 }));
    }
    const packed = /\bbr\b/.test(request.headers["accept-encoding"] ?? "") && existsSync(`${file}.br`);
    response.writeHead(200, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      ...(packed && { "content-encoding": "br" }),
    });
    createReadStream(packed ? `${file}.br` : file).pipe(response);
  });
  const sockets = new WebSocketServer({ server, path: "/api/v1/live" });
  sockets.on("connection", (socket) => follow(socket, { points, hidden, rate, state }));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    state,
    stop() {
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Greets, answers a subscription with a full image, then sends changes at an even pace. */
function follow(socket, { points, hidden, rate, state }) {
  let turn = 0;
  let version = 0;
  let at = 0;
  let timer;
  const send = (message) => socket.send(JSON.stringify({ t: Date.now(), ...message }));
  const handles = new Map(points.map((point, handle) => [point, handle]));
  const tick = () => {
    const among = state.quiet ? hidden : points;
    const rows = [];
    for (let i = 0; i < (rate * TICK) / 1000; i++) {
      const point = among[at++ % among.length];
      if (at % among.length === 0) turn++;
      rows.push([handles.get(point), valueOf(point.template, turn + at), 0, 5]);
    }
    state.changes += rows.length;
    send({ v: ++version, c: rows });
  };
  socket.on("message", (text) => {
    const message = JSON.parse(String(text));
    if ("token" in message) send({ hello: { epoch: "budget", qualities: { 0: "good" } } });
    if (!message.subscribe) return;
    send({ v: version, image: points.map((point, i) => [i, point.id, valueOf(point.template, 0), 0, 100]) });
    clearInterval(timer);
    timer = setInterval(tick, TICK);
  });
  socket.on("close", () => clearInterval(timer));
}
