package io.campustwin.simulator.validate.room;

import io.campustwin.simulator.thermal.FiveR1C;
import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.weather.EpwField;
import io.campustwin.simulator.weather.Irradiance;
import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.WeatherYear;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * BESTEST years in the reference mode, with the capacities, areas and coefficients that the Modelica Buildings library
 * publishes for it (BESTEST of its ISO 13790 zone). Held against the acceptance limits of ASHRAE 140; their own figures
 * stand in the source.
 */
final class ReferenceYears {
  private static final double ALBEDO = 0.2;
  private static final double FLOOR = 48;
  private static final double WINDOW = 12;
  private static final double WALL_U = 0.53;
  private static final double ROOF_U = 0.33;
  private static final double FLOOR_U = 0.038;
  private static final double WINDOW_U = 3.1;
  private static final double GAIN = 0.789;
  private static final double OUTER_RESISTANCE = 0.04;
  private static final double ABSORPTANCE = 0.6;
  private static final double SKY_LOSS = 4.5 * 11;
  private static final double INFILTRATION = 0.414 * 129.6 * 1.2 * 1005 / 3600;
  /** North, east, south, west, m². */
  private static final double[] WALLS = {21.6, 16.2, 21.6, 16.2};

  /**
   * A case.
   *
   * @param glass windows by orientation, m²
   * @param capacity J/K per m² floor
   * @param massArea m² per m² floor
   */
  private record Case(String id, double[] glass, double capacity, double massArea, double shade) {}

  private ReferenceYears() {}

  static CaseSuite addTo(CaseSuite suite) {
    double[] south = {0, 0, WINDOW, 0};
    double[] sides = {0, WINDOW / 2, 0, WINDOW / 2};
    add(suite, new Case("year-600", south, 42_167, 2.95, 1), 3.75, 4.98, 5.00, 6.83, "4.658 5.803");
    add(
        suite,
        new Case("year-610", south, 42_167, 2.95, 0.84),
        3.61,
        5.27,
        2.74,
        6.03,
        "4.784 4.602");
    add(suite, new Case("year-620", sides, 42_167, 2.95, 1), 3.67, 5.38, 2.76, 5.19, "4.824 4.009");
    add(
        suite,
        new Case("year-900", south, 307_750, 2.43, 1),
        1.04,
        2.28,
        2.35,
        2.60,
        "1.833 2.284");
    add(suite, new Case("year-920", sides, 307_750, 2.43, 1), 2.55, 4.20, 2.43, 3.08, "3.65 2.684");
    return suite;
  }

  private static void add(
      CaseSuite suite, Case one, double a, double b, double c, double d, String theirs) {
    suite.with(one.id, found -> run(found, one, new double[] {a, b, c, d}, theirs));
  }

  private static void run(List<Finding> found, Case one, double[] limits, String theirs) {
    double[] year = year(one, new FiveR1C.Plant(20, 27, 1e9, 1e9));
    Expect expect =
        new Expect(found, one.id, "ASHRAE 140-2020 acceptance; Modelica 5R1C " + theirs);
    expect.within("annualHeating", year[0], "MWh", limits[0], limits[1]);
    expect.within("annualCooling", year[1], "MWh", limits[2], limits[3]);
  }

  /** Heating and cooling, MWh. */
  private static double[] year(Case one, FiveR1C.Plant plant) {
    WeatherYear weather = WeatherYear.denver();
    double walls = 0;
    for (int w = 0; w < 4; w++) {
      walls += WALLS[w] - one.glass[w];
    }
    double opaque = walls * WALL_U + FLOOR * (ROOF_U + FLOOR_U);
    FiveR1C zone = new FiveR1C(
        new FiveR1C.Zone(
            FLOOR,
            4.5 * FLOOR,
            one.massArea * FLOOR,
            one.capacity * FLOOR,
            WINDOW * WINDOW_U,
            opaque),
        2.1);
    double mass = 20;
    double[] sums = new double[2];
    for (int hour = -720; hour < weather.hours(); hour++) {
      int h = Math.floorMod(hour, weather.hours());
      FiveR1C.Drive drive =
          new FiveR1C.Drive(outdoor(weather, h), INFILTRATION, 200, solar(one, weather.sky(h)));
      FiveR1C.Step step = zone.step(mass, drive, plant, 3600);
      mass = step.mass();
      if (hour >= 0) {
        sums[0] += Math.max(0, step.power()) / 1e6;
        sums[1] += Math.max(0, -step.power()) / 1e6;
      }
    }
    return sums;
  }

  private static double outdoor(WeatherYear weather, int hour) {
    int before = Math.floorMod(hour - 1, weather.hours());
    return (weather.value(EpwField.DRY_BULB, before) + weather.value(EpwField.DRY_BULB, hour)) / 2;
  }

  /** Through windows and opaque elements, less what these send to the sky, W. */
  private static double solar(Case one, Sky sky) {
    double outside = OUTER_RESISTANCE
        * ROOF_U
        * FLOOR
        * (ABSORPTANCE * sky.on(Plane.HORIZONTAL, ALBEDO).total() - SKY_LOSS);
    double inside = 0;
    for (int w = 0; w < 4; w++) {
      Irradiance on = sky.on(Plane.wall(90 * w), ALBEDO);
      double area = WALLS[w] - one.glass[w];
      outside += OUTER_RESISTANCE * WALL_U * area * (ABSORPTANCE * on.total() - 0.5 * SKY_LOSS);
      double even = on.diffuse() + on.ground();
      inside += one.glass[w] * GAIN * one.shade * (on.direct() * angular(on.cosine()) + even);
    }
    return outside + inside;
  }

  private static double angular(double cosine) {
    double a = FastMath.acos(Math.min(1, cosine));
    return Math.max(0, 1 + a * (-0.189 + a * (0.644 - 0.596 * a)));
  }
}
