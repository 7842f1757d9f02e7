package io.campustwin.simulator.check;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.asset.Relation;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkages;
import io.campustwin.engine.state.PointState;
import io.campustwin.place.Egress;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.place.Zone;
import io.campustwin.signal.Value;
import io.campustwin.simulator.check.FireExercise.Span;
import io.campustwin.standard.Thresholds;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The clauses of the check "fire-linkage", each by the id of its threshold, judged on one exercise. What ought to have
 * happened is asked of the model (the building, its compartments, stairs and ways out), never of the linkage.
 */
final class FireClauses {
  private static final Value ON = Value.of("on");
  private static final Value TRUE = Value.of(true);
  private static final Value NORMAL = Value.of("normal");
  private static final Value RECALLED = Value.of("recalled");
  private static final Value OPEN = Value.of("open");
  private static final Value RELEASED = Value.of("released");
  private static final int LIFE_SAFETY = 2;
  private static final double ANY = 1e9;

  private final FireExercise seen;
  private final CampusModel model;
  private final String storey;
  private final String building;
  private final List<EffectRun> effects;

  private FireClauses(FireExercise seen, String space) {
    this.seen = seen;
    this.model = seen.model();
    Space fire = model.findSpace(space).orElseThrow();
    this.storey = Objects.requireNonNull(fire.storey());
    this.building = Objects.requireNonNull(fire.building());
    this.effects = seen.run().map(run -> run.effects()).orElse(List.of());
  }

  /** What each clause lost, by equipment or place; a clause that holds has lost nothing. */
  static Map<String, Set<String>> judge(FireExercise seen, String space) {
    FireClauses clauses = new FireClauses(seen, space);
    Map<String, Set<String>> lost = new LinkedHashMap<>();
    lost.put("fire-sounder-all-zones", clauses.soundersInAllZones());
    lost.put("fire-sounder-burst", clauses.bursts());
    lost.put("fire-sounder-alternates", clauses.turns());
    lost.put("fire-broadcast-message", clauses.messages());
    lost.put("fire-broadcast-whole-building", clauses.broadcast());
    lost.put("fire-emergency-light-start", clauses.emergencyLights());
    lost.put("fire-pressurisation-start", clauses.pressurisation());
    lost.put("fire-doors-open", clauses.waysOut());
    lost.put("fire-access-release", clauses.accessRelease());
    lost.put("fire-power-must-stay", clauses.power());
    lost.put("fire-lighting-cut", clauses.lighting());
    lost.put("fire-lift-recall", clauses.lifts());
    lost.put("fire-feedback", clauses.feedback());
    return lost;
  }

  private Set<String> soundersInAllZones() {
    List<Point> sounders = inBuilding("sounder.state");
    Set<String> lost = unconfirmed(sounders, ON, ANY);
    lost.addAll(compartmentsWithout(sounders));
    lost.addAll(apart(sounders, point -> List.of(new Span(first(point, ON), 0))));
    lost.addAll(apart(inBuilding("sounder.sounding"), seen::spans));
    return lost;
  }

  private Set<String> bursts() {
    return outside(inBuilding("sounder.sounding"), "fire-sounder-burst", 2);
  }

  private Set<String> messages() {
    return outside(inBuilding("zone.speaking"), "fire-broadcast-message", 2);
  }

  /** After a burst a message, then the next burst; never both at once. */
  private Set<String> turns() {
    List<Point> sounding = inBuilding("sounder.sounding");
    Set<String> lost = new TreeSet<>();
    for (Point zone : inBuilding("zone.speaking")) {
      for (Point sounder : sounding) {
        if (!alternate(sounder, zone)) {
          lost.add(zone.equipment());
        }
      }
    }
    return sounding.isEmpty() ? Set.of("no sounder") : lost;
  }

  private boolean alternate(Point sounder, Point zone) {
    for (int second = 0; second <= FireExercise.SECONDS; second++) {
      if (seen.at(second, sounder).equals(TRUE) && seen.at(second, zone).equals(TRUE)) {
        return false;
      }
    }
    List<Span> bursts = seen.spans(sounder);
    return bursts.size() >= 2
        && seen.spans(zone).stream()
            .anyMatch(message -> message.from() >= bursts.get(0).to()
                && message.to() <= bursts.get(1).from());
  }

  private Set<String> broadcast() {
    List<Point> zones = inBuilding("zone.emergency");
    Set<String> lost = unconfirmed(zones, TRUE, ANY);
    lost.addAll(compartmentsWithout(zones));
    lost.addAll(apart(inBuilding("zone.speaking"), seen::spans));
    for (Point message : inBuilding("zone.message")) {
      if (seen.truth(message).toString().isBlank()) {
        lost.add(message.equipment());
      }
    }
    return lost;
  }

  private Set<String> emergencyLights() {
    List<Point> lights = inBuilding("emergencyLight.state");
    Set<String> lost =
        unconfirmed(lights, ON, limit("fire-emergency-light-start").get(0));
    lost.addAll(compartmentsWithout(lights));
    return lost;
  }

  /** Every stair has a fan on top of it. */
  private Set<String> pressurisation() {
    List<Point> fans = inBuilding("pressurisation.state");
    Set<String> lost = unconfirmed(fans, ON, limit("fire-pressurisation-start").get(0));
    String top = model.findBuilding(building).orElseThrow().storeys().stream()
        .max(java.util.Comparator.comparingInt(one -> one.level()))
        .orElseThrow()
        .id();
    model.campus().spaces().stream()
        .filter(space -> space.kind() == SpaceKind.STAIR && top.equals(space.storey()))
        .map(Space::id)
        .filter(stair -> fans.stream().noneMatch(fan -> fan.space().equals(stair)))
        .forEach(lost::add);
    return lost;
  }

  private Set<String> waysOut() {
    List<Point> gates = points("gate.mode");
    List<Point> barriers = points("barrier.mode");
    Set<String> lost = unconfirmed(doors(), RELEASED, ANY);
    lost.addAll(unconfirmed(gates, OPEN, ANY));
    lost.addAll(unconfirmed(barriers, OPEN, ANY));
    doors().stream()
        .filter(door -> !seen.truth(door).equals(RELEASED))
        .map(Point::equipment)
        .forEach(lost::add);
    return lost;
  }

  /** The platform is the second path of access control: it commands, at the level of life safety, and holds. */
  private Set<String> accessRelease() {
    Set<String> lost = new TreeSet<>();
    for (Point door : doors()) {
      PointState state = seen.last(door.id());
      boolean held = state.slots().stream()
          .anyMatch(slot -> slot.level() <= LIFE_SAFETY
              && slot.owner().equals(Linkages.OWNER + "fire")
              && slot.value().equals(RELEASED));
      if (!held || !RELEASED.equals(state.value())) {
        lost.add(door.equipment());
      }
    }
    return doors().isEmpty() ? Set.of("no door") : lost;
  }

  /** Access doors in passages that the storey on fire needs on its ways out. */
  private List<Point> doors() {
    Set<String> ways = new LinkedHashSet<>();
    Egress.of(model.campus()).passagesOnRoutes(storey).stream().map(Passage::id).forEach(ways::add);
    Set<String> guards = new LinkedHashSet<>();
    model.relations().stream()
        .filter(one -> one.kind() == Relation.Kind.GUARDS && ways.contains(one.to()))
        .map(Relation::from)
        .forEach(guards::add);
    return points("door.lock").stream()
        .filter(point -> guards.contains(point.equipment()))
        .toList();
  }

  /** Whatever of the security systems had power before has it a second after the cause, and to the end. */
  private Set<String> power() {
    List<Point> fed = new ArrayList<>();
    for (String name : List.of(
        "camera.online", "reader.online", "recorder.state", "terminal.online", "link.state")) {
      fed.addAll(points(name));
    }
    Set<String> lost = changed(fed, 1);
    lost.addAll(changed(fed, FireExercise.SECONDS));
    for (Point voltage : points("meter.voltage")) {
      if (((Value.Num) seen.at(1, voltage)).number() < 198) {
        lost.add(voltage.equipment());
      }
    }
    return lost;
  }

  /** The lights that burnt still burn a second after the cause, and to the end. */
  private Set<String> lighting() {
    List<Point> burning = inBuilding("group.state").stream()
        .filter(light -> seen.before(light).equals(TRUE))
        .toList();
    Set<String> lost = changed(burning, 1);
    lost.addAll(changed(burning, FireExercise.SECONDS));
    return burning.isEmpty() ? Set.of("no light was on") : lost;
  }

  private Set<String> changed(List<Point> points, int second) {
    Set<String> changed = new TreeSet<>();
    points.stream()
        .filter(point -> !seen.at(second, point).equals(seen.before(point)))
        .map(Point::equipment)
        .forEach(changed::add);
    return changed;
  }

  /** Those of the building on fire come down and say so; those of other buildings stay in service. */
  private Set<String> lifts() {
    List<Point> here = inBuilding("lift.state");
    Set<String> lost = unconfirmed(here, RECALLED, ANY);
    for (Point level : inBuilding("lift.level")) {
      if (!seen.truth(level).equals(Value.of(1.0))) {
        lost.add(level.equipment());
      }
    }
    for (Point other : points("lift.state")) {
      boolean serves = seen.truth(other).equals(NORMAL);
      if (!here.contains(other) && !serves) {
        lost.add(other.equipment());
      }
    }
    return lost;
  }

  /** Confirmed, or failed with a reason. */
  private Set<String> feedback() {
    Set<String> lost = new TreeSet<>();
    for (EffectRun effect : effects) {
      boolean named = effect.outcome() == EffectRun.Outcome.CONFIRMED
          || effect.outcome() != EffectRun.Outcome.PENDING && !effect.reason().isEmpty();
      if (!named) {
        lost.add(effect.target().text());
      }
    }
    return effects.isEmpty() ? Set.of("the linkage did not fire") : lost;
  }

  private List<Point> points(String name) {
    return model.points().stream()
        .filter(point -> point.template().name().equals(name))
        .toList();
  }

  private List<Point> inBuilding(String name) {
    return points(name).stream()
        .filter(point -> model
            .findSpace(point.space())
            .filter(space -> building.equals(space.building()))
            .isPresent())
        .toList();
  }

  /** Those for which the linkage has no effect that was confirmed in time; all there ought to be, if there are none. */
  private Set<String> unconfirmed(List<Point> points, Value value, double seconds) {
    Set<String> lost = new TreeSet<>();
    for (Point point : points) {
      if (effects.stream().noneMatch(effect -> isInTime(effect, point, value, seconds))) {
        lost.add(point.equipment());
      }
    }
    if (points.isEmpty()) {
      lost.add("nothing to confirm");
    }
    return lost;
  }

  private boolean isInTime(EffectRun effect, Point point, Value value, double seconds) {
    long cause = seen.run().orElseThrow().causeTime();
    return effect.target().equals(point.id())
        && effect.expected().equals(value)
        && effect.outcome() == EffectRun.Outcome.CONFIRMED
        && effect.confirmed() - cause <= 1000 * seconds;
  }

  private List<String> compartmentsWithout(List<Point> points) {
    return model.campus().zones().stream()
        .filter(zone -> zone.kind().equals("fire-compartment") && isHere(zone))
        .filter(zone -> points.stream().noneMatch(point -> zone.spaces().contains(point.space())))
        .map(Zone::id)
        .toList();
  }

  private boolean isHere(Zone zone) {
    return zone.spaces().stream()
        .flatMap(id -> model.findSpace(id).stream())
        .anyMatch(space -> building.equals(space.building()));
  }

  /** Those that did not go with the first. */
  private static List<String> apart(
      List<Point> points, java.util.function.Function<Point, List<Span>> times) {
    if (points.isEmpty()) {
      return List.of();
    }
    List<Span> first = times.apply(points.get(0));
    Predicate<Point> apart = point -> !times.apply(point).equals(first);
    return points.stream().filter(apart).map(Point::equipment).toList();
  }

  private int first(Point point, Value value) {
    int second = 0;
    while (second <= FireExercise.SECONDS && !seen.at(second, point).equals(value)) {
      second++;
    }
    return second;
  }

  /** Those that were not on so often, or not for as long as the threshold wants. */
  private Set<String> outside(List<Point> points, String threshold, int times) {
    List<Double> limits = limit(threshold);
    Set<String> lost = new TreeSet<>();
    for (Point point : points) {
      List<Span> spans = seen.spans(point);
      boolean fits = spans.stream()
          .allMatch(span -> span.length() >= limits.get(0) && span.length() <= limits.get(1));
      if (spans.size() < times || !fits) {
        lost.add(point.equipment());
      }
    }
    return points.isEmpty() ? Set.of("nothing to hear") : lost;
  }

  /** One figure, or lowest and highest. */
  private static List<Double> limit(String threshold) {
    Object value =
        Objects.requireNonNull(Thresholds.find(threshold).orElseThrow().value());
    List<?> all = value instanceof List<?> list ? list : List.of(value);
    return all.stream().map(one -> ((Number) one).doubleValue()).toList();
  }
}
