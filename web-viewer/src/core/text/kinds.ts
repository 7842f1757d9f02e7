import { pick, type Both, type Pair } from "./language.ts";

/** Names of the kinds of spaces and buildings, as people say them. */
export const KIND_WORDS: Record<string, Pair> = {
  classroom: ["普通教室", "Classroom"],
  laboratory: ["实验室", "Laboratory"],
  "computer-room": ["计算机教室", "Computer room"],
  "art-room": ["美术教室", "Art room"],
  "music-room": ["音乐教室", "Music room"],
  library: ["图书馆", "Library"],
  office: ["办公室", "Office"],
  "meeting-room": ["会议室", "Meeting room"],
  "activity-room": ["活动室", "Activity room"],
  hall: ["大厅", "Hall"],
  corridor: ["走廊", "Corridor"],
  stair: ["楼梯间", "Stair"],
  toilet: ["卫生间", "Toilet"],
  store: ["储藏室", "Store"],
  canteen: ["食堂", "Canteen"],
  kitchen: ["厨房", "Kitchen"],
  dormitory: ["宿舍", "Dormitory"],
  "machine-room": ["机房", "Machine room"],
  "plant-room": ["设备间", "Plant room"],
  "control-room": ["控制室", "Control room"],
  gate: ["校门", "Gate"],
  "sports-ground": ["运动场", "Sports ground"],
  outdoor: ["室外", "Outdoors"],
  teaching: ["教学楼", "Teaching building"],
  administration: ["行政楼", "Administration"],
  gymnasium: ["体育馆", "Gymnasium"],
};

/** Both names of a kind; undefined for one that nobody has named. */
export function kindNames(kind: string): Both | undefined {
  const pair = KIND_WORDS[kind];
  return pair && { zh: pair[0], en: pair[1] };
}

/** The name of a kind in the language of the page; a kind without a name as the document writes it. */
export function kindName(kind: string): string {
  return pick(kindNames(kind)) || kind;
}
