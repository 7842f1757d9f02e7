package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Rehearsal;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** "Would have fired" on recorded history. */
class D05_RehearsalTest {
  private static Linkage hot(int seconds) {
    return D02_CauseTest.rules("{within: space, for: " + seconds
            + ", terms: [{kind: thermometer, point: temp, above: 28}]}")
        .linkages()
        .get(0);
  }

  private static Sample said(long second, double degrees) {
    return new Sample(PointId.of("T1.temp"), Value.of(degrees), Quality.GOOD, second * 1000, false);
  }

  private static List<Long> play(Linkage linkage, Sample... samples) {
    return Rehearsal.play(TinyCampus.model(), linkage, List.of(samples), 0, 1_000_000).stream()
        .map(firing -> firing.time() / 1000)
        .toList();
  }

  @Test
  void a1_eachTimeTheCauseBecameTrueCounts() {
    assertThat(play(hot(0), said(10, 27), said(20, 29), said(30, 30), said(40, 28), said(50, 29)))
        .containsExactly(20L, 50L);
  }

  @Test
  void a2_whatMustHoldFiresBetweenTwoReports() {
    assertThat(play(hot(60), said(5, 29), said(500, 20))).containsExactly(65L);
    assertThat(play(hot(60), said(5, 29), said(60, 20), said(70, 29))).containsExactly(130L);
  }

  @Test
  void a3_badReportsAndOtherPointsSayNothing() {
    Sample bad = new Sample(
        PointId.of("T1.temp"),
        Value.of(40),
        Quality.bad(Quality.Reason.DEVICE_FAULT),
        9_000,
        false);
    Sample other = new Sample(PointId.of("X9.temp"), Value.of(40), Quality.GOOD, 10_000, false);
    assertThat(play(hot(0), bad, other)).isEmpty();
    assertThat(Rehearsal.points(TinyCampus.model(), hot(0))).containsExactly(PointId.of("T1.temp"));
  }
}
