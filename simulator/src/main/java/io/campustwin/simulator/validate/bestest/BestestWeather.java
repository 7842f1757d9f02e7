package io.campustwin.simulator.validate.bestest;

import io.campustwin.simulator.thermal.Outdoors;
import io.campustwin.simulator.weather.EpwField;
import io.campustwin.simulator.weather.Irradiance;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.WeatherYear;

/** The weather year on the box's facades: sun by the hour, air drawn straight between the hours' ends. */
final class BestestWeather {
  private final WeatherYear year;
  private final double albedo;

  BestestWeather(WeatherYear year, BestestCase.Shade shade, double albedo) {
    this.year = year;
    this.albedo = albedo;
  }

  /** Sun of an hour. */
  void hour(int hour, Outdoors outdoors) {
    Sky sky = year.sky(hour);
    for (int i = 0; i < BestestHouse.PLANES.size(); i++) {
      Irradiance on = sky.on(BestestHouse.PLANES.get(i), albedo);
      outdoors.sun(i, on.cosine(), on.direct(), on.diffuse() + on.ground());
      if (i != BestestHouse.TOP) {
        outdoors.sun(BestestHouse.SHADED + i, on.cosine(), on.direct(), on.diffuse() + on.ground());
      }
    }
  }

  /** Air of a part of an hour, {@code part} 0 to 1. */
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
