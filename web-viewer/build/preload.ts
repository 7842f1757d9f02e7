import type { Plugin } from "vite";

/**
 * Has the browser fetch the 3D engine while it still reads the page: links the chunk made from a source file, what it
 * needs and its styles in the head of one page.
 *
 * @param page name of the HTML file
 * @param source end of the source file's path
 */
export function preload(page: string, source: string): Plugin {
  return {
    name: "preload-engine",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle, filename }) {
        const chunks = Object.values(bundle ?? {}).filter((part) => part.type === "chunk");
        const engine = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(source));
        if (!engine || !filename.endsWith(page)) return [];
        const scripts = [engine.fileName, ...engine.imports].filter((file) => !html.includes(file));
        const styles = [...(engine.viteMetadata?.importedCss ?? [])];
        return [
          ...styles.map((file) => link("stylesheet", file)),
          ...scripts.map((file) => link("modulepreload", file)),
        ];
      },
    },
  };
}

function link(
  rel: string,
  file: string,
): { tag: string; attrs: Record<string, string | boolean>; injectTo: "head" } {
  return { tag: "link", attrs: { rel, crossorigin: true, href: `/${file}` }, injectTo: "head" };
}
