import { useEffect } from "preact/hooks";
import type { JSX } from "preact";
import { clockText, minuteOf } from "../../core/sun.ts";
import { t } from "../../core/text/stage.ts";
import { LAYERS, type Layer } from "../../core/view.ts";
import type { App } from "../app.ts";
import type { StageParts } from "./stage.tsx";
import { loadSun, minuteNow } from "./sun.ts";

const LAYER_TEXTS = {
  labels: "layerLabels",
  equipment: "layerEquipment",
  trees: "layerTrees",
  cameras: "layerCameras",
} as const;

/** Layers, storeys apart, time of day. */
export function DisplayTools({ parts }: { parts: StageParts }): JSX.Element {
  return (
    <>
      <Layers parts={parts} />
      <Apart app={parts.app} />
      <SunTime app={parts.app} />
    </>
  );
}

function Layers({ parts }: { parts: StageParts }): JSX.Element {
  const { layers } = parts.app.view;
  const present = LAYERS.filter((layer) => layer !== "cameras" || parts.campus.geometry.views.length > 0);
  const toggle = (layer: Layer, on: boolean): void => {
    const chosen = new Set(layers.value);
    if (on) chosen.add(layer);
    else chosen.delete(layer);
    layers.value = chosen;
  };
  return (
    <fieldset class="tool-group">
      <legend>{t("layers")}</legend>
      <div class="tool-checks">
        {present.map((layer) => (
          <label key={layer} class="check">
            <input
              type="checkbox"
              checked={layers.value.has(layer)}
              onChange={(event) => toggle(layer, event.currentTarget.checked)}
            />
            {t(LAYER_TEXTS[layer])}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Apart({ app }: { app: App }): JSX.Element {
  const { explode, storey, mode } = app.view;
  const idle = storey.value === "" || mode.value !== "3d";
  const percent = Math.round(explode.value * 100);
  const set = (text: string): void => {
    const value = Number(text);
    if (Number.isFinite(value)) explode.value = Math.max(0, Math.min(100, value)) / 100;
  };
  return (
    <fieldset class="tool-group" disabled={idle}>
      <legend>{t("explode")}</legend>
      <div class="tool-slider">
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={percent}
          aria-label={t("explode")}
          aria-valuetext={`${percent}%`}
          onInput={(event) => set(event.currentTarget.value)}
        />
        <input
          class="input number"
          type="number"
          min={0}
          max={100}
          value={percent}
          aria-label={`${t("explode")} ${t("percent")}`}
          onChange={(event) => set(event.currentTarget.value)}
        />
        <span aria-hidden="true">%</span>
      </div>
      {storey.value === "" && <p class="hint">{t("explodeHint")}</p>}
    </fieldset>
  );
}

function SunTime({ app }: { app: App }): JSX.Element {
  const { minute } = app.view;
  useEffect(() => loadSun(app), [app]);
  const shown = minute.value ?? minuteNow(app);
  return (
    <fieldset class="tool-group">
      <legend>{t("sun")}</legend>
      <div class="tool-slider">
        <input
          type="range"
          min={0}
          max={1439}
          step={15}
          value={shown}
          aria-label={t("sun")}
          aria-valuetext={clockText(shown)}
          onInput={(event) => (minute.value = Number(event.currentTarget.value))}
        />
        <input
          class="input number"
          type="time"
          value={clockText(shown)}
          aria-label={t("sunTime")}
          onChange={(event) => (minute.value = minuteOf(event.currentTarget.value) ?? minute.value)}
        />
        <button
          type="button"
          class="button"
          aria-pressed={minute.value === null}
          onClick={() => (minute.value = null)}
        >
          {t("sunNow")}
        </button>
      </div>
    </fieldset>
  );
}
