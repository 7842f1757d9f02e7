package io.campustwin.engine.kernel;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.asset.Relation;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Alarms of every sort, in the rooms of {@link TinyCampus}. All are raised without delay but for the meter's.
 *
 * <pre>
 * UP meter, feeds EM                      voltage low 198, back at 202, on 5 s, off 5 s, medium: an outage
 * EM meter in R1, feeds the room R2       the same
 * C1..C50 cameras in R2 (MQTT)            online, alarm on false, medium, unless supply or maintenance; maintenance
 * T1..T99 thermometers in R1 (OPC UA)     temp high 30, back at 28, high
 * G1 gas detector in R1                   gas high 25, critical
 * B1 panic button                         pressed, life safety;  armed: what a keypad near it says
 * Z1..Z99 intrusion zones (MQTT)          zone, security
 * K1 lock in R1                           held, low, latches
 * </pre>
 */
final class AlarmCampus {
  private final List<Equipment> equipment = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final Map<String, EquipmentKind> kinds = new LinkedHashMap<>();

  private AlarmCampus() {}

  static CampusModel model() {
    AlarmCampus campus = new AlarmCampus();
    campus.put("UP", "meter", "R1", AdapterKind.OPCUA);
    campus.put("EM", "meter", "R1", AdapterKind.OPCUA);
    campus.put("G1", "gas", "R1", AdapterKind.OPCUA);
    campus.put("B1", "panic", "R1", AdapterKind.MQTT);
    campus.put("K1", "lock", "R1", AdapterKind.MQTT);
    for (int i = 1; i < 100; i++) {
      campus.put("T" + i, "thermometer", "R1", AdapterKind.OPCUA);
      campus.put("Z" + i, "zone", "R3", AdapterKind.MQTT);
    }
    for (int i = 1; i <= 50; i++) {
      campus.put("C" + i, "camera", "R2", AdapterKind.MQTT);
    }
    List<Relation> feeds = List.of(
        new Relation(Relation.Kind.FEEDS, "UP", "EM"),
        new Relation(Relation.Kind.FEEDS, "EM", "R2"),
        new Relation(Relation.Kind.SERVES, "G1", "R3"));
    return new CampusModel(
        TinyCampus.model().campus(),
        campus.kinds,
        campus.equipment,
        campus.points,
        feeds,
        Map.of());
  }

  private static List<PointTemplate> templates(String kind) {
    return switch (kind) {
      case "meter" -> List.of(number("voltage", low()));
      case "camera" -> List.of(bool("online", camera()), bool("maintenance", null));
      case "thermometer" -> List.of(number("temp", high(30, 2, AlarmRule.Priority.HIGH)));
      case "gas" -> List.of(number("gas", high(25, 0, AlarmRule.Priority.CRITICAL)));
      case "panic" ->
        List.of(
            bool("pressed", state("true", AlarmRule.Priority.CRITICAL, traits(true, false, true))),
            bool("armed", null));
      case "lock" ->
        List.of(bool("held", state("true", AlarmRule.Priority.LOW, traits(false, false, true))));
      default ->
        List.of(bool("zone", state("true", AlarmRule.Priority.HIGH, traits(false, true, true))));
    };
  }

  private static AlarmRule.Traits traits(boolean life, boolean security, boolean latch) {
    return new AlarmRule.Traits(life, security, latch, false, Set.of());
  }

  private static AlarmRule state(
      String word, AlarmRule.Priority priority, AlarmRule.Traits traits) {
    return new AlarmRule(AlarmRule.Kind.OFF_NORMAL, 0, 0, word, 0, 0, priority, traits);
  }

  private static AlarmRule camera() {
    AlarmRule.Traits traits =
        new AlarmRule.Traits(false, false, false, false, Set.of(AlarmRule.Unless.values()));
    return state("false", AlarmRule.Priority.MEDIUM, traits);
  }

  private static AlarmRule high(double limit, double deadband, AlarmRule.Priority priority) {
    return new AlarmRule(AlarmRule.Kind.HIGH, limit, deadband, null, 0, 0, priority, false);
  }

  private static AlarmRule low() {
    AlarmRule.Traits outage = new AlarmRule.Traits(false, false, false, true, Set.of());
    return new AlarmRule(
        AlarmRule.Kind.LOW, 198, 4, null, 5_000, 5_000, AlarmRule.Priority.MEDIUM, outage);
  }

  private static PointTemplate bool(String name, @Nullable AlarmRule alarm) {
    return template(name, ValueType.BOOL, alarm);
  }

  private static PointTemplate number(String name, AlarmRule alarm) {
    return template(name, ValueType.NUMBER, alarm);
  }

  private static PointTemplate template(String name, ValueType type, @Nullable AlarmRule alarm) {
    Name label = new Name(name, name);
    return new PointTemplate(
        name, label, type, List.of(), "1", -1e6, 1e6, false, 3_600_000, 0, 1_000, null, alarm,
        false);
  }

  private void put(String id, String kind, String space, AdapterKind adapter) {
    Name name = new Name(id, id);
    EquipmentKind known =
        kinds.computeIfAbsent(kind, key -> new EquipmentKind(key, "test", name, templates(key)));
    equipment.add(new Equipment(id, kind, name, space, 1, 1, 1, 0, Map.of(), false));
    for (PointTemplate template : known.points()) {
      PointId point = PointId.of(id + "." + template.name());
      FieldAddress address = new FieldAddress(adapter, "DEV-" + id, point.text(), "1");
      points.add(new Point(point, name, template, id, kind, space, "test", address));
    }
  }
}
