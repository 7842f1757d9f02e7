import type { CommandState } from "../commands.ts";
import { language, languageTag, type Both, type Pair } from "./language.ts";
import { catalogue } from "./language.ts";

/** Who holds a point, where it is no person. */
export const OWNER_WORDS = {
  schedule: ["日程“{name}”", "schedule “{name}”"],
  linkage: ["联动“{name}”", "linkage “{name}”"],
  device: ["设备侧（现场或其他系统）", "the device itself (on site, or another system)"],
  minimum: ["最短运行或停机时间", "minimum on or off time"],
} satisfies Record<string, Pair>;

const owners = catalogue(OWNER_WORDS);

type Table = Record<string, Pair>;

const COMMAND_STATES: Record<CommandState, Pair> = {
  requested: ["已提出", "Requested"],
  accepted: ["已受理", "Accepted"],
  sent: ["已发送", "Sent"],
  acknowledged: ["设备已应答", "Acknowledged"],
  confirmed: ["已确认", "Confirmed"],
  rejected: ["被拒绝", "Rejected"],
  failed: ["失败", "Failed"],
  "timed-out": ["超时", "Timed out"],
  expired: ["已过期", "Expired"],
  superseded: ["被取代", "Superseded"],
  relinquished: ["已释放", "Released"],
};

/** Why a command ended otherwise than confirmed, and what a person can do. */
const COMMAND_REASONS: Record<string, { what: Pair; mend: Pair }> = {
  "unknown-point": {
    what: ["校园中没有此点位", "This campus has no such point"],
    mend: ["刷新页面后重试", "Reload the page and try again"],
  },
  "not-writable": {
    what: ["此点位只读", "The point is read-only"],
    mend: ["请选择可写点位", "Choose a point that can be written"],
  },
  "wrong-type": {
    what: ["数值类型不符", "The value is of the wrong kind"],
    mend: ["请换一个数值", "Choose another value"],
  },
  "out-of-range": {
    what: ["数值超出范围", "The value is out of range"],
    mend: ["请输入范围内的数值", "Choose a value within the limits"],
  },
  "unknown-state": {
    what: ["设备没有此状态", "The device has no such state"],
    mend: ["请选择列出的状态", "Choose one of the states listed"],
  },
  "bad-priority": {
    what: ["优先级无效", "The priority is not valid"],
    mend: ["优先级须为 1 到 16", "Use a priority from 1 to 16"],
  },
  "deadline-passed": {
    what: ["超过了命令期限，未发送", "Its deadline had passed; nothing was sent"],
    mend: ["如仍需要，请重新下发", "Send it again if it is still wanted"],
  },
  "rate-limited": {
    what: ["一分钟内写入过多，未发送", "Too many writes within a minute; nothing was sent"],
    mend: ["稍后再试", "Try again a little later"],
  },
  "minimum-time": {
    what: ["未满最短运行或停机时间", "The minimum on or off time is not over"],
    mend: ["稍后再试，或允许其等待", "Try again later, or let it wait"],
  },
  "not-owner": {
    what: ["占用者不是您", "The slot belongs to somebody else"],
    mend: ["请占用者释放", "Ask its owner to release it"],
  },
  interlocked: {
    what: ["被联锁禁止", "An interlock forbids it"],
    mend: ["待联动复位后再试，或联系工程师", "Try again after the linkage was reset, or ask an engineer"],
  },
  refused: {
    what: ["设备拒绝执行", "The device refused it"],
    mend: ["检查设备是否处于就地或维护模式", "Check whether the device is in local or service mode"],
  },
  "link-down": {
    what: ["链路中断，未发送", "The link was down; nothing was sent"],
    mend: ["在“设备”页查看链路，恢复后重试", "See the link under Devices and try again once it is up"],
  },
  "unknown-to-adapter": {
    what: ["设备中没有此点位", "The device does not have this point"],
    mend: ["检查点位地址配置", "Check the address of the point"],
  },
  restart: {
    what: [
      "执行期间系统重启，设备是否动作不明",
      "The system restarted meanwhile; whether the device acted is not known",
    ],
    mend: ["核对设备当前值后再决定", "Look at the present value, then decide"],
  },
  "no-answer": {
    what: ["设备无应答", "The device did not answer"],
    mend: ["检查设备供电与通信，必要时现场操作", "Check power and wiring of the device, or act on site"],
  },
  "no-read-back": {
    what: ["设备已应答，但未反馈到位", "The device took it but never showed it"],
    mend: ["检查执行机构是否卡滞或被就地控制", "Check whether the device is stuck or held on site"],
  },
  "slot-expired": {
    what: ["到期前设备仍未到位", "It expired before the device showed it"],
    mend: ["延长有效期后重试", "Try again with a longer time"],
  },
  "newer-command": {
    what: ["已被更新的命令取代", "A newer command took its place"],
    mend: ["查看“原因”了解当前由谁控制", "See “Why” for who holds the point now"],
  },
  "held-by-higher-priority": {
    what: [
      "更高优先级正在控制，本命令排队等候",
      "A stronger priority holds the point; this one waits below it",
    ],
    mend: ["待更高优先级释放后自动生效", "It takes effect once the stronger one is released"],
  },
};

const SYSTEMS: Table = {
  access: ["出入口", "Access"],
  "air-quality": ["空气质量", "Air quality"],
  attendance: ["考勤", "Attendance"],
  broadcast: ["广播", "Broadcast"],
  "central-control": ["集中控制", "Central control"],
  classroom: ["教学设备", "Teaching equipment"],
  dormitory: ["宿舍", "Dormitory"],
  energy: ["能源", "Energy"],
  evacuation: ["疏散", "Evacuation"],
  fire: ["消防", "Fire"],
  gas: ["燃气", "Gas"],
  hvac: ["暖通空调", "Heating and cooling"],
  intrusion: ["入侵报警", "Intrusion"],
  kitchen: ["厨房", "Kitchen"],
  lighting: ["照明", "Lighting"],
  "machine-room": ["机房", "Machine room"],
  network: ["网络", "Network"],
  panic: ["紧急求助", "Panic buttons"],
  patrol: ["巡更", "Patrol"],
  "people-counting": ["客流", "People counting"],
  perimeter: ["周界", "Perimeter"],
  "police-link": ["公安联网", "Police link"],
  terminals: ["信息终端", "Screens and terminals"],
  video: ["视频监控", "Video"],
  visitor: ["访客", "Visitors"],
  water: ["给水", "Water"],
  "weather-station": ["气象", "Weather"],
};

const LINK_STATES: Table = {
  connecting: ["连接中", "Connecting"],
  up: ["正常", "Up"],
  retrying: ["重连中", "Retrying"],
  "given-up": ["已停止重连", "Given up"],
};

const OUTCOMES: Table = {
  pending: ["等待反馈", "Waiting"],
  confirmed: ["已确认", "Confirmed"],
  late: ["超时到位", "Late"],
  failed: ["失败", "Failed"],
  missing: ["无反馈", "No feedback"],
  simulated: ["演练模拟", "Simulated"],
  ok: ["成功", "Done"],
  denied: ["被拒绝", "Denied"],
};

const ACTIONS: Table = {
  login: ["登录", "Sign-in"],
  logout: ["退出", "Sign-out"],
  command: ["下发命令", "Command"],
  acknowledge: ["确认报警", "Acknowledgement"],
  drill: ["联动演练", "Drill of a linkage"],
  "linkage-reset": ["联动复位", "Reset of a linkage"],
  "rules-reload": ["重新读取规则", "Rules read again"],
  "password-change": ["修改密码", "Password change"],
  "user-create": ["新建账户", "New account"],
  "user-change": ["更改账户", "Change of account"],
};

const ROLES: Table = {
  operator: ["操作员", "Operator"],
  engineer: ["工程师", "Engineer"],
  evaluator: ["评估员", "Evaluator"],
  admin: ["管理员", "Administrator"],
};

function read(pair: Pair | undefined, otherwise: string): string {
  return pair ? pair[language.value === "zh" ? 0 : 1] : otherwise;
}

export const commandStateWord = (state: CommandState): string => read(COMMAND_STATES[state], state);
export { kindName as spaceKindWord } from "./kinds.ts";
export const linkStateWord = (state: string): string => read(LINK_STATES[state], state);
export const outcomeWord = (outcome: string): string => read(OUTCOMES[outcome], outcome);
export const actionWord = (action: string): string => read(ACTIONS[action], action);
export const roleWord = (role: string): string => read(ROLES[role], role);

/** The family of a system of the catalogue: `terminals.classroom` belongs to the terminals. */
export function systemFamily(system: string): string {
  return system.split(".")[0] ?? system;
}

export const systemWord = (family: string): string => read(SYSTEMS[family], family);

/** What became of a command and what to do about it; the reason's own word where it is not known here. */
export function reasonText(reason: string): { what: string; mend: string } {
  const known = COMMAND_REASONS[reason];
  return { what: read(known?.what, reason), mend: read(known?.mend, "") };
}

/** A person's name, or what holds the slot in words. `name` is that of the schedule or linkage, if known. */
export function ownerText(owner: string, name?: Both | null): string {
  const colon = owner.indexOf(":");
  const kind = colon < 0 ? owner : owner.slice(0, colon);
  if (kind !== "schedule" && kind !== "linkage" && kind !== "device" && kind !== "minimum") return owner;
  return owners(kind, { name: name ? name[language.value] : owner.slice(colon + 1) });
}

/** A moment to the second, with its day unless that is today; a dash for never. */
export function momentText(time: number | null | undefined, now = Date.now()): string {
  if (!time) return "—";
  const today = new Date(time).toDateString() === new Date(now).toDateString();
  const day = today ? {} : ({ month: "2-digit", day: "2-digit" } as const);
  const clock = { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false } as const;
  return new Date(time).toLocaleString(languageTag(), { ...day, ...clock });
}

/** A span in words: 45 s, 12 min, 3 h, 2 d. Millis. */
export function spanText(millis: number): string {
  const zh = language.value === "zh";
  const seconds = Math.max(0, Math.round(millis / 1000));
  if (seconds < 60) return zh ? `${seconds} 秒` : `${seconds} s`;
  if (seconds < 5_400) return zh ? `${Math.round(seconds / 60)} 分钟` : `${Math.round(seconds / 60)} min`;
  if (seconds < 172_800)
    return zh ? `${Math.round(seconds / 3_600)} 小时` : `${Math.round(seconds / 3_600)} h`;
  return zh ? `${Math.round(seconds / 86_400)} 天` : `${Math.round(seconds / 86_400)} d`;
}
