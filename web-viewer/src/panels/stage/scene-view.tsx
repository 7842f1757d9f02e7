import { untracked, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { t } from "../../core/text/stage.ts";
import type { CampusScene } from "../../scene/index.ts";
import { focusBar, pressed, type ViewKeys } from "./keys.ts";
import { firstStorey, storeyBeside } from "./names.ts";
import { NavPad } from "./nav-pad.tsx";
import { openScene } from "./open-scene.ts";
import type { StageParts } from "./stage.tsx";

const TURN = 15;
const TILT = 10;
const STEP = 8;
const ZOOM = 1.25;
const WALK = 0.5;

/** Keys and buttons in the scene's own measures; in walk mode they move the walker. */
function movesOf(
  scene: CampusScene | null,
  parts: StageParts,
  onHelp: () => void,
  canvas: () => Element | null,
): ViewKeys {
  const { storey, selected } = parts.app.view;
  return {
    move(right, forward) {
      if (scene?.walking) scene.step(forward * WALK, right * WALK, 0);
      else scene?.pan(right * STEP, forward * STEP);
    },
    turn(step) {
      if (scene?.walking) scene.step(0, 0, step * TURN);
      else scene?.turn(step * TURN);
    },
    tilt: (step) => scene?.tilt(step * TILT),
    zoom: (step) => scene?.zoom(ZOOM ** step),
    home: () => scene?.home(),
    storey(step) {
      if (storey.value) storey.value = storeyBeside(parts.campus, storey.value, step);
      else if (step > 0) storey.value = firstStorey(parts.campus, selected.value);
    },
    leave: () => focusBar(canvas()),
    help: onHelp,
  };
}

interface Told {
  onMade?: ((scene: CampusScene) => void) | undefined;
  onScene: (scene: CampusScene | null) => void;
  onFlat: () => void;
}

/**
 * Makes the scene on the canvas once, and takes it away with the view. `onFlat` is called where it cannot be made, as
 * without WebGL. Gives the scene once it is to be seen, and whether its first picture is being drawn.
 */
function useScene(
  canvas: { current: HTMLCanvasElement | null },
  parts: StageParts,
  told: Told,
): { scene: CampusScene | null; drawing: boolean } {
  const [scene, setScene] = useState<CampusScene | null>(null);
  const [drawing, setDrawing] = useState(false);
  const { app, campus, points } = parts;
  useEffect(() => {
    let gone = false;
    let made: CampusScene | null = null;
    const stands = (fresh: CampusScene): void => {
      if (gone) return fresh.dispose();
      made = fresh;
      setDrawing(true);
      told.onMade?.(fresh);
      const first = app.view.selected.peek() || app.view.storey.peek();
      if (first) fresh.flyTo(first);
      if (fresh.onPicture) fresh.onPicture(() => !gone && shown(fresh));
      else shown(fresh);
    };
    /** What floats over the picture joins in when the picture is there: drawing both at once would delay it. */
    const shown = (fresh: CampusScene): void => {
      setScene(fresh);
      told.onScene(fresh);
    };
    if (canvas.current)
      openScene(canvas.current, parts).then(stands, () => {
        if (!gone) told.onFlat();
      });
    return () => {
      gone = true;
      made?.dispose();
      if (made) told.onScene(null);
      setScene(null);
      setDrawing(false);
    };
  }, [app, campus, points]);
  return { scene, drawing };
}

/** Looks at a building when one of its storeys is chosen from elsewhere. */
function useBuilding(scene: CampusScene | null, { app, campus }: StageParts): void {
  const before = useRef("");
  useSignalEffect(() => {
    const storey = app.view.storey.value;
    const building = campus.storeys.get(storey)?.building.id ?? "";
    const entered = building !== "" && building !== before.current;
    before.current = building;
    if (entered) untracked(() => scene?.flyTo(storey));
  });
}

/** Tells the scene of changed sizes and colours. */
function useRefresh(scene: CampusScene | null, canvas: { current: HTMLCanvasElement | null }): void {
  useEffect(() => {
    if (!scene || !canvas.current) return undefined;
    const refresh = (): void => scene.refresh();
    const sizes = new ResizeObserver(refresh);
    sizes.observe(canvas.current);
    const themes = new MutationObserver(refresh);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "lang"] });
    return () => {
      sizes.disconnect();
      themes.disconnect();
    };
  }, [scene]);
}

/** The 3D view: a canvas that can be focused, its keys, and a button for each key. */
export function SceneView({
  parts,
  people,
  onHelp,
  ...told
}: Told & {
  parts: StageParts;
  people: ReadonlyMap<string, number> | null;
  onHelp: () => void;
}): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hint = useId();
  const { scene, drawing } = useScene(canvas, parts, told);
  useRefresh(scene, canvas);
  useBuilding(scene, parts);
  useEffect(() => scene?.showPeople(people), [scene, people]);
  const moves = movesOf(scene, parts, onHelp, () => canvas.current);
  return (
    <div class="scene-host">
      <canvas
        ref={canvas}
        class="scene-canvas"
        tabIndex={0}
        role="application"
        aria-label={t("scene")}
        aria-describedby={hint}
        onKeyDown={(event) => pressed(event, moves)}
      />
      <p id={hint} class="visually-hidden">
        {t("sceneHint")}
      </p>
      {!drawing && (
        <p class="scene-loading soft" role="status">
          {t("sceneLoading")}
        </p>
      )}
      {scene && <NavPad moves={moves} homeText="home" />}
    </div>
  );
}
