import { catalogue, type Pair } from "./language.ts";

/** Texts of every page. */
export const SHARED = {
  product: ["校园数字孪生", "Campus Twin"],
  visit: ["参观", "Visit"],
  manage: ["设施管理", "Facilities"],
  evaluate: ["评估", "Evaluation"],
  pages: ["页面", "Pages"],
  skip: ["跳到主要内容", "Skip to the main content"],
  language: ["English", "中文"],
  theme: ["外观", "Appearance"],
  themeAuto: ["跟随系统", "As the system"],
  themeLight: ["浅色", "Light"],
  themeDark: ["深色", "Dark"],
  themeContrast: ["高对比度", "High contrast"],
  offline: [
    "无法连接服务器；请检查网络后重试",
    "The server cannot be reached; check the network and try again",
  ],
  loading: ["正在加载…", "Loading…"],
  retry: ["重试", "Try again"],
  close: ["关闭", "Close"],
  cancel: ["取消", "Cancel"],
  confirm: ["确认", "Confirm"],
  connecting: ["正在连接…", "Connecting…"],
  live: ["实时", "Live"],
  lost: [
    "连接中断；显示的是中断前的数值，正在重连",
    "Connection lost; values are those before it broke, connecting again",
  ],
  on: ["开", "On"],
  off: ["关", "Off"],
  good: ["正常", "Good"],
  uncertain: ["存疑", "Uncertain"],
  bad: ["异常", "Bad"],
  user: ["用户名", "User name"],
  password: ["密码", "Password"],
  signIn: ["登录", "Sign in"],
  signOut: ["退出", "Sign out"],
  signInFirst: ["请先登录", "Sign in first"],
  newPassword: ["新密码", "New password"],
  newPasswordAgain: ["再次输入新密码", "New password again"],
  changePassword: ["修改密码", "Change password"],
  mustChange: ["首次登录须修改初始密码", "The initial password must be changed at first sign-in"],
  passwordsDiffer: ["两次输入的新密码不一致", "The two new passwords differ"],
  noWebGl: [
    "此浏览器无法显示三维视图；平面图与表格提供相同的信息和操作",
    "This browser cannot show the 3D view; plan and table give the same information and actions",
  ],
} satisfies Record<string, Pair>;

export const t = catalogue(SHARED);
