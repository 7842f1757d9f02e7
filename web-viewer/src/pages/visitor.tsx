import { render } from "preact";
import { createApp } from "../panels/app.ts";
import { VisitorPage } from "../panels/visitor/page.tsx";
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
void Promise.race([app.load(), new Promise((done) => setTimeout(done, PATIENCE))]).then(begin);
