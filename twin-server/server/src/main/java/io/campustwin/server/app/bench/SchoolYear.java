package io.campustwin.server.app.bench;

import io.campustwin.simulator.envelope.HeatPlan;
import io.campustwin.simulator.thermal.HeatBalance;
import io.campustwin.simulator.thermal.HeatInput;
import io.campustwin.simulator.thermal.HeatRun;
import io.campustwin.simulator.thermal.Outdoors;
import io.campustwin.simulator.weather.EpwField;
import io.campustwin.simulator.weather.Irradiance;
import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.WeatherYear;

/** What drives the rooms of the bench: a year of weather, lessons from 8 to 17 h, rooms kept between 18 and 26 °C. */
final class SchoolYear implements HeatRun.Drive {
  private static final double ALBEDO = 0.2;
  private static final double GAIN = 20;
  private static final double FRESH = 1.5;
  private static final double LEAK = 0.3;
  private final WeatherYear year;
  private final HeatPlan plan;
  private final int stepsPerHour;
  private final double[] area;
  private final double[] volume;
  private final double[] energy;

  SchoolYear(WeatherYear year, HeatPlan plan, int stepsPerHour) {
    this.year = year;
    this.plan = plan;
    this.stepsPerHour = stepsPerHour;
    int size = plan.rooms().size();
    area = new double[size];
    volume = new double[size];
    energy = new double[size];
    for (int r = 0; r < size; r++) {
      volume[r] = plan.rooms().get(r).volume();
      area[r] = volume[r] / 3;
    }
  }

  int steps() {
    return year.hours() * stepsPerHour;
  }

  @Override
  public void weather(int step, Outdoors outdoors) {
    int hour = step / stepsPerHour % year.hours();
    Sky sky = year.sky(hour);
    for (int f = 0; f < plan.facades().size(); f++) {
      HeatPlan.Facade facade = plan.facades().get(f);
      Irradiance on = sky.on(new Plane(facade.tilt(), facade.azimuth()), ALBEDO);
      outdoors.sun(f, on.cosine(), on.direct(), on.diffuse() + on.ground());
    }
    outdoors.air(year.value(EpwField.DRY_BULB, hour), year.skyTemperature(hour));
    outdoors.wind(
        year.value(EpwField.WIND_SPEED, hour),
        Math.toRadians(year.value(EpwField.WIND_DIRECTION, hour)));
    outdoors.prepare();
  }

  @Override
  public void load(int step, int from, int to, HeatInput input) {
    int hour = step / stepsPerHour % year.hours();
    int clock = hour % 24;
    boolean lesson = clock >= 8 && clock < 17;
    double flow = (lesson ? FRESH : LEAK) * 1206 / 3600;
    double outdoor = year.value(EpwField.DRY_BULB, hour);
    for (int r = from; r < to; r++) {
      input.convective[r] = lesson ? GAIN / 2 * area[r] : 0;
      input.radiant[r] = lesson ? GAIN / 2 * area[r] : 0;
      input.airFlow[r] = flow * volume[r];
      input.supply[r] = outdoor;
      input.heatTo[r] = lesson ? 18 : 12;
      input.coolTo[r] = lesson ? 26 : 35;
    }
  }

  @Override
  public void done(int step, int from, int to, HeatBalance rooms) {
    for (int r = from; r < to; r++) {
      energy[r] += Math.abs(rooms.plant(r));
    }
  }

  /** Sum over rooms of heating and cooling, Wh: shows that two runs gave the same. */
  double total() {
    double sum = 0;
    for (double one : energy) {
      sum += one / stepsPerHour;
    }
    return sum;
  }
}
