/** The campus view for the pages: 3D, plan and table of the same values and actions, and the display of a value. */
export { Stage, type StageProps } from "./stage.tsx";
export { Age, PointValue, QualityMark, SimulatedMark, formatValue } from "./value.tsx";
export { clock } from "./clock.ts";
