package io.campustwin.simulator.power;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.Arrays;
import org.apache.commons.math3.util.FastMath;

/**
 * Thermal and magnetic release of every breaker of a tree. The thermal one is a replica after IEC 60255-149: heat h follows
 * (I / 1.2 In)² with one time constant, exactly over any step, and at h = 1 the breaker opens; cold, that is the inverse
 * curve t = τ ln(x² / (x² - 1)). The constants keep to the conventional currents of IEC 60947-2 (no trip at 1.05 In, trip
 * at 1.30 In within 1 h up to 63 A and 2 h above) and IEC 60898-1 (no trip at 1.13 In, 1 to 60 s at 2.55 In up to 32 A,
 * to 120 s above). From ten times In the magnetic release (type C) opens at once.
 */
public final class Breakers {
  /** Over rated current: the current that is carried for ever. */
  public static final double CARRIED = 1.2;

  private static final double MAGNETIC = 10;
  private static final double SMALL = 63;
  private static final double SMALL_SECONDS = 220;
  private static final double LARGE_SECONDS = 600;
  private final PowerTree tree;
  private final double[] heat;
  private final boolean[] tripped;

  public Breakers(PowerTree tree) {
    this.tree = tree;
    heat = new double[tree.size()];
    tripped = new boolean[tree.size()];
  }

  /**
   * A step under constant currents.
   *
   * @return true if one more has opened
   */
  public boolean step(PowerFlow flow, double seconds) {
    double small = 1 - FastMath.exp(-seconds / SMALL_SECONDS);
    double large = 1 - FastMath.exp(-seconds / LARGE_SECONDS);
    boolean opened = false;
    for (int i = 0; i < heat.length; i++) {
      double rated = tree.circuit(i).rated();
      double load = flow.current(i) / (CARRIED * rated);
      heat[i] += (load * load - heat[i]) * (rated <= SMALL ? small : large);
      boolean trips = heat[i] >= 1 || load * CARRIED >= MAGNETIC;
      if (trips && !tripped[i]) {
        tripped[i] = true;
        opened = true;
      }
    }
    return opened;
  }

  /** Seconds in which a cold breaker opens; infinite if it carries the current for ever. */
  public static double seconds(double current, double rated) {
    double load = current / (CARRIED * rated);
    if (load * CARRIED >= MAGNETIC) {
      return 0;
    }
    double lag = rated <= SMALL ? SMALL_SECONDS : LARGE_SECONDS;
    return load <= 1
        ? Double.POSITIVE_INFINITY
        : lag * FastMath.log(load * load / (load * load - 1));
  }

  public boolean isTripped(int circuit) {
    return tripped[circuit];
  }

  /** All that have opened are closed by hand; what is hot stays hot. */
  public void reclose() {
    Arrays.fill(tripped, false);
  }

  void save(ByteWriter out) {
    for (int i = 0; i < heat.length; i++) {
      out.real(heat[i]).flag(tripped[i]);
    }
  }

  void load(ByteReader in) {
    for (int i = 0; i < heat.length; i++) {
      heat[i] = in.finite();
      tripped[i] = in.flag();
    }
  }
}
