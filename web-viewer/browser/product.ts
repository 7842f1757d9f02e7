import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { TestProject } from "vitest/node";

export const PASSWORD = "right-Horse-7";
const HOME = new URL("../..", import.meta.url).pathname;
const READY_MILLIS = 120_000;

/** The start of the command line: given by the build, or that of the jars that lie there. */
function command(): string[] {
  const given = process.env["CAMPUS_COMMAND"];
  if (given) return JSON.parse(given) as string[];
  const target = join(HOME, "twin-server/server/target");
  if (!existsSync(join(target, "lib"))) throw new Error("build the product first: mvn -Dquick package");
  const jar = readdirSync(target).find((name) => /^twin-server-.*\.jar$/.test(name)) ?? "";
  const flags = [
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",
    "-Xmx512m",
    `-Dcampus.home=${HOME.replace(/\/$/, "")}`,
  ];
  return ["java", ...flags, "-cp", `${join(target, jar)}:${target}/lib/*`, "io.campustwin.server.app.Main"];
}

/** What the product prints when it is ready. */
export interface Ready {
  url: string;
  ports: { http: number };
  pids: { server: number; world: number; bacnet: number };
  password?: string;
}

/** A running product with a data folder of its own. */
export class Product {
  private constructor(
    readonly campus: string,
    readonly data: string,
    private child: ChildProcess,
    public ready: Ready,
  ) {}

  static async start(campus: string): Promise<Product> {
    const data = mkdtempSync(join(tmpdir(), "campus-viewer-"));
    const { child, ready } = await launch(campus, data, 0);
    return new Product(campus, data, child, ready);
  }

  /** Ends the server as a power cut does. */
  async kill(): Promise<void> {
    const ended = new Promise((done) => this.child.once("exit", done));
    process.kill(this.ready.pids.server, "SIGKILL");
    await ended;
  }

  /** The same data folder and port again. */
  async again(): Promise<void> {
    const { child, ready } = await launch(this.campus, this.data, this.ready.ports.http);
    this.child = child;
    this.ready = ready;
  }

  /** Another command of the product on this data folder, such as `fault inject …`. */
  run(...words: string[]): string {
    const [program = "java", ...start] = command();
    const done = spawnSync(program, [...start, ...words, "--data", this.data], {
      encoding: "utf8",
      timeout: 60_000,
    });
    if (done.status !== 0) throw new Error(`${words.join(" ")}: ${done.stdout}${done.stderr}`);
    return done.stdout;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = new Promise((done) => this.child.once("exit", done));
      this.child.kill("SIGTERM");
      const timer = setTimeout(() => this.child.kill("SIGKILL"), 15_000);
      await ended;
      clearTimeout(timer);
    }
    rmSync(this.data, { recursive: true, force: true });
  }
}

async function launch(
  campus: string,
  data: string,
  port: number,
): Promise<{ child: ChildProcess; ready: Ready }> {
  const [program = "java", ...start] = command();
  const words = ["run", "--campus", campus, "--port", String(port), "--data", data, "--json"];
  const child = spawn(program, [...start, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-4000)));
  const ready = await new Promise<Ready>((done, failed) => {
    const late = setTimeout(() => failed(new Error(`not ready in time: ${errors}`)), READY_MILLIS);
    child.once("exit", (code) => failed(new Error(`the product ended with ${code}: ${errors}`)));
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (!line.startsWith('{"ready"')) return;
      clearTimeout(late);
      done(JSON.parse(line) as Ready);
    });
  });
  return { child, ready };
}

/** A request to the API of a product; throws the server's words. */
export async function ask<T>(
  url: string,
  path: string,
  token = "",
  body?: unknown,
  method = body ? "POST" : "GET",
): Promise<T> {
  const headers: Record<string, string> = { "Content-Type": "application/json" };
  if (token) headers["Authorization"] = `Bearer ${token}`;
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return (text ? JSON.parse(text) : null) as T;
}

export interface Session {
  token: string;
}

/** Signs in; changes a first password to {@link PASSWORD}. */
export async function signIn(url: string, user: string, password = PASSWORD): Promise<string> {
  const first = await ask<Session & { mustChangePassword: boolean }>(url, "/session", "", { user, password });
  if (!first.mustChangePassword) return first.token;
  return (await ask<Session>(url, "/password", first.token, { old: password, new: PASSWORD })).token;
}

/** An account with {@link PASSWORD}. */
async function account(
  url: string,
  token: string,
  name: string,
  role: string,
  buildings: string[] = [],
): Promise<void> {
  const made = await ask<{ password: string }>(url, "/users", token, { name, role, buildings });
  await signIn(url, name, made.password);
}

declare module "vitest" {
  interface ProvidedContext {
    url: string;
    data: string;
  }
}

/**
 * One demo school for all files: administrator `admin`, operator `op-a` of building A, evaluator `eva`, all with
 * {@link PASSWORD}. With `CAMPUS_URL` and `CAMPUS_DATA` a product that already runs and has these accounts is used.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env["CAMPUS_URL"];
  if (running) {
    project.provide("url", running);
    project.provide("data", process.env["CAMPUS_DATA"] ?? "");
    return () => Promise.resolve();
  }
  const product = await Product.start("demo");
  const token = await signIn(product.ready.url, "admin", product.ready.password);
  await account(product.ready.url, token, "op-a", "operator", ["A"]);
  await account(product.ready.url, token, "eva", "evaluator");
  project.provide("url", product.ready.url);
  project.provide("data", product.data);
  return () => product.stop();
}

/** A command of the product on the data folder of the shared demo school. */
export function campus(data: string, ...words: string[]): string {
  const [program = "java", ...start] = command();
  const done = spawnSync(program, [...start, ...words, "--data", data], {
    encoding: "utf8",
    timeout: 60_000,
  });
  if (done.status !== 0) throw new Error(`${words.join(" ")}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}
