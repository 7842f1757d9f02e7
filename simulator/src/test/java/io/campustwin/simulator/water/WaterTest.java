package io.campustwin.simulator.water;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.LittleSchool;
import io.campustwin.simulator.people.Timetable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Use, holes and the store of hot water. */
class WaterTest {
  private static final CampusModel MODEL = LittleSchool.model();
  private final CampusWater water = new CampusWater(MODEL, Timetable.USUAL);
  private final int[] people = new int[MODEL.campus().spaces().size()];

  @Test
  void a1_aWholeDayAtSchoolDrawsTheQuota() {
    WaterUse use = new WaterUse(Timetable.USUAL);
    double pupil = 0;
    double boarder = 0;
    for (int minute = 0; minute < 1440; minute++) {
      Timetable.Part part = Timetable.USUAL.partAt(minute);
      pupil += use.hourly(SpaceKind.CLASSROOM, part) / 60;
      boarder += use.hourly(SpaceKind.DORMITORY, part) / 60;
    }
    assertThat(pupil).isCloseTo(WaterUse.PUPIL, within(1e-9));
    assertThat(boarder).isCloseTo(WaterUse.BOARDER, within(1e-9));
  }

  @Test
  void b1_aBurstShowsAtItsMeterAndLowersThePressureAndTheBalanceHolds() {
    Arrays.fill(people, 20);
    water.step(people, Timetable.Part.LESSON, 60);
    double before = water.flow(0);
    double pressure = water.pressure(0);
    water.hole(0, 15);
    for (int minute = 0; minute < 30; minute++) {
      water.step(people, Timetable.Part.LESSON, 60);
      assertThat(water.residual()).isLessThan(1e-9);
    }
    assertThat(water.leaks(0)).isTrue();
    assertThat(water.flow(0) - before).isBetween(4.0, 9.7);
    assertThat(water.pressure(0)).isLessThan(pressure);
    water.hole(0, 0);
    water.step(people, Timetable.Part.LESSON, 60);
    assertThat(water.flow(0)).isEqualTo(before);
  }

  @Test
  void c1_theStoreIsTheSameBySecondsAndByMinutesAndItsHeatIsKept() {
    HotWater minutes = new HotWater(1000, 0);
    HotWater seconds = new HotWater(1000, 0);
    minutes.step(100, 60);
    for (int i = 0; i < 60; i++) {
      seconds.step(100, 1);
      assertThat(seconds.residual()).isLessThan(1e-9);
    }
    assertThat(minutes.temperature()).isCloseTo(seconds.temperature(), within(1e-9));
  }

  @Test
  void d1_savedAndLoadedGoesOnBitForBit() {
    Arrays.fill(people, 30);
    water.hole(0, 10);
    water.step(people, Timetable.Part.BREAK, 60);
    ByteWriter out = new ByteWriter();
    water.save(out);
    CampusWater other = new CampusWater(MODEL, Timetable.USUAL);
    other.load(new ByteReader(out.toBytes()));
    other.hole(0, 10);
    water.step(people, Timetable.Part.BREAK, 60);
    other.step(people, Timetable.Part.BREAK, 60);
    assertThat(other.flow(0)).isEqualTo(water.flow(0));
    assertThat(other.hotWater().temperature()).isEqualTo(water.hotWater().temperature());
  }
}
