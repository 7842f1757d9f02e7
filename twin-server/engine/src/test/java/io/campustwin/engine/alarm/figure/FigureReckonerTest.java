package io.campustwin.engine.alarm.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures over a few lines of {@code <second> <point>}. */
class FigureReckonerTest {
  private static final long HOUR = 3_600_000;
  private static final AlarmRule RULE =
      new AlarmRule(AlarmRule.Kind.HIGH, 1, 0, null, 0, 0, AlarmRule.Priority.LOW, false);

  private final List<AlarmEvent> events = new ArrayList<>();

  private void call(double second, String point) {
    event(second, point, AlarmEvent.Kind.STATE, AlarmState.UNACKNOWLEDGED, AlarmRule.Priority.LOW);
  }

  private void event(
      double second,
      String point,
      AlarmEvent.Kind kind,
      AlarmState state,
      AlarmRule.Priority priority) {
    long time = Math.round(second * 1000);
    PointId id = PointId.of(point + ".x");
    events.add(new AlarmEvent(events.size() + 1, time, id, "", kind, state, priority, null));
  }

  private AlarmFigures hour() {
    return FigureReckoner.reckon(events, List.of(), 0, HOUR);
  }

  @Test
  void a1_onlyWhatAskedForSomebodyCounts() {
    call(1, "A");
    event(2, "B", AlarmEvent.Kind.CONDITION, AlarmState.UNACKNOWLEDGED, AlarmRule.Priority.HIGH);
    event(3, "C", AlarmEvent.Kind.STATE, AlarmState.SHELVED, AlarmRule.Priority.HIGH);
    event(4, "D", AlarmEvent.Kind.STATE, AlarmState.UNACKNOWLEDGED, AlarmRule.Priority.CRITICAL);
    call(3600, "E");
    assertThat(hour().alarms()).isEqualTo(2);
    assertThat(hour().priorities()).containsExactly(1, 0, 0, 1);
    assertThat(hour().perTenMinutes()).isEqualTo(2 / 6.0, within(1e-12));
    assertThat(FigureReckoner.reckon(events, List.of(), 1_000, 4_000).alarms()).isEqualTo(1);
  }

  @Test
  void a2_anEmptySpanHasFiguresAndNoSpanHasNone() {
    assertThat(hour())
        .isEqualTo(new AlarmFigures(
            0,
            HOUR,
            0,
            0,
            0,
            0,
            0,
            0,
            List.of(0, 0, 0, 0),
            List.of(),
            List.of(),
            List.of(),
            List.of()));
    assertThatThrownBy(() -> FigureReckoner.reckon(events, List.of(), 5, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void b1_thePeakIsOverAnyTenMinutes() {
    for (int i = 0; i < 8; i++) {
      call(595 + i, "P" + i);
    }
    call(1195 - 0.001, "Q");
    call(1195, "R");
    assertThat(hour().peak()).isEqualTo(9);
    assertThat(hour().busyPercent()).isZero();
  }

  @Test
  void b2_aBusyPeriodHasMoreThanTen() {
    for (int i = 0; i < 10; i++) {
      call(i, "P" + i);
    }
    assertThat(hour().busyPercent()).isZero();
    call(599.999, "Q");
    assertThat(hour().busyPercent()).isEqualTo(100 / 6.0, within(1e-9));
    assertThat(FigureReckoner.reckon(events, List.of(), 0, HOUR + 1).busyPercent())
        .isEqualTo(100 / 7.0, within(1e-9));
  }

  @Test
  void b3_aFloodBeginsWithTheTenthAndEndsBelowFive() {
    for (int i = 0; i < 9; i++) {
      call(10 * i, "P" + i);
    }
    assertThat(hour().floods()).isEmpty();
    call(90, "P9");
    assertThat(hour().floods()).containsExactly(new AlarmFigures.Flood(90_000, 650_000));
    assertThat(hour().floodPercent()).isEqualTo(560 / 36.0, within(1e-9));
    for (int i = 0; i < 10; i++) {
      call(3500 + i, "P" + i);
    }
    assertThat(hour().floods())
        .containsExactly(
            new AlarmFigures.Flood(90_000, 650_000), new AlarmFigures.Flood(3_509_000, HOUR));
  }

  @Test
  void b4_aFloodThatIsFedGoesOn() {
    for (int i = 0; i < 40; i++) {
      call(60 * i, "P");
    }
    assertThat(hour().floods()).containsExactly(new AlarmFigures.Flood(540_000, 2_700_000));
  }

  @Test
  void b5_aFloodMayBeginWithTheSpanAndOutlastIt() {
    for (int i = 0; i < 10; i++) {
      call(0, "P" + i);
    }
    call(5, "Q");
    assertThat(hour().floods()).containsExactly(new AlarmFigures.Flood(0, 600_000));
    assertThat(FigureReckoner.reckon(events, List.of(), 0, 300_000).floods())
        .containsExactly(new AlarmFigures.Flood(0, 300_000));
  }

  @Test
  void b6_tenMinutesLaterACallIsNoneOfTheSameTen() {
    for (int i = 0; i < 9; i++) {
      call(0, "P" + i);
    }
    call(600, "Q");
    assertThat(hour().floods()).isEmpty();
  }

  @Test
  void b7_sharesAreOfTheSpanWhereverItBegins() {
    for (int i = 0; i < 12; i++) {
      call(7200 + i, "P" + i);
    }
    AlarmFigures second = FigureReckoner.reckon(events, List.of(), 2 * HOUR, 3 * HOUR);
    assertThat(second.perTenMinutes()).isEqualTo(2, within(1e-12));
    assertThat(second.busyPercent()).isEqualTo(100 / 6.0, within(1e-9));
    assertThat(second.floodPercent()).isEqualTo(100 * (607 - 9) / 3600.0, within(1e-9));
  }

  @Test
  void c1_theTopTenAndTheirShare() {
    for (int i = 1; i <= 12; i++) {
      for (int n = 0; n <= i / 6; n++) {
        call(100 * i + n, "P" + (char) ('A' + i));
      }
    }
    assertThat(hour().topTen()).hasSize(10);
    assertThat(hour().topTen().get(0)).isEqualTo(new AlarmFigures.Frequent(PointId.of("PM.x"), 3));
    assertThat(hour().topTen().get(1)).isEqualTo(new AlarmFigures.Frequent(PointId.of("PG.x"), 2));
    assertThat(hour().topTenPercent()).isEqualTo(100.0 * 18 / 20, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0, 30, 59.999, true", "0, 30, 60, false"})
  void c2_chatteringIsThreeTimesInAMinute(double one, double two, double three, boolean chatters) {
    call(one, "A");
    call(one, "B");
    call(two, "A");
    call(three, "A");
    assertThat(hour().chattering()).hasSize(chatters ? 1 : 0);
  }

  @Test
  void c3_staleIsOlderThanADayAndStillOn() {
    long day = 24 * HOUR;
    List<Alarm> open = List.of(
        alarm("old", AlarmState.ACKNOWLEDGED, 999, 0),
        alarm("young", AlarmState.ACKNOWLEDGED, 1_000, 0),
        alarm("gone", AlarmState.RETURNED_UNACKNOWLEDGED, 0, 5),
        alarm("held", AlarmState.SHELVED, 0, 0));
    AlarmFigures figures = FigureReckoner.reckon(events, open, 0, day + 1_000);
    assertThat(figures.stale()).extracting(Alarm::id).containsExactly("old");
  }

  private static Alarm alarm(String id, AlarmState state, long raised, long returned) {
    PointId point = PointId.of(id + ".x");
    return new Alarm(id, point, RULE, state, raised, returned, 0, "", "", "", null, "");
  }
}
