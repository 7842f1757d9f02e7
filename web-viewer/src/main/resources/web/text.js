/** Every word that a person sees, in both languages. */
const TEXT = {
  zh: {
    skip: "跳到内容", signIn: "登录", signOut: "退出", user: "用户名", password: "密码",
    changeTitle: "更改初始密码", changeWhy: "首次登录须更改初始密码：至少 10 个字符。",
    oldPassword: "当前密码", newPassword: "新密码", again: "再次输入新密码", change: "更改密码",
    differ: "两次输入的新密码不同", alarms: "报警", noAlarms: "没有活动报警", acknowledge: "确认",
    rooms: "房间", room: "房间", building: "建筑", search: "查找", allClassrooms: "本楼所有教室的灯",
    lightsOn: "全部打开", lightsOff: "全部关闭", temperature: "温度", co2: "CO₂", people: "人数",
    lights: "照明", on: "开", off: "关", outdoors: "室外", live: "实时", lost: "连接中断，正在重连…",
    connecting: "正在连接…", sending: "命令已发出，等待设备回读…", confirmed: "设备已确认",
    notConfirmed: "未确认", "alarm.unacknowledged": "未确认", "alarm.acknowledged": "已确认",
    "alarm.returned-unacknowledged": "已恢复，未确认", "alarm.normal": "已恢复", offline: "服务器无响应，请稍后再试", other: "English",
  },
  en: {
    skip: "Skip to content", signIn: "Sign in", signOut: "Sign out", user: "User", password: "Password",
    changeTitle: "Change the initial password",
    changeWhy: "The first sign-in needs a password of your own, of at least 10 characters.",
    oldPassword: "Current password", newPassword: "New password", again: "New password again",
    change: "Change password", differ: "The two new passwords differ", alarms: "Alarms",
    noAlarms: "No active alarms", acknowledge: "Acknowledge", rooms: "Rooms", room: "Room",
    building: "Building", search: "Find", allClassrooms: "Lights of all classrooms here",
    lightsOn: "All on", lightsOff: "All off", temperature: "Temperature", co2: "CO₂", people: "People",
    lights: "Lights", on: "On", off: "Off", outdoors: "Outdoors", live: "Live",
    lost: "Connection lost, trying again…", connecting: "Connecting…",
    "alarm.unacknowledged": "unacknowledged", "alarm.acknowledged": "acknowledged",
    "alarm.returned-unacknowledged": "back to normal, unacknowledged", "alarm.normal": "back to normal",
    sending: "Command sent, waiting for the device's read-back…", confirmed: "Confirmed by the device",
    notConfirmed: "Not confirmed", offline: "The server does not answer; try again in a moment",
    other: "中文",
  },
};

let language = localStorage.getItem("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en");

/** The word in the chosen language. */
export const t = (key) => TEXT[language][key] ?? key;

/** Of a name in both languages, the chosen one. */
export const pick = (name) => name?.[language] ?? "";

export const languageTag = () => (language === "zh" ? "zh-CN" : "en");

export function toggleLanguage() {
  language = language === "zh" ? "en" : "zh";
  localStorage.setItem("language", language);
}

/** Puts the words on everything marked with data-t. */
export function applyTexts() {
  document.documentElement.lang = languageTag();
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(element.dataset.t);
  }
  document.getElementById("language").textContent = t("other");
}
