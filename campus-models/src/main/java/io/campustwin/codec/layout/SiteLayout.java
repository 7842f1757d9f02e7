package io.campustwin.codec.layout;

import io.campustwin.codec.layout.grounds.Site;
import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** Lays out what lies between the buildings: grounds, gates, sports ground, fence, and the equipment outdoors. */
final class SiteLayout {
  private final Layout layout;
  private final Fitting fitting;
  private final double width;
  private final double height;

  SiteLayout(Layout layout, Fitting fitting, double width, double height) {
    this.layout = layout;
    this.fitting = fitting;
    this.width = width;
    this.height = height;
  }

  /** Spaces first, so that buildings can open to them. */
  void spaces(CampusSpec.Rectangle sport) {
    double middle = Math.round(width / 2);
    add("OUT", "校园室外", "Grounds", SpaceKind.OUTDOOR, 0, 0, width, height);
    add("GATE-S", "南门", "South gate", SpaceKind.GATE, middle - 8, 0, middle + 8, 8);
    add("GATE-N", "北门", "North gate", SpaceKind.GATE, middle - 6, height - 8, middle + 6, height);
    add(
        "SPORT",
        "运动场",
        "Sports ground",
        SpaceKind.SPORTS_GROUND,
        sport.x(),
        sport.y(),
        sport.x() + sport.width(),
        sport.y() + sport.height());
    layout.add(new Door("GATE-S-G1", "gate", "GATE-S", "OUT", middle, 0, 8, true));
    layout.add(new Door("GATE-N-G1", "gate", "GATE-N", "OUT", middle, height, 5, true));
  }

  private void add(
      String id, String zh, String en, SpaceKind kind, double x0, double y0, double x1, double y1) {
    layout.add(new Room(id, new Name(zh, en), kind, "", "", 0, x0, y0, x1, y1, 0, 0, false));
  }

  /**
   * Equipment outdoors.
   *
   * @param segments of the perimeter fence
   */
  void equip(int segments) {
    Room out = layout.room("OUT");
    fitting.put(out, "WS", width * 0.5, height * 0.55, 6, 0, "");
    for (int i = 0; i < segments; i++) {
      double[] at = along((i + 0.5) / segments);
      String length = String.format(Locale.ROOT, "length=%d", Math.round(perimeter() / segments));
      fitting.put(out, "PF", at[0], at[1], 2, 0, length);
    }
    for (int i = 0; i < Math.max(4, segments / 2); i++) {
      double[] at = along((double) i / Math.max(4, segments / 2));
      fitting.put(out, "CA", at[0], at[1], 4.5, at[2], "fieldOfView=80; range=60");
      fitting.put(out, "PP", at[0], at[1], 1.2, 0, "");
    }
    for (String gate : List.of("GATE-S", "GATE-N")) {
      gate(layout.room(gate));
    }
    Room sport = layout.room("SPORT");
    lights(sport, 4);
    fitting.put(sport, "CA", sport.x0() + 1, sport.y0() + 1, 6, 45, "fieldOfView=90; range=90");
    fitting.put(sport, "CA", sport.x1() - 1, sport.y1() - 1, 6, 225, "fieldOfView=90; range=90");
    fitting.put(sport, "BZ", sport.x(0.5), sport.y1() - 1, 5, 0, "");
    fitting.put(sport, "AP", sport.x(0.5), sport.y0() + 1, 5, 0, "range=40");
    lights(out, 6);
    fitting.put(out, "PS", width / 2, 14, 3, 0, "");
    fitting.put(out, "BZ", width / 2, height / 2, 5, 0, "");
  }

  private void lights(Room room, int count) {
    for (int i = 0; i < count; i++) {
      double share = (i + 0.5) / count;
      fitting.put(room, "LG", room.x(share), room.y(0.9), 8, 0, "ratedPower=1200");
    }
  }

  private void gate(Room gate) {
    double y = (gate.y0() + gate.y1()) / 2;
    fitting.put(gate, "GT", gate.x(0.3), y, 1, 0, "passage=" + gate.id() + "-G1");
    fitting.put(gate, "GT", gate.x(0.6), y, 1, 0, "passage=" + gate.id() + "-G1");
    fitting.put(gate, "CA", gate.x(0.1), y, 4, 180, "fieldOfView=90; range=25");
    fitting.put(gate, "CA", gate.x(0.9), y, 4, 0, "fieldOfView=90; range=25");
    fitting.put(gate, "VK", gate.x(0.8), y, 1.2, 0, "");
    fitting.put(gate, "PB", gate.x(0.15), y, 1.2, 0, "mount=gatehouse");
    fitting.put(gate, "PC", gate.x(0.5), y, 3, 0, "");
    fitting.put(gate, "LG", gate.x(0.5), y, 4, 0, "ratedPower=200");
    fitting.put(gate, "PP", gate.x(0.4), y, 1.2, 0, "");
    fitting.put(gate, "VB", gate.x(0.7), y, 0.9, 0, "passage=" + gate.id() + "-G1");
  }

  /** What the roads, paths and trees are drawn around, once the buildings stand. */
  Site drawn() {
    List<Site.Gate> gates = layout.doors.stream()
        .filter(door -> door.kind().equals("gate"))
        .map(door -> new Site.Gate(door.x(), door.y(), door.width(), box(layout.room(door.from()))))
        .toList();
    List<Site.Block> blocks = layout.storeys.stream()
        .filter(storey -> storey.level() == 1)
        .map(this::block)
        .toList();
    return new Site(width, height, gates, blocks, box(layout.room("SPORT")));
  }

  private Site.Block block(Layout.StoreyBox ground) {
    List<Coordinate> exits = layout.doors.stream()
        .filter(door -> door.exit() && door.kind().equals("door"))
        .filter(door -> layout.room(door.from()).building().equals(ground.building()))
        .map(door -> new Coordinate(door.x(), door.y()))
        .toList();
    Envelope box = new Envelope(ground.x0(), ground.x1(), ground.y0(), ground.y1());
    return new Site.Block(box, exits);
  }

  private static Envelope box(Room room) {
    return new Envelope(room.x0(), room.x1(), room.y0(), room.y1());
  }

  private double perimeter() {
    return 2 * (width + height);
  }

  /** A place on the fence and the heading inward, by its share of the way round from the south-west corner. */
  private double[] along(double share) {
    double at = share * perimeter();
    if (at < width) {
      return new double[] {at, 0.2, 0};
    }
    if (at < width + height) {
      return new double[] {width - 0.2, at - width, 270};
    }
    if (at < 2 * width + height) {
      return new double[] {width - (at - width - height), height - 0.2, 180};
    }
    return new double[] {0.2, height - (at - 2 * width - height), 90};
  }
}
