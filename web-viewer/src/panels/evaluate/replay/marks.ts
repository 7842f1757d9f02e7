import type { RunEvent } from "../../../core/replay.ts";
import type { IconName } from "../../ui/icons.tsx";
import type { Tone } from "../parts.tsx";

/** Shape and colour of each kind of event, in the order of the lanes of the time bar. */
export const EVENT_MARKS: Record<RunEvent["kind"], { icon: IconName; tone: Tone }> = {
  injected: { icon: "flag", tone: "warning" },
  alarm: { icon: "alarm", tone: "critical" },
  linkage: { icon: "link", tone: "plain" },
  empty: { icon: "check", tone: "good" },
};
