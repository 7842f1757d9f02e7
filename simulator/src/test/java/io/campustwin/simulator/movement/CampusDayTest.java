package io.campustwin.simulator.movement;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Campus;
import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.people.Exodus;
import io.campustwin.simulator.people.Occupancy;
import io.campustwin.simulator.people.Timetable;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A Wednesday of the demo school, person by person. */
class CampusDayTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long MIDNIGHT = Instant.parse("2026-03-10T16:00:00Z").toEpochMilli();
  private static final Campus CAMPUS = Objects.requireNonNull(
          CampusReader.read(BundledCampus.find("demo").orElseThrow()).model())
      .campus();

  private static CampusDay day(long now) {
    Occupancy calendar = new Occupancy(Timetable.USUAL, CAMPUS.spaces(), ZONE, 7);
    int[] gates = {space("GATE-S"), space("GATE-S"), space("GATE-N"), space("GATE-N")};
    CampusDay.Rule rule = new CampusDay.Rule(calendar, Timetable.USUAL, ZONE, 7);
    return new CampusDay(CAMPUS, Exodus.plan(CAMPUS), rule, gates, now);
  }

  private static int space(String id) {
    return CAMPUS.spaces().stream().map(each -> each.id()).toList().indexOf(id);
  }

  private static long at(double hour) {
    return MIDNIGHT + (long) (hour * 3_600_000);
  }

  private static int[] counts(CampusDay day) {
    int[] counts = new int[CAMPUS.spaces().size()];
    day.count(counts);
    return counts;
  }

  private static int in(CampusDay day, SpaceKind kind) {
    int[] counts = counts(day);
    int sum = 0;
    for (int s = 0; s < counts.length; s++) {
      sum += CAMPUS.spaces().get(s).kind() == kind ? counts[s] : 0;
    }
    return sum;
  }

  private static long passes(CampusDay day) {
    return day.passes(0) + day.passes(1) + day.passes(2) + day.passes(3);
  }

  /** Nobody is lost, and who is on the campus by day came through a gate. */
  @Test
  void a1_allComeThroughTheGatesAndNobodyIsLost() {
    CampusDay day = day(MIDNIGHT);
    int slept = Arrays.stream(counts(day)).sum();
    for (int k = 1; k <= 96; k++) {
      day.step(at(k / 4.0));
      int there = Arrays.stream(counts(day)).sum();
      assertThat(there + day.away()).isEqualTo(day.persons());
      if (k <= 33) {
        assertThat(there - slept).isEqualTo((int) passes(day));
      }
    }
    assertThat(in(day, SpaceKind.DORMITORY)).isBetween(245, 252);
  }

  @Test
  void a2_theDayIsThatOfTheTimetable() {
    CampusDay day = day(at(7));
    day.step(at(8.4));
    assertThat(in(day, SpaceKind.CLASSROOM)).isGreaterThan(900);
    assertThat(in(day, SpaceKind.CORRIDOR) + in(day, SpaceKind.STAIR)).isLessThan(10);
    int most = 0;
    for (long now = at(9.66); now < at(10); now += 10_000) {
      day.step(now);
      most = Math.max(most, in(day, SpaceKind.CORRIDOR) + in(day, SpaceKind.STAIR));
    }
    assertThat(most).isGreaterThan(100);
    day.step(at(11.75));
    assertThat(in(day, SpaceKind.CANTEEN)).isBetween(100, 480);
    day.step(at(18.5));
    assertThat(in(day, SpaceKind.CLASSROOM)).isLessThan(300);
  }

  /** A minute in one step or in sixty: the same persons in the same places, and saved in the middle too. */
  @Test
  void b1_stepsAndSavesDoNotMatter() {
    CampusDay one = day(at(7.5));
    CampusDay other = day(at(7.5));
    for (long now = at(7.5); now <= at(8.25); now += 1000) {
      one.step(now);
    }
    other.step(at(7.9));
    CampusDay third = day(at(7.5));
    third.load(new ByteReader(bytes(other)));
    third.step(at(8.25));
    assertThat(bytes(third)).isEqualTo(bytes(one));
  }

  private static byte[] bytes(CampusDay day) {
    ByteWriter out = new ByteWriter();
    day.save(out);
    return out.toBytes();
  }

  @Test
  void c1_aLockedGateLetsNobodyInAndAnotherDoes() {
    CampusDay day = day(at(7));
    day.gate(0, false);
    day.gate(1, false);
    day.step(at(7.5));
    assertThat(day.passes(0) + day.passes(1)).isZero();
    assertThat(day.passes(2) + day.passes(3)).isGreaterThan(100);
  }

  @Test
  void c2_whoEvacuatedComesBackAfterTheAllClear() {
    CampusDay day = day(at(8.2));
    int before = Arrays.stream(counts(day)).sum();
    day.hold("A");
    assertThat(in(day, SpaceKind.CLASSROOM)).isLessThan(60);
    day.step(at(8.25));
    day.release();
    day.step(at(8.7));
    assertThat(Arrays.stream(counts(day)).sum()).isBetween(before - 5, before + 5);
    assertThat(in(day, SpaceKind.CLASSROOM)).isGreaterThan(900);
  }
}
