import { catalogue, type Pair } from "./language.ts";

/** Texts of the replay. */
export const REPLAY = {
  title: ["演练回放", "Replay of the run"],
  controls: ["播放控制", "Playback"],
  play: ["播放", "Play"],
  pause: ["暂停", "Pause"],
  playKey: ["播放或暂停（空格键）", "Play or pause (Space)"],
  back10: ["后退 10 秒", "Back 10 s"],
  back1: ["后退 1 秒", "Back 1 s"],
  forward1: ["前进 1 秒", "Forward 1 s"],
  forward10: ["前进 10 秒", "Forward 10 s"],
  speed: ["速度", "Speed"],
  times: ["{n} 倍", "{n}×"],
  position: ["回放位置", "Position in the run"],
  positionText: ["{time}，楼内 {n} 人", "{time}, {n} persons inside"],
  second: ["跳到（秒）", "Go to (s)"],
  clock: ["校园时间 {time}", "campus time {time}"],
  link: ["复制此刻链接", "Copy link to this moment"],
  linkCopied: ["已复制链接", "Link copied"],
  events: ["事件", "Events"],
  noEvents: ["没有事件", "No events"],
  injected: ["注入", "Injected"],
  alarm: ["报警", "Alarm"],
  linkage: ["联动", "Linkage"],
  empty: ["清空", "Empty"],
  abnormal: ["异常动作", "Abnormal effect"],
  curve: ["楼内人数", "Persons inside"],
  allBuildings: ["全部建筑", "All buildings"],
  building: ["统计范围", "Count in"],
  inside: ["楼内", "Inside"],
  emptyAt: ["{time} 清空", "empty at {time}"],
  notEmpty: ["结束时仍有 {n} 人", "{n} still inside at the end"],
  fullest: ["此刻人数最多的地方", "Fullest places now"],
  nobody: ["楼内已无人", "Nobody is inside"],
} satisfies Record<string, Pair>;

export const r = catalogue(REPLAY);
