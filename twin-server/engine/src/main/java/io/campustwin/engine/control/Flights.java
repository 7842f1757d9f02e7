package io.campustwin.engine.control;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.PointBytes;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.Slot;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items under way, in the order they were sent, and by point. */
final class Flights {
  private final Map<String, Flight> byItem = new LinkedHashMap<>();
  private final Map<Integer, List<Flight>> byPoint = new HashMap<>();

  /** Handles in {@link #byPoint}: every report of a point asks whether it is one, and nearly none is. */
  private final BitSet points = new BitSet();

  void add(Flight flight) {
    byItem.put(flight.item, flight);
    byPoint.computeIfAbsent(flight.handle, key -> new ArrayList<>(1)).add(flight);
    points.set(flight.handle);
  }

  void remove(Flight flight) {
    byItem.remove(flight.item);
    List<Flight> others = byPoint.get(flight.handle);
    if (others != null && others.remove(flight) && others.isEmpty()) {
      byPoint.remove(flight.handle);
      points.clear(flight.handle);
    }
  }

  @Nullable
  Flight find(String item) {
    return byItem.get(item);
  }

  /** A copy, so that flights may end while it is walked. */
  List<Flight> ofPoint(int handle) {
    return points.get(handle) ? List.copyOf(byPoint.getOrDefault(handle, List.of())) : List.of();
  }

  /** True while something is under way to a point. */
  boolean isUnder(int handle) {
    return points.get(handle);
  }

  List<Flight> all() {
    return List.copyOf(byItem.values());
  }

  boolean isEmpty() {
    return byItem.isEmpty();
  }

  void save(ByteWriter out) {
    out.list(all(), (to, flight) -> flight.save(to));
  }

  static Flights restore(PointDirectory directory, Ledger ledger, ByteReader in) {
    Flights flights = new Flights();
    for (Flight flight : in.list(from -> Flight.restore(from, ledger))) {
      if (directory.isAlive(flight.handle)) {
        flights.add(flight);
      } else {
        ledger.enter(
            flight.index, CommandState.FAILED, CommandReason.UNKNOWN_POINT, "", flight.sent);
      }
    }
    return flights;
  }

  /** An item under way: from sent to its end. */
  static final class Flight {
    final String item;
    final long index;
    final int handle;
    final int level;

    /** The item gives a slot up rather than taking it. */
    final boolean relinquish;

    /** The effective value that shows it happened; null if only the slot can. */
    final @Nullable Value expected;

    /** What was in the slot before; put back when the device surely did not act. */
    final @Nullable Slot previous;

    final long sent;
    long acknowledged;

    /** The slot was read back before the acknowledgement came. */
    boolean slotSeen;

    Flight(
        String item,
        long index,
        int handle,
        int level,
        boolean relinquish,
        @Nullable Value expected,
        @Nullable Slot previous,
        long sent) {
      this.item = item;
      this.index = index;
      this.handle = handle;
      this.level = level;
      this.relinquish = relinquish;
      this.expected = expected;
      this.previous = previous;
      this.sent = sent;
    }

    void save(ByteWriter out) {
      out.text(item).count(index).count(handle).u8(level).flag(relinquish).value(expected);
      out.flag(previous != null);
      if (previous != null) {
        PointBytes.slot(out, previous);
      }
      out.whole(sent).whole(acknowledged).flag(slotSeen);
    }

    static Flight restore(ByteReader in, Ledger ledger) {
      String item = in.text();
      long index = ledger.index(in.count());
      int handle = in.small();
      int level = in.u8();
      boolean relinquish = in.flag();
      Value expected = in.findValue();
      Slot previous = in.flag() ? PointBytes.slot(in) : null;
      Flight flight =
          new Flight(item, index, handle, level, relinquish, expected, previous, in.whole());
      flight.acknowledged = in.whole();
      flight.slotSeen = in.flag();
      return flight;
    }
  }
}
