package io.campustwin.engine.rule;

import io.campustwin.codec.Fault;
import io.campustwin.place.Name;
import java.util.Locale;

/** Everything that can be wrong in a rule file: a closed list, each with its message and mend in both languages. */
enum RuleFault {
  MISSING_FILE("无法读取该文件", "the file cannot be read", "检查该文件", "check the file"),
  BAD_YAML(
      "不是有效的 YAML：%1$s",
      "not valid YAML: %1$s",
      "修正该行的缩进、引号或括号",
      "correct the indentation, quotes or brackets at this line"),
  FORMAT_VERSION(
      "不支持的格式版本“%1$s”",
      "the format version '%1$s' is not supported", "写成 version: 1", "write version: 1"),
  MISSING_FIELD("缺少“%1$s”", "'%1$s' is missing", "补上“%1$s”", "add '%1$s'"),
  UNKNOWN_FIELD(
      "不认识字段“%1$s”",
      "the field '%1$s' is not known", "删去它，或使用：%2$s", "remove it, or use one of: %2$s"),
  BAD_VALUE("“%1$s”不能是“%2$s”", "'%1$s' cannot be '%2$s'", "使用：%3$s", "use one of: %3$s"),
  BAD_NUMBER(
      "“%1$s”的值“%2$s”不是允许的数",
      "'%1$s' has '%2$s', which is not an allowed number", "写入 %3$s", "write a number %3$s"),
  BAD_ID(
      "“%1$s”不能作为标识",
      "'%1$s' cannot be an id",
      "只用小写字母、数字和 -，以字母开头，不超过 40 个字符",
      "use lower-case letters, digits and - only, starting with a letter, at most 40 characters"),
  DUPLICATE_ID(
      "标识“%1$s”已在 %2$s 使用", "the id '%1$s' is already used in %2$s", "换一个标识", "choose another id"),
  UNKNOWN_KIND(
      "没有设备种类“%1$s”",
      "there is no kind of equipment '%1$s'", "使用 kinds.yaml 中的种类", "use a kind of kinds.yaml"),
  UNKNOWN_POINT(
      "种类“%1$s”没有点“%2$s”", "the kind '%1$s' has no point '%2$s'", "使用：%3$s", "use one of: %3$s"),
  NO_SUCH_POINT(
      "没有可写的点“%1$s”",
      "no kind of equipment has a point '%1$s' that can be written",
      "使用 kinds.yaml 中可写的点",
      "use a point of kinds.yaml that can be written"),
  NO_TARGET(
      "本园区没有符合的设备点：%1$s",
      "nothing on this campus fits: %1$s",
      "删去此项，或在园区中添加设备",
      "remove it, or add the equipment to the campus"),
  UNKNOWN_EQUIPMENT(
      "没有设备“%1$s”（种类 %2$s）",
      "there is no equipment '%1$s' of the kind %2$s",
      "使用 equipment/ 中该种类的设备编号",
      "use the id of a piece of that kind from equipment/"),
  UNKNOWN_MODE(
      "没有模式“%1$s”",
      "there is no mode '%1$s'",
      "在 modes/ 中添加它，或使用：%2$s",
      "add it under modes/, or use one of: %2$s"),
  UNKNOWN_SCENE(
      "没有场景“%1$s”", "there is no scene '%1$s'", "使用 scenes/ 中的场景", "use a scene of scenes/"),
  UNKNOWN_LINKAGE("没有联动“%1$s”", "there is no linkage '%1$s'", "使用：%2$s", "use one of: %2$s"),
  UNKNOWN_TARGET(
      "本园区没有点“%1$s”", "there is no point '%1$s' on this campus", "使用点位编号", "use the id of a point"),
  EITHER(
      "“%1$s”与“%2$s”须且只能写一个",
      "give either '%1$s' or '%2$s', not both and not neither", "保留其中一个", "keep one of them"),
  NEVER_SENT(
      "延时 %1$s 秒不小于时限 %2$s 秒，效果永远来不及",
      "its delay of %1$s s is not below its limit of %2$s s, so that it can never be in time",
      "缩短 delay 或放宽 limit",
      "shorten 'delay' or widen 'limit'"),
  NOT_WRITABLE(
      "点“%1$s”不可写",
      "the point '%1$s' cannot be written",
      "改用可写点，或写 by: controller",
      "use a writable point, or write by: controller"),
  WRONG_VALUE("点“%1$s”不能取值“%2$s”", "the point '%1$s' cannot be '%2$s'", "写入 %3$s", "write %3$s"),
  BAD_TIME("“%1$s”不是时刻", "'%1$s' is not a time of day", "写成 \"07:40\"", "write it as \"07:40\""),
  BAD_DATE("“%1$s”不是日期", "'%1$s' is not a date", "写成 2026-09-01", "write it as 2026-09-01"),
  BAD_SPAN("“%2$s”早于“%1$s”", "'%2$s' lies before '%1$s'", "对调两者或更正", "exchange or correct them"),
  UNKNOWN_ROOM(
      "没有房间“%1$s”",
      "there is no room '%1$s'", "使用 plans 中的房间编号", "use the id of a space of the plans"),
  BAD_ZONE(
      "没有时区“%1$s”",
      "there is no time zone '%1$s'", "写成 Asia/Shanghai", "write Asia/Shanghai, for instance");

  private final Name message;
  private final Name mend;

  RuleFault(String zh, String en, String mendZh, String mendEn) {
    message = new Name(zh, en);
    mend = new Name(mendZh, mendEn);
  }

  Fault at(String file, int line, String id, Object... found) {
    String code = name().toLowerCase(Locale.ROOT).replace('_', '-');
    return new Fault(file, line, id, code, fill(message, found), fill(mend, found));
  }

  private static Name fill(Name text, Object... found) {
    return new Name(
        String.format(Locale.ROOT, text.zh(), found), String.format(Locale.ROOT, text.en(), found));
  }
}
