package io.campustwin.engine.linkage;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.interlock.Holders;
import io.campustwin.engine.state.PointTable;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What linkages hold until their cause is gone or somebody resets them, by linkage and place. A slot is given up only
 * when no other linkage still wants the same point, so that resetting one of two fires locks no door of the other.
 */
final class Holdings implements Holders {
  private final PointTable points;
  private final LinkageEvents events;
  private final List<Keeping> held = new ArrayList<>();

  /** One target of one run. */
  private record Hold(PointId target, Value value, int priority, Effect.Until until) {}

  /** All that the newest run of a linkage in a place holds. */
  private record Keeping(String run, String linkage, String place, List<Hold> holds) {}

  Holdings(PointTable points, LinkageEvents events) {
    this.points = points;
    this.events = events;
  }

  /** A run begins to hold its targets; what an earlier one there still held becomes its own. */
  void take(ActiveRun active) {
    LinkageRun run = active.run();
    Map<PointId, Hold> holds = holds(active, run);
    for (Keeping before : held) {
      if (isOf(before, run.linkage(), run.place())) {
        before.holds().forEach(hold -> holds.putIfAbsent(hold.target(), hold));
      }
    }
    held.removeIf(one -> isOf(one, run.linkage(), run.place()));
    if (!holds.isEmpty()) {
      held.add(new Keeping(run.id(), run.linkage(), run.place(), List.copyOf(holds.values())));
    }
  }

  private static Map<PointId, Hold> holds(ActiveRun active, LinkageRun run) {
    Map<PointId, Hold> holds = new LinkedHashMap<>();
    for (EffectRun effect : run.effects()) {
      active
          .order(effect)
          .filter(order -> order.until() != Effect.Until.HOLD)
          .ifPresent(order -> holds.put(
              effect.target(),
              new Hold(effect.target(), order.value(), order.priority(), order.until())));
    }
    return holds;
  }

  /** The cause is false again: gives up what was to last no longer. */
  void over(String linkage, String place, long now) {
    for (Keeping one : List.copyOf(held)) {
      if (isOf(one, linkage, place)) {
        List<Hold> gone = one.holds().stream()
            .filter(hold -> hold.until() == Effect.Until.CAUSE_GONE)
            .toList();
        keep(one, gone);
        giveUp(one.run() + ":gone:" + now, gone);
      }
    }
  }

  /** Gives up everything that a linkage still holds in a place. */
  void reset(String linkage, String place, long now) {
    for (Keeping one : List.copyOf(held)) {
      if (isOf(one, linkage, place)) {
        keep(one, one.holds());
        giveUp(one.run() + ":reset:" + now, one.holds());
      }
    }
  }

  private void keep(Keeping one, List<Hold> without) {
    List<Hold> rest =
        one.holds().stream().filter(hold -> !without.contains(hold)).toList();
    int at = held.indexOf(one);
    if (rest.isEmpty()) {
      held.remove(at);
    } else {
      held.set(at, new Keeping(one.run(), one.linkage(), one.place(), rest));
    }
  }

  private void giveUp(String why, List<Hold> gone) {
    Map<String, List<PointId>> targets = new LinkedHashMap<>();
    for (Hold hold : gone) {
      Slot slot = slot(hold);
      if (slot != null && !isWanted(hold)) {
        String key = slot.level() + " " + slot.owner();
        targets.computeIfAbsent(key, unused -> new ArrayList<>()).add(hold.target());
      }
    }
    targets.forEach((key, ids) -> {
      int blank = key.indexOf(' ');
      int level = Integer.parseInt(key.substring(0, blank));
      String owner = key.substring(blank + 1);
      String id = "linkage:" + why + ":" + level + ":" + owner;
      events.submit(new CommandRequest(id, owner, ids, null, level, why, 0, 0));
    });
  }

  /** The slot of a linkage at the hold's level, null if somebody else has it now. */
  private @Nullable Slot slot(Hold hold) {
    int handle = points.directory().find(hold.target());
    if (handle < 0) {
      return null;
    }
    for (Slot slot : points.state(handle).slots()) {
      if (slot.level() == hold.priority() && slot.owner().startsWith(Linkages.OWNER)) {
        return slot;
      }
    }
    return null;
  }

  private boolean isWanted(Hold hold) {
    return held.stream()
        .flatMap(one -> one.holds().stream())
        .anyMatch(
            other -> other.target().equals(hold.target()) && other.priority() == hold.priority());
  }

  @Override
  public Holders.@Nullable Held findHeld(PointId point, Set<String> linkages) {
    for (Keeping one : held) {
      if (linkages.contains(one.linkage())) {
        for (Hold hold : one.holds()) {
          if (hold.target().equals(point)) {
            return new Holders.Held(hold.value(), hold.priority());
          }
        }
      }
    }
    return null;
  }

  private static boolean isOf(Keeping one, String linkage, String place) {
    return one.linkage().equals(linkage) && one.place().equals(place);
  }

  void save(ByteWriter out) {
    out.list(held, (to, one) -> {
      to.text(one.run()).text(one.linkage()).text(one.place());
      to.list(one.holds(), (each, hold) -> each.point(hold.target())
          .value(hold.value())
          .count(hold.priority())
          .word(hold.until()));
    });
  }

  void restore(ByteReader in) {
    held.addAll(in.list(from -> new Keeping(
        from.text(),
        from.text(),
        from.text(),
        from.list(each ->
            new Hold(each.point(), each.value(), each.small(), each.word(Effect.Until.class))))));
  }
}
