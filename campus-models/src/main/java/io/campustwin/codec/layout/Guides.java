package io.campustwin.codec.layout;

import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;
import java.util.List;
import java.util.Map;

/** What visitors are told of a laid-out building, by its kind. Every ground floor lies level with the grounds. */
final class Guides {
  private static final Name SCHOOL_DAY =
      new Name("周一至周五 7:00–21:30", "Monday to Friday, 7:00 to 21:30");
  private static final Map<String, Name> HOURS = Map.of(
      "laboratory", new Name("周一至周五 7:30–18:00", "Monday to Friday, 7:30 to 18:00"),
      "canteen",
          new Name(
              "每日 6:30–8:30、11:00–13:00、17:00–19:00",
              "Daily, 6:30 to 8:30, 11:00 to 13:00 and 17:00 to 19:00"),
      "dormitory", new Name("仅限住校生", "Boarders only"));

  private Guides() {}

  /** Lines of {@code campus.yaml} for a building, indented by two. */
  static String text(BuildingSpec building) {
    Name hours = HOURS.getOrDefault(building.kind(), SCHOOL_DAY);
    Name about = about(building);
    return "  hours: " + pair(hours) + "\n  about: " + pair(about) + "\n  stepFree: true\n";
  }

  private static String pair(Name name) {
    return "{zh: '" + name.zh() + "', en: '" + name.en() + "'}";
  }

  private static Name about(BuildingSpec building) {
    int storeys = building.storeys().size();
    List<RoomSpec> rooms = building.storeys().stream().flatMap(List::stream).toList();
    String zh = "共 " + storeys + " 层 " + rooms.size() + " 个房间，";
    String en = rooms.size() + " rooms on " + storeys + (storeys == 1 ? " storey, " : " storeys, ");
    return switch (building.kind()) {
      case "teaching" ->
        new Name(
            zh + "其中教室 " + count(rooms, SpaceKind.CLASSROOM) + " 间。温度、照度与空气质量逐间可见。",
            en + count(rooms, SpaceKind.CLASSROOM)
                + " of them classrooms. Temperature, light and air can be seen room by room.");
      case "laboratory" ->
        new Name(
            zh + "设有实验室、计算机教室与专用教室，空气质量逐间测量。",
            en + "with laboratories, computer rooms and studios; the air of each is measured.");
      case "canteen" ->
        new Name(
            zh + "最多可同时容纳 " + seats(rooms) + " 人用餐。",
            en + "with room for " + seats(rooms) + " diners at a time.");
      case "dormitory" ->
        new Name(
            zh + "住校生在此起居，房间数据不对访客公开。",
            en + "home of the boarders; its rooms are not shown to visitors.");
      default -> new Name(zh + "为校园日常服务。", en + "serving the school day.");
    };
  }

  private static long count(List<RoomSpec> rooms, SpaceKind kind) {
    return rooms.stream().filter(room -> room.kind() == kind).count();
  }

  private static int seats(List<RoomSpec> rooms) {
    return rooms.stream()
        .filter(room -> room.kind() == SpaceKind.CANTEEN)
        .mapToInt(RoomSpec::capacity)
        .sum();
  }
}
