package io.campustwin.simulator.boptest;

import io.campustwin.asset.CampusModel;
import io.campustwin.place.Name;
import io.campustwin.simulator.people.Occupancy;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.power.Tariff;
import io.campustwin.simulator.weather.Chance;
import io.campustwin.simulator.weather.Weather;
import io.campustwin.simulator.world.WorldOptions;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;

/**
 * Boundary conditions as functions of time: weather, people, comfort limits, prices, emissions. The weather is the very
 * weather of the emulation; people are those of the timetable. Comfort: 18 to 28 °C while the school is open (GB
 * 50099-2011 for heated classrooms, GB/T 18883-2022 for summer), 12 to 32 °C else (ours); 1,000 ppm CO2 (GB/T 18883-2022).
 * Electricity: {@link Tariff}, 0.5703 kg/kWh (China's grid, 2022); a spot price every 15 minutes is made from a seed about
 * the time of use (ours). Bought heat: 0.30 yuan/kWh (ours), 0.11 t/GJ (China's default for bought heat).
 */
public final class Boundary {
  private static final double GRID_CARBON = 0.5703;
  private static final double HEAT_CARBON = 0.11 * 3.6;
  private static final double HEAT_PRICE = 0.30;
  private static final double CO2 = 1000;
  private static final long QUARTER = 900;
  private static final int SPOT_CHANNEL = 71;
  private final WorldOptions options;
  private final Occupancy people;
  private final Map<String, Course> courses = new LinkedHashMap<>();

  /**
   * A boundary condition.
   *
   * @param at value at so many seconds of the test case's year
   */
  public record Course(String unit, Name description, LongToDoubleFunction at) {}

  /** Parts of the weather. */
  enum Sky {
    TDryBul("K", "室外干球温度", "Dry bulb temperature"),
    relHum("1", "相对湿度", "Relative humidity"),
    winSpe("m/s", "风速", "Wind speed"),
    HGloHor("W/m2", "水平面总辐射", "Global horizontal irradiation"),
    HDifHor("W/m2", "水平面散射辐射", "Diffuse horizontal irradiation"),
    HDirNor("W/m2", "法向直射辐射", "Direct normal irradiation"),
    HHorIR("W/m2", "天空长波辐射", "Horizontal infrared irradiation"),
    TBlaSky("K", "天空温度", "Black sky temperature");

    private final String unit;
    private final Name words;

    Sky(String unit, String zh, String en) {
      this.unit = unit;
      words = new Name(zh, en);
    }

    String word() {
      return name();
    }

    String unit() {
      return unit;
    }

    Name words() {
      return words;
    }

    double of(Weather.Conditions now) {
      return switch (this) {
        case TDryBul -> Signals.kelvin(now);
        case relHum -> now.humidity() / 100;
        case winSpe -> now.wind();
        case HGloHor -> now.global();
        case HDifHor -> now.diffuse();
        case HDirNor -> now.directNormal();
        case HHorIR -> now.infrared();
        case TBlaSky -> now.skyTemperature() + Signal.KELVIN;
      };
    }
  }

  Boundary(CampusModel model, WorldOptions options, List<Zone> zones) {
    this.options = options;
    people =
        new Occupancy(options.timetable(), model.campus().spaces(), options.zone(), options.seed());
    for (Sky one : Sky.values()) {
      put(one.word(), one.unit(), one.words(), t -> one.of(options.weather().at(millis(t))));
    }
    zones.forEach(this::comfort);
    tariffs();
    carbon();
  }

  private void comfort(Zone zone) {
    String at = "[" + zone.id() + "]";
    put(
        "Occupancy" + at,
        "number of people",
        new Name("人数", "Number of people"),
        t -> people.at(zone.space(), millis(t)));
    put(
        "LowerSetp" + at,
        "K",
        new Name("舒适温度下限", "Lower limit of comfort"),
        t -> Signal.KELVIN + (isOpen(zone, t) ? 18 : 12));
    put(
        "UpperSetp" + at,
        "K",
        new Name("舒适温度上限", "Upper limit of comfort"),
        t -> Signal.KELVIN + (isOpen(zone, t) ? 28 : 32));
    put("UpperCO2" + at, "ppm", new Name("二氧化碳上限", "Upper limit of carbon dioxide"), t -> CO2);
  }

  private void tariffs() {
    String unit = "CNY/kWh";
    put(
        "PriceElectricPowerConstant",
        unit,
        new Name("固定电价", "Constant price"),
        t -> Tariff.SCHOOL.price(hour(t)));
    put(
        "PriceElectricPowerDynamic",
        unit,
        new Name("分时电价", "Price by time of use"),
        t -> Tariff.TIME_OF_USE.price(hour(t)));
    put("PriceElectricPowerHighlyDynamic", unit, new Name("现货电价", "Spot price"), this::spot);
    put("PriceDistrictHeatingPower", unit, new Name("热价", "Price of heat"), t -> HEAT_PRICE);
  }

  private void carbon() {
    String unit = "kgCO2/kWh";
    put(
        "EmissionsElectricPower",
        unit,
        new Name("用电排放", "Emissions of electricity"),
        t -> GRID_CARBON);
    put(
        "EmissionsDistrictHeatingPower",
        unit,
        new Name("用热排放", "Emissions of heat"),
        t -> HEAT_CARBON);
  }

  private void put(String name, String unit, Name words, LongToDoubleFunction at) {
    courses.put(name, new Course(unit, words, at));
  }

  /** All by name, in order. */
  public Map<String, Course> courses() {
    return courses;
  }

  /** A condition that surely exists. */
  public LongToDoubleFunction get(String name) {
    Course course = courses.get(name);
    if (course == null) {
      throw new IllegalArgumentException("no boundary condition " + name);
    }
    return course.at();
  }

  private double spot(long t) {
    long quarter = Math.floorDiv(t, QUARTER);
    double chance = Chance.smooth(options.seed(), SPOT_CHANNEL, quarter / 4.0);
    return Tariff.TIME_OF_USE.price(hour(quarter * QUARTER)) * (0.7 + 0.6 * chance);
  }

  private long millis(long seconds) {
    return options.startMillis() + seconds * 1000;
  }

  private int hour(long t) {
    return local(t).getHour();
  }

  private ZonedDateTime local(long t) {
    return Instant.ofEpochMilli(millis(t)).atZone(options.zone());
  }

  /** From the first pupils' arrival to the last ones' leaving, Monday to Friday. */
  private boolean isOpen(Zone zone, long t) {
    ZonedDateTime local = local(t);
    int minute = local.getHour() * 60 + local.getMinute();
    Timetable day = options.timetable();
    boolean school = local.getDayOfWeek().getValue() <= 5
        && minute >= day.arrival().from()
        && minute < day.leaving().to();
    return zone.dayAndNight() || school;
  }
}
