package io.campustwin.simulator.building;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.envelope.Surface.Pose;
import io.campustwin.simulator.thermal.HeatBalance;
import io.campustwin.simulator.thermal.HeatInput;
import io.campustwin.simulator.thermal.Outdoors;
import io.campustwin.simulator.weather.EpwField;
import io.campustwin.simulator.weather.Weather;
import io.campustwin.simulator.weather.WeatherYear;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The demo school as rooms with walls, slabs and neighbours' shade. */
class CampusShellTest {
  private static final CampusModel DEMO = Objects.requireNonNull(
      CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
  private static final CampusShell SHELL = CampusShell.of(DEMO, 0);
  private static final WeatherYear YEAR = WeatherYear.denver();

  @Test
  void a1_storeysShareTheirSlabs() {
    double shared = SHELL.plan().partitions().stream()
        .filter(wall -> wall.pose() == Pose.FLOOR)
        .mapToDouble(wall -> wall.area())
        .sum();
    assertThat(shared).isGreaterThan(1000);
  }

  @Test
  void a2_someFacadesLoseSkyToNeighbours() {
    long shaded = SHELL.plan().facades().stream()
        .filter(facade -> SHELL.skyline(facade.shade()).sky() < 0.98)
        .count();
    assertThat(shaded).isPositive();
  }

  @Test
  void b1_stepsOfAMinuteAndOfAQuarterAgreeWithinAHundredth() {
    double[] sums = new double[2];
    for (int start : new int[] {0, 26 * 7}) {
      double[] minute = energy(60, start, 14);
      double[] quarter = energy(900, start, 14);
      sums[0] += minute[0] + minute[1];
      sums[1] += quarter[0] + quarter[1];
    }
    assertThat(sums[1]).isCloseTo(sums[0], within(0.01 * sums[0]));
  }

  @Test
  void c1_aSavedStateGoesOnWithTheSameBits() {
    HeatBalance whole = HeatBalance.of(SHELL.plan(), 900);
    Outdoors outdoors = whole.outdoors();
    HeatInput input = whole.input();
    run(whole, outdoors, input, 100);
    ByteWriter out = new ByteWriter();
    whole.save(out);
    HeatBalance again = HeatBalance.of(SHELL.plan(), 60);
    again.load(new ByteReader(out.toBytes()));
    run(whole, outdoors, input, 50);
    run(again, outdoors, input, 50);
    for (int r = 0; r < whole.size(); r++) {
      assertThat(again.air(r)).isEqualTo(whole.air(r));
    }
  }

  private static void run(HeatBalance rooms, Outdoors outdoors, HeatInput input, int steps) {
    CampusSky light = new CampusSky(SHELL);
    for (int step = 0; step < steps; step++) {
      light.fill(weather(step / 4), YEAR.sky(step / 4), 1, outdoors);
      input.heatTo[3] = 20;
      rooms.advance(outdoors, input);
    }
  }

  /** Heating and cooling of all rooms over days, kWh, after a week of settling. */
  private static double[] energy(int seconds, int day, int days) {
    HeatBalance rooms = HeatBalance.of(SHELL.plan(), seconds);
    CampusSky light = new CampusSky(SHELL);
    Outdoors outdoors = rooms.outdoors();
    HeatInput input = rooms.input();
    double[] sums = new double[2];
    for (int hour = (day + 358) * 24; hour < (day + 365 + days) * 24; hour++) {
      light.fill(weather(hour % 8760), YEAR.sky(hour % 8760), 1, outdoors);
      lesson(input, hour % 24, YEAR.value(EpwField.DRY_BULB, hour % 8760));
      for (int step = 0; step < 3600 / seconds; step++) {
        rooms.advance(outdoors, input);
        for (int r = 0; r < rooms.size() && hour >= (day + 365) * 24; r++) {
          sums[rooms.plant(r) > 0 ? 0 : 1] += Math.abs(rooms.plant(r)) * seconds / 3.6e6;
        }
      }
    }
    return sums;
  }

  private static void lesson(HeatInput input, int clock, double outdoor) {
    boolean lesson = clock >= 8 && clock < 17;
    for (int r = 0; r < input.airFlow.length; r++) {
      double volume = SHELL.plan().rooms().get(r).volume();
      input.convective[r] = lesson ? 3 * volume : 0;
      input.radiant[r] = input.convective[r];
      input.airFlow[r] = (lesson ? 1.5 : 0.3) * volume / 3;
      input.supply[r] = outdoor;
      input.heatTo[r] = lesson ? 20 : 14;
      input.coolTo[r] = lesson ? 26 : 32;
    }
  }

  private static Weather.Conditions weather(int hour) {
    return new Weather.Conditions(
        YEAR.value(EpwField.DRY_BULB, hour),
        50,
        YEAR.value(EpwField.WIND_SPEED, hour),
        0,
        0,
        0,
        0,
        0,
        YEAR.value(EpwField.INFRARED, hour));
  }
}
