package io.campustwin.codec.layout.grounds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Ways at right angles round boxes: on the lines through the boxes' edges, the doors and the roads, the shortest way
 * with few turns from a door to what can already be walked on. Each way found may be joined by the next. After the
 * orthogonal visibility graphs of connector routing (Wybrow, Marriott and Stuckey, 2009).
 */
final class Footpaths {
  private static final double TURN = 4;
  private static final double NEAR = 1e-6;

  /** A corner of the net with the direction one came from: 0 along x, 1 along y. */
  private record Step(
      int column,
      int row,
      int direction,
      double cost,
      @Nullable Step before) {}

  private final double[] xs;
  private final double[] ys;
  private final List<Envelope> solids;
  private final boolean[] reached;

  /**
   * @param solids boxes to go round; their edges may be walked on
   * @param spines what is walked on already
   * @param doors where ways begin
   */
  Footpaths(List<Envelope> solids, List<Envelope> spines, List<Coordinate> doors) {
    TreeSet<Double> columns = new TreeSet<>();
    TreeSet<Double> rows = new TreeSet<>();
    List<Envelope> lines = new ArrayList<>(solids);
    lines.addAll(spines);
    doors.forEach(door -> lines.add(new Envelope(door)));
    for (Envelope line : lines) {
      columns.add(line.getMinX());
      columns.add(line.getMaxX());
      rows.add(line.getMinY());
      rows.add(line.getMaxY());
    }
    this.xs = columns.stream().mapToDouble(Double::doubleValue).toArray();
    this.ys = rows.stream().mapToDouble(Double::doubleValue).toArray();
    this.solids = solids;
    this.reached = new boolean[xs.length * ys.length];
    spines.forEach(this::join);
  }

  private void join(Envelope line) {
    for (int i = 0; i < xs.length; i++) {
      for (int j = 0; j < ys.length; j++) {
        if (Sketch.grown(line, NEAR).contains(xs[i], ys[j])) {
          reached[i * ys.length + j] = true;
        }
      }
    }
  }

  /** Corners of the way from a door to the nearest place that can be walked on, empty if there is none. */
  Optional<List<Coordinate>> find(Coordinate door) {
    PriorityQueue<Step> queue = new PriorityQueue<>(Comparator.comparingDouble(Step::cost)
        .thenComparingInt(Step::column)
        .thenComparingInt(Step::row));
    Map<Integer, Double> best = new HashMap<>();
    int column = java.util.Arrays.binarySearch(xs, door.x);
    int row = java.util.Arrays.binarySearch(ys, door.y);
    queue.add(new Step(column, row, -1, 0, null));
    while (!queue.isEmpty()) {
      Step step = queue.remove();
      if (reached[step.column * ys.length + step.row]) {
        return Optional.of(walk(step));
      }
      int state = (step.column * ys.length + step.row) * 3 + step.direction + 1;
      if (best.merge(state, step.cost, Math::min) == step.cost) {
        spread(step, queue, best);
      }
    }
    return Optional.empty();
  }

  private void spread(Step step, PriorityQueue<Step> queue, Map<Integer, Double> best) {
    for (int side = -1; side <= 1; side += 2) {
      move(step, step.column + side, step.row, 0, queue, best);
      move(step, step.column, step.row + side, 1, queue, best);
    }
  }

  private void move(
      Step step,
      int column,
      int row,
      int direction,
      PriorityQueue<Step> queue,
      Map<Integer, Double> best) {
    if (column < 0 || row < 0 || column >= xs.length || row >= ys.length) {
      return;
    }
    double length = Math.abs(xs[column] - xs[step.column]) + Math.abs(ys[row] - ys[step.row]);
    boolean turns = step.direction >= 0 && step.direction != direction;
    double cost = step.cost + length + (turns ? TURN : 0);
    int state = (column * ys.length + row) * 3 + direction + 1;
    Double known = best.get(state);
    if ((known == null || cost < known) && isFree(step, column, row)) {
      best.put(state, cost);
      queue.add(new Step(column, row, direction, cost, step));
    }
  }

  private boolean isFree(Step from, int column, int row) {
    double x = (xs[from.column] + xs[column]) / 2;
    double y = (ys[from.row] + ys[row]) / 2;
    return solids.stream()
        .noneMatch(box -> x > box.getMinX() + NEAR
            && x < box.getMaxX() - NEAR
            && y > box.getMinY() + NEAR
            && y < box.getMaxY() - NEAR);
  }

  /** The corners from the door on; all that was passed can be joined from now on. */
  private List<Coordinate> walk(Step last) {
    List<Coordinate> corners = new ArrayList<>();
    Step after = last;
    for (Step at = last; at != null; at = at.before) {
      reached[at.column * ys.length + at.row] = true;
      boolean bends = at == last || at.before == null || after.direction != at.direction;
      if (bends) {
        corners.add(0, new Coordinate(xs[at.column], ys[at.row]));
      }
      after = at;
    }
    return corners;
  }
}
