import type { JSX } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { Campus } from "../../../core/campus.ts";
import { Recording, type ReplayDocument } from "../../../core/replay.ts";
import { pick } from "../../../core/text/language.ts";
import { r } from "../../../core/text/replay.ts";
import { t } from "../../../core/text/shared.ts";
import type { CampusScene } from "../../../scene/index.ts";
import type { App } from "../../app.ts";
import { Stage } from "../../stage/index.ts";
import { address, change } from "../address.ts";
import { createPlayer, type Player } from "./player.ts";
import { Events, Fullest, Inside } from "./side.tsx";
import { TimeBar } from "./time-bar.tsx";
import { Transport } from "./transport.tsx";

const FRAMES = {
  request: requestAnimationFrame.bind(globalThis),
  cancel: cancelAnimationFrame.bind(globalThis),
};
/** Milliseconds after which a resting cursor is written to the address. */
const REST = 300;

/** A run to be played again in the campus view, with its events, its curve and where people are. */
export function Replay({
  app,
  document,
  start,
}: {
  app: App;
  document: ReplayDocument;
  start: string;
}): JSX.Element {
  const player = useMemo(
    () => createPlayer(new Recording(document), FRAMES, Number(address.t.peek()) || 0),
    [document],
  );
  useEffect(() => () => player.dispose(), [player]);
  useFirstStorey(app, player);
  useSpace(player);
  useAddress(player);
  const campus = app.campus.value;
  if (!campus) return <p class="empty">{app.problem.value || t("loading")}</p>;
  return <Filled app={app} campus={campus} player={player} start={start} />;
}

interface Props {
  app: App;
  campus: Campus;
  player: Player;
  start: string;
}

function Filled({ app, campus, player, start }: Props): JSX.Element {
  const scene = useScene(app);
  const building = address.area.value || (firstStorey(campus, player)?.building.id ?? "all");
  const curve = useMemo(() => {
    const counts = (space: string): boolean => {
      const of = campus.spaces.get(space)?.building;
      return Boolean(of) && (building === "all" || of === building);
    };
    return player.recording.curve(counts);
  }, [campus, player, building]);
  return (
    <section class="replay" aria-label={r("title")}>
      <div class="replay-stage panel">
        <Stage app={app} points={player.points} people={player.people.value} onScene={scene.told} />
      </div>
      <div class="replay-side stack">
        <Events player={player} onShow={scene.show} />
        <Fullest campus={campus} player={player} onShow={scene.show} />
      </div>
      <div class="replay-bar panel stack">
        <div class="row replay-controls">
          <Transport player={player} start={start} />
          <div class="row replay-count">
            <Inside player={player} curve={curve} />
            <label class="field-inline">
              <span class="soft small-text">{r("building")}</span>
              <select
                class="input"
                value={building}
                onChange={(event) => change({ area: event.currentTarget.value })}
              >
                <option value="all">{r("allBuildings")}</option>
                {campus.geometry.buildings.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {pick(name)}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </div>
        <TimeBar player={player} curve={curve} />
      </div>
    </section>
  );
}

/** Where the first alarm is, or else the first thing that the scenario did; undefined if it is all outdoors. */
function firstStorey(campus: Campus, player: Player): ReturnType<Campus["storeyOf"]> {
  const { events } = player.recording;
  const alarms = events.filter((event) => event.kind === "alarm");
  for (const { kind, place } of [...alarms, ...events]) {
    const storey = kind !== "linkage" && place ? campus.storeyOf(place) : undefined;
    if (storey) return storey;
  }
  return undefined;
}

/** Where the scene looks: at first at the storey shown, then at what is asked for; plan and table select it. */
function useScene(app: App): { told: (scene: CampusScene | null) => void; show: (place: string) => void } {
  const scene = useRef<CampusScene | null>(null);
  const { selected, storey } = app.view;
  return {
    told: (made) => {
      scene.current = made;
      if (!selected.peek() && storey.peek()) made?.flyTo(storey.peek());
    },
    show: (place) => {
      selected.value = place;
      storey.value = app.campus.peek()?.storeyOf(place)?.id ?? "";
      scene.current?.flyTo(place);
    },
  };
}

/** Whoever opens a replay without saying where to look sees the storey where it begins. */
function useFirstStorey(app: App, player: Player): void {
  const campus = app.campus.value;
  useEffect(() => {
    const said = address.t.peek() || app.view.storey.peek() || app.view.selected.peek();
    const first = campus && firstStorey(campus, player);
    if (!said && first) app.view.storey.value = first.id;
  }, [campus, player]);
}

/** Space plays and pauses wherever no control of its own has the focus. */
function useSpace(player: Player): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== " " || !(event.target instanceof Element)) return;
      if (event.target.closest("button, a, input, select, textarea, summary, dialog")) return;
      event.preventDefault();
      player.toggle();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [player]);
}

/** Keeps a resting cursor in the address, and follows the address when the browser goes back. */
function useAddress(player: Player): void {
  useEffect(() => {
    let written = address.t.peek();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const write = (): void => {
      written = String(Math.round(player.time.peek() * 10) / 10);
      if (!player.playing.peek() && written !== address.t.peek()) change({ t: written });
    };
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(write, REST);
    };
    const stops = [
      player.time.subscribe(later),
      player.playing.subscribe(later),
      address.t.subscribe((given) => {
        if (given !== "" && given !== written && Number.isFinite(Number(given))) player.seek(Number(given));
      }),
    ];
    return () => {
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [player]);
}
