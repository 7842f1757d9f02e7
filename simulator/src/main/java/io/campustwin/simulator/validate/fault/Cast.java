package io.campustwin.simulator.validate.fault;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.place.Space;
import io.campustwin.signal.PointId;
import io.campustwin.simulator.world.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Whom the drills are put on, by role, so that they run on any campus that has the roles. */
final class Cast {
  private final CampusModel model;

  Cast(CampusModel model) {
    this.model = model;
  }

  /** The {@code n}-th piece of a kind, from 0, indoors in a room for people where there is a choice. */
  String piece(String kind, int n) {
    List<Equipment> all =
        model.equipment().stream().filter(piece -> piece.kind().equals(kind)).toList();
    List<Equipment> rooms = all.stream()
        .filter(piece -> model
            .findSpace(piece.space())
            .filter(space -> space.capacity() >= 30)
            .isPresent())
        .toList();
    List<Equipment> chosen = rooms.size() > n ? rooms : all;
    if (chosen.isEmpty()) {
      throw new IllegalStateException("no " + kind + " on this campus");
    }
    return chosen.get(n % chosen.size()).id();
  }

  String space(String piece) {
    return model.findEquipment(piece).orElseThrow().space();
  }

  /** A piece of a kind in the same room as another piece. */
  String beside(String other, String kind) {
    return model.equipment().stream()
        .filter(piece -> piece.kind().equals(kind) && piece.space().equals(space(other)))
        .map(Equipment::id)
        .findFirst()
        .orElseGet(() -> near(other, kind));
  }

  /** A piece of a kind in a room for people of the same building as another piece. */
  String near(String other, String kind) {
    String building = model.findSpace(space(other)).orElseThrow().building();
    return model.equipment().stream()
        .filter(piece -> piece.kind().equals(kind))
        .filter(piece -> model
            .findSpace(piece.space())
            .filter(space -> space.capacity() >= 20)
            .filter(space -> java.util.Objects.equals(space.building(), building))
            .isPresent())
        .map(Equipment::id)
        .findFirst()
        .orElseGet(() -> piece(kind, 0));
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
