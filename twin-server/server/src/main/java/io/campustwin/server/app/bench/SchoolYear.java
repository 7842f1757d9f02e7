package io.campustwin.server.app.bench;

import io.campustwin.simulator.air.Moisture;
import io.campustwin.simulator.air.RoomAir;
import io.campustwin.simulator.building.CampusShell;
import io.campustwin.simulator.building.CampusSky;
import io.campustwin.simulator.light.Daylight;
import io.campustwin.simulator.plant.Boiler;
import io.campustwin.simulator.plant.Chiller;
import io.campustwin.simulator.plant.HeatRecovery;
import io.campustwin.simulator.thermal.HeatBalance;
import io.campustwin.simulator.thermal.HeatInput;
import io.campustwin.simulator.thermal.HeatRun;
import io.campustwin.simulator.thermal.Outdoors;
import io.campustwin.simulator.weather.EpwField;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.Weather;
import io.campustwin.simulator.weather.WeatherYear;

/**
 * What drives the rooms of the bench: a year of weather, lessons from 8 to 17 h. Each room has people, electric light by
 * what the sky leaves wanting, fresh air through heat recovery, leakage, carbon dioxide, a coil of limited power kept between
 * 18 and 26 °C; each range of rooms has a chiller and a boiler that carry the coils, and a sum of electric power.
 */
final class SchoolYear implements HeatRun.Drive {
  private static final double FRESH = 1.5;
  private static final double LEAK = 0.3;
  private static final double SEATS_PER_M2 = 0.5;
  private static final double PERSON = 75;
  private static final double LIGHT = 8;
  private static final double SOCKETS = 3;
  private static final double COIL = 130;
  private static final double AIR = 1206;
  private final WeatherYear year;
  private final CampusSky light;
  private final int stepsPerHour;
  private final double[] area;
  private final double[] volume;
  private final double[] factor;
  private final double[] co2;
  /** Of carbon dioxide within a step, with the fresh air of lessons and without. */
  private final double[] fadeFresh;

  private final double[] fadeLeak;
  private final double[] lamps;
  private final double[] warm;
  private final double[] energy;
  private final double[] electricity;
  private final double[] gas;

  SchoolYear(WeatherYear year, CampusShell shell, int stepsPerHour) {
    this.year = year;
    this.stepsPerHour = stepsPerHour;
    light = new CampusSky(shell);
    int size = shell.plan().rooms().size();
    area = new double[size];
    volume = new double[size];
    factor = new double[size];
    co2 = new double[size];
    fadeFresh = new double[size];
    fadeLeak = new double[size];
    lamps = new double[size];
    warm = new double[size];
    energy = new double[size];
    electricity = new double[size];
    gas = new double[size];
    for (int r = 0; r < size; r++) {
      volume[r] = shell.plan().rooms().get(r).volume();
      area[r] = volume[r] / 3;
      factor[r] = Daylight.factor(shell.glass(r), 5 * area[r], 65);
      co2[r] = RoomAir.CO2_OUTDOOR;
      warm[r] = 20;
      double leak = LEAK * volume[r] / 3600;
      double seconds = 3600.0 / stepsPerHour;
      fadeFresh[r] = RoomAir.fade(leak + FRESH * volume[r] / 3600, volume[r], seconds);
      fadeLeak[r] = RoomAir.fade(leak, volume[r], seconds);
    }
  }

  int steps() {
    return year.hours() * stepsPerHour;
  }

  @Override
  public void weather(int step, Outdoors outdoors) {
    int hour = hour(step);
    Sky sky = year.sky(hour);
    double wind = Math.toRadians(year.value(EpwField.WIND_DIRECTION, hour));
    light.fill(conditions(hour), sky, wind, outdoors);
  }

  /** The file has one weather an hour. */
  @Override
  public boolean isSteady(int step) {
    return step > 0 && hour(step) == hour(step - 1);
  }

  private Weather.Conditions conditions(int hour) {
    return new Weather.Conditions(
        year.value(EpwField.DRY_BULB, hour),
        year.value(EpwField.HUMIDITY, hour),
        year.value(EpwField.WIND_SPEED, hour),
        0,
        year.value(EpwField.DIRECT_NORMAL, hour),
        year.value(EpwField.DIFFUSE, hour),
        year.value(EpwField.GLOBAL, hour),
        0,
        year.value(EpwField.INFRARED, hour));
  }

  private int hour(int step) {
    return step / stepsPerHour % year.hours();
  }

  private static boolean isLesson(int hour) {
    return hour % 24 >= 8 && hour % 24 < 17;
  }

  @Override
  public void load(int step, int from, int to, HeatInput input) {
    int hour = hour(step);
    boolean lesson = isLesson(hour);
    double outdoor = year.value(EpwField.DRY_BULB, hour);
    double diffuse = year.value(EpwField.DIFFUSE, hour);
    for (int r = from; r < to; r++) {
      double people = lesson ? SEATS_PER_M2 * area[r] : 0;
      double dark = 1 - Daylight.inside(factor[r], diffuse) / Daylight.ELECTRIC_FULL;
      lamps[r] = lesson ? LIGHT * area[r] * Math.max(0, dark) : 0;
      double internal = people * PERSON + lamps[r] + SOCKETS * area[r];
      input.convective[r] = internal / 2;
      input.radiant[r] = internal / 2;
      input.heatTo[r] = lesson ? 18 : 12;
      input.coolTo[r] = lesson ? 26 : 35;
      input.heatMost[r] = COIL * area[r];
      input.coolMost[r] = COIL * area[r];
      air(r, people, outdoor, input);
    }
  }

  private void air(int r, double people, double outdoor, HeatInput input) {
    double leak = LEAK * volume[r] / 3600;
    double fresh = people > 0 ? FRESH * volume[r] / 3600 : 0;
    double supplied = HeatRecovery.STANDARD.supply(outdoor, warm[r]);
    input.airFlow[r] = AIR * (leak + fresh);
    input.supply[r] = (leak * outdoor + fresh * supplied) / (leak + fresh);
    double litres = people * RoomAir.CO2_PER_PERSON * 1000;
    RoomAir.Mix mix = new RoomAir.Mix(leak + fresh, RoomAir.CO2_OUTDOOR, volume[r], 0);
    co2[r] = RoomAir.faded(mix, co2[r], litres, people > 0 ? fadeFresh[r] : fadeLeak[r]);
  }

  @Override
  public void done(int step, int from, int to, HeatBalance rooms) {
    double heat = 0;
    double cold = 0;
    double power = 0;
    double floor = 0;
    for (int r = from; r < to; r++) {
      double plant = rooms.plant(r);
      warm[r] = rooms.air(r);
      energy[r] += Math.abs(plant);
      heat += Math.max(0, plant);
      cold -= Math.min(0, plant);
      floor += area[r];
      power += lamps[r] + SOCKETS * area[r];
    }
    int hour = hour(step);
    double wetBulb =
        Moisture.wetBulb(year.value(EpwField.DRY_BULB, hour), year.value(EpwField.HUMIDITY, hour));
    double condenser = Chiller.condenser(wetBulb);
    power += new Chiller(COIL * floor, 5.5).run(cold, 7, condenser).electric();
    electricity[from] += power;
    gas[from] += new Boiler(COIL * floor, 0.9).run(heat).fuel();
  }

  /** Sum of heating and cooling, electricity and gas, Wh: shows that two runs gave the same. */
  double total() {
    double sum = 0;
    for (int r = 0; r < energy.length; r++) {
      sum += (energy[r] + electricity[r] + gas[r]) / stepsPerHour;
    }
    return sum;
  }
}
