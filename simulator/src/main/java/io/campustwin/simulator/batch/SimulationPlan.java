package io.campustwin.simulator.batch;

import io.campustwin.simulator.weather.ClimateZone;
import io.campustwin.simulator.weather.EpwWeather;
import io.campustwin.simulator.weather.GeneratedWeather;
import io.campustwin.simulator.weather.Place;
import io.campustwin.simulator.world.WorldOptions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What is to be simulated.
 *
 * @param from first day; the run begins at its local midnight
 * @param days 1 to {@value #MOST_DAYS}
 * @param stepSeconds length of a row, see {@link #isStep}
 * @param zone of the campus
 * @param weather of a file, turned to the campus's clocks; null for generated weather
 * @param climate of the generated weather; null for central China
 */
public record SimulationPlan(
    long seed,
    LocalDate from,
    int days,
    int stepSeconds,
    ZoneId zone,
    @Nullable EpwWeather weather,
    @Nullable ClimateZone climate) {
  /** Ten years and a little. */
  public static final int MOST_DAYS = 3660;

  /** A Monday of the spring term. */
  public static final LocalDate TERM_MONDAY = LocalDate.of(2026, 3, 2);

  private static final int DAY = 86_400;

  public SimulationPlan {
    if (days < 1 || days > MOST_DAYS || !isStep(stepSeconds)) {
      throw new IllegalArgumentException("days " + days + ", step " + stepSeconds);
    }
  }

  /** True for whole minutes that divide a day. */
  public static boolean isStep(int seconds) {
    return seconds >= 60 && seconds <= DAY && seconds % 60 == 0 && DAY % seconds == 0;
  }

  long start() {
    return from.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  long end() {
    return start() + days * DAY * 1000L;
  }

  WorldOptions options() {
    WorldOptions options = WorldOptions.of(seed, start()).withZone(zone);
    if (weather == null) {
      return climate == null ? options : inClimate(options, climate);
    }
    ZoneOffset standard =
        zone.getRules().getStandardOffset(java.time.Instant.ofEpochMilli(start()));
    EpwWeather here = weather.inZone(standard.getTotalSeconds() / 3600.0);
    return options.withWeather(here, here.latitude(), here.longitude());
  }

  private static WorldOptions inClimate(WorldOptions options, ClimateZone climate) {
    Place city = climate.place();
    GeneratedWeather weather = new GeneratedWeather(options.seed(), climate);
    return options.withWeather(weather, city.latitude(), city.longitude());
  }
}
