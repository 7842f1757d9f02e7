package io.campustwin.simulator.validate.fault;

import static io.campustwin.simulator.validate.fault.Drill.Start.HEAT;
import static io.campustwin.simulator.validate.fault.Drill.Start.LESSON;
import static io.campustwin.simulator.validate.fault.Drill.Start.NIGHT;
import static io.campustwin.simulator.validate.fault.Drill.Start.SCHOOL;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.signal.PointId;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.validate.fault.Drill.Clear;
import io.campustwin.simulator.validate.fault.Drill.Label;
import io.campustwin.simulator.validate.fault.Drill.Put;
import io.campustwin.simulator.validate.fault.Drill.Sight;
import java.util.ArrayList;
import java.util.List;

/**
 * The drills of every fault. Bands follow from the severity, the plan of the room and the number of reports, never from a
 * run: a share of reports may scatter by four standard deviations. What a fault does at its device has to be gone when it
 * has ended; what follows in rooms has to be large enough to be read off a trend, at least {@value #VISIBLE_AIR} ppm,
 * {@value #VISIBLE_HEAT} K or {@value #VISIBLE_VALVE} % of a valve, and has to fade.
 */
final class Drills {
  /** At which all fans turn, %. */
  static final double FANS = 60;

  static final double VISIBLE_HEAT = 0.3;
  static final double VISIBLE_AIR = 20;
  static final double VISIBLE_VALVE = 10;

  /** Leakage of a room, air changes an hour, and fresh air a seat, L/s. */
  private static final double LEAK = 0.35;

  private static final double SEAT = 20 / 3.6;
  private static final double FAR = 1e9;
  private final Cast cast;
  private final List<Drill> all = new ArrayList<>();
  private int links;

  private Drills(Cast cast) {
    this.cast = cast;
  }

  static List<Drill> on(CampusModel model) {
    Drills drills = new Drills(new Cast(model));
    drills.readings();
    drills.orders();
    drills.thermostat(1);
    drills.valve(2);
    drills.coil(3);
    drills.chiller();
    drills.infiltration(1);
    drills.damper(2);
    drills.filter();
    drills.feeder();
    drills.links();
    drills.servers();
    return drills.all;
  }

  private void add(Drill.Start start, int world, Put put, Sight sight, Label label) {
    all.add(new Drill(start, world, put, sight, label));
  }

  private static Put put(FaultKind kind, String target) {
    return new Put(kind, target, 0, 0);
  }

  private static Put put(FaultKind kind, String target, double severity) {
    return new Put(kind, target, severity, 0);
  }

  private static Label back(Gauge gauge, double low, double high, double rest) {
    return new Label(gauge, low, high, Clear.within(rest));
  }

  private static Label fades(Gauge gauge, double low, double high) {
    return new Label(gauge, low, high, Clear.FADES);
  }

  private void readings() {
    reading(FaultKind.SENSOR_BIAS, 2.2, "temperature", back(Gauge.READING_OFF, 2.19, 2.21, 0.01));
    reading(FaultKind.SENSOR_DRIFT, 6, "temperature", back(Gauge.READING_OFF, 0.45, 0.68, 0.01));
    reading(FaultKind.SENSOR_NOISE, 1, "temperature", back(Gauge.SCATTER, 0.4, 1.6, 0.01));
    reading(FaultKind.SENSOR_STUCK, 0, "co2", back(Gauge.CHANGES, 0, 0, 5));
    reading(FaultKind.SENSOR_SILENT, 0, "temperature", back(Gauge.REPORTS, 0, 0, 1));
  }

  /** Each on an air sensor of its own; the bias grows for a minute. */
  private void reading(FaultKind kind, double severity, String name, Label label) {
    String target = cast.piece("air-sensor", all.size());
    String unit = name.equals("co2") ? "ppm" : "K";
    int growth = kind == FaultKind.SENSOR_BIAS ? 60 : 0;
    Put put = new Put(kind, target + ".room." + name, severity, growth);
    add(LESSON, 1, put, cast.point("", unit, target, "room." + name), label);
  }

  private void orders() {
    order(FaultKind.SCHEDULE_LATE, 0.02, back(Gauge.GOES_ON, 70, 73, 0));
    order(FaultKind.SCHEDULE_ABSENT, 0, back(Gauge.GOES_OFF, 100, 100, 0));
    order(FaultKind.ACTUATOR_STUCK, 0, back(Gauge.GOES_ON, 100, 100, 0));
    order(FaultKind.NO_FEEDBACK, 0, back(Gauge.WRONG, 27, 44, 0));
    trouble(FaultKind.OUT_OF_SERVICE, "smoke-detector", "detector.state");
    trouble(FaultKind.DOOR_HELD_OPEN, "access-door", "door.state");
    trouble(FaultKind.ACCESS_POINT_DOWN, "wifi-ap", "ap.state");
  }

  /** The light is on for 140 of 400 s, 35 %; a report of fourteen may fall to either side. */
  private void order(FaultKind kind, double severity, Label label) {
    String target = cast.piece("lighting-group", all.size());
    add(LESSON, 1, put(kind, target, severity), cast.point("", "", target, "group.state"), label);
  }

  private void trouble(FaultKind kind, String piece, String name) {
    String target = cast.piece(piece, 0);
    Label label = back(Gauge.TROUBLE, 99, 100, 0);
    add(LESSON, 1, put(kind, target), cast.point("", "", target, name), label);
  }

  private void thermostat(int world) {
    String coil = cast.piece("fan-coil", 0);
    int space = cast.index(cast.space(coil));
    Put put = new Put(FaultKind.THERMOSTAT_BIAS, coil, 2.2, 300);
    PointId shown = Cast.id(coil, "zone.temperature");
    Sight error = new Sight(
        "shown less true temperature",
        "K",
        List.of(shown),
        at -> Cast.truth(at, shown) - at.space(space).temperature());
    add(NIGHT, world, put, error, back(Gauge.OFF, 2.15, 2.25, 0.05));
    add(NIGHT, world, put, temperature(coil), fades(Gauge.OFF, -2.5, -VISIBLE_HEAT));
  }

  /** What a fan coil's room is like. */
  private Sight temperature(String coil) {
    int space = cast.index(cast.space(coil));
    return new Sight(
        "temperature of the room", "K", List.of(Cast.id(coil, "zone.temperature")), at -> at.space(
                space)
            .temperature());
  }

  private void valve(int world) {
    String coil = cast.piece("fan-coil", 1);
    Put put = put(FaultKind.VALVE_STUCK, coil, 0);
    Sight valve = cast.point("valve", "%", coil, "valve.position");
    add(NIGHT, world, put, valve, fades(Gauge.LEVEL, 0, 0));
    add(NIGHT, world, put, temperature(coil), fades(Gauge.OFF, -FAR, -VISIBLE_HEAT));
  }

  /** A coil that can do more than is asked of it is opened further; its fan's own heat is a hundredth. */
  private void coil(int world) {
    String coil = cast.piece("fan-coil", 2);
    int space = cast.index(cast.space(coil));
    Put put = new Put(FaultKind.COIL_FOULING, coil, 50, 300);
    PointId valve = Cast.id(coil, "valve.position");
    Sight heat = new Sight(
        "heat for an opening of 1 %,",
        "W",
        List.of(valve),
        at -> at.space(space).plantWatts() / Math.max(1, Cast.truth(at, valve)));
    add(NIGHT, world, put, heat, back(Gauge.SHARE, 49, 52, 2));
    Sight opening = cast.point("valve", "%", coil, "valve.position");
    add(NIGHT, world, put, opening, fades(Gauge.OFF, VISIBLE_VALVE, 100));
  }

  private void chiller() {
    String chiller = cast.piece("chiller", 0);
    Put put = put(FaultKind.CONDENSER_FOULING, chiller, 75);
    Sight power = cast.point("power", "kW", chiller, "chiller.power");
    add(HEAT, 1, put, power, back(Gauge.SHARE, 105, 200, 1));
  }

  private Sight carbonDioxide(String sensor) {
    return cast.point("CO2 of the room", "ppm", sensor, "room.co2");
  }

  /** What a room takes in from outdoors, at an air sensor. */
  private Sight outdoorAir(String sensor) {
    int space = cast.index(cast.space(sensor));
    return new Sight(
        "outdoor air of the room",
        "L/s",
        List.of(Cast.id(sensor, "room.co2")),
        at -> 1000 * at.outdoorAir(space));
  }

  private void infiltration(int world) {
    String sensor = cast.piece("air-sensor", 7);
    Put put = put(FaultKind.INFILTRATION, cast.space(sensor), 100);
    double more = LEAK * cast.volume(cast.space(sensor)) / 3.6;
    Label leaks = back(Gauge.OFF, 0.98 * more, 1.02 * more, 0.01);
    add(SCHOOL, world, put, outdoorAir(sensor), leaks);
    add(SCHOOL, world, put, carbonDioxide(sensor), fades(Gauge.OFF, -FAR, -VISIBLE_AIR));
  }

  private void damper(int world) {
    String handler = cast.piece("air-handler", 0);
    String sensor = cast.near(handler, "air-sensor");
    Put put = put(FaultKind.DAMPER_STUCK, handler, 0);
    double less = FANS / 100 * SEAT * cast.seats(cast.space(sensor));
    Label shut = back(Gauge.OFF, -1.02 * less, -0.98 * less, 0.01);
    add(SCHOOL, world, put, outdoorAir(sensor), shut);
    add(SCHOOL, world, put, carbonDioxide(sensor), fades(Gauge.OFF, VISIBLE_AIR, FAR));
  }

  /** 120 Pa at full speed go with its square; clogged by 100 % they double. */
  private void filter() {
    String handler = cast.piece("air-handler", 0);
    double more = 120 * FANS * FANS / 1e4;
    add(
        LESSON,
        1,
        put(FaultKind.FILTER_CLOGGED, handler, 100),
        cast.point("", "Pa", handler, "filter.dp"),
        back(Gauge.READING_OFF, 0.98 * more, 1.02 * more, 0.01));
  }

  private void feeder() {
    String feeder = cast.piece("electric-meter", 0);
    Sight power = cast.point("power", "kW", feeder, "meter.power");
    add(LESSON, 4, put(FaultKind.POWER_FEEDER, feeder), power, back(Gauge.SHARE, 0, 1, 2));
  }

  private void links() {
    link(FaultKind.LINK_LOSS, 20, back(Gauge.REPORTS, 66, 94, 1));
    link(FaultKind.LINK_DELAY, 3000, back(Gauge.LATE, 2.9, 3.1, 0.1));
    link(FaultKind.LINK_DUPLICATE, 20, back(Gauge.TWICE, 8, 25, 0));
    link(FaultKind.LINK_REORDER, 20, back(Gauge.OVERTAKEN, 6, 28, 0));
    link(FaultKind.LINK_SLOW, 0.2, back(Gauge.RATE, 0.19, 0.21, 0.02));
    link(FaultKind.CLOCK_SKEW, 300, back(Gauge.LATE, -300, -300, 0));
    link(FaultKind.DEVICE_SILENT, 0, back(Gauge.REPORTS, 0, 0, 1));
    String node = cast.piece("access-switch", 0);
    Label gone = back(Gauge.REPORTS, 0, 0, 1);
    add(LESSON, 5, put(FaultKind.SWITCH_DOWN, node), reports(cast.onStorey(node)), gone);
  }

  private static Sight reports(List<PointId> points) {
    return new Sight("", "", points, at -> 0);
  }

  private void link(FaultKind kind, double severity, Label label) {
    String device = cast.device(links++);
    add(LESSON, 6, put(kind, device, severity), reports(cast.ofDevice(device)), label);
  }

  private void servers() {
    down(7, FaultKind.BROKER_DOWN, "broker", cast.ofProtocol(AdapterKind.MQTT));
    down(7, FaultKind.LINK_DOWN, "opcua", cast.ofProtocol(AdapterKind.OPCUA));
    down(8, FaultKind.SERVER_DOWN, "server", cast.all());
  }

  private void down(int world, FaultKind kind, String target, List<PointId> points) {
    Label gone = back(Gauge.REPORTS, 0, 0, 1);
    add(LESSON, world, put(kind, target), reports(points), gone);
  }
}
