package io.campustwin.simulator.network;

import org.apache.commons.math3.util.FastMath;

/**
 * A link's output queue as M/M/1/K (L. Kleinrock, Queueing Systems I, 1975, section 3.6): packets of 1000 bytes on average,
 * room for {@value #ROOM} of them. Holds for any load, also beyond what the link carries.
 */
public final class Queue {
  /** Packets that fit, with the one on the wire. */
  public static final int ROOM = 100;

  private static final double PACKET_MEGABITS = 0.008;

  private Queue() {}

  /** Share of packets that find no room; {@code load} is what arrives over what the link carries. */
  public static double loss(double load) {
    if (Math.abs(load - 1) < 1e-9) {
      return 1.0 / (ROOM + 1);
    }
    double power = FastMath.pow(load, ROOM);
    return load > 1 ? (load - 1) / (load - 1 / power) : (1 - load) * power / (1 - load * power);
  }

  /** Mean time from arrival to the end of sending, ms, of those that get in; {@code capacity} in Mbps. */
  public static double delay(double load, double capacity) {
    double sending = PACKET_MEGABITS / capacity * 1000;
    if (load <= 0) {
      return sending;
    }
    return packets(load) / (load * (1 - loss(load))) * sending;
  }

  /** Mean packets in queue and on the wire. */
  private static double packets(double load) {
    if (Math.abs(load - 1) < 1e-9) {
      return ROOM / 2.0;
    }
    double last = load > 1
        ? (ROOM + 1) / (FastMath.pow(load, -ROOM - 1) - 1)
        : (ROOM + 1) * FastMath.pow(load, ROOM + 1) / (1 - FastMath.pow(load, ROOM + 1));
    return load / (1 - load) - last;
  }
}
