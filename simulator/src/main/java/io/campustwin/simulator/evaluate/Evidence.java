package io.campustwin.simulator.evaluate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Types of evidence in both languages; the words of the catalogue's index. */
final class Evidence {
  private static final Map<String, String> ZH = Map.ofEntries(
      Map.entry("plan", "规划/方案/预案"),
      Map.entry("policy", "制度文件"),
      Map.entry("minutes", "会议纪要"),
      Map.entry("roster", "任命/名单"),
      Map.entry("certificate", "证书/立项/备案"),
      Map.entry("contract", "合同/协议"),
      Map.entry("budget", "预算/支出"),
      Map.entry("screenshot", "系统截图"),
      Map.entry("platform-export", "平台导出数据"),
      Map.entry("course-list", "课程/课表"),
      Map.entry("research-record", "教研/课题记录"),
      Map.entry("training-record", "培训/活动记录"),
      Map.entry("award", "获奖/表彰"),
      Map.entry("media", "媒体报道"),
      Map.entry("photo", "照片"),
      Map.entry("case-study", "案例"),
      Map.entry("survey", "问卷/测评"),
      Map.entry("interview", "访谈"),
      Map.entry("test-report", "测评/评估报告"),
      Map.entry("log-export", "日志导出"),
      Map.entry("demo", "现场演示"));

  private Evidence() {}

  static String zh(List<String> types) {
    return types.stream().map(type -> ZH.getOrDefault(type, type)).collect(Collectors.joining("、"));
  }

  static String en(List<String> types) {
    return String.join(", ", types);
  }
}
