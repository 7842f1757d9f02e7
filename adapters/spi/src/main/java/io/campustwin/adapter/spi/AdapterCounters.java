package io.campustwin.adapter.spi;

import io.campustwin.signal.WriteOutcome;
import java.util.concurrent.atomic.LongAdder;

/** The running counts behind {@link AdapterStatistics}. Thread-safe. */
public final class AdapterCounters {
  private final LongAdder samples = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final LongAdder writes = new LongAdder();
  private final LongAdder failedWrites = new LongAdder();
  private final LongAdder reconnects = new LongAdder();
  private volatile long clockOffset;

  public void samples(int count) {
    samples.add(count);
  }

  public void rejected() {
    rejected.increment();
  }

  /** One write has ended. */
  public void write(WriteOutcome outcome) {
    writes.increment();
    if (outcome.kind() != WriteOutcome.Kind.ACKNOWLEDGED) {
      failedWrites.increment();
    }
  }

  public void reconnected() {
    reconnects.increment();
  }

  /** Device time minus ours, ms. */
  public void clockOffset(long millis) {
    clockOffset = millis;
  }

  public AdapterStatistics read() {
    return new AdapterStatistics(
        samples.sum(),
        rejected.sum(),
        writes.sum(),
        failedWrites.sum(),
        reconnects.sum(),
        clockOffset);
  }
}
