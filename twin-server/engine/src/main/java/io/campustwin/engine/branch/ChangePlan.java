package io.campustwin.engine.branch;

import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.state.PointState;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The commands that bring one twin's platform slots to those of another, as few as can be: targets of one value, level
 * and expiry go together. First slots are taken, the strongest level first, then given up, the weakest first: so no point
 * falls back to a value that neither side wants on its way.
 *
 * <p>Slots that others hold in a device cannot be commanded and are left out. So are those that schedules and linkages
 * hold: they act by themselves when their time comes, and a fork run hours ahead would bring the evening's to the noon.
 *
 * @param steps in the order in which they are to be submitted
 * @param left slots that differ but are left out
 */
public record ChangePlan(String id, List<Step> steps, int left) {
  private static final String DEVICE = "device";

  /**
   * One command.
   *
   * @param value null relinquishes
   * @param expires epoch ms, 0 for never
   * @param targets in the order of their handles
   */
  public record Step(int level, @Nullable Value value, long expires, List<PointId> targets) {}

  private record Group(int level, @Nullable Value value, long expires) {}

  /** @param id names the plan's commands: {@code plan-<id>-<n>}; letters, digits, {@code _}, {@code -} */
  public static ChangePlan of(String id, Difference difference) {
    Map<Group, List<PointId>> groups = new LinkedHashMap<>();
    int left = 0;
    for (Difference.Pair<PointState> pair : difference.slots()) {
      for (int level : levels(pair)) {
        left +=
            add(groups, pair.here(), level, slot(pair.here(), level), slot(pair.there(), level));
      }
    }
    List<Step> steps = new ArrayList<>();
    groups.forEach((group, targets) ->
        steps.add(new Step(group.level(), group.value(), group.expires(), targets)));
    steps.sort(Comparator.comparing((Step step) -> step.value() == null)
        .thenComparingInt(step -> step.value() == null ? -step.level() : step.level()));
    return new ChangePlan(id, steps, left);
  }

  /** One if the slot differs and is left out. */
  private static int add(
      Map<Group, List<PointId>> groups,
      PointState point,
      int level,
      @Nullable Slot here,
      @Nullable Slot there) {
    boolean same = here == null
        ? there == null
        : there != null && here.value().equals(there.value()) && here.expires() == there.expires();
    if (same) {
      return 0;
    }
    Slot decides = Objects.requireNonNullElse(there, here);
    if (isOthers(decides)) {
      return 1;
    }
    Group group = there == null
        ? new Group(level, null, 0)
        : new Group(level, there.value(), there.expires());
    groups.computeIfAbsent(group, key -> new ArrayList<>()).add(point.id());
    return 0;
  }

  private static boolean isOthers(@Nullable Slot slot) {
    return slot == null
        || slot.owner().equals(DEVICE)
        || slot.owner().startsWith("schedule:")
        || slot.owner().startsWith("linkage:");
  }

  private static TreeSet<Integer> levels(Difference.Pair<PointState> pair) {
    TreeSet<Integer> levels = new TreeSet<>();
    pair.here().slots().forEach(slot -> levels.add(slot.level()));
    pair.there().slots().forEach(slot -> levels.add(slot.level()));
    return levels;
  }

  private static @Nullable Slot slot(PointState point, int level) {
    for (Slot slot : point.slots()) {
      if (slot.level() == level) {
        return slot;
      }
    }
    return null;
  }

  /** The plan as ordinary commands of {@code owner}; submitting one of them twice actuates once. */
  public List<CommandRequest> commands(String owner) {
    List<CommandRequest> commands = new ArrayList<>();
    for (Step step : steps) {
      commands.add(new CommandRequest(
          "plan-" + id + "-" + (commands.size() + 1),
          owner,
          step.targets(),
          step.value(),
          step.level(),
          "plan " + id,
          step.expires(),
          0));
    }
    return commands;
  }
}
