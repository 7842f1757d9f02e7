import type { Plugin } from "vite";

/**
 * Has the browser fetch the 3D engine while it still reads the page, and start its graphics meanwhile: one script runs
 * before all others, and the chunk made from a source file, what it needs and its styles are linked in the head.
 *
 * @param page name of the HTML file
 * @param early name of the entry that runs first
 * @param source end of the source file's path
 */
export function preload(page: string, early: string, source: string): Plugin {
  return {
    name: "preload-engine",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, filename }) {
        const chunks = Object.values(bundle ?? {}).filter((part) => part.type === "chunk");
        const first = chunks.find((chunk) => chunk.isEntry && chunk.name === early);
        const engine = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(source));
        if (!first || !engine || !filename.endsWith(page)) return [];
        const fetched = [...first.imports, engine.fileName, ...engine.imports];
        const scripts = fetched.filter((file, at) => !html.includes(file) && fetched.indexOf(file) === at);
        const styles = [...(engine.viteMetadata?.importedCss ?? [])];
        return [
          script(first.fileName),
          ...styles.map((file) => link("stylesheet", file)),
          ...scripts.map((file) => link("modulepreload", file)),
        ];
      },
    },
  };
}

interface Tag {
  tag: string;
  attrs: Record<string, string | boolean>;
  injectTo: "head" | "head-prepend";
}

function script(file: string): Tag {
  const attrs = { type: "module", crossorigin: true, async: true, src: `/${file}` };
  return { tag: "script", attrs, injectTo: "head-prepend" };
}

function link(rel: string, file: string): Tag {
  return { tag: "link", attrs: { rel, crossorigin: true, href: `/${file}` }, injectTo: "head" };
}
