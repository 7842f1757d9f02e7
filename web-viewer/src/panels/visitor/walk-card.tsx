import { useSignal, useSignalEffect } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Campus } from "../../core/campus.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/visitor.ts";
import type { WalkPlace } from "../../core/walk/start.ts";
import { storeyName } from "../stage/names.ts";
import { Icon } from "../ui/icons.tsx";
import { Card } from "./card.tsx";
import { Directions } from "./directions.tsx";
import { Pad } from "./pad.tsx";
import { explore, type Visit } from "./visit.ts";
import { startWalking, type Walking } from "./walking.ts";

/** Begins walking with the card, ends with it. */
function useWalking(visit: Visit, campus: Campus): Walking | null {
  const [walking, setWalking] = useState<Walking | null>(null);
  useEffect(() => {
    const made = startWalking(visit, campus);
    setWalking(made);
    return () => made.end();
  }, [visit, campus]);
  return walking;
}

/** Walk mode: where one is, the pad, a start, and the way to a place. */
export default function WalkCard({ visit, campus }: { visit: Visit; campus: Campus }): JSX.Element {
  const walking = useWalking(visit, campus);
  return (
    <Card
      visit={visit}
      above={t("walk")}
      title={whereText(campus, visit.where.value)}
      closeText={t("leaveWalk")}
      onClose={() => explore(visit)}
      actions={
        walking && (
          <div class="walk-tools">
            <Pad walking={walking} />
            <div class="walk-choices">
              <button type="button" class="button" onClick={() => (visit.wanted.value = "goal")}>
                <Icon name="route" /> {t("takeMeTo")}
              </button>
              <button type="button" class="button" onClick={() => (visit.wanted.value = "start")}>
                <Icon name="pin" /> {t("startFrom")}
              </button>
            </div>
          </div>
        )
      }
    >
      <Where visit={visit} campus={campus} />
      {!visit.scene.value && <p class="small soft">{t("walkFlat")}</p>}
      {walking?.way.value ? (
        <Directions visit={visit} campus={campus} walking={walking} />
      ) : (
        <p class="small soft keys-hint">{t("walkKeys")}</p>
      )}
    </Card>
  );
}

/** So many ms must pass between two sentences of the live region. */
const PAUSE = 800;

/** Says politely where one is, once one has stayed there for a moment. */
function Where({ visit, campus }: { visit: Visit; campus: Campus }): JSX.Element {
  const said = useSignal("");
  useSignalEffect(() => {
    const text = whereText(campus, visit.where.value);
    const timer = setTimeout(() => (said.value = text), PAUSE);
    return () => clearTimeout(timer);
  });
  return (
    <p class="visually-hidden" role="status">
      {said.value && `${t("here")}：${said.value}`}
    </p>
  );
}

function whereText(campus: Campus, place: WalkPlace | null): string {
  if (!place) return t("walk");
  const space = campus.spaces.get(place.space);
  const name = space ? pick(space.name) : place.storey ? t("between") : t("onGrounds");
  return place.storey ? `${storeyName(campus, place.storey)} · ${name}` : name;
}
