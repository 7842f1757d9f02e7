package io.campustwin.simulator.scenario;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.place.Storey;
import io.campustwin.place.Zone;
import io.campustwin.simulator.weather.Chance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds who plays which role on a campus; the same model and seed give the same cast. */
final class Casting {
  private final CampusModel model;
  private final long seed;
  private final List<String> compartment;
  private final String storey;
  private final String building;

  Casting(CampusModel model, long seed) {
    this.model = model;
    this.seed = seed;
    Storey largest = largestStorey();
    storey = largest == null ? "" : largest.id();
    building = largest == null ? "" : largest.building();
    compartment = compartment(storey);
  }

  /** Id of the building with the fire places, empty if the campus has no detectors. */
  String building() {
    return building;
  }

  /** Ids of the targets of a pick, in a fixed order; empty if nobody can play the role. */
  List<String> cast(Scenario.Pick pick) {
    return switch (pick.kind()) {
      case "room" -> take(rooms(), pick);
      case "exit" -> take(exits(), pick);
      case "opcua", "bacnet", "mqtt", "broker", "server" -> List.of(pick.kind());
      default -> take(pieces(pick), pick);
    };
  }

  private List<String> take(List<String> all, Scenario.Pick pick) {
    if (pick.share() > 0) {
      int count = Math.max(1, (int) Math.round(all.size() * pick.share()));
      List<String> mixed = new ArrayList<>(all);
      mixed.sort(Comparator.comparingDouble((String id) -> Chance.at(seed, 40, all.indexOf(id)))
          .thenComparing(Comparator.naturalOrder()));
      return new ArrayList<>(new TreeSet<>(mixed.subList(0, Math.min(count, mixed.size()))));
    }
    return all.stream().skip(pick.skip()).limit(pick.count()).toList();
  }

  private List<String> pieces(Scenario.Pick pick) {
    return model.equipment().stream()
        .filter(piece -> piece.kind().equals(pick.kind()))
        .filter(piece -> isWithin(piece, pick.within()))
        .sorted(Comparator.comparing((Equipment piece) -> !hasPeople(piece.space())))
        .map(Equipment::id)
        .toList();
  }

  private boolean hasPeople(String space) {
    return model.findSpace(space).map(found -> found.capacity() > 0).orElse(false);
  }

  private boolean isWithin(Equipment piece, Scenario.Within within) {
    Space space = model.findSpace(piece.space()).orElse(null);
    if (space == null) {
      return within == Scenario.Within.CAMPUS;
    }
    return switch (within) {
      case CAMPUS -> true;
      case FIRE_BUILDING -> building.equals(space.building());
      case FIRE_STOREY -> storey.equals(space.storey());
      case FIRE_COMPARTMENT -> compartment.contains(space.id());
      case GATE -> space.building() == null || space.kind() == SpaceKind.GATE;
      case CORRIDOR -> space.kind() == SpaceKind.CORRIDOR;
    };
  }

  /** Rooms of the fire compartment with a detector and people, else with a detector. */
  private List<String> rooms() {
    Set<String> guarded = new TreeSet<>();
    model.equipment().stream()
        .filter(piece -> piece.kind().equals("smoke-detector"))
        .forEach(piece -> guarded.add(piece.space()));
    return compartment.stream()
        .filter(guarded::contains)
        .sorted(Comparator.comparing((String id) -> !hasPeople(id)))
        .toList();
  }

  /** Exits of the fire building, all but the widest, so that one always stays. */
  private List<String> exits() {
    return model.campus().passages().stream()
        .filter(passage -> passage.exit() && passage.kind() != Passage.Kind.GATE)
        .filter(passage -> isIn(passage.from()) || isIn(passage.to()))
        .sorted(Comparator.comparingDouble(Passage::width).reversed().thenComparing(Passage::id))
        .skip(1)
        .map(Passage::id)
        .toList();
  }

  private boolean isIn(String space) {
    return model
        .findSpace(space)
        .map(found -> building.equals(found.building()))
        .orElse(false);
  }

  private @org.jspecify.annotations.Nullable Storey largestStorey() {
    Storey best = null;
    double most = 0;
    for (var house : model.campus().buildings()) {
      for (Storey candidate : house.storeys()) {
        List<String> spaces = compartment(candidate.id());
        double people = spaces.stream().mapToDouble(this::weight).sum();
        if (detectors(spaces) >= 2 && people > most) {
          most = people;
          best = candidate;
        }
      }
    }
    return best;
  }

  /** A storey is large by its rooms for a class; smaller ones only break ties. */
  private double weight(String space) {
    int persons = model.findSpace(space).map(Space::capacity).orElse(0);
    return persons >= 20 ? 1 : persons / 10_000.0;
  }

  private long detectors(List<String> spaces) {
    return model.equipment().stream()
        .filter(piece -> piece.kind().equals("smoke-detector"))
        .filter(piece -> spaces.contains(piece.space()))
        .count();
  }

  /** The storey's compartment with most rooms; the storey itself if it has none. */
  private List<String> compartment(String storeyId) {
    List<String> best = List.of();
    for (Zone zone : model.campus().zones()) {
      boolean here = zone.kind().equals("fire-compartment")
          && zone.spaces().stream().anyMatch(id -> isOn(id, storeyId));
      if (here && zone.spaces().size() > best.size()) {
        best = zone.spaces();
      }
    }
    return best.isEmpty()
        ? model.campus().spaces().stream()
            .filter(space -> storeyId.equals(space.storey()))
            .map(Space::id)
            .toList()
        : best;
  }

  private boolean isOn(String space, String storeyId) {
    return model.findSpace(space).map(found -> storeyId.equals(found.storey())).orElse(false);
  }
}
