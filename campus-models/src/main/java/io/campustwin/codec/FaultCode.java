package io.campustwin.codec;

import io.campustwin.place.Name;
import java.util.Locale;

/**
 * Everything that can be wrong in a campus folder: a closed list. Each code carries its message and the mend in both
 * languages; {@code %1$s} and so on are filled with what was found.
 */
public enum FaultCode {
  MISSING_FILE(
      "缺少文件 %1$s",
      "the file %1$s is missing",
      "添加该文件，或删去对它的引用",
      "add the file, or remove the line that names it"),
  BAD_YAML(
      "不是有效的 YAML：%1$s",
      "not valid YAML: %1$s",
      "修正该行的缩进、引号或括号",
      "correct the indentation, quotes or brackets at this line"),
  BAD_JSON(
      "不是有效的 JSON：%1$s",
      "not valid JSON: %1$s",
      "修正该行的逗号、引号或括号",
      "correct the commas, quotes or brackets at this line"),
  BAD_TABLE(
      "表格有误：%1$s",
      "the table is broken: %1$s", "按表头补全或删除单元格", "give each row the cells of the heading: %2$s"),
  FORMAT_VERSION(
      "不支持的格式版本“%1$s”",
      "the format version '%1$s' is not supported", "写成 version: %2$s", "write version: %2$s"),
  MISSING_FIELD("缺少“%1$s”", "'%1$s' is missing", "在该行补上“%1$s”", "add '%1$s' at this line"),
  BAD_VALUE("“%1$s”不能是“%2$s”", "'%1$s' cannot be '%2$s'", "使用以下之一：%3$s", "use one of: %3$s"),
  BAD_NUMBER(
      "“%1$s”的值“%2$s”不是允许的数",
      "'%1$s' has '%2$s', which is not an allowed number", "写入%3$s", "write %3$s"),
  BAD_ID(
      "“%1$s”不能作为标识",
      "'%1$s' cannot be an id",
      "只用字母、数字、- _ .，不超过 96 个字符，以字母或数字开头",
      "use letters, digits, - _ . only, at most 96 characters, starting with a letter or digit"),
  DUPLICATE_ID(
      "标识“%1$s”已在 %2$s 使用", "the id '%1$s' is already used at %2$s", "换一个标识", "choose another id"),
  BAD_CRS(
      "坐标参考系不可用：%1$s",
      "the reference system cannot be used: %1$s",
      "写入投影坐标系的 WKT 1，例如 CGCS2000 三度带",
      "give the WKT 1 of a projected system, such as a CGCS2000 3-degree zone"),
  INVALID_POLYGON(
      "多边形无效：%1$s",
      "the polygon is not valid: %1$s",
      "首尾点相同、不自交、面积大于零",
      "close the ring, remove crossings, give it an area"),
  UNKNOWN_STOREY(
      "没有楼层“%1$s”",
      "there is no storey '%1$s'",
      "在 campus.yaml 的 buildings 中添加它或改正名称",
      "add it under buildings in campus.yaml or correct the name"),
  ROOM_OUTSIDE_STOREY(
      "房间超出建筑“%1$s”轮廓 %2$s 平方米",
      "the room lies %2$s m2 outside the outline of building '%1$s'",
      "移动房间或扩大建筑轮廓",
      "move the room or widen the building's outline"),
  OVERLAPPING_ROOMS(
      "房间与“%1$s”重叠 %2$s 平方米",
      "the room overlaps '%1$s' by %2$s m2", "改动其中一个房间的轮廓", "change the outline of one of the two"),
  DOOR_LEADS_NOWHERE(
      "通道的“%1$s”端没有空间“%2$s”",
      "the passage's '%1$s' names no space: '%2$s'",
      "改为已有空间的标识",
      "use the id of a space that exists"),
  DOOR_AWAY_FROM_SPACE(
      "通道距空间“%1$s”有 %2$s 米",
      "the passage is %2$s m away from space '%1$s'",
      "把通道移到两空间的共同边上",
      "move it to the wall that its two spaces share"),
  UNREACHABLE_EXIT(
      "从此空间没有通往出口的路",
      "there is no way from this space to an exit",
      "添加门、楼梯或出口",
      "add a door, a stair or an exit"),
  UNKNOWN_SPACE(
      "没有空间“%1$s”", "there is no space '%1$s'", "改为已有空间的标识", "use the id of a space that exists"),
  UNKNOWN_KIND(
      "没有设备种类“%1$s”",
      "there is no kind of equipment '%1$s'",
      "使用已有种类，或在 kinds.yaml 中添加；最接近：%2$s",
      "use a known kind or add it in kinds.yaml; nearest: %2$s"),
  EQUIPMENT_OUTSIDE_SPACE(
      "设备位置距空间“%1$s”%2$s 米",
      "the equipment stands %2$s m outside space '%1$s'",
      "改正 x、y 或所在空间",
      "correct x, y or the space"),
  POINT_WITHOUT_UNIT(
      "点没有单位", "the point has no unit", "填写单位；无单位写 1", "give its unit; 1 if it has none"),
  UNKNOWN_UNIT(
      "不认识单位“%1$s”",
      "the unit '%1$s' is not known",
      "使用已知单位，例如 °C kW Pa %% ppm lx",
      "use a known unit such as °C kW Pa %% ppm lx"),
  NOT_CONVERTIBLE_UNIT(
      "单位“%1$s”不能换算为“%2$s”",
      "the unit '%1$s' does not convert to '%2$s'",
      "填写同一物理量的单位",
      "use a unit of the same quantity as '%2$s'"),
  POINT_WITHOUT_ADDRESS(
      "点没有现场地址",
      "the point has no address in the field",
      "在 field 下的设备表中添加一行",
      "add a row for it to a device map under field"),
  ADDRESS_USED_TWICE(
      "地址“%1$s”已被点“%2$s”使用",
      "the address '%1$s' is already used by point '%2$s'",
      "给每个点一个自己的地址",
      "give every point an address of its own"),
  BAD_ADDRESS(
      "地址“%1$s”的写法不对",
      "the address '%1$s' is not of the right form", "写成 %2$s", "write it as %2$s"),
  UNKNOWN_POINT(
      "没有点“%1$s”",
      "there is no point '%1$s'", "改正点名，或添加设备", "correct the point's id or add the equipment"),
  UNKNOWN_RELATION_TARGET(
      "关系的“%1$s”端没有“%2$s”",
      "the relation's '%1$s' names nothing known: '%2$s'",
      "使用设备、空间、分区或通道的标识",
      "use the id of equipment, a space, a zone or a passage"),
  FEEDING_LOOP(
      "“%1$s”经供电关系又为自己供电（到“%2$s”）",
      "'%1$s' feeds itself by way of '%2$s'",
      "删去其中一条 feeds 关系",
      "remove one of the feeds relations"),
  UNKNOWN_PASSAGE(
      "没有通道“%1$s”",
      "there is no passage '%1$s'", "改为平面图中通道的标识", "use the id of a passage of the plans"),
  BAD_LINE(
      "线只有 %1$s 个不同的点",
      "the line has %1$s points and no length",
      "写入至少两个不同的点",
      "give it two different points or more"),
  LANDSCAPE_ON_BUILDING(
      "与建筑“%1$s”重叠",
      "it lies on building '%1$s'",
      "改动其形状或宽度，绕开建筑",
      "change its shape or width so that it keeps off the building"),
  TREE_ON_WAY("树木位于“%1$s”上", "the tree stands on '%1$s'", "把树移到路旁", "move the tree beside it"),
  UNKNOWN_PLACE(
      "没有空间或建筑“%1$s”",
      "there is no space or building '%1$s'",
      "改为已有空间或建筑的标识",
      "use the id of a space or a building that exists");

  private final String zh;
  private final String en;
  private final String mendZh;
  private final String mendEn;

  FaultCode(String zh, String en, String mendZh, String mendEn) {
    this.zh = zh;
    this.en = en;
    this.mendZh = mendZh;
    this.mendEn = mendEn;
  }

  /** In kebab case, such as {@code duplicate-id}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Fault at(String file, int line, String id, Object... found) {
    return new Fault(file, line, id, word(), fill(zh, en, found), fill(mendZh, mendEn, found));
  }

  private static Name fill(String zh, String en, Object... found) {
    return new Name(String.format(Locale.ROOT, zh, found), String.format(Locale.ROOT, en, found));
  }
}
