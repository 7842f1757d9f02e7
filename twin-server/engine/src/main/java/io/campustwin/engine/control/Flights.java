package io.campustwin.engine.control;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.PointDirectory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The items under way, in the order they were sent, and by point. */
final class Flights {
  private final Map<String, Flight> byItem = new LinkedHashMap<>();
  private final Map<Integer, List<Flight>> byPoint = new HashMap<>();

  void add(Flight flight) {
    byItem.put(flight.item, flight);
    byPoint.computeIfAbsent(flight.handle, key -> new ArrayList<>(1)).add(flight);
  }

  void remove(Flight flight) {
    byItem.remove(flight.item);
    List<Flight> others = byPoint.get(flight.handle);
    if (others != null && others.remove(flight) && others.isEmpty()) {
      byPoint.remove(flight.handle);
    }
  }

  @Nullable
  Flight find(String item) {
    return byItem.get(item);
  }

  /** A copy, so that flights may end while it is walked. */
  List<Flight> ofPoint(int handle) {
    List<Flight> flights = byPoint.get(handle);
    return flights == null ? List.of() : List.copyOf(flights);
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
}
