import tseslint from "typescript-eslint";

const layer = (files, names, message) => ({
  files,
  rules: { "no-restricted-imports": ["error", { patterns: [{ group: names, message }] }] },
});

export default tseslint.config(
  { ignores: ["target", "node_modules"] },
  ...tseslint.configs.strict,
  {
    rules: {
      "max-lines": ["error", 500],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      "max-depth": ["error", 4],
      "max-params": ["error", 5],
      complexity: ["error", 16],
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-extraneous-class": "off",
    },
  },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "browser/**", "budgets/**", "build/**"],
    rules: { "max-lines-per-function": "off", "no-console": "off" },
  },
  layer(
    ["src/core/**"],
    ["three", "three/*", "preact", "preact/*", "uplot", "**/scene/**", "**/panels/**", "**/pages/**"],
    "core knows no DOM and no 3D",
  ),
  layer(
    ["src/scene/**"],
    ["preact", "preact/*", "uplot", "**/panels/**", "**/pages/**"],
    "scene knows no panels",
  ),
  layer(["src/panels/**", "src/pages/**"], ["three", "three/*"], "three.js stays behind scene"),
);
