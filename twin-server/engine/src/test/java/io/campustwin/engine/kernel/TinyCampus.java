package io.campustwin.engine.kernel;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.asset.WriteLimits;
import io.campustwin.place.Building;
import io.campustwin.place.Campus;
import io.campustwin.place.Name;
import io.campustwin.place.Passage;
import io.campustwin.place.Scenery;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.place.Storey;
import io.campustwin.place.Zone;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * A campus that fits on the screen: rooms R1 and R2 on one storey (one fire compartment), R3 on another, each with the
 * pieces that the tests name.
 *
 * <pre>
 * L1 lamp (BACnet, slots in the device)   lamp.on BOOL w
 * F1 fan coil (OPC UA)                    unit.mode ENUM[off,cool,heat] w, rest off; set.point °C w 16..30 ±0.5
 * T1 thermometer (MQTT)                   temp °C, alarm high 30, deadband 2, on 5 s, off 3 s
 * D1 D2 (R1, R2), D3 (R3) detector        detector.state, life-safety alarm
 * S1 sounder                              sounder.state
 * A1 access door in passage P1            door.lock w
 * M1 screen                               screen.content TEXT w
 * C1 chiller (OPC UA), C2 (BACnet)        chiller.state ENUM[off,on] w, rest off, on 60 s, off 30 s; chiller.speed % w,
 *                                         at most 3 writes a minute; 4 kW each
 * H1 heater (OPC UA), W1 weather (MQTT)   zone.temperature, zone.setpoint °C w; air.temperature
 * </pre>
 */
final class TinyCampus {
  private static final long PERIOD = 10_000;
  private static final GeometryFactory SHAPES = new GeometryFactory();

  private final Map<String, EquipmentKind> kinds = new LinkedHashMap<>();
  private final List<Equipment> equipment = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();

  private TinyCampus() {}

  static CampusModel model() {
    return model(List.of());
  }

  /** With these pieces of equipment left out. */
  static CampusModel model(List<String> without) {
    TinyCampus tiny = new TinyCampus();
    tiny.kinds();
    tiny.put("L1", "lamp", "R1", AdapterKind.BACNET, Map.of());
    tiny.put("F1", "fan", "R1", AdapterKind.OPCUA, Map.of());
    tiny.put("T1", "thermometer", "R1", AdapterKind.MQTT, Map.of());
    tiny.put("D1", "detector", "R1", AdapterKind.OPCUA, Map.of());
    tiny.put("D2", "detector", "R2", AdapterKind.OPCUA, Map.of());
    tiny.put("D3", "detector", "R3", AdapterKind.OPCUA, Map.of());
    tiny.put("S1", "sounder", "R1", AdapterKind.OPCUA, Map.of());
    tiny.put("A1", "access-door", "R1", AdapterKind.MQTT, Map.of("passage", "P1"));
    tiny.put("M1", "screen", "R2", AdapterKind.MQTT, Map.of());
    tiny.put("C1", "chiller", "R3", AdapterKind.OPCUA, Map.of("ratedPower", "4000"));
    tiny.put("C2", "chiller", "R3", AdapterKind.BACNET, Map.of("ratedPower", "4000"));
    tiny.put("H1", "heater", "R2", AdapterKind.OPCUA, Map.of());
    tiny.put("W1", "weather", "OUT", AdapterKind.MQTT, Map.of());
    tiny.equipment.removeIf(piece -> without.contains(piece.id()));
    tiny.points.removeIf(point -> without.contains(point.equipment()));
    return new CampusModel(places(), tiny.kinds, tiny.equipment, tiny.points, List.of(), Map.of());
  }

  private void kinds() {
    AlarmRule hot = new AlarmRule(
        AlarmRule.Kind.HIGH, 30, 2, null, 5_000, 3_000, AlarmRule.Priority.MEDIUM, false);
    AlarmRule fire = new AlarmRule(
        AlarmRule.Kind.OFF_NORMAL, 0, 0, "alarm", 0, 0, AlarmRule.Priority.CRITICAL, true);
    kind("lamp", bool("lamp.on"));
    kind(
        "fan",
        state("unit.mode", List.of("off", "cool", "heat"), true, Value.of("off"), null),
        number("set.point", 16, 30, true, null));
    kind("thermometer", number("temp", -40, 60, false, hot));
    kind(
        "detector",
        state("detector.state", List.of("normal", "alarm", "fault"), false, null, fire));
    kind("sounder", state("sounder.state", List.of("off", "on"), false, null, null));
    kind("access-door", state("door.lock", List.of("locked", "released"), true, null, null));
    kind(
        "chiller",
        limited(
            state("chiller.state", List.of("off", "on"), true, Value.of("off"), null),
            new WriteLimits(60_000, 30_000, 0)),
        limited(number("chiller.speed", 0, 100, true, null), new WriteLimits(0, 0, 3)));
    kind("heater", celsius("zone.temperature", false), celsius("zone.setpoint", true));
    kind("weather", celsius("air.temperature", false));
    kind("screen", template("screen.content", ValueType.TEXT, List.of(), 0, 0, true, null, null));
  }

  private void kind(String key, PointTemplate... templates) {
    kinds.put(key, new EquipmentKind(key, "test", new Name(key, key), List.of(templates)));
  }

  private static PointTemplate bool(String name) {
    return template(name, ValueType.BOOL, List.of(), 0, 1, true, null, null);
  }

  private static PointTemplate state(
      String name,
      List<String> states,
      boolean writable,
      @Nullable Value rest,
      @Nullable AlarmRule alarm) {
    return template(name, ValueType.ENUM, states, 0, 0, writable, rest, alarm);
  }

  private static PointTemplate number(
      String name, double min, double max, boolean writable, @Nullable AlarmRule alarm) {
    return template(name, ValueType.NUMBER, List.of(), min, max, writable, null, alarm);
  }

  private static PointTemplate celsius(String name, boolean writable) {
    PointTemplate plain = number(name, -60, 60, writable, null);
    return new PointTemplate(
        name,
        plain.label(),
        plain.type(),
        plain.states(),
        "°C",
        plain.min(),
        plain.max(),
        writable,
        600_000,
        0.1,
        3_000,
        null,
        null,
        false);
  }

  private static PointTemplate limited(PointTemplate one, WriteLimits limits) {
    return new PointTemplate(
        one.name(),
        one.label(),
        one.type(),
        one.states(),
        one.name().endsWith("speed") ? "%" : one.unit(),
        one.min(),
        one.max(),
        one.writable(),
        one.periodMillis(),
        one.tolerance(),
        one.settleMillis(),
        one.restValue(),
        one.alarm(),
        one.isPublic(),
        limits);
  }

  private static PointTemplate template(
      String name,
      ValueType type,
      List<String> states,
      double min,
      double max,
      boolean writable,
      @Nullable Value rest,
      @Nullable AlarmRule alarm) {
    return new PointTemplate(
        name,
        new Name(name, name),
        type,
        states,
        "1",
        min,
        max,
        writable,
        PERIOD,
        0.5,
        3_000,
        rest,
        alarm,
        false);
  }

  private void put(
      String id, String kind, String space, AdapterKind adapter, Map<String, String> facts) {
    Name name = new Name(id, id);
    equipment.add(new Equipment(id, kind, name, space, 1, 1, 1, 0, facts, false));
    EquipmentKind known = kinds.get(kind);
    for (PointTemplate template : known == null ? List.<PointTemplate>of() : known.points()) {
      PointId point = PointId.of(id + "." + template.name());
      FieldAddress address = new FieldAddress(adapter, "DEV-" + id, point.text(), "1");
      points.add(new Point(point, name, template, id, kind, space, "test", address));
    }
  }

  private static Campus places() {
    Name name = new Name("小", "tiny");
    List<Storey> storeys =
        List.of(new Storey("A-1", "A", 1, name, 0, 3), new Storey("A-2", "A", 2, name, 3, 3));
    return new Campus(
        "tiny",
        name,
        true,
        List.of("primary"),
        new Campus.Frame("", 0, 0),
        List.of(new Building("A", name, "teaching", square(0), storeys)),
        List.of(room("R1", "A-1", 0), room("R2", "A-1", 1), room("R3", "A-2", 2), outdoors()),
        List.of(
            new Passage("P1", Passage.Kind.DOOR, "R1", "OUT", 0, 0, 1, true),
            new Passage("P2", Passage.Kind.DOOR, "R2", "R1", 0, 0, 1, false)),
        List.of(new Zone("Z1", "fire-compartment", name, List.of("R1", "R2"))),
        new Scenery(ZoneId.of("Asia/Shanghai"), List.of(), List.of()));
  }

  private static Space room(String id, String storey, int x) {
    Name name = new Name(id, id);
    return new Space(id, name, SpaceKind.CLASSROOM, "A", storey, square(x), 3, 30, false);
  }

  private static Space outdoors() {
    Name name = new Name("OUT", "OUT");
    return new Space("OUT", name, SpaceKind.OUTDOOR, null, null, square(9), 3, 0, true);
  }

  private static Polygon square(int x) {
    return SHAPES.createPolygon(new Coordinate[] {
      new Coordinate(x, 0),
      new Coordinate(x + 1, 0),
      new Coordinate(x + 1, 1),
      new Coordinate(x, 1),
      new Coordinate(x, 0)
    });
  }
}
