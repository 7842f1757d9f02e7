import { render } from "preact";
import { createApp } from "../panels/app.ts";
import { VisitorPage } from "../panels/visitor/page.tsx";
import { createVisit } from "../panels/visitor/visit.ts";
import "../styles/visitor.css";

const app = createApp({ visitor: true });
const visit = createVisit(app);
const root = document.getElementById("page");
if (root) render(<VisitorPage visit={visit} />, root);
void app.load();
