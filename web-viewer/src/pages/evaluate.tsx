import { render, type JSX } from "preact";
import { t } from "../core/text/shared.ts";
import { createApp } from "../panels/app.ts";
import { readAddress } from "../panels/evaluate/address.ts";
import { Evaluation } from "../panels/evaluate/evaluation.tsx";
import { Header, LostBanner } from "../panels/ui/header.tsx";
import { Gate } from "../panels/ui/sign-in.tsx";
import "../styles/evaluate.css";

const app = createApp();
readAddress();

function Page(): JSX.Element {
  return (
    <>
      <Header app={app} title={t("evaluate")} />
      <LostBanner app={app} />
      <Gate app={app} purpose={{ title: t("evaluate"), text: t("evaluateFor") }}>
        {() => <Evaluation app={app} />}
      </Gate>
    </>
  );
}

const root = document.getElementById("page");
if (root) render(<Page />, root);
void app.load();
