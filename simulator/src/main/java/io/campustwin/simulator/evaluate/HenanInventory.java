package io.campustwin.simulator.evaluate;

import io.campustwin.place.SpaceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The figures behind Henan's indicators that a campus model can show, by indicator. */
final class HenanInventory {
  private static final String STANDARD = "standard";
  private static final String PROJECT = "project";
  private final Inventory inventory;

  HenanInventory(Inventory inventory) {
    this.inventory = inventory;
  }

  /**
   * What the model says about an indicator.
   *
   * @param complete true if the measures decide the whole indicator
   */
  record Finding(List<Measure> measures, boolean complete) {}

  /** Empty if this product has no rule for the indicator. */
  Optional<Finding> find(String indicator) {
    return switch (indicator) {
      case "HN-B1.1" -> Optional.of(network());
      case "HN-B1.2" -> Optional.of(exit());
      case "HN-B1.3" -> Optional.of(backbone());
      case "HN-B2.1" -> Optional.of(all(ratio()));
      case "HN-B2.2" ->
        Optional.of(all(figure("seats-per-pupil", inventory.seatsPerPupil(), "1", 1, STANDARD)));
      case "HN-B2.3" ->
        Optional.of(all(
            figure("teaching-terminals-per-class", inventory.panelsPerClass(), "1", 1, PROJECT)));
      case "HN-B2.4" ->
        Optional.of(
            all(figure("big-touch-classrooms", inventory.bigTouchShare(), "%", 100, STANDARD)));
      case "HN-B2.5" -> Optional.of(screens());
      case "HN-B3.1" -> Optional.of(part(roles("recording-classroom")));
      case "HN-B3.2" ->
        Optional.of(all(roles("digital-reading", "language-lab", "digital-science-lab")));
      case "HN-B3.3" -> Optional.of(all(anyRole("ai-classroom", "cross-subject")));
      case "HN-B3.4" ->
        Optional.of(all(roles("club", "study", "moral", "culture", "virtual-history")));
      case "HN-B3.5" -> Optional.of(part(roles("vr-ar-lab")));
      case "HN-B3.6" -> Optional.of(twin());
      default -> Optional.empty();
    };
  }

  private Finding network() {
    List<Measure> list = figure("wired-coverage", inventory.wiredShare(), "%", 100, STANDARD);
    list.addAll(figure("wireless-coverage", inventory.wirelessShare(), "%", 100, STANDARD));
    list.addAll(
        figure("fused-networks", inventory.factCount("networkKinds"), "count", 3, STANDARD));
    return new Finding(list, list.size() == 3);
  }

  private Finding exit() {
    OptionalDouble exit = inventory.fact("exitBandwidthMbps");
    return part(figure("exit-bandwidth", exit, "Mbps", 1000, STANDARD));
  }

  private Finding backbone() {
    List<Measure> list =
        figure("slowest-interconnect", inventory.fact("interconnectMbps"), "Mbps", 1000, STANDARD);
    list.addAll(figure("wlan-segments", inventory.factCount("wlanSegments"), "count", 3, STANDARD));
    return new Finding(list, list.size() == 2);
  }

  private List<Measure> ratio() {
    OptionalDouble computers = inventory.fact("teacherComputers");
    OptionalDouble teachers = inventory.fact("teachers");
    return computers.isEmpty() || teachers.isEmpty() || teachers.getAsDouble() <= 0
        ? List.of()
        : figure(
            "teacher-computers",
            OptionalDouble.of(100 * computers.getAsDouble() / teachers.getAsDouble()),
            "%",
            100,
            STANDARD);
  }

  private Finding screens() {
    List<Measure> list = new ArrayList<>();
    for (SpaceKind kind : List.of(SpaceKind.HALL, SpaceKind.MEETING_ROOM, SpaceKind.LIBRARY)) {
      list.addAll(
          figure("screens-in-" + kind.word(), inventory.screenShare(kind), "%", 100, STANDARD));
    }
    return new Finding(list, list.size() == 3);
  }

  private Finding twin() {
    return all(List.of(
        Measure.model("buildings-located", inventory.locatedShare(), "%", 100, PROJECT),
        Measure.model("rooms-modelled", inventory.plannedShare(), "%", 95, PROJECT),
        Measure.model("devices-bound", inventory.boundShare(), "%", 80, PROJECT)));
  }

  private List<Measure> roles(String... roles) {
    List<Measure> list = new ArrayList<>();
    for (String role : roles) {
      if (inventory.role(role) >= 0) {
        list.add(Measure.model("rooms-" + role, inventory.role(role), "count", 1, STANDARD));
      }
    }
    return list;
  }

  private List<Measure> anyRole(String... roles) {
    double sum = 0;
    for (String role : roles) {
      if (inventory.role(role) < 0) {
        return List.of();
      }
      sum += inventory.role(role);
    }
    return List.of(Measure.model("rooms-" + String.join("-or-", roles), sum, "count", 1, STANDARD));
  }

  private static List<Measure> figure(
      String name, OptionalDouble value, String unit, double atLeast, String basis) {
    List<Measure> list = new ArrayList<>();
    value.ifPresent(number -> list.add(Measure.model(name, number, unit, atLeast, basis)));
    return list;
  }

  private static Finding all(List<Measure> list) {
    return new Finding(list, !list.isEmpty());
  }

  private static Finding part(List<Measure> list) {
    return new Finding(list, false);
  }
}
