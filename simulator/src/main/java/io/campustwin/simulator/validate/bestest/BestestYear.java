package io.campustwin.simulator.validate.bestest;

import io.campustwin.simulator.envelope.HeatPlan;
import io.campustwin.simulator.thermal.HeatBalance;
import io.campustwin.simulator.thermal.HeatInput;
import io.campustwin.simulator.thermal.Outdoors;
import io.campustwin.simulator.weather.WeatherYear;

/** A year of one case, after a month to settle, in steps that divide an hour. */
final class BestestYear {
  private static final int SETTLING_HOURS = 30 * 24;
  /** 0.5 air changes an hour of thin air as the standard converts them, and its night fan, in sea-level m³/h. */
  private static final double INFILTRATION = 0.414;

  private static final double FAN = 1409;
  /** Wh/(m³K) at sea level. */
  private static final double AIR = 1.204 * 1006 / 3600;

  private final BestestCase test;
  private final BestestSun weather;
  private final int steps;
  private final HeatBalance rooms;
  private final HeatInput input;
  private final Outdoors outdoors;
  private double heating;
  private double cooling;
  private double peakHeating;
  private double peakCooling;
  private double warmest = Double.NEGATIVE_INFINITY;
  private double coldest = Double.POSITIVE_INFINITY;
  private double sum;

  /**
   * What a year gave.
   *
   * @param heating MWh
   * @param cooling MWh
   * @param peakHeating hourly mean, kW
   * @param peakCooling hourly mean, kW
   * @param warmest hourly mean of the air, °C
   * @param coldest hourly mean, °C
   * @param mean °C
   */
  record Result(
      double heating,
      double cooling,
      double peakHeating,
      double peakCooling,
      double warmest,
      double coldest,
      double mean) {}

  private BestestYear(BestestCase test, BestestSun weather, int stepsPerHour) {
    this.test = test;
    steps = stepsPerHour;
    HeatPlan plan = BestestHouse.plan(test, weather.year().place().altitude());
    rooms = HeatBalance.of(plan, 3600.0 / stepsPerHour);
    input = rooms.input();
    outdoors = rooms.outdoors();
    this.weather = weather;
    input.convective[0] = 80;
    input.radiant[0] = 120;
  }

  static Result run(BestestCase test, BestestSun weather, int stepsPerHour) {
    BestestYear run = new BestestYear(test, weather, stepsPerHour);
    WeatherYear year = weather.year();
    for (int hour = -SETTLING_HOURS; hour < 0; hour++) {
      run.hour(Math.floorMod(hour, year.hours()));
    }
    run.forget();
    for (int hour = 0; hour < year.hours(); hour++) {
      run.hour(hour);
    }
    return run.result(year.hours());
  }

  private void hour(int hour) {
    double plant = 0;
    double air = 0;
    weather.hour(hour, outdoors);
    for (int i = 0; i < steps; i++) {
      double part = (i + 0.5) / steps;
      weather.part(hour, part, outdoors);
      act(hour % 24 + (i + 1.0) / steps);
      rooms.advance(outdoors, input);
      plant += rooms.plant(0) / steps;
      air += rooms.air(0) / steps;
      heating += Math.max(0, rooms.plant(0)) / steps / 1e6;
      cooling += Math.max(0, -rooms.plant(0)) / steps / 1e6;
    }
    peakHeating = Math.max(peakHeating, plant / 1000);
    peakCooling = Math.max(peakCooling, -plant / 1000);
    warmest = Math.max(warmest, air);
    coldest = Math.min(coldest, air);
    sum += air;
  }

  /** Sets air and thermostats for a step that ends at an hour of the day, 0 to 24. */
  private void act(double clock) {
    boolean day = clock > 7 && clock <= 18;
    for (int r = 0; r < rooms.size(); r++) {
      double flow = INFILTRATION * rooms.plan().rooms().get(r).volume();
      input.airFlow[r] = AIR * (flow + (test.nightFan() && !day ? FAN : 0));
      input.supply[r] = outdoors.air();
    }
    input.heatTo[0] = heatTo(clock);
    input.coolTo[0] = coolTo(day);
  }

  private double heatTo(double clock) {
    return switch (test.control()) {
      case BAND, HELD -> 20;
      case SETBACK -> clock > 23 ? 10 : Math.max(10, Math.min(20, 10 + 10 * (clock - 7)));
      case COOLED_BY_DAY, FREE -> Double.NEGATIVE_INFINITY;
    };
  }

  private double coolTo(boolean day) {
    return switch (test.control()) {
      case BAND, SETBACK -> 27;
      case HELD -> 20;
      case COOLED_BY_DAY -> day ? 27 : Double.POSITIVE_INFINITY;
      case FREE -> Double.POSITIVE_INFINITY;
    };
  }

  private void forget() {
    heating = 0;
    cooling = 0;
    peakHeating = 0;
    peakCooling = 0;
    warmest = Double.NEGATIVE_INFINITY;
    coldest = Double.POSITIVE_INFINITY;
    sum = 0;
  }

  private Result result(int hours) {
    return new Result(heating, cooling, peakHeating, peakCooling, warmest, coldest, sum / hours);
  }
}
