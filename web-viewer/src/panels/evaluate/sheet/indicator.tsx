import type { JSX } from "preact";
import {
  figure,
  findRun,
  holds,
  runOf,
  sign,
  unitText,
  type Figure,
  type Judged,
} from "../../../core/sheet.ts";
import { pick } from "../../../core/text/language.ts";
import { figureText, originText, reasonWithNames, s } from "../../../core/text/sheet.ts";
import { Icon } from "../../ui/icons.tsx";
import { Link } from "../parts.tsx";
import type { Job } from "../work.ts";
import { SheetMark } from "./marks.tsx";

/** An indicator with its verdict, points, figures and the reason why it is not fully met. */
export function Indicator({
  item,
  runs,
  lift = false,
}: {
  item: Judged;
  runs: readonly Job[];
  lift?: boolean;
}): JSX.Element {
  const reason = reasonWithNames(pick(item.reason));
  const left = (item.max ?? 0) - (item.awarded ?? 0);
  return (
    <li class="indicator">
      <div class="indicator-head">
        <span class="number indicator-id">{item.id}</span>
        <div class="indicator-text stack tight">
          <p>{pick(item.name)}</p>
          {reason && <p class="soft small-text">{reason}</p>}
        </div>
        <div class="indicator-end">
          <SheetMark verdict={item.verdict} />
          <span class="soft small-text">{s(item.mode)}</span>
          <span class="number indicator-points">
            {lift ? (
              <span aria-label={s("gainLabel", { n: figure(left) })}>{s("gain", { n: figure(left) })}</span>
            ) : (
              <Points item={item} />
            )}
          </span>
        </div>
      </div>
      {item.measures.length > 0 && (
        <Figures figures={item.measures} runs={runs} label={`${item.id} ${s("figures")}`} />
      )}
    </li>
  );
}

function Points({ item }: { item: Judged }): JSX.Element {
  if (item.max === null) return <>{item.grade ?? "—"}</>;
  return <>{s("worth", { n: figure(item.awarded ?? 0), max: figure(item.max) })}</>;
}

function Figures({
  figures,
  runs,
  label,
}: {
  figures: readonly Figure[];
  runs: readonly Job[];
  label: string;
}): JSX.Element {
  return (
    <div class="scroll figures" role="region" aria-label={label} tabIndex={0}>
      <table class="table">
        <thead>
          <tr>
            {(["figure", "value", "threshold", "basis", "origin"] as const).map((key) => (
              <th key={key} scope="col">
                {s(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((one, index) => (
            <FigureRow key={index} one={one} runs={runs} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function FigureRow({ one, runs }: { one: Figure; runs: readonly Job[] }): JSX.Element {
  const unit = unitText(one.unit);
  const kept = holds(one);
  return (
    <tr>
      <th scope="row" class="rule-name">
        {figureText(one.name)}
      </th>
      <td class={`number ${kept ? "" : "missed"}`}>
        <span class="row nowrap">
          <Icon name={kept ? "check" : "close"} size={14} />
          {figure(one.value)} {unit}
          <span class="visually-hidden">{s(kept ? "met" : "not-met")}</span>
        </span>
      </td>
      <td class="number">
        {sign(one.op)} {figure(one.threshold)} {unit}
      </td>
      <td>{s(one.basis === "standard" ? "standard" : "project")}</td>
      <td>
        {originText(one.origin)} {one.run && <RunLink name={one.run} runs={runs} />}
      </td>
    </tr>
  );
}

/** To the run that a figure rests on; where it is not kept, to the form that makes it again. */
function RunLink({ name, runs }: { name: string; runs: readonly Job[] }): JSX.Element {
  const job = findRun(runs, name);
  const wanted = runOf(name);
  if (job) return <Link to={{ run: job.id }}>{s("openRun", { name })}</Link>;
  if (!wanted) return <span class="number small-text">{name}</span>;
  return (
    <Link to={{ tab: "scenarios", scenario: wanted.scenario, seed: String(wanted.seed) }} class="no-print">
      {s("runIt", { name })}
    </Link>
  );
}
