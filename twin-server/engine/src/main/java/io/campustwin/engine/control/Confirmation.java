package io.campustwin.engine.control;

import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.control.Flights.Flight;
import io.campustwin.engine.control.limit.SwitchTimes;
import io.campustwin.engine.state.Band;
import io.campustwin.engine.state.PointTable;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a write: acknowledged by the field, then confirmed by what the device itself reports.
 *
 * <pre>
 * sent ── answer ──▶ acknowledged ── value or slot read back ──▶ confirmed | relinquished
 *   ├─ refused, link-down ─▶ failed        └─ settling time over ─▶ timed-out (no-read-back)
 *   └─ no answer in 8 s ───▶ timed-out (no-answer)
 * </pre>
 *
 * A value that the device reports already when it acknowledges confirms at once: many protocols never report a value
 * again that did not change.
 */
public final class Confirmation {
  /** A write without an answer is given up after this long, ms. */
  static final long ANSWER_LIMIT = 8_000;

  /** The shortest settling time granted, ms. */
  static final long LEAST_SETTLE = 1_000;

  /** A slot that the device does not show this long after its settling time is lost, ms. */
  private static final long SLOT_GRACE = 5_000;

  private final PointTable points;
  private final ControlEvents events;
  private final PriorityArrays arrays;
  private final Ledger ledger;
  private final Flights flights;

  Confirmation(
      PointTable points,
      ControlEvents events,
      PriorityArrays arrays,
      Ledger ledger,
      Flights flights) {
    this.points = points;
    this.events = events;
    this.arrays = arrays;
    this.ledger = ledger;
    this.flights = flights;
    flights.all().forEach(flight -> points.listen(flight.handle));
  }

  void watch(Flight flight) {
    flights.add(flight);
    points.listen(flight.handle);
  }

  /** The field answered; an answer to an item that is over, or unknown, says nothing new. */
  public void written(String item, WriteOutcome outcome, long now) {
    Flight flight = flights.find(item);
    if (flight == null || flight.acknowledged != 0) {
      return;
    }
    String detail = outcome.detail();
    switch (outcome.kind()) {
      case ACKNOWLEDGED -> acknowledged(flight, detail, now);
      case REFUSED -> undo(flight, CommandState.FAILED, CommandReason.REFUSED, detail, now);
      case LINK_DOWN -> undo(flight, CommandState.FAILED, CommandReason.LINK_DOWN, detail, now);
      case UNKNOWN_POINT ->
        undo(flight, CommandState.FAILED, CommandReason.UNKNOWN_TO_ADAPTER, detail, now);
      case EXPIRED ->
        undo(flight, CommandState.EXPIRED, CommandReason.DEADLINE_PASSED, detail, now);
      case NO_ANSWER -> end(flight, CommandState.TIMED_OUT, CommandReason.NO_ANSWER, detail, now);
    }
  }

  /** A point was reported with a quality that is not bad. */
  public void reported(int handle, long now) {
    if (flights.isEmpty()) {
      return;
    }
    for (Flight flight : flights.ofPoint(handle)) {
      if (flight.acknowledged != 0 && isShown(flight)) {
        confirm(flight, now);
      }
    }
  }

  /** While something is under way every report of a point counts. */
  public void narrow(int handle, Band band) {
    if (flights.isUnder(handle)) {
      band.close();
    }
  }

  /** A device's own priority array was read back. */
  public void readBack(PointId id, List<DeviceSlot> slots, long now) {
    int handle = points.directory().find(id);
    if (handle < 0) {
      return;
    }
    Point point = points.directory().point(handle);
    boolean[] settled = new boolean[PriorityArrays.LEVELS];
    for (int level = 1; level <= PriorityArrays.LEVELS; level++) {
      Slot own = arrays.own(handle, level);
      long calm = point.template().settleMillis() + SLOT_GRACE;
      settled[level - 1] = own != null && now - own.since() > calm;
    }
    List<Flight> under = flights.ofPoint(handle);
    under.forEach(flight -> settled[flight.level - 1] = false);
    arrays.readBack(handle, point, slots, settled, now);
    showSlots(handle);
    under.forEach(flight -> slotSeen(flight, point, slots, now));
  }

  /** The process starts again: what is under way cannot be known any more. Slots stay. */
  public void restart(long now) {
    for (Flight flight : flights.all()) {
      end(flight, CommandState.FAILED, CommandReason.RESTART, "", now);
    }
  }

  void tick(long now) {
    if (flights.isEmpty()) {
      return;
    }
    for (Flight flight : flights.all()) {
      long settle = points.directory().point(flight.handle).template().settleMillis();
      if (flight.acknowledged == 0 && now - flight.sent >= ANSWER_LIMIT) {
        end(flight, CommandState.TIMED_OUT, CommandReason.NO_ANSWER, "", now);
      } else if (flight.acknowledged != 0
          && now - flight.acknowledged >= Math.max(settle, LEAST_SETTLE)) {
        end(flight, CommandState.TIMED_OUT, CommandReason.NO_READ_BACK, lastShown(flight), now);
      }
    }
  }

  /** Ends what is under way on levels {@code from..to} of a point, for a newer item on its way there. */
  void supersede(int handle, int from, int to, String newer, long now) {
    for (Flight flight : flights.ofPoint(handle)) {
      if (flight.level >= from && flight.level <= to) {
        end(flight, CommandState.SUPERSEDED, CommandReason.NEWER_COMMAND, newer, now);
      }
    }
  }

  /** The slot reached its end: the item that took it, if still under way, is expired. */
  void endBySlot(int handle, Slot slot, long now) {
    for (Flight flight : flights.ofPoint(handle)) {
      if (flight.item.equals(slot.commandId())) {
        end(flight, CommandState.EXPIRED, CommandReason.SLOT_EXPIRED, "", now);
      }
    }
  }

  void showSlots(int handle) {
    List<Slot> occupied = arrays.occupied(handle);
    if (!occupied.equals(points.state(handle).slots())) {
      points.setSlots(handle, occupied);
      events.slotsChanged(handle);
    }
  }

  /** After a restore: the table's slots again from the arrays, without telling anybody. */
  void showAllSlots() {
    for (int handle : arrays.handles()) {
      List<Slot> occupied = arrays.occupied(handle);
      if (points.directory().isAlive(handle) && !occupied.equals(points.slots(handle))) {
        points.setSlots(handle, occupied);
      }
    }
  }

  void save(ByteWriter out) {
    flights.save(out);
  }

  private void acknowledged(Flight flight, String detail, long now) {
    flight.acknowledged = now;
    CommandItem item =
        ledger.enter(flight.index, CommandState.ACKNOWLEDGED, CommandReason.NONE, detail, now);
    events.changed(item);
    boolean good = points.quality(flight.handle).isGood();
    if (flight.slotSeen || good && isShown(flight)) {
      confirm(flight, now);
    }
  }

  private void slotSeen(Flight flight, Point point, List<DeviceSlot> slots, long now) {
    if (!Placer.hasArray(point)) {
      return;
    }
    Value shown = null;
    for (DeviceSlot slot : slots) {
      shown = slot.level() == flight.level ? slot.value() : shown;
    }
    flight.slotSeen =
        flight.relinquish ? shown == null : CommandCheck.matches(point, flight.expected, shown);
    if (flight.slotSeen && flight.acknowledged != 0) {
      confirm(flight, now);
    }
  }

  /** The point's value shows what the flight is for; in a device's own array only if its level decides. */
  private boolean isShown(Flight flight) {
    Point point = points.directory().point(flight.handle);
    Slot effective = arrays.effective(flight.handle);
    boolean decides = effective == null || effective.level() >= flight.level;
    return (decides || !Placer.hasArray(point))
        && CommandCheck.matches(point, flight.expected, points.value(flight.handle));
  }

  private void confirm(Flight flight, long now) {
    CommandState state = flight.relinquish ? CommandState.RELINQUISHED : CommandState.CONFIRMED;
    Slot effective = arrays.effective(flight.handle);
    String detail = "";
    if (effective != null && effective.level() < flight.level) {
      detail = effective.owner() + " @" + effective.level() + " = " + effective.value();
    }
    end(flight, state, CommandReason.NONE, detail, now);
  }

  private void end(
      Flight flight, CommandState state, CommandReason reason, String detail, long now) {
    flights.remove(flight);
    events.changed(ledger.enter(flight.index, state, reason, detail, now));
  }

  /** The device surely did not act: the slot is again what it was. */
  private void undo(
      Flight flight, CommandState state, CommandReason reason, String detail, long now) {
    Slot current = arrays.own(flight.handle, flight.level);
    boolean mine = flight.relinquish ? current == null : holds(current, flight);
    if (mine) {
      arrays.clear(flight.handle, flight.level);
      Slot before = flight.previous;
      if (before != null && (before.expires() == 0 || before.expires() > now)) {
        arrays.set(flight.handle, before);
      }
      dropMinimum(flight);
      showSlots(flight.handle);
    }
    end(flight, state, reason, detail, now);
  }

  /** The switch was not thrown after all, so that nothing has to be held. */
  private void dropMinimum(Flight flight) {
    Slot six = arrays.own(flight.handle, SwitchTimes.LEVEL);
    boolean begun = six != null
        && six.owner().equals(SwitchTimes.OWNER)
        && six.since() == flight.sent
        && !Placer.hasArray(points.directory().point(flight.handle));
    if (begun) {
      arrays.clear(flight.handle, SwitchTimes.LEVEL);
    }
  }

  private static boolean holds(@Nullable Slot slot, Flight flight) {
    return slot != null && slot.commandId().equals(flight.item);
  }

  private String lastShown(Flight flight) {
    Value value = points.value(flight.handle);
    return value == null ? "" : value.toString();
  }
}
