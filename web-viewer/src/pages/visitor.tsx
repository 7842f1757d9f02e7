import { render, type JSX } from "preact";
import { t } from "../core/text/shared.ts";
import { createApp } from "../panels/app.ts";
import { Header, LostBanner } from "../panels/ui/header.tsx";
import "../styles/visitor.css";

const app = createApp();

function Page(): JSX.Element {
  return (
    <>
      <Header app={app} title={t("visit")} />
      <LostBanner app={app} />
      <main id="main" />
    </>
  );
}

const root = document.getElementById("page");
if (root) render(<Page />, root);
void app.load();
