package io.campustwin.simulator.scenario;

import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.signal.PointId;
import io.campustwin.simulator.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;

/** The figures that rules of scenarios may judge; a figure that a run does not yield is empty and fails its rule. */
final class Measures {
  /** Closed list of names. */
  static final List<String> NAMES = List.of(
      "console-seconds",
      "console-alarms",
      "linkage-runs",
      "controller-share",
      "platform-share",
      "platform-late-or-lost",
      "missing-controller-effects",
      "broadcast-seconds",
      "broadcast-share",
      "door-seconds",
      "door-share",
      "camera-seconds",
      "camera-share",
      "empty-seconds",
      "uncounted",
      "left-inside",
      "police-seconds",
      "police-share",
      "unified-subsystems");

  private final Observation seen;
  private final World world;
  private final String building;

  Measures(Observation seen, World world, String building) {
    this.seen = seen;
    this.world = world;
    this.building = building;
  }

  OptionalDouble value(String name) {
    return switch (name) {
      case "console-seconds" -> console();
      case "console-alarms" -> OptionalDouble.of(seen.alarmCount());
      case "linkage-runs" -> OptionalDouble.of(seen.runs().size());
      case "controller-share" -> share(effect -> effect.by() == EffectRun.By.CONTROLLER);
      case "platform-share" -> share(effect -> effect.by() == EffectRun.By.PLATFORM);
      case "platform-late-or-lost" -> OptionalDouble.of((double) lost(EffectRun.By.PLATFORM));
      case "missing-controller-effects" ->
        OptionalDouble.of((double) lost(EffectRun.By.CONTROLLER));
      case "broadcast-seconds" -> broadcast(true);
      case "broadcast-share" -> broadcast(false);
      case "door-seconds" -> slowest(Measures::isDoor);
      case "door-share" -> share(Measures::isDoor);
      case "camera-seconds" -> slowest(Measures::isCamera);
      case "camera-share" -> share(Measures::isCamera);
      case "empty-seconds" -> empty();
      case "uncounted" ->
        OptionalDouble.of(world.leavers() - world.assembled() - world.inside(building));
      case "left-inside" -> OptionalDouble.of(world.inside(building));
      case "police-seconds" -> police(true);
      case "police-share" -> police(false);
      case "unified-subsystems" -> unified();
      default -> OptionalDouble.empty();
    };
  }

  private OptionalDouble console() {
    if (seen.consoleDelays().size() < seen.happened().size()) {
      return OptionalDouble.empty();
    }
    return seen.consoleDelays().stream().mapToDouble(delay -> delay / 1000.0).max();
  }

  private List<EffectRun> effects(Predicate<EffectRun> which) {
    return seen.runs().stream()
        .flatMap(run -> run.effects().stream())
        .filter(which)
        .toList();
  }

  /** Share of targets that at least one run confirmed in time; several linkages may ask the same of one target. */
  private OptionalDouble share(Predicate<EffectRun> which) {
    Set<PointId> all = new LinkedHashSet<>();
    Set<PointId> confirmed = new LinkedHashSet<>();
    for (EffectRun effect : effects(which)) {
      all.add(effect.target());
      if (effect.outcome() == EffectRun.Outcome.CONFIRMED) {
        confirmed.add(effect.target());
      }
    }
    return all.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(100.0 * confirmed.size() / all.size());
  }

  private long lost(EffectRun.By by) {
    return effects(effect -> effect.by() == by).stream()
        .filter(effect -> effect.outcome() != EffectRun.Outcome.CONFIRMED)
        .count();
  }

  private OptionalDouble slowest(Predicate<EffectRun> which) {
    double worst = -1;
    for (LinkageRun run : seen.runs()) {
      for (EffectRun effect : run.effects()) {
        if (which.test(effect) && effect.confirmed() > 0) {
          worst = Math.max(worst, (effect.confirmed() - run.causeTime()) / 1000.0);
        }
      }
    }
    return worst < 0 ? OptionalDouble.empty() : OptionalDouble.of(worst);
  }

  private static boolean isDoor(EffectRun effect) {
    return effect.target().text().endsWith(".door.lock");
  }

  private static boolean isCamera(EffectRun effect) {
    return effect.target().text().endsWith(".camera.preset");
  }

  private static boolean isCall(EffectRun effect) {
    return effect.target().text().endsWith(".zone.emergency");
  }

  /** Time until the last live zone was audible (one not silenced by a fault), or share of live zones audible. */
  private OptionalDouble broadcast(boolean time) {
    double worst = -1;
    int live = 0;
    int heard = 0;
    for (LinkageRun run : seen.runs()) {
      for (EffectRun effect : run.effects()) {
        String equipment = equipment(effect);
        if (!isCall(effect) || seen.isDeadSpeaker(equipment)) {
          continue;
        }
        live++;
        Long since = seen.audible().get(PointId.of(equipment + ".zone.audible"));
        if (since != null) {
          heard++;
          worst = Math.max(worst, (since - run.causeTime()) / 1000.0);
        }
      }
    }
    if (live == 0 || (time && heard < live)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(time ? Math.max(0, worst) : 100.0 * heard / live);
  }

  private static String equipment(EffectRun effect) {
    String point = effect.target().text();
    return point.substring(0, point.indexOf('.'));
  }

  private OptionalDouble empty() {
    if (seen.runs().isEmpty() || seen.emptyAt() < 0) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((seen.emptyAt() - seen.runs().get(0).causeTime()) / 1000.0);
  }

  /** Time from each press of a panic button to the acknowledgement that answers it, in order; or the share answered. */
  private OptionalDouble police(boolean time) {
    List<Long> pressed = seen.happened().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(".button.pressed"))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
    List<Long> answers =
        seen.acknowledged().values().stream().flatMap(List::stream).sorted().toList();
    if (pressed.isEmpty()) {
      return OptionalDouble.empty();
    }
    int answered = Math.min(pressed.size(), answers.size());
    if (!time) {
      return OptionalDouble.of(100.0 * answered / pressed.size());
    }
    if (answered < pressed.size()) {
      return OptionalDouble.empty();
    }
    double worst = 0;
    for (int i = 0; i < answered; i++) {
      worst = Math.max(worst, (answers.get(i) - pressed.get(i)) / 1000.0);
    }
    return OptionalDouble.of(worst);
  }

  /** Of fire alarm, emergency broadcast and evacuation guidance: how many were seen or commanded from the platform. */
  private OptionalDouble unified() {
    int count = seen.alarmCount() > 0 ? 1 : 0;
    count += effects(Measures::isCall).isEmpty() ? 0 : 1;
    count += effects(effect -> isDoor(effect) || effect.target().text().endsWith(".sign.direction"))
            .isEmpty()
        ? 0
        : 1;
    return OptionalDouble.of(count);
  }
}
