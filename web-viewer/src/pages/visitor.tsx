import { render } from "preact";
import { createApp } from "../panels/app.ts";
import { VisitorPage } from "../panels/visitor/page.tsx";
import { isPlain } from "../panels/visitor/address.ts";
import { firstPicture } from "../panels/visitor/first.ts";
import { createVisit } from "../panels/visitor/visit.ts";
import "../styles/visitor.css";

const app = createApp({ visitor: true });
const visit = createVisit(app);
const root = document.getElementById("page");
const begin = (): void => {
  if (root) render(<VisitorPage visit={visit} />, root);
};

/** The outline in the page stands until the campus is there, ms; where that takes longer, the page says so. */
const PATIENCE = 1_000;
/** Longest wait for a first picture, ms. */
const LONGEST = 4_000;
const after = (millis: number): Promise<void> => new Promise((done) => setTimeout(done, millis));

await Promise.race([app.load(), after(PATIENCE)]);
const outline = document.querySelector<HTMLCanvasElement>(".scene-canvas");
if (outline && isPlain(location.search)) await Promise.race([firstPicture(visit, outline), after(LONGEST)]);
begin();
