// Drives the pages in Chromium with software rendering (Mesa's llvmpipe, or what ANGLE names) and reads the figures of the
// scene (window.campusScene, ?stats).
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const flags = (angle) => [
  "--no-sandbox",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  `--use-angle=${angle}`,
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
];
const SIZE = { width: 640, height: 400 };
const PATIENCE = 180_000;

export function launch(angle = process.env.ANGLE ?? "gl-egl") {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: flags(angle),
  });
}

/**
 * Opens the visitor's page over a slow line (1.6 Mbit/s down, 150 ms, the browser's own throttling) in a browser that has
 * drawn nothing before, with SwiftShader. Gives the time until the first picture was drawn whole, ms.
 */
export async function firstPicture(url) {
  const browser = await launch("swiftshader");
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const client = await page.context().newCDPSession(page);
    await client.send("Network.enable");
    await client.send("Network.setCacheDisabled", { cacheDisabled: true });
    await client.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 150,
      downloadThroughput: 1.6e6 / 8,
      uploadThroughput: 750e3 / 8,
    });
    await page.goto(url);
    await page.waitForFunction(() => performance.getEntriesByName("first-picture").length > 0);
    return await page.evaluate(() => performance.getEntriesByName("first-picture")[0].startTime);
  } finally {
    await browser.close();
  }
}

/** Opens a page and waits for its first picture; counts scripts until then, and requests that leave the server. */
export async function open(browser, url, path) {
  const page = await browser.newPage({ viewport: SIZE });
  page.setDefaultTimeout(PATIENCE);
  const traffic = { scripts: 0, foreign: [], problems: [] };
  const bodies = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
      traffic.foreign.push(request.url());
  });
  page.on("pageerror", (problem) => traffic.problems.push(problem.message));
  page.on("response", (response) => {
    if (/\.js(\?|$)/.test(response.url())) bodies.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(url + path);
  await page.waitForFunction(() => window.campusScene?.stats().frames > 0);
  await enlarge(page);
  traffic.scripts = (await Promise.all(bodies)).reduce((sum, bytes) => sum + bytes, 0);
  return { page, traffic };
}

/** Makes the window so large that the canvas itself, without the bars of the page, has the size that is measured. */
async function enlarge(page) {
  for (let round = 0; round < 3; round++) {
    const canvas = await page.evaluate(() => {
      const { clientWidth, clientHeight } = document.querySelector("canvas");
      return { clientWidth, clientHeight };
    });
    const now = page.viewportSize();
    const width = now.width + SIZE.width - canvas.clientWidth;
    const height = now.height + SIZE.height - canvas.clientHeight;
    if (width === now.width && height === now.height) return;
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(500);
  }
}

/** What draws: the name that the browser gives of its renderer. */
export function rendererOf(page) {
  return page.evaluate(() => {
    const gl = document.createElement("canvas").getContext("webgl2");
    const info = gl?.getExtension("WEBGL_debug_renderer_info");
    return info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : "unknown";
  });
}

/** Draw calls and triangles of the next frame, which casts all shadows anew as the first one does. */
export function costs(page) {
  return page.evaluate(async () => {
    const scene = window.campusScene;
    const next = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    let most = { drawCalls: 0, triangles: 0 };
    for (let i = 0; i < 5; i++) {
      scene.refresh();
      await next();
      const { drawCalls, triangles } = scene.stats();
      most = {
        drawCalls: Math.max(most.drawCalls, drawCalls),
        triangles: Math.max(most.triangles, triangles),
      };
    }
    return most;
  });
}

/** Turns the camera for so many frames: script time a frame (median, ms) and frames a second. */
export function turning(page, frames) {
  return page.evaluate(async (wanted) => {
    const scene = window.campusScene;
    const begin = performance.now();
    const first = scene.stats().frames;
    const millis = [];
    let seen = first;
    while (seen - first < wanted) {
      scene.turn(2);
      await new Promise((done) => requestAnimationFrame(done));
      const now = scene.stats();
      if (now.frames > seen) millis.push(...now.scriptMillis.slice(seen - now.frames));
      seen = now.frames;
    }
    millis.sort((a, b) => a - b);
    const seconds = (performance.now() - begin) / 1000;
    return {
      frames: seen - first,
      median: millis[Math.floor(millis.length / 2)],
      slow: millis[Math.floor(millis.length * 0.95)],
      fps: (seen - first) / seconds,
    };
  }, frames);
}

/** Frames drawn in so many milliseconds of stillness, after everything has settled. */
export function still(page, millis) {
  return page.evaluate(async (wanted) => {
    const pause = (time) => new Promise((done) => setTimeout(done, time));
    const { stats } = window.campusScene;
    const frames = () => stats.call(window.campusScene).frames;
    for (let before = -1; before !== frames(); await pause(1500)) before = frames();
    const first = frames();
    await pause(wanted);
    return frames() - first;
  }, millis);
}
