// The campus that budgets are measured on: generated with a fixed seed, exported as the viewer gets it, kept between runs.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = new URL("../..", import.meta.url).pathname;

function campus(...args) {
  const { status, error } = spawnSync(join(root, "campus"), ["model", ...args], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (error || status !== 0)
    throw new Error(`campus model ${args[0]} failed: ${error?.message ?? `exit code ${status}`}`);
}

const folder = join(root, "web-viewer/target/budgets");

/** Gives the geometry document of the demo school as text. */
export function demoGeometry() {
  const file = join(folder, "geometry-demo.json");
  mkdirSync(folder, { recursive: true });
  campus("export", "geometry", "demo", "--out", file);
  return readFileSync(file, "utf8");
}

/** Gives the geometry document of a generated campus as text. */
export function geometryOf(rooms, seed) {
  const file = join(folder, `geometry-${rooms}-${seed}.json`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const model = join(folder, `campus-${rooms}-${seed}`);
    if (!existsSync(model))
      campus("generate", "--rooms", String(rooms), "--seed", String(seed), "--out", model);
    campus("export", "geometry", model, "--out", file);
  }
  return readFileSync(file, "utf8");
}

/** The first so many points of a campus, spread evenly over its equipment. */
export function pointsOf(geometry, count) {
  const all = geometry.equipment.flatMap((piece) =>
    (geometry.kinds[piece.kind]?.points ?? []).map((template) => ({
      id: `${piece.id}.${template.name}`,
      template,
    })),
  );
  const step = Math.max(1, all.length / count);
  return Array.from({ length: Math.min(count, all.length) }, (_, i) => all[Math.floor(i * step)]);
}
