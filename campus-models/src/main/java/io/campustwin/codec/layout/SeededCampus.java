package io.campustwin.codec.layout;


import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Campuses of any size from a seed: buildings of up to five storeys and 24 rooms a storey on a grid. */
final class SeededCampus {
  private static final int ROOMS_A_STOREY = 24;
  private static final int STOREYS = 5;
  private static final double GAP_X = 160;
  private static final double GAP_Y = 40;
  private static final SpaceKind[][] MIXES = {
    {
      SpaceKind.CLASSROOM,
      SpaceKind.CLASSROOM,
      SpaceKind.CLASSROOM,
      SpaceKind.CLASSROOM,
      SpaceKind.OFFICE,
      SpaceKind.ACTIVITY_ROOM,
      SpaceKind.TOILET
    },
    {
      SpaceKind.LABORATORY, SpaceKind.COMPUTER_ROOM, SpaceKind.ART_ROOM, SpaceKind.MUSIC_ROOM,
      SpaceKind.MEETING_ROOM, SpaceKind.OFFICE, SpaceKind.STORE, SpaceKind.TOILET
    },
    {SpaceKind.DORMITORY, SpaceKind.DORMITORY, SpaceKind.DORMITORY, SpaceKind.TOILET}
  };
  private static final String[] KINDS = {"teaching", "laboratory", "dormitory"};
  private static final String[] ZH = {"教学楼", "实验楼", "宿舍楼"};
  private static final String[] EN = {"Teaching building", "Laboratory building", "Dormitory"};
  private final Random random;
  private int left;

  private SeededCampus(int rooms, long seed) {
    this.random = new Random(seed);
    this.left = rooms;
  }

  static CampusSpec spec(int rooms, long seed) {
    if (rooms < 10 || rooms > 5000) {
      throw new IllegalArgumentException("rooms must be from 10 to 5000: " + rooms);
    }
    return new SeededCampus(rooms, seed).make(rooms, seed);
  }

  private CampusSpec make(int rooms, long seed) {
    int count = (rooms + ROOMS_A_STOREY * STOREYS - 1) / (ROOMS_A_STOREY * STOREYS);
    int columns = (int) Math.ceil(Math.sqrt(count / 3.0));
    List<BuildingSpec> buildings = new ArrayList<>();
    for (int i = 0; left > 0; i++) {
      double x = 30 + (i % columns) * GAP_X;
      int row = i / columns;
      double y = 30 + row * GAP_Y;
      buildings.add(building(i, x, y));
    }
    int rows = (buildings.size() + columns - 1) / columns;
    double height = 30 + rows * GAP_Y + 120;
    return new CampusSpec(
        "gen-" + rooms + "-" + Long.toUnsignedString(seed),
        new Name("生成校园" + rooms, "Generated campus of " + rooms + " rooms"),
        List.of("primary", "junior"),
        facts(buildings),
        30 + columns * GAP_X,
        height,
        new CampusSpec.Rectangle(30, height - 100, 100, 70),
        4 + 4 * rows,
        buildings);
  }

  private BuildingSpec building(int index, double x, double y) {
    int type = index % 4 == 3 ? 2 : index % 2;
    List<List<RoomSpec>> storeys = new ArrayList<>();
    for (int level = 1; level <= STOREYS && left > 0; level++) {
      storeys.add(storey(index, type, level));
    }
    String id = letters(index);
    return new BuildingSpec(
        id, new Name(ZH[type] + id, EN[type] + " " + id), KINDS[type], x, y, 8, 3.9, storeys);
  }

  private List<RoomSpec> storey(int building, int type, int level) {
    int wanted = Math.min(left, 18 + random.nextInt(ROOMS_A_STOREY - 17));
    List<RoomSpec> rooms = new ArrayList<>();
    if (building == 0 && level == 1) {
      rooms.add(RoomSpec.of(SpaceKind.CONTROL_ROOM, "消防安防控制室", "Security control room"));
      rooms.add(RoomSpec.of(SpaceKind.MACHINE_ROOM, "网络机房", "Data centre"));
      rooms.add(RoomSpec.of(SpaceKind.PLANT_ROOM, "冷热源机房", "Plant room"));
    }
    while (rooms.size() < wanted) {
      SpaceKind kind = MIXES[type][random.nextInt(MIXES[type].length)];
      String number = letters(building) + level + "-" + (rooms.size() + 1);
      rooms.add(RoomSpec.of(kind, "房间" + number, "Room " + number));
    }
    left -= rooms.size();
    return rooms;
  }

  /** A, B ... Z, AA, AB ... */
  private static String letters(int index) {
    String last = String.valueOf((char) ('A' + index % 26));
    return index < 26 ? last : letters(index / 26 - 1) + last;
  }

  private static String facts(List<BuildingSpec> buildings) {
    long classes = buildings.stream()
        .flatMap(building -> building.storeys().stream())
        .flatMap(List::stream)
        .filter(room -> room.kind() == SpaceKind.CLASSROOM)
        .count();
    return "  students: "
        + classes * 45
        + "\n  teachers: "
        + classes * 3
        + "\n  classes: "
        + classes
        + "\n  exitBandwidthMbps: 2000\n  videoRetentionDays: 90\n  logRetentionMonths: 6\n";
  }
}
