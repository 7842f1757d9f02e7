package io.campustwin.engine.check;

import io.campustwin.codec.Fault;
import io.campustwin.engine.rule.Origins;
import io.campustwin.place.Name;
import java.util.Locale;

/** Everything that can be wrong between rules that are each well formed: a closed list, with message and mend. */
enum CheckFault {
  CONFLICT(
      "与“%1$s”在同一优先级 %2$s 对点“%3$s”写不同的值（%4$s 与 %5$s）",
      "fights with '%1$s': at the same priority %2$s they write different values to '%3$s' (%4$s and %5$s)",
      "让其中一条使用另一优先级，或用 when 使两者不同时成立",
      "give one of them another priority, or keep them apart with 'when'"),
  LOOP(
      "联动循环：%1$s",
      "linkages go round in a loop: %1$s",
      "去掉循环中的一个效果或原因",
      "remove one effect or one cause of the loop"),
  UNDOES_LIFE_SAFETY(
      "会撤销“%1$s”的生命安全动作：点“%2$s”的值 %3$s 被 %4$s 替换",
      "undoes the life-safety effect '%1$s': the value %3$s of '%2$s' would become %4$s",
      "使用较弱的优先级（数字更大），或删去此效果",
      "use a weaker priority (a higher number), or remove the effect"),
  CUTS_LOAD(
      "违反联锁“%1$s”：点“%2$s”不得设为 %3$s",
      "breaks the interlock '%1$s': '%2$s' must not be set to %3$s",
      "删去此效果，或更改联锁",
      "remove it, or change the interlock"),
  WEAK_PRIORITY(
      "火灾联动的效果使用优先级 %1$s，弱于生命安全（2）",
      "an effect of a fire linkage has priority %1$s, weaker than life safety (2)",
      "改为 priority: 2",
      "write priority: 2"),
  CLAIMS_LIFE_SAFETY(
      "优先级 %1$s 只用于生命安全，而此规则的原因不是",
      "priority %1$s belongs to life safety, which the cause of this rule is not",
      "使用 3 到 16 的优先级",
      "use a priority from 3 to 16"),
  NEVER_REACHED(
      "原因所在的任何位置都找不到此效果的目标",
      "the effect finds no target from any place of its cause",
      "更改 where，或在园区中添加设备",
      "change 'where', or add the equipment to the campus"),
  NO_CAUSE(
      "本园区没有任何位置能使此原因成立",
      "the cause cannot become true in any place of this campus",
      "更改原因，或在园区中添加设备",
      "change the cause, or add the equipment to the campus"),
  MATRIX_UNREADABLE(
      "此行不是联动矩阵的一行",
      "the line is none of a cause-and-effect matrix",
      "用 campus model export matrix 重新导出",
      "export it again with 'campus model export matrix'"),
  MATRIX_GONE(
      "已批准的联动矩阵中有，现在没有：%1$s",
      "approved in the matrix, but not there any more: %1$s",
      "补回该效果、设备或原因；若有意取消，请重新导出并批准矩阵",
      "put the effect, device or cause back; if it was meant, export and approve the matrix again"),
  MATRIX_ADDED(
      "已批准的联动矩阵中没有：%1$s",
      "not approved in the matrix: %1$s",
      "核对后重新导出并批准矩阵",
      "check it, then export and approve the matrix again"),
  MATRIX_CHANGED(
      "与已批准的联动矩阵不同：%1$s，批准“%2$s”，现为“%3$s”",
      "differs from the approved matrix: %1$s, approved '%2$s', now '%3$s'",
      "改回，或重新导出并批准矩阵",
      "change it back, or export and approve the matrix again");

  private final Name message;
  private final Name mend;

  CheckFault(String zh, String en, String mendZh, String mendEn) {
    message = new Name(zh, en);
    mend = new Name(mendZh, mendEn);
  }

  Fault at(Origins.Place place, String id, Object... found) {
    String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Fault(place.file(), place.line(), id, code, fill(message, found), mend);
  }

  private static Name fill(Name text, Object... found) {
    return new Name(
        String.format(Locale.ROOT, text.zh(), found), String.format(Locale.ROOT, text.en(), found));
  }
}
