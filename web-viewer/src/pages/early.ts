import { warmUp } from "../scene/context.ts";

/** Runs as soon as it is there, while the page's other scripts are on their way over the line: the page takes over the outline's canvas. */
warmUp(document.querySelector<HTMLCanvasElement>(".scene-canvas"));
