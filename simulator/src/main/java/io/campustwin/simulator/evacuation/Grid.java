package io.campustwin.simulator.evacuation;

import java.util.Arrays;

/**
 * Uniform grid over all planes for finding neighbours: agents sorted by cell (counting sort, so their order within a
 * cell is that of their indices). A cell is as wide as the range of sight.
 */
final class Grid {
  private static final double MARGIN = 6;

  final double cell;
  final int[] first;
  int[] agents = new int[0];
  private final double[] originX;
  private final double[] originY;
  private final int[] columns;
  private final int[] rows;
  private final int[] base;

  Grid(Floorplan plan, double cell) {
    this.cell = cell;
    int planes = plan.planes();
    originX = new double[planes];
    originY = new double[planes];
    columns = new int[planes];
    rows = new int[planes];
    base = new int[planes + 1];
    for (int plane = 0; plane < planes; plane++) {
      fit(plan, plane);
      base[plane + 1] = base[plane] + columns[plane] * rows[plane];
    }
    first = new int[base[planes] + 1];
  }

  private void fit(Floorplan plan, int plane) {
    org.locationtech.jts.geom.Envelope box = new org.locationtech.jts.geom.Envelope();
    for (Floorplan.Room room : plan.rooms) {
      if (room.plane() == plane) {
        box.expandToInclude(room.shape().getEnvelopeInternal());
      }
    }
    originX[plane] = box.getMinX() - MARGIN;
    originY[plane] = box.getMinY() - MARGIN;
    columns[plane] = (int) Math.floor((box.getWidth() + 2 * MARGIN) / cell) + 1;
    rows[plane] = (int) Math.floor((box.getHeight() + 2 * MARGIN) / cell) + 1;
  }

  int column(int plane, double x) {
    int column = (int) Math.floor((x - originX[plane]) / cell);
    return Math.max(0, Math.min(columns[plane] - 1, column));
  }

  int row(int plane, double y) {
    int row = (int) Math.floor((y - originY[plane]) / cell);
    return Math.max(0, Math.min(rows[plane] - 1, row));
  }

  int columns(int plane) {
    return columns[plane];
  }

  int rows(int plane) {
    return rows[plane];
  }

  int cells() {
    return first.length - 1;
  }

  int index(int plane, int column, int row) {
    return base[plane] + row * columns[plane] + column;
  }

  int index(int plane, double x, double y) {
    return index(plane, column(plane, x), row(plane, y));
  }

  /** Sorts agents by cell; those whose plane is negative are left out. */
  void sort(int[] planeOf, double[] x, double[] y, int count) {
    if (agents.length < count) {
      agents = new int[count];
    }
    Arrays.fill(first, 0);
    for (int i = 0; i < count; i++) {
      if (planeOf[i] >= 0) {
        first[index(planeOf[i], x[i], y[i]) + 1]++;
      }
    }
    for (int c = 1; c < first.length; c++) {
      first[c] += first[c - 1];
    }
    int total = first[first.length - 1];
    for (int i = count - 1; i >= 0; i--) {
      if (planeOf[i] >= 0) {
        agents[--first[index(planeOf[i], x[i], y[i]) + 1]] = i;
      }
    }
    // filled from behind, the start of cell c now stands at c + 1
    System.arraycopy(first, 1, first, 0, first.length - 1);
    first[first.length - 1] = total;
  }
}
