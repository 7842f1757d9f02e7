package io.campustwin.simulator.power;

import java.util.Arrays;

/**
 * Flows in a {@link PowerTree}: one sweep from the loads to the transformer sums power and line losses (3 I²R, currents at
 * nominal voltage), one sweep back gives voltages (forward-backward sweep of W. Kersting, Distribution System Modeling and
 * Analysis, one pass). What stands behind an open breaker gets nothing. Balances by construction: what enters a circuit is
 * its own load, its loss and what enters those behind it. No allocation; about 10 ns a circuit.
 */
public final class PowerFlow {
  private final PowerTree tree;
  private final double[] own;
  private final double[] power;
  private final double[] loss;
  private final double[] current;
  private final double[] volts;
  private final boolean[] open;
  private final boolean[] dead;

  public PowerFlow(PowerTree tree) {
    this.tree = tree;
    int size = tree.size();
    own = new double[size];
    power = new double[size];
    loss = new double[size];
    current = new double[size];
    volts = new double[size];
    open = new boolean[size];
    dead = new boolean[size];
    Arrays.fill(volts, PowerTree.VOLTS);
  }

  /** Forgets all loads. */
  public void clear() {
    Arrays.fill(own, 0);
  }

  /** Adds a load, W; less than zero for what gives power. Has no effect while the circuit is dead. */
  public void add(int circuit, double watts) {
    own[circuit] += watts;
  }

  /** Opens or closes a breaker; shown by the next {@link #solve}. */
  public void open(int circuit, boolean opened) {
    open[circuit] = opened;
  }

  /** Both sweeps. */
  public void solve() {
    for (int i = 0; i < dead.length; i++) {
      dead[i] = open[i] || tree.feeder[i] >= 0 && dead[tree.feeder[i]];
      power[i] = dead[i] ? 0 : own[i];
    }
    for (int i = power.length - 1; i >= 0; i--) {
      int phases = tree.circuits[i].phases();
      current[i] = Math.abs(power[i]) / (phases * PowerTree.VOLTS * PowerTree.POWER_FACTOR);
      loss[i] = phases * current[i] * current[i] * tree.resistance[i];
      power[i] += loss[i];
      if (tree.feeder[i] >= 0) {
        power[tree.feeder[i]] += power[i];
      }
    }
    voltages();
  }

  private void voltages() {
    for (int i = 0; i < volts.length; i++) {
      double above = tree.feeder[i] < 0 ? PowerTree.VOLTS : volts[tree.feeder[i]];
      double drop = current[i] * tree.resistance[i] * PowerTree.POWER_FACTOR;
      volts[i] = dead[i] ? 0 : above - Math.copySign(drop, power[i]);
    }
  }

  /** What enters the circuit, W, with the losses behind it. */
  public double power(int circuit) {
    return power[circuit];
  }

  /** Loss in the circuit's own line, W. */
  public double loss(int circuit) {
    return loss[circuit];
  }

  /** Loads of the circuit itself that are served, W. */
  public double served(int circuit) {
    return dead[circuit] ? 0 : own[circuit];
  }

  /** Current of a phase, A. */
  public double current(int circuit) {
    return current[circuit];
  }

  /** Phase to neutral at the loads, V; 0 behind an open breaker. */
  public double volts(int circuit) {
    return volts[circuit];
  }

  /** True if the circuit or one that feeds it is open. */
  public boolean isDead(int circuit) {
    return dead[circuit];
  }

  public boolean isOpen(int circuit) {
    return open[circuit];
  }

  /** Sum of all losses, W. */
  public double losses() {
    double sum = 0;
    for (double one : loss) {
      sum += one;
    }
    return sum;
  }

  /** Sum of all loads that are served, W; sources count less than zero. */
  public double served() {
    double sum = 0;
    for (int i = 0; i < own.length; i++) {
      sum += served(i);
    }
    return sum;
  }
}
