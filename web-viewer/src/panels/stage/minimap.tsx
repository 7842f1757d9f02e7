import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { neighbour, planBounds, ringPath, type Direction } from "../../core/plan.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/stage.ts";
import type { CameraPlace, CampusScene } from "../../scene/index.ts";
import { Icon } from "../ui/icons.tsx";
import { sheetOf } from "./plan-sheet.ts";
import type { StageParts } from "./stage.tsx";

const ARROWS: Record<string, Direction> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** The whole campus, small: buildings and places outdoors to go to, and where the camera or walker is. */
export function Minimap({
  parts,
  scene,
  folded,
}: {
  parts: StageParts;
  scene: CampusScene | null;
  folded: boolean;
}): JSX.Element {
  const [chosen, setOpen] = useState<boolean | null>(null);
  const open = chosen ?? !folded;
  return (
    <div class={`minimap ${open ? "open" : ""}`}>
      <button
        type="button"
        class="button minimap-fold"
        aria-expanded={open}
        aria-label={t("minimap")}
        title={t("minimap")}
        onClick={() => setOpen(!open)}
      >
        <Icon name={open ? "chevronDown" : "minimap"} size={open ? 16 : 20} />
      </button>
      {open && <Map parts={parts} scene={scene} />}
    </div>
  );
}

function Map({ parts, scene }: { parts: StageParts; scene: CampusScene | null }): JSX.Element {
  const { campus, app } = parts;
  const svg = useRef<SVGSVGElement>(null);
  const sheet = useMemo(() => sheetOf(campus, ""), [campus]);
  const bounds = useMemo(() => planBounds(campus, ""), [campus]);
  const [focused, setFocused] = useState(sheet.places[0]?.id ?? "");
  const here = app.view.storey.value
    ? campus.storeys.get(app.view.storey.value)?.building.id
    : app.view.selected.value;
  const go = (id: string): void => {
    app.view.storey.value = "";
    app.view.selected.value = id;
    scene?.flyTo(id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = ARROWS[event.key];
    if (event.key === "Enter" || event.key === " ") go(focused);
    else if (direction) {
      const next = neighbour(sheet.spots, focused, direction) ?? focused;
      setFocused(next);
      svg.current?.querySelector<SVGElement>(`[data-id="${CSS.escape(next)}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  return (
    <svg
      ref={svg}
      class="minimap-map"
      viewBox={`${bounds.x} ${bounds.y} ${bounds.width} ${bounds.height}`}
      role="group"
      aria-label={t("minimap")}
      onKeyDown={onKeyDown}
    >
      <rect class="minimap-ground" {...bounds} />
      {sheet.places.map((place) => (
        <g
          key={place.id}
          class={`minimap-place ${place.type} ${place.id === here ? "here" : ""}`}
          role="button"
          tabindex={place.id === focused ? 0 : -1}
          aria-label={t("minimapGo", { place: pick(place.name) })}
          data-id={place.id}
          onClick={() => go(place.id)}
        >
          <path d={ringPath(place.ring)} />
          <title>{pick(place.name)}</title>
        </g>
      ))}
      {scene && <Marker scene={scene} size={bounds.width / 9} />}
    </svg>
  );
}

/** An arrow where the walker stands or the camera looks. */
function Marker({ scene, size }: { scene: CampusScene; size: number }): JSX.Element | null {
  const [place, setPlace] = useState<CameraPlace | null>(null);
  useEffect(() => {
    scene.onWalk(setPlace);
    scene.onLook?.(setPlace);
  }, [scene]);
  if (!place) return null;
  const turn = `translate(${place.x} ${-place.y}) rotate(${place.heading}) scale(${size / 24})`;
  return (
    <g class="minimap-marker" transform={turn}>
      <title>{t("minimapHere")}</title>
      <path d="M0-14L9 10L0 5L-9 10Z" />
    </g>
  );
}
