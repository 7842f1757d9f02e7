package io.campustwin.bench;

import io.campustwin.engine.kernel.Engine;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * Heap of an engine that has heard of every point: used heap after collection with it, less that without it, by the
 * number of points. The model is not counted, it is there either way; directory, columns, alarm and linkage watches are.
 */
final class MemoryFigures {
  private MemoryFigures() {}

  static List<Figure> measure(BigCampus campus) {
    List<Engine> held = new ArrayList<>();
    long before = used();
    held.add(campus.engine());
    long after = used();
    int points = held.get(0).snapshot().directory().size();
    double columns = 8 + 8 + 8 + 1 + 1;
    return List.of(new Figure(
        "memory-per-point", (after - before) / (double) points, "B", columns, "<= 200 B"));
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
