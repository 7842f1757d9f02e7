package io.campustwin.simulator.weather;

import org.apache.commons.math3.util.FastMath;

/**
 * Seeded chance without state: a value depends only on its arguments, so the order of calls never matters and a run
 * can begin anywhere in time. Mixing step: SplitMix64 (Steele, Lea, Flood 2014).
 */
public final class Chance {
  private Chance() {}

  /** Uniform in [0, 1). */
  public static double at(long seed, long channel, long slot) {
    long mixed =
        mix(mix(seed + 0x9E3779B97F4A7C15L * (channel + 1)) ^ (slot * 0xD1B54A32D192ED03L));
    return (mixed >>> 11) * 0x1.0p-53;
  }

  /** Smooth course through one uniform value at each whole {@code x}; within [0, 1]. */
  public static double smooth(long seed, long channel, double x) {
    long left = (long) Math.floor(x);
    double weight = 0.5 - 0.5 * FastMath.cos(Math.PI * (x - left));
    return at(seed, channel, left) * (1 - weight) + at(seed, channel, left + 1) * weight;
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
