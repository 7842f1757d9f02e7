package io.campustwin.engine.control;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.Flights.Flight;
import io.campustwin.engine.control.limit.SwitchTimes;
import io.campustwin.engine.control.limit.WriteRates;
import io.campustwin.engine.state.PointTable;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Value;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts an accepted item into its point's array and sends what follows from it.
 *
 * <p>When a switch with minimum times is thrown, level 6 holds its new position until the time is over: in a device with
 * an array by a command of its own, in any other only here. A weaker command that would throw the switch back waits
 * below it, or is refused if it asked not to wait; one that leaves it as it is (another speed, another mode) is taken
 * over by level 6 at once.
 */
final class Placer {
  private final PointTable points;
  private final ControlEvents events;
  private final PriorityArrays arrays;
  private final Ledger ledger;
  private final Confirmation confirmation;
  private final WriteRates rates = new WriteRates();
  private final Consumer<CommandRequest> submit;
  private long minimums;

  /**
   * @param submit takes the commands by which level 6 of a device's own array is written
   */
  Placer(
      PointTable points,
      ControlEvents events,
      PriorityArrays arrays,
      Ledger ledger,
      Confirmation confirmation,
      Consumer<CommandRequest> submit) {
    this.points = points;
    this.events = events;
    this.arrays = arrays;
    this.ledger = ledger;
    this.confirmation = confirmation;
    this.submit = submit;
  }

  /** One item on its way into the array. */
  record Placement(CommandRequest request, long index, int handle, Point point, long now) {
    int level() {
      return request.priority();
    }
  }

  /** What a write should lead to, and what stood in the slot before. */
  private record Aim(
      boolean relinquish,
      @Nullable Value expected,
      @Nullable Slot previous) {}

  /** True if the point takes no more writes just now; life safety and giving up are always let through. */
  boolean isSpent(CommandItem item, Point point, int handle, long now) {
    int limit = point.template().limits().perMinute();
    return item.value() != null
        && item.priority() > 2
        && !item.owner().equals(SwitchTimes.OWNER)
        && rates.isSpent(handle, limit, now);
  }

  void place(Placement at) {
    Value value = ledger.get(at.index()).value();
    if (value == null) {
      relinquish(at);
    } else if (isTooEarly(at, value) && !at.request().terms().waits()) {
      Slot six = arrays.own(at.handle(), SwitchTimes.LEVEL);
      end(at, CommandState.REJECTED, CommandReason.MINIMUM_TIME, six == null ? "" : holder(six));
    } else {
      occupy(at, value);
    }
  }

  /** Level 6 holds the switch, and this weaker command would throw it. */
  private boolean isTooEarly(Placement at, Value value) {
    Slot six = holding(at);
    return six != null
        && SwitchTimes.isOn(at.point().template(), six.value())
            != SwitchTimes.isOn(at.point().template(), value);
  }

  /** The slot of a minimum time, if nothing but it decides over a weaker command. */
  private @Nullable Slot holding(Placement at) {
    Slot slot = arrays.effective(at.handle());
    boolean holds = slot != null
        && slot.owner().equals(SwitchTimes.OWNER)
        && slot.level() == SwitchTimes.LEVEL
        && at.level() > SwitchTimes.LEVEL;
    for (int level = SwitchTimes.LEVEL + 1; level < at.level(); level++) {
      holds = holds && arrays.own(at.handle(), level) == null;
    }
    return holds ? slot : null;
  }

  private void occupy(Placement at, Value value) {
    CommandRequest request = at.request();
    Value before = standing(at);
    Slot previous = arrays.own(at.handle(), at.level());
    Slot slot = new Slot(
        at.level(),
        value,
        request.owner(),
        request.reason(),
        at.now(),
        request.expires(),
        ledger.get(at.index()).id());
    confirmation.supersede(at.handle(), at.level(), at.level(), slot.commandId(), at.now());
    takeOver(at, value);
    arrays.set(at.handle(), slot);
    Slot effective = arrays.effective(at.handle());
    boolean decides = effective == null || effective.level() >= at.level() || follows(at, value);
    boolean array = hasArray(at.point());
    if (decides && !array) {
      hold(at, before, value);
    }
    confirmation.showSlots(at.handle());
    if (array) {
      send(at, value, at.level(), new Aim(false, value, previous));
      if (decides) {
        hold(at, before, value);
      }
    } else if (effective != null && !decides) {
      end(at, CommandState.SUPERSEDED, CommandReason.HELD_BY_HIGHER_PRIORITY, holder(effective));
    } else {
      confirmation.supersede(
          at.handle(), at.level() + 1, PriorityArrays.LEVELS, slot.commandId(), at.now());
      send(at, value, at.level(), new Aim(false, value, previous));
    }
  }

  /** A weaker command that does not throw the switch: level 6 takes its value. */
  private void takeOver(Placement at, Value value) {
    Slot six = holding(at);
    if (six != null && !isTooEarly(at, value) && !six.value().equals(value)) {
      minimum(at, value, six.expires());
    }
  }

  /** Level 6 holds just what is asked for. */
  private boolean follows(Placement at, Value value) {
    Slot six = holding(at);
    return six != null && six.value().equals(value);
  }

  /** What the switch is at, as far as anybody knows: what was commanded, else what the device reports. */
  private @Nullable Value standing(Placement at) {
    Slot slot = arrays.effective(at.handle());
    return slot == null ? points.value(at.handle()) : slot.value();
  }

  /** Begins a minimum time if the switch is thrown. */
  private void hold(Placement at, @Nullable Value before, Value after) {
    if (at.point().template().limits().hasTimes() && !isMinimum(at)) {
      long time = SwitchTimes.minimum(at.point().template(), before, after);
      if (time > 0) {
        minimum(at, after, at.now() + time);
      }
    }
  }

  private static boolean isMinimum(Placement at) {
    return at.request().owner().equals(SwitchTimes.OWNER) && at.request().value() != null;
  }

  private void minimum(Placement at, Value value, long until) {
    String id = "minimum:" + ++minimums;
    String reason = SwitchTimes.reason(at.point().template(), value);
    if (hasArray(at.point())) {
      submit.accept(new CommandRequest(
          id,
          SwitchTimes.OWNER,
          List.of(at.point().id()),
          value,
          SwitchTimes.LEVEL,
          reason,
          until,
          0));
    } else {
      arrays.set(
          at.handle(),
          new Slot(SwitchTimes.LEVEL, value, SwitchTimes.OWNER, reason, at.now(), until, id));
    }
  }

  private void relinquish(Placement at) {
    Slot held = arrays.own(at.handle(), at.level());
    boolean foreign = hasArray(at.point()) && arrays.foreign(at.handle(), at.level()) != null;
    if (held == null && !foreign) {
      end(at, CommandState.RELINQUISHED, CommandReason.NONE, "");
      return;
    }
    String owner = at.request().owner();
    if (isAutomatic(owner) && (held == null || !held.owner().equals(owner))) {
      end(at, CommandState.REJECTED, CommandReason.NOT_OWNER, held == null ? "" : holder(held));
      return;
    }
    String item = ledger.get(at.index()).id();
    confirmation.supersede(at.handle(), at.level(), at.level(), item, at.now());
    giveUp(at, item.startsWith("expiry:") ? null : held);
  }

  /**
   * @param back what is put back if the device surely did not act
   */
  private void giveUp(Placement at, @Nullable Slot back) {
    Value before = standing(at);
    arrays.clear(at.handle(), at.level());
    Slot next = arrays.effective(at.handle());
    Value rest = next == null ? at.point().template().restValue() : next.value();
    boolean decides = next == null || next.level() >= at.level();
    boolean array = hasArray(at.point());
    if (rest != null && decides && !array) {
      hold(at, before, rest);
    }
    confirmation.showSlots(at.handle());
    if (array) {
      send(at, null, at.level(), new Aim(true, rest, back));
      if (rest != null && decides) {
        hold(at, before, rest);
      }
    } else if (rest == null || !decides || isSettled(at, before, rest)) {
      end(at, CommandState.RELINQUISHED, CommandReason.NONE, next == null ? "" : holder(next));
    } else {
      int level = next == null ? at.level() : next.level();
      send(at, rest, level, new Aim(true, rest, back));
    }
  }

  /** The end of a minimum time changes nothing where what it held is asked for all the same. */
  private static boolean isSettled(Placement at, @Nullable Value before, Value rest) {
    return at.request().owner().equals(SwitchTimes.OWNER) && rest.equals(before);
  }

  private void send(Placement at, @Nullable Value value, int level, Aim aim) {
    CommandItem item =
        ledger.enter(at.index(), CommandState.SENT, CommandReason.NONE, "", at.now());
    long asked = at.request().deadline();
    long deadline = asked == 0 ? at.now() + Commands.DEFAULT_DEADLINE : asked;
    rates.count(at.handle(), at.point().template().limits().perMinute(), at.now());
    confirmation.watch(new Flight(
        item.id(),
        at.index(),
        at.handle(),
        at.level(),
        aim.relinquish(),
        aim.expected(),
        aim.previous(),
        at.now()));
    events.changed(item);
    events.write(
        at.point().address().adapter(),
        new FieldWrite(item.id(), at.point().id(), value, level, deadline));
  }

  private void end(Placement at, CommandState state, CommandReason reason, String detail) {
    events.changed(ledger.enter(at.index(), state, reason, detail, at.now()));
  }

  /** True if the device keeps the priority array, so that each slot is written to it. */
  static boolean hasArray(Point point) {
    return point.address().adapter() == AdapterKind.BACNET;
  }

  private static boolean isAutomatic(String owner) {
    return owner.startsWith("schedule:")
        || owner.startsWith("linkage:")
        || owner.equals(SwitchTimes.OWNER);
  }

  private static String holder(Slot slot) {
    return slot.owner() + " @" + slot.level() + " = " + slot.value();
  }

  void save(ByteWriter out) {
    rates.save(out);
    out.count(minimums);
  }

  void restore(ByteReader in) {
    rates.restore(in, points.directory()::isAlive);
    minimums = in.count();
  }
}
