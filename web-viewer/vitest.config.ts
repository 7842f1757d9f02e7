import { defineConfig } from "vitest/config";

/** Tests that need no browser: core in plain Node, panels in a small DOM (say so with a comment in the file). */
export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  test: { include: ["src/**/*.test.ts", "src/**/*.test.tsx"], environment: "node" },
});
