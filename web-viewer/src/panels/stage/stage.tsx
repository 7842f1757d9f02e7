import type { ComponentChildren, JSX } from "preact";
import { useRef, useState } from "preact/hooks";
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
  /** Told the scene once it stands, and null when it is gone. */
  onScene?: (scene: CampusScene | null) => void;
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
  const { app, campus, points = app.points, people = null } = props;
  const frame = useRef<HTMLElement>(null);
  const { width } = useSize(frame);
  const [flat, setFlat] = useState(false);
  const [help, setHelp] = useState(false);
  const [scene, setScene] = useState<CampusScene | null>(null);
  const parts = { app, campus, points };
  const narrow = props.compact === true || (width > 0 && width < NARROW);
  const mode = app.view.mode.value;
  const told = (made: CampusScene | null): void => {
    setScene(made);
    props.onScene?.(made);
  };
  return (
    <section ref={frame} class={`stage ${narrow ? "narrow" : "wide"}`} aria-label={t("stage")}>
      <Toolbar parts={parts} narrow={narrow} onHelp={() => setHelp(true)}>
        {props.controls}
      </Toolbar>
      <div class="stage-view">
        {mode === "3d" && !flat && (
          <SceneView
            parts={parts}
            people={people}
            onScene={told}
            onFlat={() => setFlat(true)}
            onHelp={() => setHelp(true)}
          />
        )}
        {mode === "3d" && flat && <p class="notice stage-flat">{shared("noWebGl")}</p>}
        {(mode === "plan" || (mode === "3d" && flat)) && (
          <PlanView parts={parts} people={people} onHelp={() => setHelp(true)} />
        )}
        {mode === "table" && <TreeTable parts={parts} actions={props.actions} />}
        {mode !== "table" && (
          <div class="stage-corner">
            <Legend heat={app.view.heat.value} />
            <Minimap parts={parts} scene={scene} folded={narrow} />
          </div>
        )}
      </div>
      <Announcer parts={parts} />
      {help && <KeysHelp onClose={() => setHelp(false)} />}
    </section>
  );
}

function Waiting({ app }: { app: App }): JSX.Element {
  const problem = app.problem.value;
  return (
    <section class="stage stage-waiting" aria-label={t("stage")}>
      {problem ? (
        <div class="notice error stack" role="alert">
          <p>
            {t("problem")}：{problem}
          </p>
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
