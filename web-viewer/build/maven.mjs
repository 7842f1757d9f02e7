// What Maven asks of npm: install what the lock file names, build the pages, run the checks. Each is skipped when
// nothing it depends on has changed since it last succeeded, so that a build of the Java part costs nothing here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const root = new URL("..", import.meta.url).pathname;
const document = join(root, "../twin-server/server/src/main/resources/openapi/openapi.json");
const skipped = new Set(["node_modules", "target"]);

function files(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? files(path) : [path];
    });
}

function hash(paths) {
  const sum = createHash("sha256");
  for (const path of paths.sort()) sum.update(relative(root, path)).update("\0").update(readFileSync(path));
  return sum.digest("hex");
}

function once(step, paths, proof, ...command) {
  const stamp = join(root, "target", `${step}.stamp`);
  const now = hash(paths);
  if (existsSync(stamp) && existsSync(proof) && readFileSync(stamp, "utf8") === now) return;
  const { status, error } = spawnSync(command[0], command.slice(1), { cwd: root, stdio: "inherit" });
  if (error) {
    console.error(
      `找不到 ${command[0]}；请安装 Node 20 与 npm / ${command[0]} is not installed; install Node 20 with npm`,
    );
    process.exit(2);
  }
  if (status !== 0) process.exit(status ?? 1);
  mkdirSync(join(root, "target"), { recursive: true });
  writeFileSync(stamp, now);
}

const lock = ["package.json", "package-lock.json", ".npmrc"].map((name) => join(root, name));
const steps = {
  install: () =>
    once(
      "install",
      lock,
      join(root, "node_modules/.package-lock.json"),
      "npm",
      "ci",
      "--ignore-scripts",
      "--silent",
    ),
  build: () =>
    once(
      "build",
      [...files(root), document],
      join(root, "target/classes/web/index.html"),
      "npm",
      "run",
      "--silent",
      "build",
    ),
  check: () => once("check", [...files(root), document], root, "npm", "run", "--silent", "check"),
};
for (const step of process.argv.slice(2)) steps[step]();
