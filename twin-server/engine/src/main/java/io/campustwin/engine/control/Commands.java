package io.campustwin.engine.control;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.interlock.Interlocks;
import io.campustwin.engine.state.PointTable;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where commands are taken: check, slot, write. What becomes of a write afterwards is {@link Confirmation}'s.
 *
 * <p>A device with a priority array of its own (BACnet) gets every change of a slot. Any other gets only the effective
 * value when a command decides it; a command below a stronger slot keeps its slot but ends superseded
 * (held-by-higher-priority), naming the holder. An item that surely did not reach the device (refused, link down,
 * deadline) puts back what was in the slot before; one whose fate is not known (no answer, no read-back, restart) keeps
 * its slot. Nothing is ever sent twice.
 */
public final class Commands {
  /** Deadline of a command that brings none, ms after it came. */
  public static final long DEFAULT_DEADLINE = 30_000;

  private final PointTable points;
  private final ControlEvents events;
  private final PriorityArrays arrays;
  private final Ledger ledger;
  private final Confirmation confirmation;
  private Interlocks interlocks = Interlocks.NONE;

  public Commands(PointTable points, ControlEvents events) {
    this(points, events, new PriorityArrays(), new Ledger(), new Flights());
  }

  private Commands(
      PointTable points,
      ControlEvents events,
      PriorityArrays arrays,
      Ledger ledger,
      Flights flights) {
    this.points = points;
    this.events = events;
    this.arrays = arrays;
    this.ledger = ledger;
    this.confirmation = new Confirmation(points, events, arrays, ledger, flights);
  }

  public Ledger ledger() {
    return ledger;
  }

  /** The field's answers and reports are handed to it. */
  public Confirmation confirmation() {
    return confirmation;
  }

  /** From now on every command is put to these before it takes its slot. */
  public void guard(Interlocks guards) {
    interlocks = guards;
  }

  /** True if the device keeps the priority array, so that each slot is written to it. */
  static boolean hasArray(Point point) {
    return point.address().adapter() == AdapterKind.BACNET;
  }

  /** Takes a command; one whose id is known already changes nothing. */
  public void submit(CommandRequest request, long now) {
    if (ledger.knows(request.id())) {
      return;
    }
    long first = ledger.open(request.id(), request.targets().size());
    int count = 0;
    for (PointId target : request.targets()) {
      String item = request.id() + "." + ++count;
      Map<CommandState, Long> times = Map.of(CommandState.REQUESTED, now);
      ledger.append(new CommandItem(
          item,
          request.id(),
          request.owner(),
          target,
          request.value(),
          request.priority(),
          CommandState.REQUESTED,
          "",
          "",
          times));
    }
    for (int i = 0; i < count; i++) {
      place(request, first + i, now);
    }
    ledger.trim();
  }

  /** Time passes: slots past their end are given up by commands named {@code expiry:<item>}. */
  public void tick(long now) {
    for (PriorityArrays.Ended ended : arrays.takeEnded(now)) {
      Slot slot = ended.slot();
      confirmation.endBySlot(ended.handle(), slot, now);
      submit(
          new CommandRequest(
              "expiry:" + slot.commandId(),
              slot.owner(),
              List.of(points.directory().id(ended.handle())),
              null,
              slot.level(),
              slot.reason(),
              0,
              0),
          now);
    }
    confirmation.tick(now);
  }

  private void place(CommandRequest request, long index, long now) {
    CommandItem item = ledger.get(index);
    int handle = points.directory().find(item.point());
    Point point = handle < 0 ? null : points.directory().point(handle);
    CommandReason reason = CommandCheck.of(point, request.value(), request, now);
    if (reason != CommandReason.NONE || point == null) {
      String detail = CommandCheck.detail(reason, point);
      events.changed(ledger.enter(index, CommandState.REJECTED, reason, detail, now));
      return;
    }
    Optional<String> lock =
        interlocks.verdict(point, request.value(), request.owner(), request.priority());
    if (lock.isPresent()) {
      events.changed(
          ledger.enter(index, CommandState.REJECTED, CommandReason.INTERLOCKED, lock.get(), now));
      return;
    }
    ledger.enter(index, CommandState.ACCEPTED, CommandReason.NONE, "", now);
    Placement placement = new Placement(request, index, handle, point, now);
    if (request.value() == null) {
      relinquish(placement);
    } else {
      occupy(placement, request.value());
    }
  }

  /** One item on its way into the array. */
  private record Placement(CommandRequest request, long index, int handle, Point point, long now) {
    int level() {
      return request.priority();
    }
  }

  private void occupy(Placement at, Value value) {
    CommandRequest request = at.request();
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
    arrays.set(at.handle(), slot);
    confirmation.showSlots(at.handle());
    Slot effective = arrays.effective(at.handle());
    if (hasArray(at.point())) {
      send(at, value, at.level(), new Aim(false, value, previous));
    } else if (effective != null && effective.level() < at.level()) {
      end(at, CommandState.SUPERSEDED, CommandReason.HELD_BY_HIGHER_PRIORITY, holder(effective));
    } else {
      confirmation.supersede(
          at.handle(), at.level() + 1, PriorityArrays.LEVELS, slot.commandId(), at.now());
      send(at, value, at.level(), new Aim(false, value, previous));
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
    arrays.clear(at.handle(), at.level());
    confirmation.showSlots(at.handle());
    Slot next = arrays.effective(at.handle());
    Value rest = next == null ? at.point().template().restValue() : next.value();
    boolean ended = item.startsWith("expiry:");
    if (hasArray(at.point())) {
      send(at, null, at.level(), new Aim(true, rest, ended ? null : held));
    } else if (rest == null || next != null && next.level() < at.level()) {
      end(at, CommandState.RELINQUISHED, CommandReason.NONE, next == null ? "" : holder(next));
    } else {
      int level = next == null ? at.level() : next.level();
      send(at, rest, level, new Aim(true, rest, ended ? null : held));
    }
  }

  /** What a write should lead to, and what stood in the slot before. */
  private record Aim(
      boolean relinquish,
      @Nullable Value expected,
      @Nullable Slot previous) {}

  private void send(Placement at, @Nullable Value value, int level, Aim aim) {
    CommandItem item =
        ledger.enter(at.index(), CommandState.SENT, CommandReason.NONE, "", at.now());
    long asked = at.request().deadline();
    long deadline = asked == 0 ? at.now() + DEFAULT_DEADLINE : asked;
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

  private static boolean isAutomatic(String owner) {
    return owner.startsWith("schedule:") || owner.startsWith("linkage:");
  }

  private static String holder(Slot slot) {
    return slot.owner() + " @" + slot.level() + " = " + slot.value();
  }

  public void save(ByteWriter out) {
    ledger.save(out);
    arrays.save(out);
    confirmation.save(out);
  }

  public static Commands restore(PointTable points, ControlEvents events, ByteReader in) {
    Ledger ledger = Ledger.restore(in);
    PriorityArrays arrays = PriorityArrays.restore(points.directory(), in);
    Flights flights = Flights.restore(points.directory(), ledger, in);
    Commands commands = new Commands(points, events, arrays, ledger, flights);
    commands.confirmation.showAllSlots();
    return commands;
  }
}
