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
    double before = world.heat().stored();
    double cold = 0;
    for (int minute = 0; minute < WEEK; minute++) {
      world.stride();
      double came = 0;
      for (int r = 0; r < world.heat().size(); r++) {
        came += 60 * world.heat().gained(r);
      }
      double after = world.heat().stored();
      assertThat(after - before).isCloseTo(came, within(1e-9 * after));
      before = after;
      double[] water = world.coldMadeAndGiven();
      assertThat(water[1]).isCloseTo(water[0], within(1e-9 * Math.max(1, water[0])));
      cold += water[0] / 60_000;
    }
    assertThat(cold).isGreaterThan(1000);
  }
}
