package io.campustwin.asset;

import io.campustwin.place.Building;
import io.campustwin.place.Campus;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A checked campus: places, equipment, points and relations, with the look-ups everybody needs. Immutable; lists keep
 * the order of the files. Build it with {@code io.campustwin.codec.CampusReader}.
 */
public final class CampusModel {
  private final Campus campus;
  private final Map<String, EquipmentKind> kinds;
  private final List<Equipment> allEquipment;
  private final List<Point> allPoints;
  private final List<Relation> relations;
  private final Map<String, Object> facts;
  private final Map<String, Building> buildings = new LinkedHashMap<>();
  private final Map<String, Storey> storeys = new LinkedHashMap<>();
  private final Map<String, Space> spaces = new LinkedHashMap<>();
  private final Map<String, Equipment> equipment = new LinkedHashMap<>();
  private final Map<PointId, Point> points = new LinkedHashMap<>();
  private final Map<String, List<Point>> pointsByEquipment = new LinkedHashMap<>();

  /**
   * @param facts figures of the school itself (students, classes, exit bandwidth ...) as plain YAML values
   */
  public CampusModel(
      Campus campus,
      Map<String, EquipmentKind> kinds,
      List<Equipment> equipment,
      List<Point> points,
      List<Relation> relations,
      Map<String, Object> facts) {
    this.campus = campus;
    this.kinds = Map.copyOf(kinds);
    this.relations = List.copyOf(relations);
    this.facts = facts;
    for (Building building : campus.buildings()) {
      buildings.put(building.id(), building);
      building.storeys().forEach(storey -> storeys.put(storey.id(), storey));
    }
    campus.spaces().forEach(space -> spaces.put(space.id(), space));
    equipment.forEach(piece -> this.equipment.put(piece.id(), piece));
    for (Point point : points) {
      this.points.put(point.id(), point);
      pointsByEquipment
          .computeIfAbsent(point.equipment(), key -> new ArrayList<>())
          .add(point);
    }
    allEquipment = List.copyOf(this.equipment.values());
    allPoints = List.copyOf(this.points.values());
  }

  public Campus campus() {
    return campus;
  }

  public List<Equipment> equipment() {
    return allEquipment;
  }

  public List<Point> points() {
    return allPoints;
  }

  public List<Relation> relations() {
    return relations;
  }

  public Map<String, Object> facts() {
    return facts;
  }

  public Map<String, EquipmentKind> kinds() {
    return kinds;
  }

  public Optional<Point> findPoint(PointId id) {
    return Optional.ofNullable(points.get(id));
  }

  public Optional<Equipment> findEquipment(String id) {
    return Optional.ofNullable(equipment.get(id));
  }

  public Optional<Space> findSpace(String id) {
    return Optional.ofNullable(spaces.get(id));
  }

  public Optional<Storey> findStorey(String id) {
    return Optional.ofNullable(storeys.get(id));
  }

  public Optional<Building> findBuilding(String id) {
    return Optional.ofNullable(buildings.get(id));
  }

  /** Points of one piece of equipment, in the order of its kind. */
  public List<Point> pointsOf(String equipmentId) {
    return pointsByEquipment.getOrDefault(equipmentId, List.of());
  }
}
