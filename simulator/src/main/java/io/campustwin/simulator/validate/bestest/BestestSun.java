package io.campustwin.simulator.validate.bestest;

import io.campustwin.simulator.thermal.Outdoors;
import io.campustwin.simulator.weather.EpwField;
import io.campustwin.simulator.weather.Irradiance;
import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.WeatherYear;
import io.campustwin.simulator.window.Shade;
import java.util.List;

/**
 * The weather year on the facades of the box behind one kind of shade, worked out once for all cases that have it. The
 * sun's figures are those of the hour, air and wind are drawn straight between the hours' ends.
 */
final class BestestSun {
  private static final double ALBEDO = 0.2;
  private static final int FACADES = 2 * BestestHouse.PLANES.size() - 1;
  private final WeatherYear year;
  private final float[][] cosine = new float[FACADES][];
  private final float[][] direct = new float[FACADES][];
  private final float[][] even = new float[FACADES][];

  BestestSun(WeatherYear year, BestestCase.Shade kind) {
    this.year = year;
    for (int f = 0; f < FACADES; f++) {
      cosine[f] = new float[year.hours()];
      direct[f] = new float[year.hours()];
      even[f] = new float[year.hours()];
      boolean window = f >= BestestHouse.SHADED;
      fill(f, window ? shades(kind) : List.of(Shade.NONE));
    }
  }

  WeatherYear year() {
    return year;
  }

  private void fill(int f, List<Shade> shades) {
    Plane plane = BestestHouse.PLANES.get(f % BestestHouse.PLANES.size());
    Shade first = shades.get(0);
    for (int hour = 0; hour < year.hours(); hour++) {
      Sky sky = year.sky(hour);
      Irradiance on = sky.on(plane, ALBEDO);
      double lit = 0;
      for (Shade shade : shades) {
        lit += shade.sunlit(plane, sky.sun()) / shades.size();
      }
      cosine[f][hour] = (float) on.cosine();
      direct[f][hour] = (float) (on.direct() * (f == BestestHouse.TOP ? 1 : lit));
      even[f][hour] = (float) (on.diffuse() * first.sky() + on.ground() * first.ground());
    }
  }

  /** Of the two south windows, or of the one east or west. */
  private static List<Shade> shades(BestestCase.Shade kind) {
    Shade.Glass glass = new Shade.Glass(3, 2);
    return switch (kind) {
      case NONE -> List.of(Shade.NONE);
      case OVERHANG ->
        List.of(
            new Shade(glass, new Shade.Overhang(1, 0.5, 0.5, 4.5), Shade.Fins.NONE),
            new Shade(glass, new Shade.Overhang(1, 0.5, 4.5, 0.5), Shade.Fins.NONE));
      case OVERHANG_AND_FINS ->
        List.of(
            new Shade(glass, new Shade.Overhang(1, 0.5, 0, 0), new Shade.Fins(1, 0, 0, 0.5, 0.2)));
    };
  }

  /** Sun of a year on an unshaded facade, kWh/m². */
  double incident(int facade) {
    double sum = 0;
    for (int hour = 0; hour < year.hours(); hour++) {
      sum += (direct[facade][hour] + even[facade][hour]) / 1000;
    }
    return sum;
  }

  /** Sun of an hour. */
  void hour(int hour, Outdoors outdoors) {
    for (int f = 0; f < FACADES; f++) {
      outdoors.sun(f, cosine[f][hour], direct[f][hour], even[f][hour]);
    }
  }

  /** Air of a part of an hour, {@code part} 0 to 1; makes the weather ready. */
  void part(int hour, double part, Outdoors outdoors) {
    int before = Math.floorMod(hour - 1, year.hours());
    double sky = year.skyTemperature(before) * (1 - part) + year.skyTemperature(hour) * part;
    outdoors.air(between(EpwField.DRY_BULB, before, hour, part), sky);
    outdoors.wind(
        between(EpwField.WIND_SPEED, before, hour, part),
        Math.toRadians(year.value(EpwField.WIND_DIRECTION, hour)));
    outdoors.prepare();
  }

  private double between(EpwField field, int before, int hour, double part) {
    return year.value(field, before) * (1 - part) + year.value(field, hour) * part;
  }
}
