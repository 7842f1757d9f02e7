package io.campustwin.codec.layout;

import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lays out one building: a corridor along x in the middle, rooms in a south and a north row, stairs at both ends of
 * the north row, exits at both ends of the ground corridor and from both stairs.
 */
final class BuildingLayout {
  private static final double CORRIDOR = 3;
  private static final double STAIR = 4.5;
  private static final String[] LEVELS_ZH = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};
  private final BuildingSpec spec;
  private final Layout layout;
  private final double length;

  private BuildingLayout(BuildingSpec spec, Layout layout) {
    this.spec = spec;
    this.layout = layout;
    this.length = length(spec);
  }

  static void add(BuildingSpec spec, Layout layout) {
    BuildingLayout building = new BuildingLayout(spec, layout);
    for (int level = 1; level <= spec.storeys().size(); level++) {
      building.storey(level, spec.storeys().get(level - 1));
    }
  }

  static double length(BuildingSpec spec) {
    double longest = 0;
    for (List<RoomSpec> rooms : spec.storeys()) {
      int split = split(rooms);
      double south = width(rooms.subList(0, split));
      double north = width(rooms.subList(split, rooms.size())) + 2 * STAIR;
      longest = Math.max(longest, Math.max(south, north));
    }
    return Math.max(longest, 4 * STAIR);
  }

  static double depth(BuildingSpec spec) {
    return 2 * spec.depth() + CORRIDOR;
  }

  private static double width(List<RoomSpec> rooms) {
    return rooms.stream().mapToDouble(RoomSpec::width).sum();
  }

  /** How many of the rooms go to the south row: about half of the length, stairs counted. */
  private static int split(List<RoomSpec> rooms) {
    double half = (width(rooms) + 2 * STAIR) / 2;
    double sum = 0;
    int count = 0;
    while (count < rooms.size() && sum + rooms.get(count).width() / 2 < half) {
      sum += rooms.get(count).width();
      count++;
    }
    return count;
  }

  static String levelZh(int level) {
    return level <= LEVELS_ZH.length ? LEVELS_ZH[level - 1] + "层" : level + "层";
  }

  private void storey(int level, List<RoomSpec> wanted) {
    String id = spec.id() + "-" + level;
    double x = spec.x();
    double y = spec.y();
    layout.storeys.add(new Layout.StoreyBox(
        id,
        spec.id(),
        level,
        (level - 1) * spec.storeyHeight(),
        spec.storeyHeight(),
        x,
        y,
        x + length,
        y + depth(spec)));
    corridor(level);
    stair(level, 1, x);
    stair(level, 2, x + length - STAIR);
    int split = split(wanted);
    List<Room> rooms = new ArrayList<>();
    row(level, wanted.subList(0, split), x, x + length, true, 1, rooms);
    row(
        level,
        wanted.subList(split, wanted.size()),
        x + STAIR,
        x + length - STAIR,
        false,
        split + 1,
        rooms);
    rooms.forEach(layout::add);
    rooms.forEach(room -> doors(room, corridorId(level)));
  }

  private String corridorId(int level) {
    return spec.id() + level + "-COR";
  }

  private double clear() {
    return spec.storeyHeight() - 0.4;
  }

  private Room space(
      int level, String id, Name name, SpaceKind kind, double x0, double y0, double x1, double y1) {
    return new Room(
        id,
        name,
        kind,
        spec.id(),
        spec.id() + "-" + level,
        level,
        x0,
        y0,
        x1,
        y1,
        clear(),
        0,
        false);
  }

  private void corridor(int level) {
    double y = spec.y() + spec.depth();
    String id = corridorId(level);
    Name name = new Name(
        spec.name().zh() + levelZh(level) + "走廊", spec.name().en() + " corridor, storey " + level);
    layout.add(
        space(level, id, name, SpaceKind.CORRIDOR, spec.x(), y, spec.x() + length, y + CORRIDOR));
    if (level == 1) {
      double middle = y + CORRIDOR / 2;
      exit(1, id, spec.x(), middle);
      exit(2, id, spec.x() + length, middle);
    }
  }

  private void exit(int number, String from, double x, double y) {
    String id = spec.id() + "1-EX" + number;
    layout.add(new Door(id, "door", from, "OUT", x, y, 1.8, true));
  }

  private void stair(int level, int number, double x0) {
    String id = spec.id() + level + "-ST" + number;
    double y0 = spec.y() + spec.depth() + CORRIDOR;
    double middle = x0 + STAIR / 2;
    Name name = new Name(
        spec.name().zh() + levelZh(level) + number + "号楼梯",
        spec.name().en() + " stair " + number + ", storey " + level);
    layout.add(space(level, id, name, SpaceKind.STAIR, x0, y0, x0 + STAIR, y0 + spec.depth()));
    layout.add(new Door(id + "-D1", "door", id, corridorId(level), middle, y0, 1.6, false));
    if (level > 1) {
      String below = spec.id() + (level - 1) + "-ST" + number;
      layout.add(
          new Door(id + "-S1", "stair", id, below, middle, y0 + spec.depth() / 2, 1.6, false));
    } else {
      exit(2 + number, id, middle, y0 + spec.depth());
    }
  }

  private void row(
      int level,
      List<RoomSpec> wanted,
      double west,
      double east,
      boolean south,
      int first,
      List<Room> rooms) {
    double stretch = (east - west) / Math.max(1, width(wanted));
    double y0 = south ? spec.y() : spec.y() + spec.depth() + CORRIDOR;
    double at = 0;
    for (int i = 0; i < wanted.size(); i++) {
      RoomSpec room = wanted.get(i);
      double x0 = round(west + at * stretch);
      at += room.width();
      double x1 = i == wanted.size() - 1 ? east : round(west + at * stretch);
      rooms.add(new Room(
          String.format(Locale.ROOT, "%s%d%02d", spec.id(), level, first + i),
          room.name(),
          room.kind(),
          spec.id(),
          spec.id() + "-" + level,
          level,
          x0,
          y0,
          x1,
          y0 + spec.depth(),
          clear(),
          room.capacity(),
          south));
    }
  }

  private static double round(double metres) {
    return Math.round(metres * 10) / 10.0;
  }

  private void doors(Room room, String corridor) {
    double y = room.doorNorth() ? room.y1() : room.y0();
    double width = room.capacity() >= 100 ? 1.8 : 1.0;
    layout.add(
        new Door(room.id() + "-D1", "door", room.id(), corridor, room.x0() + 1, y, width, false));
    if (room.capacity() >= 40) {
      layout.add(
          new Door(room.id() + "-D2", "door", room.id(), corridor, room.x1() - 1, y, width, false));
    }
  }
}
