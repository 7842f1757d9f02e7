import { catalogue, type Pair } from "./language.ts";

/** Texts of the score sheet. */
export const SHEET = {
  score: ["得分", "Score"],
  points: ["分", "points"],
  met: ["达标", "Met"],
  partly: ["部分达标", "Partly met"],
  "not-met": ["未达标", "Not met"],
  undecided: ["待定", "Undecided"],
  measured: ["实测", "Measured"],
  inventory: ["清点", "Inventory"],
  scenario: ["演练", "Scenario"],
  evidence: ["证据", "Evidence"],
  count: ["{n} 项", "{n}"],
  worth: ["{n} / {max} 分", "{n} of {max}"],
  areas: ["分类得分", "Score by area"],
  otherArea: ["其他", "Other"],
  filter: ["筛选指标", "Filter the indicators"],
  verdict: ["判定", "Verdict"],
  area: ["分类", "Area"],
  mode: ["判定方式", "Judged by"],
  all: ["全部", "All"],
  search: ["搜索", "Search"],
  searchHint: ["编号、内容或原因", "Number, text or reason"],
  none: ["没有符合条件的指标", "No indicator fits these conditions"],
  reset: ["清除筛选", "Clear the filter"],
  shown: ["显示 {n} / {all} 项", "{n} of {all} shown"],
  figures: ["数值", "Figures"],
  figure: ["数值", "Figure"],
  value: ["结果", "Value"],
  threshold: ["要求", "Threshold"],
  basis: ["要求来源", "Whose threshold"],
  standard: ["标准", "Standard"],
  project: ["本项目", "Ours"],
  origin: ["数据来源", "Origin"],
  run: ["依据的演练", "Run"],
  openRun: ["查看演练 {name}", "Open run {name}"],
  runIt: ["去运行 {name}", "Run {name}"],
  remark: [
    "设计审查：数值来自仿真或校园模型，不代表真实校园的实测结果；“待定”项须由人工提交并评定证据。",
    "Design review: figures come from simulation or from the campus model and are not measurements of a real campus; undecided indicators need evidence graded by a person.",
  ],
  liftAbout: [
    "尚未得满分的指标，按可提升的分数从高到低排列。",
    "Indicators short of their full points, the most to be gained first.",
  ],
  liftTotal: ["还可提升 {n} 分", "{n} points to be gained"],
  gain: ["+{n}", "+{n}"],
  gainLabel: ["可提升 {n} 分", "{n} points to gain"],
  nothing: ["所有指标均已得满分", "Every indicator has its full points"],
} satisfies Record<string, Pair>;

export const s = catalogue(SHEET);

/** Names of the figures that the evaluation computes. */
const FIGURES = {
  "wired-coverage": ["有线网络覆盖率", "Wired coverage"],
  "wireless-coverage": ["无线网络覆盖率", "Wireless coverage"],
  "fused-networks": ["融合的网络种类", "Kinds of network fused"],
  "exit-bandwidth": ["出口带宽", "Exit bandwidth"],
  "slowest-interconnect": ["最慢互联带宽", "Slowest interconnection"],
  "wlan-segments": ["无线网段数", "Wireless segments"],
  "teacher-computers": ["教师计算机配备率", "Teachers with a computer"],
  "seats-per-pupil": ["机房座位与学生比", "Computer seats a pupil"],
  "teaching-terminals-per-class": ["每班教学终端", "Teaching terminals a class"],
  "big-touch-classrooms": ["配大屏的教室比例", "Classrooms with a large touch screen"],
  "screens-in-hall": ["礼堂显示屏覆盖率", "Halls with a screen"],
  "screens-in-meeting-room": ["会议室显示屏覆盖率", "Meeting rooms with a screen"],
  "screens-in-library": ["图书馆显示屏覆盖率", "Libraries with a screen"],
  "rooms-recording-classroom": ["录播教室", "Recording classrooms"],
  "rooms-digital-reading": ["数字阅览室", "Digital reading rooms"],
  "rooms-language-lab": ["语言实验室", "Language laboratories"],
  "rooms-digital-science-lab": ["数字化科学实验室", "Digital science laboratories"],
  "rooms-ai-classroom-or-cross-subject": ["人工智能或跨学科教室", "AI or cross-subject rooms"],
  "rooms-club": ["社团活动室", "Club rooms"],
  "rooms-study": ["自主学习空间", "Study rooms"],
  "rooms-moral": ["德育空间", "Rooms for moral education"],
  "rooms-culture": ["文化空间", "Rooms for culture"],
  "rooms-virtual-history": ["虚拟校史馆", "Virtual history rooms"],
  "rooms-vr-ar-lab": ["VR/AR 实验室", "VR/AR laboratories"],
  "buildings-located": ["已定位的建筑比例", "Buildings located"],
  "rooms-modelled": ["已建模的房间比例", "Rooms modelled"],
  "devices-bound": ["已绑定空间的设备比例", "Devices bound to a space"],
  "scenario-passed": ["演练通过", "Scenario passed"],
} satisfies Record<string, Pair>;

/** Where a figure comes from, by the words of the API. */
export const ORIGIN_WORDS = {
  live: ["实时", "Live"],
  simulated: ["仿真", "Simulated"],
  imported: ["导入", "Imported"],
  model: ["模型", "Model"],
} satisfies Record<string, Pair>;

export const originText = catalogue(ORIGIN_WORDS);

const figureName = catalogue(FIGURES);

/** Name of a figure in the user's language; one that is not known here is given as it is. */
export function figureText(name: string): string {
  return name in FIGURES ? figureName(name as keyof typeof FIGURES) : name;
}

/** A reason of the server with the names of figures in it as people read them. */
export function reasonWithNames(text: string): string {
  return text.replace(/[a-z]+(?:-[a-z]+)+/g, figureText);
}
