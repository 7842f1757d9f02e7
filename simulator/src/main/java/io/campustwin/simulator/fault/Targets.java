package io.campustwin.simulator.fault;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.asset.Relation;
import io.campustwin.place.Space;
import io.campustwin.place.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Whom a fault concerns: points, equipment and spaces by their index in the model, network devices by name. */
final class Targets {
  private final CampusModel model;
  private final Map<String, Integer> points = new HashMap<>();
  private final Map<String, Integer> pieces = new HashMap<>();
  private final Map<String, Integer> spaces = new HashMap<>();
  private final Map<String, List<Integer>> byDevice = new HashMap<>();
  private final Map<String, List<Integer>> byPiece = new HashMap<>();

  Targets(CampusModel model) {
    this.model = model;
    for (int i = 0; i < model.points().size(); i++) {
      Point point = model.points().get(i);
      points.put(point.id().text(), i);
      byDevice
          .computeIfAbsent(point.address().device(), key -> new ArrayList<>())
          .add(i);
      byPiece.computeIfAbsent(point.equipment(), key -> new ArrayList<>()).add(i);
    }
    for (int i = 0; i < model.equipment().size(); i++) {
      pieces.put(model.equipment().get(i).id(), i);
    }
    for (int i = 0; i < model.campus().spaces().size(); i++) {
      spaces.put(model.campus().spaces().get(i).id(), i);
    }
  }

  int points() {
    return model.points().size();
  }

  int pieces() {
    return model.equipment().size();
  }

  int spaces() {
    return model.campus().spaces().size();
  }

  boolean knows(FaultKind kind, String target) {
    boolean piece = pieces.containsKey(target);
    return switch (kind.aim()) {
      case POINT -> points.containsKey(target);
      case READING -> points.containsKey(target) || piece;
      case ROOM -> spaces.containsKey(target);
      case DEVICE -> byDevice.containsKey(target) || piece;
      case PROTOCOL -> AdapterKind.find(target).isPresent();
      case LINK -> AdapterKind.find(target).isPresent() || byDevice.containsKey(target) || piece;
      case BROKER, SERVER -> target.equals(kind.aim().words().en());
      default -> piece && kind.aim().takes(model.equipment().get(piece(target)).kind());
    };
  }

  /** Index of a piece of equipment that is known. */
  int piece(String id) {
    return pieces.getOrDefault(id, -1);
  }

  int space(String id) {
    return spaces.getOrDefault(id, -1);
  }

  /** Points that a point's or a piece's own id stands for. */
  List<Integer> pointsOf(String id) {
    Integer point = points.get(id);
    return point != null ? List.of(point) : byPiece.getOrDefault(id, List.of());
  }

  List<Integer> pointsOfDevices(Set<String> devices) {
    List<Integer> found = new ArrayList<>();
    for (String device : new TreeSet<>(devices)) {
      found.addAll(byDevice.getOrDefault(device, List.of()));
    }
    return found;
  }

  /** Network devices that a protocol's, a device's or a piece's id stands for. */
  Set<String> devices(String target) {
    Set<String> found = new LinkedHashSet<>();
    for (Point point : model.points()) {
      if (point.address().device().equals(target)
          || point.equipment().equals(target)
          || point.address().adapter() == AdapterKind.find(target).orElse(null)) {
        found.add(point.address().device());
      }
    }
    return found;
  }

  private static boolean isOn(boolean[] flags, int i) {
    return i >= 0 && i < flags.length && flags[i];
  }

  /** Devices that serve nothing but these pieces of equipment. */
  Set<String> devicesOfOnly(boolean[] those) {
    Set<String> found = new TreeSet<>();
    if (IntStream.range(0, those.length).noneMatch(e -> those[e])) {
      return found;
    }
    Set<String> others = new TreeSet<>();
    for (Point point : model.points()) {
      boolean isOne = isOn(those, piece(point.equipment()));
      (isOne ? found : others).add(point.address().device());
    }
    found.removeAll(others);
    return found;
  }

  /** Devices all of whose equipment stands where a switch serves: what it is related to, else its storey. */
  Set<String> behind(String id) {
    Set<Integer> places = places(id);
    if (places.isEmpty()) {
      places.addAll(storey(model.equipment().get(piece(id)).space()));
    }
    Set<String> found = new LinkedHashSet<>();
    byDevice.forEach((device, its) -> {
      boolean inside = its.stream()
          .map(i -> model.points().get(i))
          .allMatch(point -> !point.equipment().equals(id)
              && places.contains(
                  space(model.equipment().get(piece(point.equipment())).space())));
      if (inside) {
        found.add(device);
      }
    });
    return new TreeSet<>(found);
  }

  private Set<Integer> storey(String space) {
    Set<Integer> found = new LinkedHashSet<>();
    Space own = model.findSpace(space).orElseThrow();
    for (Space other : model.campus().spaces()) {
      String storey = other.storey();
      if (storey != null ? storey.equals(own.storey()) : other.id().equals(space)) {
        found.add(space(other.id()));
      }
    }
    return found;
  }

  private static boolean isFrom(Relation relation, String id) {
    return relation.from().equals(id)
        && (relation.kind() == Relation.Kind.FEEDS || relation.kind() == Relation.Kind.SERVES);
  }

  private Set<Integer> places(String id) {
    Set<Integer> found = new LinkedHashSet<>();
    for (Relation relation : model.relations()) {
      if (isFrom(relation, id)) {
        found.addAll(placesOf(relation.to()));
      }
    }
    return found;
  }

  private Set<Integer> placesOf(String id) {
    Set<Integer> found = new LinkedHashSet<>();
    for (Zone zone : model.campus().zones()) {
      if (zone.id().equals(id)) {
        zone.spaces().forEach(space -> found.add(space(space)));
      }
    }
    for (Space space : model.campus().spaces()) {
      if (id.equals(space.id()) || id.equals(space.storey()) || id.equals(space.building())) {
        found.add(space(space.id()));
      }
    }
    found.remove(-1);
    return found;
  }
}
