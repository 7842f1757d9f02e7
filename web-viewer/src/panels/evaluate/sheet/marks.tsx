import type { JSX } from "preact";
import type { Verdict } from "../../../core/sheet.ts";
import { s } from "../../../core/text/sheet.ts";
import type { IconName } from "../../ui/icons.tsx";
import { Mark, type Tone } from "../parts.tsx";

const MARKS: Record<Verdict, { tone: Tone; icon: IconName }> = {
  met: { tone: "good", icon: "check" },
  partly: { tone: "warning", icon: "half" },
  "not-met": { tone: "critical", icon: "close" },
  undecided: { tone: "stale", icon: "question" },
};

/** Verdict on an indicator: shape, word, colour. */
export function SheetMark({ verdict }: { verdict: Verdict }): JSX.Element {
  const { tone, icon } = MARKS[verdict];
  return (
    <Mark tone={tone} icon={icon}>
      {s(verdict)}
    </Mark>
  );
}
