package io.campustwin.simulator.plant;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/** Keeps a compressor on, and off, for a least time so that it is not worn by short cycles; s. */
public final class RestLock {
  private final double leastOn;
  private final double leastOff;
  private boolean on;
  private double since;

  /** Off and free to start. */
  public RestLock(double leastOn, double leastOff) {
    this.leastOn = leastOn;
    this.leastOff = leastOff;
    since = leastOff;
  }

  /** Whether it runs for the next {@code seconds}. */
  public boolean step(boolean wanted, double seconds) {
    if (wanted != on && since >= (on ? leastOn : leastOff)) {
      on = wanted;
      since = 0;
    }
    since += seconds;
    return on;
  }

  public void save(ByteWriter out) {
    out.flag(on).real(since);
  }

  public void load(ByteReader in) {
    on = in.flag();
    since = in.real();
  }
}
