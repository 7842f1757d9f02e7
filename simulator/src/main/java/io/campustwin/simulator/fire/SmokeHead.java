package io.campustwin.simulator.fire;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.smoke.Tenability;
import org.apache.commons.math3.util.FastMath;

/**
 * A point smoke detector. In the room of the fire it answers to a ceiling jet 13 K over the air, the rise that goes with
 * the smoke a usual detector needs (Heskestad and Delichatsios 1977). To the layer it answers when the optical density
 * inside it is 0.14 1/m, at which four detectors of five had answered in full-scale tests (Geiman and Gottuk 2003,
 * recalled); smoke enters with the time {@code L / u}, L = 1.8 m (Heskestad; FDS) at 0.15 m/s, the slowest flow with
 * which detectors are tested.
 */
public final class SmokeHead {
  private static final double RISE = 13;
  private static final double DENSITY = 0.14;
  private static final double LENGTH = 1.8;
  private static final double FLOW = 0.15;

  private final int space;
  private final double x;
  private final double y;
  private double inside;
  private boolean alarm;

  /**
   * @param space index in the campus
   */
  public SmokeHead(int space, double x, double y) {
    this.space = space;
    this.x = x;
    this.y = y;
  }

  /** Lets time pass; an alarm holds until {@link #reset}. */
  public void step(FireScene scene, double seconds) {
    if (space < 0) {
      return;
    }
    double outside = Tenability.opticalDensity(scene.ceiling(space).extinction());
    inside += (outside - inside) * (1 - FastMath.exp(-FLOW / LENGTH * seconds));
    alarm |= inside >= DENSITY || scene.jet(space, x, y) >= RISE;
  }

  public boolean isAlarm() {
    return alarm;
  }

  public void reset() {
    inside = 0;
    alarm = false;
  }

  public void save(ByteWriter out) {
    out.real(inside).flag(alarm);
  }

  public void load(ByteReader in) {
    inside = in.finite();
    alarm = in.flag();
  }
}
