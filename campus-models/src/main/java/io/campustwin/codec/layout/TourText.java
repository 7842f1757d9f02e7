package io.campustwin.codec.layout;

import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tour of a generated campus: the gate, a building of each kind, rooms from inside, the sports ground. */
final class TourText {
  /** A kind of room that is worth a stop, with what the twin shows there. */
  private static final Map<SpaceKind, Name> ROOMS = Map.of(
      SpaceKind.CLASSROOM,
      new Name(
          "教室里的温度、二氧化碳和照度实时更新。二氧化碳持续偏高时，大屏会提示开窗；放学后灯光按作息关闭。",
          "Temperature, CO2 and light of this classroom are live. If the CO2 stays high the big screen asks to open the"
              + " windows; after school the lamps go out by timetable."),
      SpaceKind.COMPUTER_ROOM,
      new Name(
          "几十台电脑同时运行会让房间升温。打开温度热力图，看看它与邻室的差别。",
          "Dozens of computers warm a room. Switch the temperature layer on and compare it with its neighbours."),
      SpaceKind.CANTEEN,
      new Name(
          "午餐时分这里最热闹，二氧化碳随三餐起伏；看看曲线，就知道什么时候人最多。",
          "The liveliest room at noon. Its CO2 rises and falls with the meals and tells when most people are here."));

  private static final List<SpaceKind> ORDER =
      List.of(SpaceKind.CLASSROOM, SpaceKind.COMPUTER_ROOM, SpaceKind.CANTEEN);

  private final CampusSpec spec;
  private final Layout layout;
  private final List<String> stops = new ArrayList<>();

  private TourText(CampusSpec spec, Layout layout) {
    this.spec = spec;
    this.layout = layout;
  }

  static String of(CampusSpec spec, Layout layout) {
    TourText tour = new TourText(spec, layout);
    tour.gate();
    List<String> kinds = new ArrayList<>();
    for (BuildingSpec building : spec.buildings()) {
      if (!kinds.contains(building.kind())) {
        kinds.add(building.kind());
        tour.building(building);
      }
    }
    ORDER.forEach(tour::room);
    tour.sport();
    return "version: 1\nstops:\n" + String.join("", tour.stops);
  }

  private void gate() {
    Name name = layout.room("GATE-S").name();
    int buildings = spec.buildings().size();
    stop(
        "GATE-S",
        "",
        "bearing: 0, pitch: 18, distance: 70",
        name,
        new Name(
            "这所模拟校园有 " + buildings + " 栋楼。从南门进入，道路通向每一栋楼的每一个出口。",
            "This simulated campus has " + counted(buildings, "building")
                + ". From the south gate the ways lead to every exit of each of them."));
  }

  private void building(BuildingSpec building) {
    stop(
        building.id(),
        "",
        "bearing: 20, pitch: 28, distance: 90",
        building.name(),
        new Name(
            "共 " + building.storeys().size() + " 层。选择楼层即可看到走廊、房间和其中的设备。",
            counted(building.storeys().size(), "storey")
                + ". Choose one to see its corridor, its rooms and what stands in them."));
  }

  private void room(SpaceKind kind) {
    Optional<Room> found = layout.rooms.stream()
        .filter(room -> room.kind() == kind && room.isPublic())
        .findFirst();
    Name caption = ROOMS.get(kind);
    if (found.isPresent() && caption != null) {
      Room room = found.get();
      stop(room.id(), room.storey(), "bearing: 0, pitch: 40, distance: 16", room.name(), caption);
    }
  }

  private void sport() {
    stop(
        "SPORT",
        "",
        "bearing: 330, pitch: 30, distance: 110",
        layout.room("SPORT").name(),
        new Name(
            "课间与放学后的活动场地，四周有照明与广播。发生火情时，这里也是疏散集合点。",
            "The place for breaks and afternoons, with lights and loudspeakers; in a drill everybody gathers here."));
  }

  private void stop(String place, String storey, String look, Name name, Name caption) {
    String id = place.toLowerCase(Locale.ROOT);
    stops.add("- id: " + id + "\n  place: " + place + "\n"
        + (storey.isEmpty() ? "" : "  storey: " + storey + "\n")
        + "  " + look.replace(", ", "\n  ") + "\n  name: " + pair(name) + "\n  caption: "
        + pair(caption) + "\n");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String pair(Name words) {
    return "{zh: '" + words.zh() + "', en: '" + words.en() + "'}";
  }
}
