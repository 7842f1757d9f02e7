package io.campustwin.codec.layout;


import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;
import java.util.List;

/** The small school: quick to run in tests, with a bit of everything. */
final class SmallCampus {
  private static final String FACTS = """
        students: 180
        teachers: 14
        classes: 4
        exitBandwidthMbps: 1000
        videoRetentionDays: 90
        logRetentionMonths: 6
      """;

  private SmallCampus() {}

  static CampusSpec spec() {
    List<RoomSpec> ground = List.of(
        RoomSpec.of(SpaceKind.CLASSROOM, "一年级1班", "Class 1-1"),
        RoomSpec.of(SpaceKind.CLASSROOM, "二年级1班", "Class 2-1"),
        RoomSpec.of(SpaceKind.OFFICE, "办公室", "Office"),
        RoomSpec.of(SpaceKind.CONTROL_ROOM, "消防安防控制室", "Security control room"),
        RoomSpec.of(SpaceKind.TOILET, "卫生间", "Toilets"),
        RoomSpec.of(SpaceKind.MACHINE_ROOM, "网络机房", "Server room"));
    List<RoomSpec> upper = List.of(
        RoomSpec.of(SpaceKind.CLASSROOM, "三年级1班", "Class 3-1"),
        RoomSpec.of(SpaceKind.CLASSROOM, "四年级1班", "Class 4-1"),
        RoomSpec.of(SpaceKind.LABORATORY, "科学实验室", "Science laboratory"),
        RoomSpec.of(SpaceKind.OFFICE, "教师办公室", "Teachers' office"),
        RoomSpec.of(SpaceKind.TOILET, "卫生间", "Toilets"),
        RoomSpec.of(SpaceKind.STORE, "器材室", "Store"));
    return new CampusSpec(
        "small",
        new Name("青禾小学", "Qinghe Primary School"),
        List.of("primary"),
        FACTS,
        90,
        70,
        new CampusSpec.Rectangle(50, 40, 36, 22),
        4,
        List.of(new BuildingSpec(
            "A",
            new Name("教学楼", "Teaching building"),
            "teaching",
            20,
            14,
            8,
            3.9,
            List.of(ground, upper))));
  }
}
