import type { ComponentChildren, JSX } from "preact";
import { t } from "../../core/text/stage.ts";
import { HEATS, type Heat, type Mode } from "../../core/view.ts";
import type { App } from "../app.ts";
import { Icon, type IconName } from "../ui/icons.tsx";
import { Disclosure } from "./disclosure.tsx";
import { DisplayTools } from "./display-tools.tsx";
import { heatName } from "./names.ts";
import type { StageParts } from "./stage.tsx";
import { StoreySwitch } from "./storey-switch.tsx";

/**
 * The bar over the view: where, how, what. On a narrow stage the rest folds into one sheet. `flat` says that there is
 * no 3D here.
 */
export function Toolbar({
  parts,
  narrow,
  onHelp,
  children,
}: {
  parts: StageParts;
  narrow: boolean;
  onHelp: () => void;
  children?: ComponentChildren;
}): JSX.Element {
  const { app } = parts;
  const help = (
    <button type="button" class="button plain" aria-label={t("help")} title={t("help")} onClick={onHelp}>
      <Icon name="help" />
      {narrow && <span>{t("help")}</span>}
    </button>
  );
  return (
    <div class="stage-bar" role="group" aria-label={t("tools")}>
      <StoreySwitch parts={parts} narrow={narrow} />
      {!narrow && <HeatChoice app={app} />}
      <Disclosure label={t("display")} icon="display" sheet={narrow}>
        {narrow && <HeatChoice app={app} />}
        <DisplayTools parts={parts} />
        {narrow && help}
      </Disclosure>
      <div class="stage-bar-end">
        {children}
        <ModeSwitch app={app} narrow={narrow} />
        {!narrow && help}
      </div>
    </div>
  );
}

/** Which quantity rooms are coloured by. */
function HeatChoice({ app }: { app: App }): JSX.Element {
  return (
    <label class="stage-heat">
      <span class="soft">{t("heat")}</span>
      <select
        class="input"
        value={app.view.heat.value}
        onChange={(event) => (app.view.heat.value = event.currentTarget.value as Heat)}
      >
        {HEATS.map((heat) => (
          <option key={heat} value={heat}>
            {heatName(heat)}
          </option>
        ))}
      </select>
    </label>
  );
}

const MODES: readonly { mode: Mode; icon: IconName; text: "mode3d" | "modePlan" | "modeTable" }[] = [
  { mode: "3d", icon: "cube", text: "mode3d" },
  { mode: "plan", icon: "plan", text: "modePlan" },
  { mode: "table", icon: "table", text: "modeTable" },
];

function ModeSwitch({ app, narrow }: { app: App; narrow: boolean }): JSX.Element {
  return (
    <div class="segments" role="group" aria-label={t("mode")}>
      {MODES.map(({ mode, icon, text }) => (
        <button
          key={mode}
          type="button"
          class="button"
          aria-pressed={app.view.mode.value === mode}
          title={t(text)}
          onClick={() => (app.view.mode.value = mode)}
        >
          <Icon name={icon} />
          <span class={narrow ? "visually-hidden" : ""}>{t(text)}</span>
        </button>
      ))}
    </div>
  );
}
