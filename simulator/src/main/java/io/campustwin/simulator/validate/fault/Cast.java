package io.campustwin.simulator.validate.fault;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.signal.PointId;
import io.campustwin.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Whom the drills are put on, by role, so that they run on any campus that has the roles. */
final class Cast {
  private static final int MANY = 30;
  private final CampusModel model;

  Cast(CampusModel model) {
    this.model = model;
  }

  /** The {@code n}-th piece of a kind, from 0, in a classroom of its own where there is a choice, else for many people. */
  String piece(String kind, int n) {
    List<Equipment> all =
        model.equipment().stream().filter(piece -> piece.kind().equals(kind)).toList();
    List<Equipment> rooms = all.stream().filter(this::isAmongMany).toList();
    List<Equipment> alone = rooms.stream()
        .filter(piece -> isInClass(piece)
            && rooms.stream()
                .allMatch(other -> other == piece || !other.space().equals(piece.space())))
        .toList();
    List<Equipment> chosen = alone.size() > n ? alone : rooms.size() > n ? rooms : all;
    if (chosen.isEmpty()) {
      throw new IllegalStateException("no " + kind + " on this campus");
    }
    return chosen.get(n % chosen.size()).id();
  }

  private boolean isAmongMany(Equipment piece) {
    return model
        .findSpace(piece.space())
        .filter(space -> space.capacity() >= MANY)
        .isPresent();
  }

  private boolean isInClass(Equipment piece) {
    return model
        .findSpace(piece.space())
        .filter(space -> space.kind() == SpaceKind.CLASSROOM)
        .isPresent();
  }

  String space(String piece) {
    return model.findEquipment(piece).orElseThrow().space();
  }

  /** A piece of a kind in a classroom of the same building as another piece. */
  String near(String other, String kind) {
    String building = building(other);
    return model.equipment().stream()
        .filter(piece -> piece.kind().equals(kind) && isInClass(piece))
        .map(Equipment::id)
        .filter(piece -> building(piece).equals(building))
        .findFirst()
        .orElseGet(() -> piece(kind, 0));
  }

  private String building(String piece) {
    String building = model.findSpace(space(piece)).orElseThrow().building();
    return building == null ? "" : building;
  }

  static PointId id(String piece, String name) {
    return PointId.of(piece + "." + name);
  }

  static double truth(World world, PointId point) {
    return Gauge.number(world.find(point).orElseThrow());
  }

  /** One point of a piece, and what it truly is. */
  Drill.Sight point(String what, String unit, String piece, String name) {
    PointId point = id(piece, name);
    return new Drill.Sight(what, unit, List.of(point), world -> truth(world, point));
  }

  /** Index of a space in the campus. */
  int index(String space) {
    List<String> ids = model.campus().spaces().stream().map(Space::id).toList();
    return ids.indexOf(space);
  }

  /** Of a space, m³. */
  double volume(String space) {
    Space found = model.findSpace(space).orElseThrow();
    return found.area() * found.height();
  }

  int seats(String space) {
    return model.findSpace(space).orElseThrow().capacity();
  }

  /** Network devices with the most points first, fire and others mixed as they come. */
  String device(int n) {
    Map<String, Integer> count = new LinkedHashMap<>();
    model.points().forEach(point -> count.merge(point.address().device(), 1, Integer::sum));
    return count.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue()
            .reversed()
            .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .toList()
        .get(n);
  }

  List<PointId> ofDevice(String device) {
    return those(point -> point.address().device().equals(device));
  }

  List<PointId> ofProtocol(AdapterKind kind) {
    return those(point -> point.address().adapter() == kind);
  }

  List<PointId> all() {
    return those(point -> true);
  }

  /** Points of a room's own network devices on the storey of a piece. */
  List<PointId> onStorey(String piece) {
    String storey = storey(piece);
    return those(point -> point.address().adapter() == AdapterKind.MQTT
        && !point.equipment().equals(piece)
        && storey.equals(storey(point.equipment())));
  }

  private String storey(String piece) {
    String storey = model.findSpace(space(piece)).orElseThrow().storey();
    return storey == null ? "" : storey;
  }

  private List<PointId> those(Predicate<Point> wanted) {
    return model.points().stream().filter(wanted).map(Point::id).toList();
  }
}
