package io.campustwin.simulator.energy;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/** Battery with equal charge and discharge efficiency; energy is conserved exactly and limits are never crossed. */
public final class Battery {
  private static final double EFFICIENCY = 0.95;
  private final double capacity;
  private final double limit;
  private double stored;

  /**
   * @param capacity Wh
   * @param limit greatest power either way, W
   * @param share of charge at the start, 0 to 1
   */
  public Battery(double capacity, double limit, double share) {
    this.capacity = capacity;
    this.limit = limit;
    this.stored = capacity * share;
  }

  /**
   * Tries to take {@code surplus} W (negative: to give).
   *
   * @return what the bus sees, W: positive taken from it
   */
  public double step(double surplus, double seconds) {
    double hours = seconds / 3600;
    double wanted = Math.max(-limit, Math.min(limit, surplus));
    double taken = wanted >= 0
        ? Math.min(wanted, (capacity - stored) / EFFICIENCY / hours)
        : Math.max(wanted, -stored * EFFICIENCY / hours);
    stored += taken >= 0 ? taken * EFFICIENCY * hours : taken / EFFICIENCY * hours;
    stored = Math.max(0, Math.min(capacity, stored));
    return taken;
  }

  /** Share of charge, 0 to 1. */
  public double share() {
    return stored / capacity;
  }

  public void save(ByteWriter out) {
    out.real(stored);
  }

  public void load(ByteReader in) {
    stored = in.finite();
  }
}
