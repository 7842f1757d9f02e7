import type { ComponentChildren, JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Campus } from "../../../core/campus.ts";
import { clock } from "../../../core/replay.ts";
import { l, reasonText } from "../../../core/text/linkage.ts";
import { t } from "../../../core/text/shared.ts";
import { causesOf, type EffectRow } from "../../../core/timeline.ts";
import type { App } from "../../app.ts";
import { Icon } from "../../ui/icons.tsx";
import { address, change, open } from "../address.ts";
import { OutcomeMark } from "./marks.tsx";
import { causeText, effectName, linkageName, pointName } from "./names.ts";

/** Everything about one effect, with the way to its place and moment in the replay. */
export function EffectDetail({ app, row }: { app: App; row: EffectRow }): JSX.Element {
  const heading = useRef<HTMLHeadingElement>(null);
  const { effect, index } = row;
  useEffect(() => heading.current?.focus(), [index]);
  const close = (): void => {
    change({ effect: "" });
    document.getElementById(`effect-${index}`)?.focus();
  };
  return (
    <aside
      class="panel detail"
      aria-label={l("detail")}
      onKeyDown={(event) => {
        if (event.key === "Escape") close();
      }}
    >
      <div class="row detail-head">
        <h3 ref={heading} tabIndex={-1}>
          {effectName(effect)}
        </h3>
        <button type="button" class="button plain" aria-label={t("close")} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <OutcomeMark outcome={effect.outcome} />
      <Facts campus={app.campus.value} row={row} />
      {effect.by === "controller" && <p class="soft small-text">{l("controllerNote")}</p>}
      <button type="button" class="button primary" onClick={() => showInReplay(app, row)}>
        <Icon name="play" size={16} />
        {l("showInReplay")}
      </button>
    </aside>
  );
}

/** Opens the replay a little before the effect was confirmed, with its target selected. */
function showInReplay(app: App, { effect, index }: EffectRow): void {
  const target = pointName(app.campus.value, effect.target).id;
  app.view.selected.value = target;
  app.view.storey.value = app.campus.value?.storeyOf(target)?.id ?? app.view.storey.value;
  const at = effect.at + (effect.seconds ?? 0);
  open({ run: address.run.value, tab: "replay", t: String(Math.round(at * 10) / 10), effect: String(index) });
}

function Facts({ campus, row: { effect } }: { campus: Campus | null; row: EffectRow }): JSX.Element {
  const target = pointName(campus, effect.target);
  const time = (seconds: number | null | undefined): string =>
    seconds === null || seconds === undefined ? l("never") : `${Math.round(seconds * 1000) / 1000} s`;
  return (
    <dl class="facts">
      <Fact name={l("target")}>
        {target.equipment} · {target.label}
        <span class="number soft small-text block">{effect.target}</span>
      </Fact>
      {target.place && <Fact name={l("place")}>{target.place}</Fact>}
      <Fact name={l("by")}>{l(effect.by)}</Fact>
      <Fact name={l("linkageWord")}>
        {linkageName({ linkage: effect.linkage, name: effect.linkageName })}
      </Fact>
      <Fact name={l("cause")}>
        {causeText(campus, causesOf(effect))}
        <span class="number soft small-text block">{clock(effect.at, true)}</span>
      </Fact>
      <Fact name={l("sent")}>
        <span class="number">{time(effect.sent)}</span>
      </Fact>
      <Fact name={l("acknowledged")}>
        <span class="number">{time(effect.acknowledged)}</span>
      </Fact>
      <Fact name={l("confirmedAt")}>
        <span class="number">{time(effect.seconds)}</span>
      </Fact>
      <Fact name={l("limitLegend")}>
        <span class="number">{time(effect.limit)}</span>
      </Fact>
      {effect.reason && <Fact name={l("reason")}>{reasonText(effect.reason)}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
