package io.campustwin.engine.linkage.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which windows and modes can never be open together. */
class WhenTest {
  private static final Set<DayOfWeek> WEEK = Set.of(DayOfWeek.values());

  private static When at(Set<DayOfWeek> days, int from, int to, Mode... modes) {
    return new When(
        days, LocalTime.of(from, 0), LocalTime.of(to, 0), ZoneOffset.UTC, List.of(modes));
  }

  private static Mode dates(int from, int to) {
    Mode.Span span = new Mode.Span(LocalDate.of(2026, 3, from), LocalDate.of(2026, 3, to));
    return new Mode("d" + from, new Name("甲", "d"), List.of(span), null, null);
  }

  private static Mode says(String point, String word) {
    return new Mode(word, new Name("甲", "p"), List.of(), PointId.of(point), Value.of(word));
  }

  private static boolean excludes(When one, When other) {
    assertThat(one.excludes(other)).isEqualTo(other.excludes(one));
    return one.excludes(other);
  }

  @Test
  void hoursThatOnlyTouchExcludeEachOther() {
    assertThat(excludes(at(WEEK, 8, 9), at(WEEK, 9, 10))).isTrue();
    assertThat(excludes(at(WEEK, 8, 10), at(WEEK, 9, 10))).isFalse();
    assertThat(excludes(at(WEEK, 8, 9), at(WEEK, 0, 0))).isFalse();
    assertThat(excludes(at(WEEK, 8, 9), When.ALWAYS)).isFalse();
  }

  @Test
  void differentDaysExcludeEachOtherUnlessAWindowRunsOverMidnight() {
    Set<DayOfWeek> monday = Set.of(DayOfWeek.MONDAY);
    Set<DayOfWeek> tuesday = Set.of(DayOfWeek.TUESDAY);
    assertThat(excludes(at(monday, 8, 12), at(tuesday, 8, 12))).isTrue();
    assertThat(excludes(at(monday, 0, 0), at(tuesday, 0, 0))).isTrue();
    assertThat(excludes(at(monday, 22, 6), at(tuesday, 8, 12))).isFalse();
    assertThat(excludes(at(monday, 8, 12), at(WEEK, 9, 10))).isFalse();
  }

  @Test
  void hoursOfTwoZonesAreNotCompared() {
    When there = new When(
        WEEK, LocalTime.of(9, 0), LocalTime.of(10, 0), ZoneId.of("Asia/Shanghai"), List.of());
    assertThat(excludes(at(WEEK, 8, 9), there)).isFalse();
  }

  @Test
  void modesByDatesExcludeEachOtherIfTheyShareNoDay() {
    assertThat(excludes(at(WEEK, 0, 0, dates(1, 3)), at(WEEK, 0, 0, dates(4, 9))))
        .isTrue();
    assertThat(excludes(at(WEEK, 0, 0, dates(1, 4)), at(WEEK, 0, 0, dates(4, 9))))
        .isFalse();
    assertThat(excludes(at(WEEK, 0, 0, dates(1, 3)), at(WEEK, 0, 0, dates(4, 9), dates(2, 2))))
        .as("one of two is enough to be open")
        .isFalse();
    assertThat(excludes(at(WEEK, 0, 0, dates(1, 3)), at(WEEK, 0, 0))).isFalse();
  }

  @Test
  void modesByPointsExcludeEachOtherOnlyIfOnePointCannotSayBoth() {
    assertThat(excludes(at(WEEK, 0, 0, says("A.m", "on")), at(WEEK, 0, 0, says("A.m", "off"))))
        .isTrue();
    assertThat(excludes(at(WEEK, 0, 0, says("A.m", "on")), at(WEEK, 0, 0, says("A.m", "on"))))
        .isFalse();
    assertThat(excludes(at(WEEK, 0, 0, says("A.m", "on")), at(WEEK, 0, 0, says("B.m", "off"))))
        .isFalse();
    assertThat(excludes(at(WEEK, 0, 0, says("A.m", "on")), at(WEEK, 0, 0, dates(1, 3))))
        .isFalse();
  }

  @Test
  void onlyAWindowWithoutAnyRestrictionIsAlwaysOpen() {
    assertThat(When.ALWAYS.isAlways()).isTrue();
    assertThat(at(WEEK, 0, 0).isAlways()).isTrue();
    assertThat(at(WEEK, 0, 1).isAlways()).isFalse();
    assertThat(at(Set.of(DayOfWeek.MONDAY), 0, 0).isAlways()).isFalse();
    assertThat(at(WEEK, 0, 0, dates(1, 2)).isAlways()).isFalse();
  }

  @Test
  void wholeDaysCountFromMidnightToMidnight() {
    When sunday = at(Set.of(DayOfWeek.SUNDAY), 7, 7);
    long noon = LocalDate.of(2026, 3, 1).atTime(12, 0).toEpochSecond(ZoneOffset.UTC) * 1000;
    assertThat(sunday.isOpen(noon, id -> null)).isTrue();
    assertThat(sunday.isOpen(noon + 86_400_000, id -> null)).isFalse();
    When nights = at(Set.of(DayOfWeek.SATURDAY), 22, 6);
    assertThat(nights.isOpen(noon - 7 * 3_600_000, id -> null)).as("05:00").isTrue();
    assertThat(nights.isOpen(noon, id -> null)).isFalse();
  }
}
