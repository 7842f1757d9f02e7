import type { JSX } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { PointInfo } from "../../core/campus.ts";
import { toCsv } from "../../core/csv.ts";
import { summary, toColumns, toPen, type HistoryRow, type Pen } from "../../core/history.ts";
import { pick } from "../../core/text/language.ts";
import { t } from "../../core/text/manage.ts";
import { formatValue } from "../../core/format.ts";
import { boolWord, stateWord } from "../../core/text/values.ts";
import { t as shared } from "../../core/text/shared.ts";
import type { Desk } from "./desk.ts";
import { Problem, saveFile } from "./parts.tsx";
import { drawTrend, MOST_PENS, type PenStyle } from "./trend-chart.ts";

const SPANS = [
  { hours: 1, text: "hour1" },
  { hours: 24, text: "hours24" },
  { hours: 168, text: "days7" },
] as const;
const MOST_ROWS = 50_000;
const HOUR = 3_600_000;

interface Trend {
  readonly range: { from: number; to: number };
  readonly rows: ReadonlyMap<string, readonly HistoryRow[]>;
}

/** How the points of a room went over the last hour, day or week: several pens, cursor, figures, download. */
export function TrendPanel({ desk, point }: { desk: Desk; point: PointInfo }): JSX.Element {
  const campus = desk.app.campus.value;
  const offered = useMemo(
    () => (campus?.pointsIn(point.equipment.space) ?? [point]).filter((one) => one.template.type !== "text"),
    [campus, point.id],
  );
  const [chosen, setChosen] = useState<readonly string[]>([point.id]);
  const [hours, setHours] = useState<number>(1);
  const { trend, problem, read } = useTrend(desk, chosen, hours);
  const shown = offered.filter((one) => chosen.includes(one.id));
  return (
    <div class="stack">
      <div class="row trend-tools">
        <div class="row" role="group" aria-label={t("span")}>
          {SPANS.map((span) => (
            <button
              key={span.hours}
              type="button"
              class="button"
              aria-pressed={hours === span.hours}
              onClick={() => setHours(span.hours)}
            >
              {t(span.text)}
            </button>
          ))}
        </div>
        <button type="button" class="button" disabled={!trend} onClick={() => trend && save(trend, shown)}>
          {t("csv")}
        </button>
      </div>
      <Problem text={problem} retry={read} />
      {trend ? <Chart trend={trend} points={shown} /> : !problem && <p class="empty">{shared("loading")}</p>}
      {trend && <Figures trend={trend} points={shown} />}
      <Pens points={offered} chosen={chosen} onChange={setChosen} />
    </div>
  );
}

/** Reads the history of the chosen points; an answer that comes after another question is thrown away. */
function useTrend(
  desk: Desk,
  chosen: readonly string[],
  hours: number,
): { trend: Trend | null; problem: string; read: () => void } {
  const [trend, setTrend] = useState<Trend | null>(null);
  const [problem, setProblem] = useState("");
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let current = true;
    const to = Date.now();
    const range = { from: to - hours * HOUR, to };
    setTrend(null);
    setProblem("");
    Promise.all(chosen.map(async (id) => [id, await rowsOf(desk, id, range)] as const))
      .then((rows) => current && setTrend({ range, rows: new Map(rows) }))
      .catch(
        (failed: unknown) => current && setProblem(failed instanceof Error ? failed.message : String(failed)),
      );
    return () => {
      current = false;
    };
  }, [desk, chosen.join(" "), hours, turn]);
  return { trend, problem, read: () => setTurn(turn + 1) };
}

async function rowsOf(
  desk: Desk,
  id: string,
  range: { from: number; to: number },
): Promise<readonly HistoryRow[]> {
  const query = { from: String(range.from), to: String(range.to), limit: MOST_ROWS };
  const answer = await desk.app.api.call((client) =>
    client.GET("/points/{id}/history", { params: { path: { id }, query } }),
  );
  return answer.items;
}

function penOf(trend: Trend, point: PointInfo): Pen {
  return toPen(trend.rows.get(point.id) ?? [], point.template.states);
}

function styleOf(point: PointInfo): PenStyle {
  const { template } = point;
  const states = template.states ?? [];
  const measured = template.type === "number";
  return {
    label: `${pick(template.label)} ${point.equipment.id}`,
    unit: measured ? template.unit : "",
    stepped: !measured,
    text: (value) => {
      if (template.type === "bool") return boolWord(template.name, value >= 0.5);
      if (template.type === "enum") return stateWord(template.name, states[Math.round(value)] ?? "");
      return formatValue(template, value);
    },
  };
}

function Chart({ trend, points }: { trend: Trend; points: readonly PointInfo[] }): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  const pens = points.map((point) => penOf(trend, point));
  const empty = pens.every((pen) => pen.times.length === 0);
  useEffect(() => {
    if (!host.current || empty) return undefined;
    return drawTrend(host.current, toColumns(pens), points.map(styleOf), trend.range, t("time"));
  }, [trend, points.map((point) => point.id).join(" "), empty]);
  if (empty) return <p class="empty">{t("noHistory")}</p>;
  return <div ref={host} class="chart" role="img" aria-label={t("chartHint")} />;
}

function Figures({ trend, points }: { trend: Trend; points: readonly PointInfo[] }): JSX.Element | null {
  const rows = points
    .filter((point) => point.template.type === "number")
    .map((point) => ({ point, figures: summary(penOf(trend, point)) }));
  if (rows.length === 0) return null;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={t("figures")}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t("pointColumn")}</th>
            <th scope="col">{t("low")}</th>
            <th scope="col">{t("mean")}</th>
            <th scope="col">{t("high")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ point, figures }) => (
            <tr key={point.id}>
              <th scope="row">{styleOf(point).label}</th>
              <td class="number">{figures ? formatValue(point.template, figures.low) : "—"}</td>
              <td class="number">{figures ? formatValue(point.template, figures.mean) : "—"}</td>
              <td class="number">{figures ? formatValue(point.template, figures.high) : "—"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Pens({
  points,
  chosen,
  onChange,
}: {
  points: readonly PointInfo[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
}): JSX.Element {
  const toggle = (id: string): void =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset class="pens">
      <legend>{t("pens", { n: MOST_PENS })}</legend>
      {points.map((point) => {
        const on = chosen.includes(point.id);
        return (
          <label key={point.id} class="check">
            <input
              type="checkbox"
              checked={on}
              disabled={on ? chosen.length === 1 : chosen.length >= MOST_PENS}
              onChange={() => toggle(point.id)}
            />
            <span>
              {pick(point.template.label)} <span class="soft number">{point.equipment.id}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function save(trend: Trend, points: readonly PointInfo[]): void {
  const header = ["time", "point", "value", "unit", "quality"];
  const rows = points.flatMap((point) =>
    (trend.rows.get(point.id) ?? []).map((row) => [
      new Date(row.time).toISOString(),
      point.id,
      row.value,
      point.template.unit,
      row.quality,
    ]),
  );
  saveFile(`${points[0]?.id ?? "trend"}.csv`, toCsv([header, ...rows]));
}
