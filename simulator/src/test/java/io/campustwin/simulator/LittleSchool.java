package io.campustwin.simulator;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.EquipmentKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.asset.Relation;
import io.campustwin.codec.KindsReader;
import io.campustwin.place.Building;
import io.campustwin.place.Campus;
import io.campustwin.place.Name;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.place.Storey;
import io.campustwin.place.Zone;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The world of the tests: building A with two storeys, each with four classrooms of 9 m by 7 m along a corridor and a
 * stair at its end; one exit at the stair, one at the corridor's other end; one piece of every kind of equipment.
 */
public final class LittleSchool {
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private final List<Space> spaces = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final List<Equipment> equipment = new ArrayList<>();
  private final List<Point> points = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  private LittleSchool() {}

  public static CampusModel model() {
    return new LittleSchool().build();
  }

  private CampusModel build() {
    List<Storey> storeys = new ArrayList<>();
    for (int level = 1; level <= 2; level++) {
      storeys.add(new Storey("A-" + level, "A", level, name("A" + level), (level - 1) * 3.6, 3.6));
      storey(level);
    }
    spaces.add(new Space(
        "OUT", name("OUT"), SpaceKind.OUTDOOR, null, null, box(-50, -50, 100, 0), 3, 0, true));
    spaces.add(new Space(
        "GATE-S", name("GATE-S"), SpaceKind.GATE, null, null, box(0, -60, 10, -50), 3, 0, true));
    door("P-EXIT1", Passage.Kind.DOOR, "A1-ST1", "OUT", 39, 8.5, 1.8, true);
    door("P-EXIT2", Passage.Kind.DOOR, "A1-COR", "OUT", 0, 8.5, 1.5, true);
    door("P-STAIR", Passage.Kind.STAIR, "A1-ST1", "A2-ST1", 39, 8.5, 1.4, false);
    for (EquipmentKind kind : KindsReader.bundled().kinds().values()) {
      String code = KindsReader.bundled().code(kind.key()).orElseThrow();
      if (equipment.stream().noneMatch(piece -> piece.kind().equals(kind.key()))) {
        add(place(kind.key()), kind.key(), code, "");
      }
    }
    Building building = new Building("A", name("A"), "teaching", box(0, 0, 42, 10), storeys);
    Campus campus = new Campus(
        "little",
        name("Little school"),
        true,
        List.of("junior"),
        new Campus.Frame("LOCAL", 0, 0),
        List.of(building),
        spaces,
        passages,
        List.of(zone(1), zone(2)));
    return new CampusModel(
        campus,
        KindsReader.bundled().kinds(),
        equipment,
        points,
        relations,
        Map.of("students", 360, "classes", 8));
  }

  private Zone zone(int level) {
    List<String> ids = spaces.stream()
        .filter(space -> ("A-" + level).equals(space.storey()))
        .map(Space::id)
        .toList();
    return new Zone("FC-A" + level, "fire-compartment", name("FC-A" + level), ids);
  }

  private void storey(int level) {
    String storey = "A-" + level;
    String corridor = "A" + level + "-COR";
    indoor(corridor, SpaceKind.CORRIDOR, storey, box(0, 7, 36, 10), 0);
    indoor("A" + level + "-ST1", SpaceKind.STAIR, storey, box(36, 7, 42, 10), 0);
    door(
        "P-COR" + level, Passage.Kind.OPENING, corridor, "A" + level + "-ST1", 36, 8.5, 2.4, false);
    add(corridor, "smoke-detector", "SD", "");
    add(corridor, "call-point", "CP", "");
    add(corridor, "sounder", "SO", "");
    add(corridor, "fire-door", "FD", "");
    for (int i = 0; i < 4; i++) {
      String id = "A" + level + "0" + (i + 1);
      indoor(id, SpaceKind.CLASSROOM, storey, box(9 * i, 0, 9 * i + 9, 7), 45);
      door("P-" + id, Passage.Kind.DOOR, id, corridor, 9 * i + 8, 7, 1.0, false);
      add(id, "lighting-group", "LG", "1");
      add(id, "fan-coil", "FC", "");
      add(id, "air-sensor", "AQ", "");
      add(id, "smoke-detector", "SD", "");
      add(id, "interactive-panel", "IP", "");
      add(id, "broadcast-zone", "BZ", "");
      add(id, "access-door", "AD", "");
    }
  }

  private static String place(String kind) {
    return switch (kind) {
      case "gate", "visitor-kiosk", "panic-button" -> "GATE-S";
      case "weather-station", "perimeter-segment", "uplink", "pv-inverter" -> "OUT";
      default -> "A1-COR";
    };
  }

  private void indoor(String id, SpaceKind kind, String storey, Polygon polygon, int capacity) {
    spaces.add(new Space(id, name(id), kind, "A", storey, polygon, 3.2, capacity, true));
  }

  private void door(
      String id,
      Passage.Kind kind,
      String from,
      String to,
      double x,
      double y,
      double width,
      boolean exit) {
    passages.add(new Passage(id, kind, from, to, x, y, width, exit));
  }

  private void add(String space, String kind, String code, String number) {
    String id = space + "-" + code + number;
    Space at = spaces.stream().filter(s -> s.id().equals(space)).findFirst().orElse(null);
    equipment.add(new Equipment(
        id, kind, name(id), space, middle(at, true), middle(at, false), 2.5, 0, Map.of(), true));
    EquipmentKind found = KindsReader.bundled().find(kind).orElseThrow();
    AdapterKind adapter = KindsReader.bundled().adapter(kind).orElseThrow();
    String device =
        switch (adapter) {
          case BACNET -> "BAC-" + space.substring(0, 2);
          case OPCUA -> "OPC-" + found.system();
          default -> id;
        };
    for (PointTemplate template : found.points()) {
      PointId point = PointId.of(id + "." + template.name());
      points.add(new Point(
          point,
          name(point.text()),
          template,
          id,
          kind,
          space,
          found.system(),
          new FieldAddress(adapter, device, point.text(), template.unit())));
    }
  }

  private static double middle(@Nullable Space space, boolean x) {
    if (space == null) {
      return 0;
    }
    return x
        ? space.polygon().getCentroid().getX()
        : space.polygon().getCentroid().getY();
  }

  private static Polygon box(double x0, double y0, double x1, double y1) {
    return SHAPES.createPolygon(new Coordinate[] {
      new Coordinate(x0, y0),
      new Coordinate(x1, y0),
      new Coordinate(x1, y1),
      new Coordinate(x0, y1),
      new Coordinate(x0, y0)
    });
  }

  private static Name name(String text) {
    return new Name(text, text);
  }
}
