package io.campustwin.simulator.validate.sky;

import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.weather.EpwField;
import io.campustwin.simulator.weather.Irradiance;
import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.WeatherYear;
import io.campustwin.simulator.window.Glazing;
import io.campustwin.simulator.window.Shade;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Solar tables of ASHRAE 140-2020 under the Denver year: light on walls, through the double glazing, past overhang and
 * fins, and the sky's temperature. The sun is taken at {@value #PARTS} moments of every hour.
 */
final class Bestest {
  private static final String SOURCE = "ASHRAE 140-2020, min and max of six programs";
  private static final int PARTS = 6;
  private static final double ALBEDO = 0.2;
  private static final double KILO = 1000;
  private static final Plane SOUTH = Plane.wall(180);
  private static final Plane WEST = Plane.wall(270);
  private static final Shade.Glass GLASS = new Shade.Glass(3, 2);

  private Bestest() {}

  static CaseSuite addTo(CaseSuite suite) {
    return suite
        .with("weather", Bestest::weather)
        .with("incident", Bestest::incident)
        .with("transmitted", Bestest::transmitted)
        .with("sky-temperature", Bestest::skyTemperature);
  }

  private static void weather(List<Finding> found) {
    Expect expect = new Expect(found, "weather", "ASHRAE 140-2017, Denver 725650 TMY3");
    WeatherYear year = WeatherYear.denver();
    double warmth = 0;
    double light = 0;
    for (int hour = 0; hour < year.hours(); hour++) {
      warmth += year.value(EpwField.DRY_BULB, hour) / year.hours();
      light += year.value(EpwField.GLOBAL, hour) / KILO;
    }
    expect.near("meanDryBulb", warmth, "°C", 10.875, 5e-4);
    expect.near("globalHorizontal", light, "kWh/m2", 1670.2, 0.05);
  }

  private static void incident(List<Finding> found) {
    Expect expect = new Expect(found, "incident", SOURCE);
    WeatherYear year = WeatherYear.denver();
    expect.within("horizontal", on(year, Plane.HORIZONTAL), "kWh/m2", 1663, 1670);
    expect.within("north", on(year, Plane.wall(0)), "kWh/m2", 399, 477);
    expect.within("east", on(year, Plane.wall(90)), "kWh/m2", 1017, 1068);
    expect.within("south", on(year, SOUTH), "kWh/m2", 1291, 1387);
    expect.within("west", on(year, WEST), "kWh/m2", 903, 997);
  }

  private static void transmitted(List<Finding> found) {
    Expect expect = new Expect(found, "transmitted", SOURCE);
    WeatherYear year = WeatherYear.denver();
    Shade overhang = new Shade(GLASS, new Shade.Overhang(1, 0.5, 0.5, 4.5), Shade.Fins.NONE);
    Shade finned =
        new Shade(GLASS, new Shade.Overhang(1, 0.5, 0, 0), new Shade.Fins(1, 0, 0, 0.5, 0.2));
    double open = through(year, SOUTH, Shade.NONE);
    double shaded = through(year, SOUTH, overhang);
    expect.within("600-south", open, "kWh/m2", 804, 826);
    expect.within("620-west", through(year, WEST, Shade.NONE), "kWh/m2", 569, 624);
    expect.within("610-south", shaded, "kWh/m2", 631, 665);
    expect.within("630-west", through(year, WEST, finned), "kWh/m2", 390, 446);
    expect.within("600-transmissivity", open / on(year, SOUTH), "", 0.587, 0.627);
    expect.within("610-overhang", 1 - shaded / open, "", 0.176, 0.224);
  }

  private static void skyTemperature(List<Finding> found) {
    Expect expect = new Expect(found, "sky-temperature", SOURCE);
    WeatherYear year = WeatherYear.denver();
    double mean = 0;
    double least = 0;
    double most = 0;
    for (int hour = 0; hour < year.hours(); hour++) {
      double sky = year.skyTemperature(hour);
      mean += sky / year.hours();
      least = Math.min(least, sky);
      most = Math.max(most, sky);
    }
    expect.within("mean", mean, "°C", -5.9, -2.0);
    expect.within("minimum", least, "°C", -46.9, -38.0);
    expect.within("maximum", most, "°C", 24.6, 30.1);
  }

  private static double on(WeatherYear year, Plane plane) {
    return sum(year, sky -> sky.on(plane, ALBEDO).total());
  }

  /** Through the glass of the two southern windows of case 600, which mirror each other, or of a western one. */
  private static double through(WeatherYear year, Plane wall, Shade shade) {
    Glazing glazing = Glazing.doubleClear();
    return sum(year, sky -> {
      Irradiance on = sky.on(wall, ALBEDO);
      double beam = on.direct() * shade.sunlit(wall, sky.sun());
      double even = on.diffuse() * shade.sky() + on.ground() * shade.ground();
      return beam * glazing.transmittance(on.cosine()) + even * glazing.evenTransmittance();
    });
  }

  /** kWh/m² a year. */
  private static double sum(WeatherYear year, ToDoubleFunction<Sky> light) {
    double sum = 0;
    for (int hour = 0; hour < year.hours(); hour++) {
      if (year.value(EpwField.DIFFUSE, hour) + year.value(EpwField.DIRECT_NORMAL, hour) > 0) {
        for (int part = 0; part < PARTS; part++) {
          sum += light.applyAsDouble(year.sky(hour, part, PARTS));
        }
      }
    }
    return sum / PARTS / KILO;
  }
}
