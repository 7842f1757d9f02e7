import type { JSX } from "preact";
import { t } from "../../core/text/stage.ts";
import { Dialog } from "../ui/dialog.tsx";

const KEYS = [
  { keys: ["←", "↑", "→", "↓", "W A S D"], text: "keysMove" },
  { keys: ["Q", "E"], text: "keysTurn" },
  { keys: ["R", "F"], text: "keysTilt" },
  { keys: ["PgUp", "PgDn"], text: "keysStorey" },
  { keys: ["+", "−"], text: "keysZoom" },
  { keys: ["Home"], text: "keysHome" },
  { keys: ["Esc"], text: "keysLeave" },
  { keys: ["?"], text: "keysHelp" },
  { keys: ["←", "↑", "→", "↓"], text: "keysPlan" },
  { keys: ["Shift + ←", "↑", "→", "↓"], text: "keysPlanPan" },
  { keys: ["Enter"], text: "keysSelect" },
  { keys: ["↑", "↓", "→", "←"], text: "keysTree" },
] as const;

/** All keys of the views. */
export function KeysHelp({ onClose }: { onClose: () => void }): JSX.Element {
  return (
    <Dialog title={t("help")} onClose={onClose}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("helpKey")}</th>
            <th scope="col">{t("helpDoes")}</th>
          </tr>
        </thead>
        <tbody>
          {KEYS.map(({ keys, text }) => (
            <tr key={text}>
              <td class="keys">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{t(text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
