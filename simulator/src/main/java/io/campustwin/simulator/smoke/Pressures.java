package io.campustwin.simulator.smoke;

import java.util.Arrays;
import java.util.List;

/**
 * Pressures at the floors of all rooms over the open air at that height, such that no room gains or loses volume: what
 * the fire expands must leave. Newton's method with a step that is halved while it does not help; the matrix is
 * symmetric and is solved by Cholesky.
 */
final class Pressures {
  private static final int MOST = 20;
  private static final int HALVINGS = 6;

  /** Square of a tenth kg K/s, a hundred watts; what is missed is made up for in the next step. */
  private static final double GOOD = 1e-2;

  private final Layers layers;
  private final List<Opening> openings;
  private final VentFlow vent;
  private final double[] open;
  final double[] excess;
  private final double[] tried;
  private final double[] miss;
  private final double[] change;
  private final double[][] matrix;

  /**
   * @param open share of each opening that is open; read anew at every solution
   */
  Pressures(Layers layers, List<Opening> openings, double[] open) {
    this.layers = layers;
    this.openings = openings;
    this.open = open;
    vent = new VentFlow(layers);
    int rooms = layers.rooms.length;
    excess = new double[rooms];
    tried = new double[rooms];
    miss = new double[rooms];
    change = new double[rooms];
    matrix = new double[rooms][rooms];
  }

  /**
   * Finds the pressures.
   *
   * @param source heat that each room gains by itself, kg K/s
   */
  void solve(double[] source) {
    double error = residual(excess, source, true);
    for (int k = 0; k < MOST && error > GOOD; k++) {
      newton();
      double share = 1;
      double next = attempt(share, source);
      for (int h = 0; h < HALVINGS && next >= error; h++) {
        share /= 2;
        next = attempt(share, source);
      }
      if (next >= error) {
        return;
      }
      System.arraycopy(tried, 0, excess, 0, excess.length);
      error = residual(excess, source, true);
    }
  }

  private double attempt(double share, double[] source) {
    for (int i = 0; i < excess.length; i++) {
      tried[i] = excess[i] + share * change[i];
    }
    return residual(tried, source, false);
  }

  /** Sum of squares of what each room gains too much. */
  private double residual(double[] pressure, double[] source, boolean withMatrix) {
    System.arraycopy(source, 0, miss, 0, miss.length);
    for (int i = 0; withMatrix && i < miss.length; i++) {
      Arrays.fill(matrix[i], 0);
      matrix[i][i] = 1e-9;
    }
    for (int k = 0; k < openings.size(); k++) {
      Opening opening = openings.get(k);
      vent.reckon(opening, difference(opening, pressure), open[k]);
      stamp(opening.a(), opening.b(), withMatrix);
    }
    double sum = 0;
    for (double each : miss) {
      sum += each * each;
    }
    return sum;
  }

  static double difference(Opening opening, double[] pressure) {
    return pressure[opening.a()] - (opening.b() == Opening.OUTSIDE ? 0 : pressure[opening.b()]);
  }

  private void stamp(int a, int b, boolean withMatrix) {
    double heat = vent.heat();
    double slope = withMatrix ? vent.slope : 0;
    miss[a] -= heat;
    matrix[a][a] += slope;
    if (b != Opening.OUTSIDE) {
      miss[b] += heat;
      matrix[b][b] += slope;
      matrix[a][b] -= slope;
      matrix[b][a] -= slope;
    }
  }

  /** Solves matrix times change is miss; the matrix becomes its own root. */
  private void newton() {
    int n = miss.length;
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double rest = matrix[i][j] - product(i, j, j);
        matrix[i][j] = i == j ? Math.sqrt(Math.max(rest, 1e-12)) : rest / matrix[j][j];
      }
    }
    for (int i = 0; i < n; i++) {
      double rest = miss[i];
      for (int k = 0; k < i; k++) {
        rest -= matrix[i][k] * change[k];
      }
      change[i] = rest / matrix[i][i];
    }
    back(n);
  }

  private double product(int i, int j, int below) {
    double sum = 0;
    for (int k = 0; k < below; k++) {
      sum += matrix[i][k] * matrix[j][k];
    }
    return sum;
  }

  private void back(int n) {
    for (int i = n - 1; i >= 0; i--) {
      double rest = change[i];
      for (int k = i + 1; k < n; k++) {
        rest -= matrix[k][i] * change[k];
      }
      change[i] = rest / matrix[i][i];
    }
  }

  /** The streams through an opening at the pressures found. */
  VentFlow flow(int opening) {
    vent.reckon(openings.get(opening), difference(openings.get(opening), excess), open[opening]);
    return vent;
  }
}
