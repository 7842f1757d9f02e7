import { render, type JSX } from "preact";
import { t } from "../core/text/shared.ts";
import { createApp } from "../panels/app.ts";
import { Header, LostBanner } from "../panels/ui/header.tsx";
import { Gate } from "../panels/ui/sign-in.tsx";
import { createDesk } from "../panels/manage/desk.ts";
import { Shell } from "../panels/manage/shell.tsx";
import "../styles/manage.css";

const app = createApp();
const desk = createDesk(app);

function Page(): JSX.Element {
  return (
    <>
      <Header app={app} title={t("manage")} />
      <LostBanner app={app} />
      <Gate app={app} purpose={{ title: t("manage"), text: t("manageFor") }}>
        {() => <Shell desk={desk} />}
      </Gate>
    </>
  );
}

const root = document.getElementById("page");
if (root) render(<Page />, root);
void app.load();
