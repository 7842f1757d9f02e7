package io.campustwin.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import org.junit.jupiter.api.Test;

/** Numbered batches, a window, and a bound. */
class OutboxTest {
  private final Outbox outbox = new Outbox(5, 2, 2);

  @Test
  void a1_batchesAreNumberedAndTheWindowStopsThem() {
    add(5);
    assertThat(outbox.next().number()).isEqualTo(1);
    assertThat(outbox.next().number()).isEqualTo(2);
    assertThat(outbox.next()).isNull();
    outbox.acknowledged(1);
    assertThat(outbox.next().reports()).hasSize(1);
    outbox.acknowledged(3);
    assertThat(outbox.next()).isNull();
  }

  @Test
  void a2_whatWasNotAcknowledgedIsSentAgainFirstUnderTheSameNumber() {
    add(4);
    Outbox.Numbered first = outbox.next();
    outbox.next();
    outbox.acknowledged(1);
    outbox.lost();
    add(1);
    assertThat(outbox.next().number()).isEqualTo(2);
    assertThat(outbox.next().number()).isEqualTo(3);
    assertThat(first.number()).isEqualTo(1);
  }

  @Test
  void a3_theOldestIsDroppedAndCounted() {
    add(7);
    assertThat(outbox.dropped()).isEqualTo(2);
    assertThat(outbox.size()).isEqualTo(5);
    Report.OfSample oldest = (Report.OfSample) outbox.next().reports().get(0);
    assertThat(oldest.sample().sourceTime()).isEqualTo(2);
  }

  private void add(int count) {
    for (int n = 0; n < count; n++) {
      outbox.add(
          new Report.OfSample(new Sample(PointId.of("P.x"), Value.of(n), Quality.GOOD, n, true)));
    }
  }
}
