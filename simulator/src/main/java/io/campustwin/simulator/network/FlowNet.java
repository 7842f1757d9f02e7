package io.campustwin.simulator.network;

import java.util.Arrays;

/**
 * Flows over links by weighted max-min fairness: all rates rise together, each by its weight, until a flow has what it wants
 * or a link on its way is full (progressive filling, D. Bertsekas and R. Gallager, Data Networks, 1992, section 6.5.2). Mbps
 * throughout; one pass if nothing is full, else one pass a saturated link or satisfied flow.
 */
public final class FlowNet {
  private final int[][] paths;
  private final double[] capacity;
  private final double[] wanted;
  private final double[] weight;
  private final double[] rate;
  private final double[] carried;
  private final double[] left;
  private final double[] pull;
  private final boolean[] done;

  /**
   * @param links how many there are
   * @param paths the links of each flow, by index
   */
  public FlowNet(int links, int[][] paths) {
    this.paths = paths;
    capacity = new double[links];
    carried = new double[links];
    left = new double[links];
    pull = new double[links];
    wanted = new double[paths.length];
    weight = new double[paths.length];
    rate = new double[paths.length];
    done = new boolean[paths.length];
    Arrays.fill(weight, 1);
  }

  /** @throws IllegalArgumentException if it is less than zero or no number */
  public void capacity(int link, double megabits) {
    check("capacity of link " + link, megabits);
    capacity[link] = megabits;
  }

  /** What a flow wants, and its weight: how many terminals it stands for. */
  public void want(int flow, double megabits, double terminals) {
    check("demand of flow " + flow, megabits);
    check("terminals of flow " + flow, terminals);
    wanted[flow] = megabits;
    weight[flow] = Math.max(1e-6, terminals);
  }

  private static void check(String what, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(what + " is " + value);
    }
  }

  /** Shares the links out. */
  public void solve() {
    Arrays.fill(rate, 0);
    Arrays.fill(done, false);
    System.arraycopy(capacity, 0, left, 0, left.length);
    int open = 0;
    for (int f = 0; f < done.length; f++) {
      done[f] = wanted[f] <= 0;
      open += done[f] ? 0 : 1;
    }
    for (int round = 0; open > 0 && round <= paths.length + capacity.length; round++) {
      rise(step());
      open = freeze();
    }
    Arrays.fill(carried, 0);
    for (int f = 0; f < paths.length; f++) {
      for (int link : paths[f]) {
        carried[link] += rate[f];
      }
    }
  }

  /** How far all may rise before the next event. */
  private double step() {
    Arrays.fill(pull, 0);
    double step = Double.POSITIVE_INFINITY;
    for (int f = 0; f < paths.length; f++) {
      if (!done[f]) {
        step = Math.min(step, (wanted[f] - rate[f]) / weight[f]);
        for (int link : paths[f]) {
          pull[link] += weight[f];
        }
      }
    }
    for (int link = 0; link < left.length; link++) {
      if (pull[link] > 0) {
        step = Math.min(step, left[link] / pull[link]);
      }
    }
    return Math.max(0, step);
  }

  private void rise(double step) {
    for (int f = 0; f < paths.length; f++) {
      if (!done[f]) {
        rate[f] += step * weight[f];
      }
    }
    for (int link = 0; link < left.length; link++) {
      left[link] -= step * pull[link];
    }
  }

  /** Flows that are satisfied or meet a full link rise no further; gives how many are left. */
  private int freeze() {
    int open = 0;
    for (int f = 0; f < paths.length; f++) {
      if (!done[f]) {
        boolean has = rate[f] >= wanted[f] * (1 - 1e-12);
        rate[f] = has ? wanted[f] : rate[f];
        done[f] = has || meetsFull(paths[f]);
        open += done[f] ? 0 : 1;
      }
    }
    return open;
  }

  private boolean meetsFull(int[] path) {
    for (int link : path) {
      if (left[link] <= 1e-12 * capacity[link]) {
        return true;
      }
    }
    return false;
  }

  public double rate(int flow) {
    return rate[flow];
  }

  public double wanted(int flow) {
    return wanted[flow];
  }

  /** Sum of the flows over a link. */
  public double carried(int link) {
    return carried[link];
  }

  public double capacity(int link) {
    return capacity[link];
  }

  /** Carried over capacity; 1 for a link that is down. */
  public double load(int link) {
    return capacity[link] <= 0 ? 1 : Math.min(1, carried[link] / capacity[link]);
  }
}
