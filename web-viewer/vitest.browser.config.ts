import { defineConfig } from "vitest/config";

/** Whole tasks in Chromium against the real product, one file after the other. */
export default defineConfig({
  test: {
    include: ["browser/**/*.spec.ts"],
    globalSetup: ["browser/product.ts"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
