package io.campustwin.simulator.validate.fault;

import static io.campustwin.simulator.validate.fault.Drill.Start.HEAT;
import static io.campustwin.simulator.validate.fault.Drill.Start.LESSON;
import static io.campustwin.simulator.validate.fault.Drill.Start.MORNING;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.signal.PointId;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.validate.fault.Drill.Label;
import io.campustwin.simulator.validate.fault.Drill.Put;
import java.util.ArrayList;
import java.util.List;

/**
 * The drill of every fault. Bands follow from the severity and the number of reports, never from a run: a share of
 * reports may scatter by four standard deviations; of a physical effect only the direction and a least size are asked.
 */
final class Drills {
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
    drills.plant();
    drills.rooms();
    drills.links();
    drills.servers();
    return drills.all;
  }

  private void add(Drill.Start start, int world, Put put, List<PointId> watched, Label label) {
    all.add(new Drill(start, world, put, watched, label));
  }

  private static Put put(FaultKind kind, String target) {
    return new Put(kind, target, 0, 0);
  }

  private static Put put(FaultKind kind, String target, double severity) {
    return new Put(kind, target, severity, 0);
  }

  private void readings() {
    reading(
        FaultKind.SENSOR_BIAS,
        2.2,
        "room.temperature",
        new Label(Gauge.READING_OFF, 2.19, 2.21, 0.01));
    reading(
        FaultKind.SENSOR_DRIFT,
        6,
        "room.temperature",
        new Label(Gauge.READING_OFF, 0.45, 0.68, 0.01));
    reading(
        FaultKind.SENSOR_NOISE, 1, "room.temperature", new Label(Gauge.SCATTER, 0.4, 1.6, 0.01));
    reading(FaultKind.SENSOR_STUCK, 0, "room.co2", new Label(Gauge.CHANGES, 0, 0, 12));
    reading(FaultKind.SENSOR_SILENT, 0, "room.temperature", new Label(Gauge.REPORTS, 0, 0, 0));
  }

  /** Each on an air sensor of its own; the bias grows for a minute. */
  private void reading(FaultKind kind, double severity, String name, Label label) {
    String target = cast.piece("air-sensor", all.size()) + "." + name;
    int growth = kind == FaultKind.SENSOR_BIAS ? 60 : 0;
    Put put = new Put(kind, target, severity, growth);
    add(LESSON, 1, put, List.of(PointId.of(target)), label);
  }

  private void orders() {
    order(FaultKind.SCHEDULE_LATE, 0.02, new Label(Gauge.GOES_ON, 70, 73, 0));
    order(FaultKind.SCHEDULE_ABSENT, 0, new Label(Gauge.GOES_OFF, 100, 100, 0));
    order(FaultKind.ACTUATOR_STUCK, 0, new Label(Gauge.GOES_ON, 100, 100, 0));
    order(FaultKind.NO_FEEDBACK, 0, new Label(Gauge.WRONG, 25, 75, 5));
    trouble(FaultKind.OUT_OF_SERVICE, "smoke-detector", "detector.state");
    trouble(FaultKind.DOOR_HELD_OPEN, "access-door", "door.state");
    trouble(FaultKind.ACCESS_POINT_DOWN, "wifi-ap", "ap.state");
  }

  private void order(FaultKind kind, double severity, Label label) {
    String target = cast.piece("lighting-group", all.size());
    add(LESSON, 1, put(kind, target, severity), cast.point(target, "group.state"), label);
  }

  private void trouble(FaultKind kind, String piece, String name) {
    String target = cast.piece(piece, 0);
    add(
        LESSON,
        1,
        put(kind, target),
        cast.point(target, name),
        new Label(Gauge.TROUBLE, 99, 100, 5));
  }

  private void plant() {
    String thermostat = cast.piece("fan-coil", 0);
    add(
        MORNING,
        1,
        new Put(FaultKind.THERMOSTAT_BIAS, thermostat, 2.2, 300),
        cast.point(cast.beside(thermostat, "air-sensor"), "room.temperature"),
        new Label(Gauge.TRUTH_OFF, -2.3, -0.05, -1));
    String stuck = cast.piece("fan-coil", 1);
    add(
        MORNING,
        1,
        put(FaultKind.VALVE_STUCK, stuck, 0),
        cast.point(stuck, "valve.position"),
        new Label(Gauge.TRUTH_OFF, -100, -5, -1));
    String fouled = cast.piece("fan-coil", 2);
    add(
        MORNING,
        1,
        new Put(FaultKind.COIL_FOULING, fouled, 50, 300),
        cast.point(fouled, "zone.temperature"),
        new Label(Gauge.TRUTH_OFF, -5, -0.02, -1));
    String chiller = cast.piece("chiller", 0);
    add(
        HEAT,
        1,
        put(FaultKind.CONDENSER_FOULING, chiller, 50),
        cast.point(chiller, "chiller.power"),
        new Label(Gauge.TRUTH_OFF, 1e-3, FAR, 1));
  }

  private void rooms() {
    String handler = cast.piece("air-handler", 0);
    add(
        LESSON,
        1,
        put(FaultKind.FILTER_CLOGGED, handler, 100),
        cast.point(handler, "filter.dp"),
        new Label(Gauge.READING_OFF, 40, 47, 1));
    String sensor = cast.piece("air-sensor", 7);
    add(
        LESSON,
        6,
        put(FaultKind.INFILTRATION, cast.space(sensor), 40),
        cast.point(sensor, "room.co2"),
        new Label(Gauge.TRUTH_OFF, -FAR, -1, -1));
    add(
        LESSON,
        3,
        put(FaultKind.DAMPER_STUCK, handler, 0),
        cast.point(cast.near(handler, "air-sensor"), "room.co2"),
        new Label(Gauge.TRUTH_OFF, 0.05, FAR, -1));
    String feeder = cast.piece("electric-meter", 0);
    add(
        LESSON,
        4,
        put(FaultKind.POWER_FEEDER, feeder),
        cast.point(feeder, "meter.power"),
        new Label(Gauge.TRUTH_OFF, -FAR, -0.01, -1));
  }

  private void links() {
    link(FaultKind.LINK_LOSS, 20, new Label(Gauge.REPORTS, 66, 94, 5));
    link(FaultKind.LINK_DELAY, 3000, new Label(Gauge.LATE, 2.9, 3.1, 0.1));
    link(FaultKind.LINK_DUPLICATE, 20, new Label(Gauge.TWICE, 8, 25, 1));
    link(FaultKind.LINK_REORDER, 20, new Label(Gauge.OVERTAKEN, 6, 28, 1));
    link(FaultKind.LINK_SLOW, 0.2, new Label(Gauge.REPORTS, 0, 90, 5));
    link(FaultKind.CLOCK_SKEW, 300, new Label(Gauge.LATE, -300, -300, 0.1));
    link(FaultKind.DEVICE_SILENT, 0, new Label(Gauge.REPORTS, 0, 0, 5));
    String node = cast.piece("access-switch", 0);
    add(
        LESSON,
        5,
        put(FaultKind.SWITCH_DOWN, node),
        cast.onStorey(node),
        new Label(Gauge.REPORTS, 0, 0, 5));
  }

  private void link(FaultKind kind, double severity, Label label) {
    String device = cast.device(links++);
    add(LESSON, 6, put(kind, device, severity), cast.ofDevice(device), label);
  }

  private void servers() {
    Label gone = new Label(Gauge.REPORTS, 0, 0, 5);
    add(LESSON, 7, put(FaultKind.BROKER_DOWN, "broker"), cast.ofProtocol(AdapterKind.MQTT), gone);
    add(LESSON, 7, put(FaultKind.LINK_DOWN, "opcua"), cast.ofProtocol(AdapterKind.OPCUA), gone);
    add(LESSON, 8, put(FaultKind.SERVER_DOWN, "server"), cast.all(), gone);
  }
}
