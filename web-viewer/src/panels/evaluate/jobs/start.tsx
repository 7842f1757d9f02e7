import type { ComponentChildren, JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { e } from "../../../core/text/evaluate.ts";
import { pick, type Both } from "../../../core/text/language.ts";
import type { App } from "../../app.ts";
import { Icon } from "../../ui/icons.tsx";
import { address } from "../address.ts";
import { useAction } from "../parts.tsx";
import { mayStart, type JobKind, type Scenario, type StandardInfo, type Work } from "../work.ts";

/** The scenarios with what each proves, a seed and a button. */
export function Scenarios({ app, work }: { app: App; work: Work }): JSX.Element {
  const scenarios = work.scenarios.value ?? [];
  if (scenarios.length === 0) return <p class="empty">{e("noScenarios")}</p>;
  return (
    <ul class="cards">
      {scenarios.map((scenario) => (
        <ScenarioCard key={scenario.id} app={app} work={work} scenario={scenario} />
      ))}
    </ul>
  );
}

function ScenarioCard({ app, work, scenario }: { app: App; work: Work; scenario: Scenario }): JSX.Element {
  const chosen = address.scenario.value === scenario.id;
  const given = Number(address.seed.value);
  const seed = chosen && Number.isInteger(given) && address.seed.value ? given : scenario.seed;
  const facts = [
    e("duration", { n: Math.round(scenario.seconds / 6) / 10 }),
    e("startsAt", { date: scenario.start.slice(0, 16).replace("T", " ") }),
    ...(scenario.rules === undefined ? [] : [e("rulesCount", { n: scenario.rules })]),
    e(scenario.clock === "virtual" ? "virtual" : "wall"),
  ];
  return (
    <Card name={scenario.name} id={scenario.id} about={scenario.about} facts={facts} chosen={chosen}>
      <Start app={app} work={work} kind="scenario" subject={scenario.id} name={scenario.name} seed={seed} />
    </Card>
  );
}

/** The five standards; those that can be scored with a seed and a button. */
export function Standards({ app, work }: { app: App; work: Work }): JSX.Element {
  const standards = [...(work.standards.value ?? [])].sort((a, b) => Number(b.scored) - Number(a.scored));
  return (
    <ul class="cards">
      {standards.map((standard) => (
        <StandardCard key={standard.id} app={app} work={work} standard={standard} />
      ))}
    </ul>
  );
}

function StandardCard({
  app,
  work,
  standard,
}: {
  app: App;
  work: Work;
  standard: StandardInfo;
}): JSX.Element {
  const facts = [
    e("indicators", { n: standard.indicators }),
    ...(standard.max === null ? [] : [e("points", { n: standard.max })]),
  ];
  return (
    <Card name={standard.title} id={standard.id} facts={facts}>
      {standard.scored ? (
        <Start app={app} work={work} kind="evaluation" subject={standard.id} name={standard.title} seed={1} />
      ) : (
        <p class="soft">{e("notScored")}</p>
      )}
    </Card>
  );
}

interface CardProps {
  name: Both;
  id: string;
  about?: Both;
  facts: readonly string[];
  chosen?: boolean;
  children: ComponentChildren;
}

function Card({ name, id, about, facts, chosen = false, children }: CardProps): JSX.Element {
  return (
    <li class={`panel card ${chosen ? "chosen" : ""}`}>
      <h3>{pick(name)}</h3>
      <p class="number soft small-text">{id}</p>
      {about && <p>{pick(about)}</p>}
      <ul class="soft small-text facts-line">
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <div class="card-foot">{children}</div>
    </li>
  );
}

interface StartProps {
  app: App;
  work: Work;
  kind: JobKind;
  subject: string;
  name: Both;
  seed: number;
}

/** Seed and button. Nothing for people who may only look: the page says so once. */
function Start({ app, work, kind, subject, name, seed }: StartProps): JSX.Element | null {
  const [text, setText] = useState(String(seed));
  const [told, setTold] = useState("");
  const { busy, problem, act } = useAction();
  const id = useId();
  if (!mayStart(app)) return null;
  const wrong = !/^-?\d{1,15}$/.test(text.trim());
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (wrong) return;
    act(async () => {
      await work.start(kind, subject, Number(text));
      setTold(e("asked", { name: pick(name) }));
    });
  };
  return (
    <form class="row start" onSubmit={submit}>
      <label class="field">
        <span>{e("seed")}</span>
        <input
          class="input number"
          inputMode="numeric"
          value={text}
          aria-invalid={wrong}
          aria-describedby={wrong ? `${id}-hint` : undefined}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <button
        class="button primary"
        disabled={busy}
        aria-label={e(kind === "scenario" ? "runOf" : "scoreOf", { name: pick(name) })}
      >
        <Icon name="play" size={16} />
        {e(kind === "scenario" ? "run" : "score")}
      </button>
      {wrong && (
        <span id={`${id}-hint`} class="small-text missed start-problem">
          {e("seedWrong")}
        </span>
      )}
      <span class="visually-hidden" role="status">
        {told}
      </span>
      {problem && (
        <p class="notice error start-problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
