package io.campustwin.simulator.evaluate;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Relation;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts and shares on a campus model. A figure that the model does not hold is empty, never guessed. */
final class Inventory {
  private static final double DEFAULT_RANGE = 15;
  private static final Set<SpaceKind> USED = Set.of(
      SpaceKind.CLASSROOM,
      SpaceKind.LABORATORY,
      SpaceKind.COMPUTER_ROOM,
      SpaceKind.ART_ROOM,
      SpaceKind.MUSIC_ROOM,
      SpaceKind.LIBRARY,
      SpaceKind.OFFICE,
      SpaceKind.MEETING_ROOM,
      SpaceKind.ACTIVITY_ROOM,
      SpaceKind.HALL);
  private final CampusModel model;

  Inventory(CampusModel model) {
    this.model = model;
  }

  /** A figure among the school's facts. */
  OptionalDouble fact(String key) {
    Object value = model.facts().get(key);
    return value instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  /** Entries of a list among the school's facts, empty if it is not there. */
  OptionalDouble factCount(String key) {
    Object value = model.facts().get(key);
    return value instanceof List<?> list
        ? OptionalDouble.of((double) list.stream().distinct().count())
        : OptionalDouble.empty();
  }

  /** Spaces the school declares to have a role, -1 if it declares no roles at all. */
  double role(String role) {
    Object roles = model.facts().get("spaceRoles");
    if (!(roles instanceof Map<?, ?> map)) {
      return -1;
    }
    Object spaces = map.get(role);
    return spaces instanceof List<?> list
        ? list.stream()
            .filter(id -> model.findSpace(String.valueOf(id)).isPresent())
            .count()
        : 0;
  }

  /** Share of teaching, activity and office places within reach of an access point, %. */
  OptionalDouble wirelessShare() {
    return share(USED, this::hasWireless);
  }

  /** Share of teaching, activity and office places in a building with an access switch, %. */
  OptionalDouble wiredShare() {
    return share(USED, this::hasWired);
  }

  /** Share of classrooms with a touch screen of at least 85 inches, %. */
  OptionalDouble bigTouchShare() {
    return share(Set.of(SpaceKind.CLASSROOM), space -> model.equipment().stream()
        .filter(piece -> piece.space().equals(space.id()))
        .anyMatch(piece -> piece.kind().equals("interactive-panel")
            && number(piece, "sizeInches", 0) >= 85
            && "true".equals(piece.facts().get("touch"))));
  }

  /** Rooms of a kind that have a screen or board, and all of them: share, %. */
  OptionalDouble screenShare(SpaceKind kind) {
    return share(Set.of(kind), this::hasScreen);
  }

  /** Teaching terminals in classrooms for each class. */
  OptionalDouble panelsPerClass() {
    OptionalDouble classes = fact("classes");
    long panels = model.equipment().stream()
        .filter(piece -> piece.kind().equals("interactive-panel"))
        .filter(piece -> kindOf(piece.space()) == SpaceKind.CLASSROOM)
        .count();
    return classes.isPresent() && classes.getAsDouble() > 0
        ? OptionalDouble.of(panels / classes.getAsDouble())
        : OptionalDouble.empty();
  }

  /** Seats of the smallest computer room over the mean size of a class. */
  OptionalDouble seatsPerPupil() {
    OptionalDouble classes = fact("classes");
    OptionalDouble students = fact("students");
    OptionalDouble seats = model.equipment().stream()
        .filter(piece -> piece.kind().equals("computer-lab"))
        .mapToDouble(piece -> number(piece, "seats", capacity(piece.space())))
        .min();
    if (classes.isEmpty() || students.isEmpty() || seats.isEmpty() || students.getAsDouble() <= 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(
        seats.getAsDouble() / (students.getAsDouble() / Math.max(1, classes.getAsDouble())));
  }

  /** Share of equipment with at least one point that is bound to a field address, %. */
  double boundShare() {
    long bound = model.equipment().stream()
        .filter(piece -> !model.pointsOf(piece.id()).isEmpty())
        .count();
    return 100.0 * bound / Math.max(1, model.equipment().size());
  }

  /** Share of buildings with an outline in a campus that names its reference system, %. */
  double locatedShare() {
    boolean frame = !model.campus().frame().wkt().isBlank();
    long located = model.campus().buildings().stream()
        .filter(house -> !house.outline().isEmpty())
        .count();
    return frame ? 100.0 * located / Math.max(1, model.campus().buildings().size()) : 0;
  }

  /** Share of spaces with a plan, %. */
  double plannedShare() {
    long planned = model.campus().spaces().stream()
        .filter(space -> !space.polygon().isEmpty())
        .count();
    return 100.0 * planned / Math.max(1, model.campus().spaces().size());
  }

  private OptionalDouble share(Set<SpaceKind> kinds, java.util.function.Predicate<Space> having) {
    List<Space> all = model.campus().spaces().stream()
        .filter(space -> kinds.contains(space.kind()))
        .toList();
    return all.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(100.0 * all.stream().filter(having).count() / all.size());
  }

  private boolean hasWireless(Space space) {
    for (Equipment piece : model.equipment()) {
      if (piece.kind().equals("wifi-ap") && (serves(piece, space) || reaches(piece, space))) {
        return true;
      }
    }
    return false;
  }

  private boolean serves(Equipment piece, Space space) {
    return model.relations().stream()
        .anyMatch(relation -> relation.kind() == Relation.Kind.SERVES
            && relation.from().equals(piece.id())
            && (relation.to().equals(space.id()) || relation.to().equals(space.storey())));
  }

  private boolean reaches(Equipment piece, Space space) {
    Optional<Space> home = model.findSpace(piece.space());
    if (home.isEmpty()
        || space.storey() == null
        || !space.storey().equals(home.get().storey())) {
      return false;
    }
    double dx = piece.x() - space.polygon().getCentroid().getX();
    double dy = piece.y() - space.polygon().getCentroid().getY();
    return Math.sqrt(dx * dx + dy * dy) <= number(piece, "range", DEFAULT_RANGE);
  }

  private boolean hasWired(Space space) {
    Set<String> wired = new TreeSet<>();
    for (Equipment piece : model.equipment()) {
      if (piece.kind().equals("access-switch")) {
        model.findSpace(piece.space()).map(Space::building).ifPresent(wired::add);
      }
    }
    return space.building() != null && wired.contains(space.building());
  }

  private boolean hasScreen(Space space) {
    return model.equipment().stream()
        .filter(piece -> piece.space().equals(space.id()))
        .anyMatch(piece ->
            Set.of("public-screen", "class-board", "interactive-panel").contains(piece.kind()));
  }

  private @Nullable SpaceKind kindOf(String space) {
    return model.findSpace(space).map(Space::kind).orElse(null);
  }

  private double capacity(String space) {
    return model.findSpace(space).map(Space::capacity).orElse(0);
  }

  private static double number(Equipment piece, String key, double otherwise) {
    try {
      return Double.parseDouble(piece.facts().getOrDefault(key, String.valueOf(otherwise)));
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }
}
