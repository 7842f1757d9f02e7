import type { ComponentChildren, JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import type { Campus } from "../../core/campus.ts";
import type { PointStore } from "../../core/points.ts";
import { t as shared } from "../../core/text/shared.ts";
import { t } from "../../core/text/stage.ts";
import type { CampusScene } from "../../scene/index.ts";
import type { App } from "../app.ts";
import { Announcer } from "./announcer.tsx";
import { KeysHelp } from "./help.tsx";
import { Legend } from "./legend.tsx";
import { Minimap } from "./minimap.tsx";
import { PlanView } from "./plan-view.tsx";
import { SceneView } from "./scene-view.tsx";
import { Toolbar } from "./toolbar.tsx";
import { TreeTable } from "./tree-table.tsx";
import { useSize } from "./size.ts";

export interface StageProps {
  app: App;
  /** Values to show; the page's live ones if left out. A replay hands in its own. */
  points?: PointStore;
  /** Persons by space, for a replay. */
  people?: ReadonlyMap<string, number> | null;
  /** Further buttons of the page, in the toolbar. */
  controls?: ComponentChildren;
  /** What the page offers for a place or piece of equipment in the table. */
  actions?: (id: string) => ComponentChildren;
  /** Told the scene once it is to be seen, and null when it is gone. */
  onScene?: (scene: CampusScene | null) => void;
  /** Told the scene before its first picture, which can then be fitted. */
  onMade?: (scene: CampusScene) => void;
  /** Folds the tools even where there is room. */
  compact?: boolean;
}

/** What the parts of the stage share. */
export interface StageParts {
  readonly app: App;
  readonly campus: Campus;
  readonly points: PointStore;
}

/** Under this width (px) the tools fold into a sheet. */
const NARROW = 720;

/**
 * The campus as 3D, plan or table (`view.mode`), with the tools for all three. Fills its parent, which gives the
 * height. Where there is no WebGL the plan stands in for 3D.
 */
export function Stage(props: StageProps): JSX.Element {
  const { app } = props;
  const campus = app.campus.value;
  if (!campus) return <Waiting app={app} />;
  return <Filled {...props} campus={campus} />;
}

function Filled(props: StageProps & { campus: Campus }): JSX.Element {
  const { app, campus, points = app.points } = props;
  const frame = useRef<HTMLElement>(null);
  const { width } = useSize(frame);
  const [help, setHelp] = useState(false);
  const parts = useMemo(() => ({ app, campus, points }), [app, campus, points]);
  const narrow = props.compact === true || (width > 0 && width < NARROW);
  const onHelp = (): void => setHelp(true);
  return (
    <section ref={frame} class={`stage ${narrow ? "narrow" : "wide"}`} aria-label={t("stage")}>
      <Toolbar parts={parts} narrow={narrow} onHelp={onHelp}>
        {props.controls}
      </Toolbar>
      <Views {...props} parts={parts} narrow={narrow} onHelp={onHelp} />
      <Announcer parts={parts} />
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </section>
  );
}

/** The view of the chosen kind with what floats over it; the plan where 3D is not to be had. */
function Views({
  parts,
  narrow,
  onHelp,
  people = null,
  actions,
  onScene,
  onMade,
}: StageProps & { parts: StageParts; narrow: boolean; onHelp: () => void }): JSX.Element {
  const [flat, setFlat] = useState(false);
  const [scene, setScene] = useState<CampusScene | null>(null);
  const { view } = parts.app;
  const mode = view.mode.value;
  const shown = mode === "3d" && flat ? "plan" : mode;
  const told = (made: CampusScene | null): void => {
    setScene(made);
    onScene?.(made);
  };
  if (shown === "table")
    return (
      <div class="stage-view">
        <TreeTable parts={parts} actions={actions} />
      </div>
    );
  return (
    <div class="stage-view">
      {shown === "3d" ? (
        <SceneView
          parts={parts}
          people={people}
          onMade={onMade}
          onScene={told}
          onFlat={() => setFlat(true)}
          onHelp={onHelp}
        />
      ) : (
        <PlanView parts={parts} people={people} onHelp={onHelp} />
      )}
      {mode === "3d" && flat && <p class="notice stage-flat">{shared("noWebGl")}</p>}
      <div class="stage-corner" data-covers="">
        <Legend heat={view.heat.value} />
        {(scene || shown !== "3d") && (
          <Minimap key={shown} parts={parts} scene={scene} folded={narrow || shown === "plan"} />
        )}
      </div>
    </div>
  );
}

function Waiting({ app }: { app: App }): JSX.Element {
  const problem = app.problem.value;
  return (
    <section class="stage stage-waiting" aria-label={t("stage")}>
      {problem ? (
        <div class="notice error stack" role="alert">
          <p>{t("withNote", { text: t("problem"), note: problem })}</p>
          <div>
            <button type="button" class="button" onClick={() => void app.load()}>
              {shared("retry")}
            </button>
          </div>
        </div>
      ) : (
        <p class="empty" role="status">
          {shared("loading")}
        </p>
      )}
    </section>
  );
}
