import type { JSX } from "preact";
import { l } from "../../../core/text/linkage.ts";
import type { Outcome } from "../../../core/timeline.ts";
import type { IconName } from "../../ui/icons.tsx";
import { Mark, type Tone } from "../parts.tsx";

export const OUTCOMES: Record<Outcome, { tone: Tone; icon: IconName }> = {
  confirmed: { tone: "good", icon: "check" },
  late: { tone: "warning", icon: "queue" },
  failed: { tone: "critical", icon: "close" },
  missing: { tone: "critical", icon: "question" },
  pending: { tone: "stale", icon: "minus" },
};

/** What became of an effect: shape, word, colour. */
export function OutcomeMark({ outcome }: { outcome: Outcome }): JSX.Element {
  const { tone, icon } = OUTCOMES[outcome];
  return (
    <Mark tone={tone} icon={icon}>
      {l(outcome)}
    </Mark>
  );
}
