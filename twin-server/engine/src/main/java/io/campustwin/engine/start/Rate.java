package io.campustwin.engine.start;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * How fast a room warms or cools while it is conditioned: {@code rate = a (outdoors - room) + b}, K/h, with {@code a} and
 * {@code b} by recursive least squares with forgetting (Ljung, System Identification, ch. 11), so that the newest days
 * count most. Two numbers a room and direction; an update is a dozen multiplications.
 */
final class Rate {
  /** Observations before it is believed. */
  static final int ENOUGH = 6;

  private static final double FORGETTING = 0.99;
  private static final double STEP_HOURS = 1.0 / 12;

  private double a;
  private double b;
  // the covariance of a and b, symmetric
  private double paa = 1;
  private double pab;
  private double pbb = 100;
  private int count;

  boolean isLearned() {
    return count >= ENOUGH;
  }

  /**
   * @param drive outdoors less room, K
   * @param rate K/h
   */
  void observe(double drive, double rate) {
    double ga = paa * drive + pab;
    double gb = pab * drive + pbb;
    double scale = FORGETTING + drive * ga + gb;
    double error = rate - (a * drive + b);
    a += ga / scale * error;
    b += gb / scale * error;
    double oldAb = pab;
    pab = (pab - ga * gb / scale) / FORGETTING;
    paa = Math.min(1e3, (paa - ga * ga / scale) / FORGETTING);
    pbb = Math.min(1e3, (pbb - gb * gb / scale) / FORGETTING);
    pab = Math.abs(pab) > 1e3 ? oldAb : pab;
    count = Math.min(count + 1, 1_000_000);
  }

  double predict(double drive) {
    return a * drive + b;
  }

  /** Hours from {@code room} to {@code wanted}, at most {@code most}, in steps of five minutes. */
  double hours(double room, double wanted, double outdoors, double most) {
    double temperature = room;
    double hours = 0;
    boolean up = wanted > room;
    while (hours < most && (up ? temperature < wanted : temperature > wanted)) {
      temperature += predict(outdoors - temperature) * STEP_HOURS;
      hours += STEP_HOURS;
    }
    return Math.min(hours, most);
  }

  void save(ByteWriter out) {
    out.real(a).real(b).real(paa).real(pab).real(pbb).count(count);
  }

  static Rate restore(ByteReader in) {
    Rate rate = new Rate();
    rate.a = in.real();
    rate.b = in.real();
    rate.paa = in.real();
    rate.pab = in.real();
    rate.pbb = in.real();
    rate.count = in.small();
    return rate;
  }
}
