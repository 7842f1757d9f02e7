package io.campustwin.codec;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong while a folder is read. Bounded: after the limit only the count goes on. */
final class Faults {
  private static final int LIMIT = 2_000;
  private final List<Fault> faults = new ArrayList<>();

  void add(FaultCode code, String file, int line, String id, Object... found) {
    if (faults.size() < LIMIT) {
      faults.add(code.at(file, line, id, found));
    }
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  int size() {
    return faults.size();
  }

  /** By file, line and id. */
  List<Fault> sorted() {
    List<Fault> sorted = new ArrayList<>(faults);
    sorted.sort(
        Comparator.comparing(Fault::file).thenComparingInt(Fault::line).thenComparing(Fault::id));
    return List.copyOf(sorted);
  }
}
