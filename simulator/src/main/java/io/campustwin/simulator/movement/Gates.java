package io.campustwin.simulator.movement;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.Arrays;

/**
 * Gate devices as lanes that pass one person after the other, {@value #LANE} ms each: thirty a minute with a card or a
 * face, what makers state for turnstiles. A gate without a device has one lane that keeps nobody waiting.
 */
final class Gates {
  private static final int LANE = 2000;
  private final int[] place;
  private final boolean[] usable;
  private final long[] free;
  private final long[] passes;
  private final boolean[] hasDevice;

  /**
   * @param place of each device
   * @param places number of all places
   */
  Gates(int[] place, int places) {
    this.place = place.clone();
    usable = new boolean[place.length];
    Arrays.fill(usable, true);
    free = new long[place.length];
    passes = new long[place.length];
    hasDevice = new boolean[places];
    Arrays.stream(place).filter(p -> p >= 0).forEach(p -> hasDevice[p] = true);
  }

  void use(int device, boolean works) {
    usable[device] = works;
  }

  boolean hasDevice(int gate) {
    return hasDevice[gate];
  }

  /** The usable device of a gate that is free first, -1 if all are shut. */
  int first(int gate) {
    int best = -1;
    for (int k = 0; k < place.length; k++) {
      if (place[k] == gate && usable[k] && (best < 0 || free[k] < free[best])) {
        best = k;
      }
    }
    return best;
  }

  /** Somebody takes a device; gives the time of the pass, ms. */
  long take(int device, long now) {
    long at = Math.max(now, free[device]);
    free[device] = at + LANE;
    return at;
  }

  void passed(int device) {
    passes[device]++;
  }

  /** Counts on from here. */
  void countFrom(int device, long passed) {
    passes[device] = passed;
  }

  long passes(int device) {
    return passes[device];
  }

  void save(ByteWriter out) {
    out.wholes(free).wholes(passes).flags(usable);
  }

  void load(ByteReader in) {
    in.wholes(free);
    in.wholes(passes);
    in.flags(usable);
  }
}
