package io.campustwin.simulator.boptest;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.place.Name;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.signal.Value;
import io.campustwin.simulator.weather.Weather;
import io.campustwin.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What of a campus is shown and what can be overridden, in the order of the model. */
final class Signals {
  static final String COILS = "hvac_reaPCoi_y";
  static final String CHILLERS = "hvac_reaPChi_y";
  static final String HANDLERS = "hvac_reaPAhu_y";
  static final String HEAT = "hvac_reaQDisHea_y";
  private static final Set<String> KNOBS =
      Set.of("zone.setpoint", "unit.mode", "ahu.fanSpeed", "chiller.state", "group.state");
  private final CampusModel model;
  private final List<Zone> zones = new ArrayList<>();
  private final List<Signal> measured = new ArrayList<>();
  private final List<String> electric = new ArrayList<>();
  private final List<String> heat = new ArrayList<>();

  Signals(CampusModel model) {
    this.model = model;
    rooms();
    power(COILS, "fan-coil", new Name("风机盘管用电", "Electricity of all fan coils"));
    power(CHILLERS, "chiller", new Name("冷热源用电", "Electricity of all chillers and their pumps"));
    power(HANDLERS, "air-handler", new Name("空气处理机组用电", "Electricity of all air handlers"));
    districtHeat();
    meters();
    sky();
  }

  List<Zone> zones() {
    return zones;
  }

  List<Signal> measured() {
    return measured;
  }

  /** Names of HVAC's electric powers. */
  List<String> electric() {
    return electric;
  }

  /** Names of powers bought as heat; none where every unit is a heat pump. */
  List<String> heat() {
    return heat;
  }

  List<Knob> knobs() {
    return model.points().stream()
        .filter(point -> point.template().writable())
        .filter(point -> KNOBS.contains(point.template().name()))
        .map(Knob::of)
        .toList();
  }

  private void rooms() {
    List<Space> spaces = model.campus().spaces();
    Set<String> served = new java.util.HashSet<>();
    model.equipment().stream()
        .filter(piece -> piece.kind().equals("fan-coil"))
        .forEach(piece -> served.add(piece.space()));
    for (int s = 0; s < spaces.size(); s++) {
      if (served.contains(spaces.get(s).id())) {
        room(s, spaces.get(s));
      }
    }
  }

  private void room(int s, Space space) {
    String id = Signal.part(space.id());
    SpaceKind kind = space.kind();
    boolean always = kind == SpaceKind.DORMITORY || kind == SpaceKind.CONTROL_ROOM;
    Zone zone = new Zone(id, s, id + "_reaTRooAir_y", id + "_reaCO2RooAir_y", always);
    zones.add(zone);
    add(
        zone.temperature(),
        "K",
        of(space, "空气温度", "air temperature"),
        world -> world.space(s).temperature() + Signal.KELVIN);
    add(zone.co2(), "ppm", of(space, "二氧化碳", "carbon dioxide"), world -> world
        .space(s)
        .co2());
  }

  private static Name of(Space space, String zh, String en) {
    return new Name(space.name().zh() + zh, space.name().en() + ": " + en);
  }

  private void add(String name, String unit, Name words, ToDoubleFunction<World> read) {
    measured.add(new Signal(name, unit, words, read));
  }

  private int[] pieces(String kind) {
    List<Equipment> all = model.equipment();
    return IntStream.range(0, all.size())
        .filter(e -> all.get(e).kind().equals(kind))
        .toArray();
  }

  private void power(String name, String kind, Name words) {
    int[] pieces = pieces(kind);
    if (pieces.length > 0) {
      electric.add(name);
      add(name, "W", words, world -> drawn(world, pieces));
    }
  }

  private static double drawn(World world, int[] pieces) {
    double sum = 0;
    for (int piece : pieces) {
      sum += world.drawn(piece);
    }
    return sum;
  }

  /** Warm water of the district station, which is there where cold comes from chillers: what coils give less their fans. */
  private void districtHeat() {
    Map<Integer, int[]> coils = new TreeMap<>();
    List<String> spaces = model.campus().spaces().stream().map(Space::id).toList();
    for (int piece : pieces("fan-coil")) {
      Equipment coil = model.equipment().get(piece);
      int s = spaces.indexOf(coil.space());
      if (s >= 0 && !"heat-pump".equals(coil.facts().get("source"))) {
        coils.merge(s, new int[] {piece}, Signals::join);
      }
    }
    if (pieces("chiller").length > 0 && !coils.isEmpty()) {
      heat.add(HEAT);
      add(
          HEAT,
          "W",
          new Name("区域供热功率", "Heat of the district station"),
          world -> heat(world, coils));
    }
  }

  private static int[] join(int[] left, int[] right) {
    return IntStream.concat(IntStream.of(left), IntStream.of(right)).toArray();
  }

  private static double heat(World world, Map<Integer, int[]> coils) {
    double sum = 0;
    for (Map.Entry<Integer, int[]> room : coils.entrySet()) {
      double fans = drawn(world, room.getValue());
      sum += Math.max(0, world.space(room.getKey()).plantWatts() - fans);
    }
    return sum;
  }

  private void meters() {
    for (Point point : model.points()) {
      if (point.equipmentKind().equals("electric-meter")
          && point.template().name().equals("meter.power")) {
        String name = Signal.part(point.id().text()) + "_y";
        add(
            name,
            "W",
            point.name(),
            world -> world.find(point.id()).orElse(Value.of(0)) instanceof Value.Num num
                ? num.number() * 1000
                : 0);
      }
    }
  }

  private void sky() {
    for (Boundary.Sky one : Boundary.Sky.values()) {
      String name = "weaSta_reaWea" + one.word() + "_y";
      add(name, one.unit(), one.words(), world -> one.of(world.weather()));
    }
  }

  /** True air of the outdoors, K. */
  static double kelvin(Weather.Conditions now) {
    return now.temperature() + Signal.KELVIN;
  }
}
