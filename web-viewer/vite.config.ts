import { defineConfig } from "vite";
import { brotli } from "./build/brotli.ts";
import { preload } from "./build/preload.ts";

/** Three pages, one script each; what they share is split off by the bundler. */
export default defineConfig({
  plugins: [preload("index.html", "early", "src/scene/create.ts"), brotli()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "target/classes/web",
    emptyOutDir: true,
    target: "es2022",
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: {
        early: "src/pages/early.ts",
        visit: "index.html",
        manage: "manage.html",
        evaluate: "evaluate.html",
      },
    },
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: process.env["CAMPUS_URL"] ?? "http://127.0.0.1:8080", ws: true } },
  },
});
