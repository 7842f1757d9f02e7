import { catalogue, language, type Pair } from "./language.ts";

/** Texts round a value. */
export const VALUES = {
  good: ["正常", "Good"],
  uncertain: ["存疑", "Uncertain"],
  bad: ["无效", "Bad"],
  ageNow: ["刚刚", "now"],
  ageSeconds: ["{n} 秒前", "{n} s ago"],
  ageMinutes: ["{n} 分钟前", "{n} min ago"],
  ageHours: ["{n} 小时前", "{n} h ago"],
  ageDays: ["{n} 天前", "{n} d ago"],
} satisfies Record<string, Pair>;

export const t = catalogue(VALUES);

/** Words of the enumerated states of all kinds; `<point name>/<state>` wins over the state alone. */
const STATE_WORDS: Record<string, Pair> = {
  alarm: ["报警", "Alarm"],
  "barrier.mode/open": ["常开", "Held open"],
  both: ["双向", "Both ways"],
  break: ["课间", "Break"],
  "camera.preset/alarm": ["报警位", "Alarm position"],
  "camera.preset/door": ["门口位", "Door"],
  "camera.preset/home": ["默认位", "Home position"],
  "camera.preset/window": ["窗口位", "Window"],
  closed: ["关闭", "Closed"],
  cool: ["制冷", "Cooling"],
  down: ["中断", "Down"],
  exam: ["考试", "Exam"],
  fan: ["送风", "Fan only"],
  fault: ["故障", "Fault"],
  "gate.mode/open": ["常开", "Held open"],
  "gate.mode/locked": ["锁闭", "Locked"],
  hdmi: ["HDMI", "HDMI"],
  heat: ["制热", "Heating"],
  held: ["超时未关", "Held open"],
  left: ["向左", "Left"],
  lesson: ["上课", "Lesson"],
  locked: ["已锁", "Locked"],
  media: ["媒体", "Media"],
  night: ["夜间", "Night"],
  normal: ["正常", "Normal"],
  off: ["关", "Off"],
  on: ["开", "On"],
  open: ["打开", "Open"],
  pc: ["电脑", "Computer"],
  recalled: ["已迫降", "Recalled"],
  recalling: ["迫降中", "Being recalled"],
  recording: ["录像中", "Recording"],
  released: ["已释放", "Released"],
  right: ["向右", "Right"],
  "room.scene/off": ["离室", "Room off"],
  "self-study": ["自习", "Self-study"],
  standby: ["待机", "Standby"],
  stopped: ["已停止", "Stopped"],
  up: ["正常", "Up"],
};

/** What true and false mean: by the whole name of the point, else by its last part. */
const BOOL_WORDS: Record<string, { yes: Pair; no: Pair }> = {
  alarm: { yes: ["报警", "Alarm"], no: ["无报警", "No alarm"] },
  armed: { yes: ["已布防", "Armed"], no: ["已撤防", "Disarmed"] },
  audible: { yes: ["有声", "Audible"], no: ["无声", "Silent"] },
  controllable: { yes: ["可控", "Yes"], no: ["不可控", "No"] },
  detected: { yes: ["漏水", "Leak"], no: ["无漏水", "None"] },
  done: { yes: ["已完成", "Done"], no: ["未完成", "Not done"] },
  emergency: { yes: ["播出中", "On air"], no: ["未启动", "Off"] },
  fault: { yes: ["故障", "Fault"], no: ["无故障", "None"] },
  forced: { yes: ["被强开", "Forced"], no: ["否", "No"] },
  leak: { yes: ["漏水", "Leak"], no: ["无漏水", "None"] },
  occupied: { yes: ["有人", "Occupied"], no: ["无人", "Empty"] },
  online: { yes: ["在线", "Online"], no: ["离线", "Offline"] },
  powerAnomaly: { yes: ["用电异常", "Abnormal"], no: ["正常", "Normal"] },
  pressed: { yes: ["已按下", "Pressed"], no: ["未按下", "Not pressed"] },
  radioEnabled: { yes: ["启用", "Enabled"], no: ["停用", "Disabled"] },
  smoke: { yes: ["有烟", "Smoke"], no: ["无烟", "None"] },
  sounding: { yes: ["鸣响中", "Sounding"], no: ["未鸣响", "Silent"] },
  speaking: { yes: ["播报中", "Speaking"], no: ["未播报", "Silent"] },
  state: { yes: ["开", "On"], no: ["关", "Off"] },
  tamper: { yes: ["被破坏", "Tampered"], no: ["完好", "Intact"] },
};

const PLAIN_BOOL: { yes: Pair; no: Pair } = { yes: ["是", "Yes"], no: ["否", "No"] };

/** Units as people write them; what is missing here is written as the model writes it. */
const UNITS: Record<string, Pair> = {
  "1": ["", ""],
  bool: ["", ""],
  enum: ["", ""],
  text: ["", ""],
  count: ["", ""],
  m3: ["m³", "m³"],
  m2: ["m²", "m²"],
  "m3/h": ["m³/h", "m³/h"],
  "µg/m3": ["µg/m³", "µg/m³"],
  "W/m2": ["W/m²", "W/m²"],
  "%LEL": ["%LEL", "% LEL"],
  s: ["秒", "s"],
  min: ["分钟", "min"],
  d: ["天", "d"],
};

const REASONS: Record<string, Pair> = {
  "never-reported": ["从未上报", "Never reported"],
  stale: ["数据过期", "Stale"],
  "link-down": ["链路中断", "Link down"],
  "device-silent": ["设备无响应", "Device silent"],
  "device-fault": ["设备故障", "Device fault"],
  "out-of-range": ["超出量程", "Out of range"],
  "not-convertible": ["数据无法识别", "Not readable"],
  restart: ["系统重启后未更新", "Not told since restart"],
};

function read(pair: Pair): string {
  return pair[language.value === "zh" ? 0 : 1];
}

/** The unit as people write it; empty where there is none. */
export function unitText(unit: string): string {
  const known = UNITS[unit];
  return known ? read(known) : unit;
}

/** The word of an enumerated state; a state without a word is shown as it is. */
export function stateWord(point: string, state: string): string {
  const known = STATE_WORDS[`${point}/${state}`] ?? STATE_WORDS[state];
  return known ? read(known) : state;
}

/** What true or false means for a point. */
export function boolWord(point: string, value: boolean): string {
  const words = BOOL_WORDS[point] ?? BOOL_WORDS[point.slice(point.lastIndexOf(".") + 1)] ?? PLAIN_BOOL;
  return read(value ? words.yes : words.no);
}

/** Why a value is not good, by the word of the API; the word itself where it is new. */
export function reasonText(reason: string): string {
  const known = REASONS[reason];
  return known ? read(known) : reason;
}
