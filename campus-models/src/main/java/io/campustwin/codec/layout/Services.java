package io.campustwin.codec.layout;

import io.campustwin.place.SpaceKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The equipment that serves more than its room: meters, plant, network, fire panel, recorders; zones and relations. */
final class Services {
  private final Layout layout;
  private final Fitting fitting;

  Services(Layout layout, Fitting fitting) {
    this.layout = layout;
    this.fitting = fitting;
  }

  /** What every storey and building has. */
  void equip() {
    for (Layout.StoreyBox storey : layout.storeys) {
      storey(storey);
    }
    layout.storeys.stream().map(Layout.StoreyBox::building).distinct().forEach(this::building);
    zones();
  }

  private void storey(Layout.StoreyBox storey) {
    Room corridor = layout.room(storey.building() + storey.level() + "-COR");
    fitting.put(
        corridor, "SW", corridor.x(0.52), corridor.y(0.5), 2.5, 0, "ports=48; linkSpeed=1000");
    if (storey.level() == 1) {
      fitting.put(corridor, "PS", corridor.x(0.48), corridor.y(0.5), 2.2, 0, "");
      fitting.put(corridor, "PC", corridor.x(0.04), corridor.y(0.5), 2.8, 0, "");
      fitting.put(corridor, "GW", corridor.x(0.54), corridor.y(0.5), 2.5, 0, "");
      fitting.put(corridor, "PB", corridor.x(0.46), corridor.y(0.5), 1.3, 0, "mount=wall");
      layout.doors.stream()
          .filter(door -> door.exit() && door.id().startsWith(storey.building() + "1-EX"))
          .forEach(door -> fitting.guard(layout.room(door.from()), door));
    }
  }

  private void building(String building) {
    Room ground = layout.room(building + "1-COR");
    double y = ground.y(0.5);
    fitting.put(ground, "EM", ground.x(0.56), y, 1.6, 0, "carrier=electric; covers=" + building);
    fitting.put(ground, "WM", ground.x(0.58), y, 0.5, 0, "covers=" + building);
    String top = building + topLevel(building) + "-COR";
    Room roof = layout.room(top);
    fitting.put(roof, "PV", roof.x(0.6), roof.y(0.5), 3, 0, pv(roof.area()));
    safety(building, ground);
  }

  /** A lift where there is more than one storey, and a fan on top of every stair that keeps the smoke out of it. */
  private void safety(String building, Room ground) {
    int top = topLevel(building);
    if (top > 1) {
      fitting.put(ground, "LT", ground.x(0.44), ground.y(0.5), 1, 0, "levels=" + top);
    }
    layout.rooms.stream()
        .filter(room -> room.kind() == SpaceKind.STAIR)
        .filter(room -> room.building().equals(building) && room.level() == top)
        .toList()
        .forEach(stair -> fitting.put(stair, "PR", stair.x(0.5), stair.y(0.5), 3, 0, ""));
  }

  private static String pv(double area) {
    long peak = Math.round(area * 0.4) * 1000;
    return String.format(Locale.ROOT, "peakPower=%d; battery=%d", peak, peak / 500);
  }

  private int topLevel(String building) {
    return layout.storeys.stream()
        .filter(storey -> storey.building().equals(building))
        .mapToInt(Layout.StoreyBox::level)
        .max()
        .orElse(1);
  }

  /** What the campus has once, in its control, machine and plant rooms; the first of each kind takes it. */
  void central() {
    first(SpaceKind.CONTROL_ROOM).ifPresent(this::control);
    first(SpaceKind.MACHINE_ROOM).ifPresent(this::machine);
    layout.rooms.stream()
        .filter(room -> room.kind() == SpaceKind.PLANT_ROOM)
        .toList()
        .forEach(this::plant);
  }

  private Optional<Room> first(SpaceKind kind) {
    return layout.rooms.stream().filter(room -> room.kind() == kind).findFirst();
  }

  private void control(Room room) {
    fitting.put(room, "FP", room.x(0.4), room.y(0.1), 1.4, 0, "loops=8");
    fitting.put(room, "PL", room.x(0.6), room.y(0.1), 1.0, 0, "");
  }

  private void machine(Room room) {
    for (int i = 0; i < 4; i++) {
      fitting.put(room, "VR", room.x(0.3 + 0.1 * i), room.y(0.3), 1, 0, "retentionDays=90");
    }
    fitting.put(room, "UL", room.x(0.7), room.y(0.3), 1.5, 0, "linkSpeed=2000");
    fitting.put(room, "UL", room.x(0.8), room.y(0.3), 1.5, 0, "linkSpeed=1000; role=standby");
    fitting.put(room, "SW", room.x(0.75), room.y(0.3), 1.5, 0, "ports=48; linkSpeed=10000");
    fitting.put(room, "GW", room.x(0.85), room.y(0.3), 1.5, 0, "");
  }

  private void plant(Room room) {
    Piece chiller = fitting.put(
        room, "CH", room.x(0.3), room.y(0.4), 1, 0, "ratedPower=120000; cooling=480000");
    fitting.put(room, "CH", room.x(0.6), room.y(0.4), 1, 0, "ratedPower=120000; cooling=480000");
    Piece handler = fitting.put(room, "AH", room.x(0.8), room.y(0.7), 1, 0, "ratedPower=7500");
    fitting.put(
        room, "EM", room.x(0.1), room.y(0.7), 1.5, 0, "carrier=electric; covers=" + room.id());
    layout.links.add(new Layout.Link("feeds", chiller.id(), handler.id()));
  }

  private void zones() {
    for (Layout.StoreyBox storey : layout.storeys) {
      String tail = storey.building() + storey.level();
      String zh = storey.building() + "栋" + storey.level() + "层";
      String en = storey.building() + " storey " + storey.level();
      zone("COMP-" + tail, "fire-compartment", zh + "防火分区", en + " fire compartment", storey.id());
      zone("BCZ-" + tail, "broadcast", zh + "广播分区", en + " broadcast zone", storey.id());
      zone("LZ-" + tail, "lighting", zh + "照明分区", en + " lighting zone", storey.id());
      String corridor = tail + "-COR";
      link("serves", corridor + "-BZ1", "BCZ-" + tail);
      link("feeds", corridor + "-EM1", "LZ-" + tail);
      link("serves", corridor + "-SE1", "COMP-" + tail);
      link("guards", corridor + "-FD1", "COMP-" + tail);
    }
    for (String building : buildings()) {
      zone("HVZ-" + building, "hvac", building + "栋空调分区", building + " HVAC zone", building);
      zone(
          "SEC-" + building, "security", building + "栋安防分区", building + " security zone", building);
    }
    zone("BCZ-OUT", "broadcast", "室外广播分区", "Outdoor broadcast zone", "OUT GATE-S GATE-N");
    zone("BCZ-SPORT", "broadcast", "运动场广播分区", "Sports broadcast zone", "SPORT");
    zone("SEC-OUT", "security", "室外安防分区", "Outdoor security zone", "OUT SPORT GATE-S GATE-N");
  }

  private List<String> buildings() {
    return layout.storeys.stream().map(Layout.StoreyBox::building).distinct().toList();
  }

  private void zone(String id, String kind, String zh, String en, String members) {
    layout.zones.add(new Layout.ZoneRow(id, kind, zh, en, members));
  }

  private void link(String kind, String from, String to) {
    layout.links.add(new Layout.Link(kind, from, to));
  }

  /** Links of outdoor equipment, once it stands. */
  void outdoorLinks() {
    link("serves", "OUT-BZ1", "BCZ-OUT");
    link("serves", "SPORT-BZ1", "BCZ-SPORT");
  }
}
