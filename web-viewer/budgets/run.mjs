// npm run budgets: what the viewer may cost, measured on a generated campus of 2,000 rooms with 10,000 live points, and how
// soon the demo school is to be seen over a slow line.
// Prints one JSON document; ends with 1 if a bar is broken. Needs Chromium (CHROMIUM names another one).
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { demoGeometry, geometryOf, pointsOf } from "./campus.mjs";
import { costs, firstPicture, launch, open, rendererOf, still, turning } from "./measure.mjs";
import { serve } from "./server.mjs";

const ROOMS = 2_000;
const POINTS = 10_000;
const RATE = 1_000;
const FRAMES = 240;
const PICTURES = 5;
const root = new URL("..", import.meta.url).pathname;
const web = `${root}target/classes/web`;

if (!existsSync(`${web}/index.html`)) {
  const { status } = spawnSync("npm", ["run", "build"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) process.exit(2);
}

/** Equipment states and lamps are looked at; readings that no layer shows by day are hidden. */
const isHidden = ({ template }) => template.type === "number" && template.name !== "room.illuminance";

const text = geometryOf(ROOMS, 1);
const geometry = JSON.parse(text);
const points = pointsOf(geometry, POINTS);
const hidden = points.filter(isHidden);
const server = await serve({ web, geometry: text, points, hidden, rate: RATE });
const browser = await launch();
const figures = [];
const bar = (name, value, unit, most) =>
  figures.push({ name, value, unit, atMost: most, pass: value <= most });
const detail = {};

try {
  const storey = geometry.buildings[0].storeys[Math.floor(geometry.buildings[0].storeys.length / 2)].id;
  const { page, traffic } = await open(browser, server.url, "/?stats&minute=600");
  detail.renderer = await rendererOf(page);
  const outside = await costs(page);
  const turned = await turning(page, FRAMES);
  server.state.quiet = true;
  const before = server.state.changes;
  const idle = await still(page, 5_000);
  detail.changesWhileStill = server.state.changes - before;
  await page.close();

  server.state.quiet = false;
  const inside = await open(browser, server.url, `/?stats&minute=600&storey=${storey}`);
  const opened = await costs(inside.page);
  const spread = await openSpread(inside.page);
  await inside.page.close();

  detail.turning = turned;
  detail.outside = outside;
  detail.storey = opened;
  detail.apart = spread;
  detail.problems = [...traffic.problems, ...inside.traffic.problems];
  bar("script a frame, median while turning", round(turned.median), "ms", 4);
  bar("draw calls", Math.max(outside.drawCalls, opened.drawCalls, spread.drawCalls), "calls", 60);
  bar("triangles", Math.max(outside.triangles, opened.triangles, spread.triangles), "triangles", 500_000);
  bar("scripts until the first picture, gzipped", traffic.scripts, "bytes", 250 * 1024);
  bar("frames in 5 s of stillness, feed running", idle, "frames", 0);
  bar("requests off origin", traffic.foreign.length + inside.traffic.foreign.length, "requests", 0);
  figures.push({
    name: "frames a second at 640×400",
    value: round(turned.fps),
    unit: "1/s",
    atLeast: 15,
    pass: turned.fps >= 15,
  });
} finally {
  await browser.close();
  server.stop();
}

await pictures();

const pass = figures.every((figure) => figure.pass);
const campus = {
  rooms: geometry.spaces.length,
  equipment: geometry.equipment.length,
  livePoints: points.length,
  changesPerSecond: RATE,
};
process.stdout.write(`${JSON.stringify({ pass, campus, figures, detail }, null, 2)}\n`);
process.exitCode = pass ? 0 : 1;

/** The demo school over a slow line, each time in a fresh browser; judged by the median. */
async function pictures() {
  const text = demoGeometry();
  const live = pointsOf(JSON.parse(text), 1_000);
  const school = await serve({ web, geometry: text, points: live, hidden: live, rate: 10 });
  try {
    const millis = [];
    for (let i = 0; i < PICTURES; i++) millis.push(Math.round(await firstPicture(school.url)));
    detail.firstPictures = millis;
    const median = [...millis].sort((a, b) => a - b)[Math.floor(PICTURES / 2)];
    bar("first picture of the demo school over 1.6 Mbit/s and 150 ms, median of five", median, "ms", 3_000);
  } finally {
    school.stop();
  }
}

/** Draws the storeys of the open building apart, as the slider does. */
async function openSpread(page) {
  await page.evaluate(() => (window.campusScene.options.view.explode.value = 1));
  await page.waitForTimeout(1_000);
  return costs(page);
}

function round(value) {
  return Math.round(value * 100) / 100;
}
