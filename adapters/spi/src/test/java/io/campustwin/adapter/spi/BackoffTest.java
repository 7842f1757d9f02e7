package io.campustwin.adapter.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
  @Test
  void a1_doublesToTheLimitWithinTheUpperHalf() {
    Backoff backoff = new Backoff(200, 1_000, new SplittableRandom(7));
    assertThat(backoff.nextMillis()).isBetween(100L, 200L);
    assertThat(backoff.nextMillis()).isBetween(200L, 400L);
    assertThat(backoff.nextMillis()).isBetween(400L, 800L);
    assertThat(backoff.nextMillis()).isBetween(500L, 1_000L);
    assertThat(backoff.nextMillis()).isBetween(500L, 1_000L);
    backoff.reset();
    assertThat(backoff.nextMillis()).isBetween(100L, 200L);
  }

  @Test
  void a2_sameSeedSamePauses() {
    Backoff one = new Backoff(200, 5_000, new SplittableRandom(7));
    Backoff other = new Backoff(200, 5_000, new SplittableRandom(7));
    for (int i = 0; i < 20; i++) {
      assertThat(one.nextMillis()).isEqualTo(other.nextMillis());
    }
  }
}
