package io.campustwin.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Heat of rooms and cold of chillers on the demo school: nothing is made or lost in a week. */
class WorldHeatTest {
  private static final long HOT_MONDAY = Instant.parse("2026-06-21T16:00:00Z").toEpochMilli();
  private static final int WEEK = 7 * 24 * 60;

  @Test
  void a1_aWeekOfTheDemoSchoolClosesEveryMinute() {
    World world = World.of(
        Objects.requireNonNull(
            CampusReader.read(BundledCampus.find("demo").orElseThrow()).model()),
        WorldOptions.of(7, HOT_MONDAY));
    world.stride();
    double before = world.storedHeat();
    double cold = 0;
    for (int minute = 0; minute < WEEK; minute++) {
      world.stride();
      double came = 60 * world.gainedHeat();
      double after = world.storedHeat();
      assertThat(after - before).isCloseTo(came, within(1e-9 * after));
      before = after;
      assertThat(world.plant().residual()).isLessThan(1e-9);
      cold += world.plant().water().cold() / 60_000;
    }
    assertThat(cold).isGreaterThan(1000);
  }
}
