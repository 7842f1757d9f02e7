package io.campustwin.simulator.world;

import io.campustwin.simulator.ahead.Past;
import io.campustwin.simulator.fire.FireController;
import io.campustwin.simulator.people.Timetable;
import io.campustwin.simulator.weather.GeneratedWeather;
import io.campustwin.simulator.weather.Weather;
import java.time.ZoneId;

/**
 * What a world is started with.
 *
 * @param seed of everything that chance decides
 * @param startMillis first moment, epoch ms
 * @param zone local time of the timetable
 * @param latitude degrees north, for the sun
 * @param longitude degrees east
 */
public record WorldOptions(
    long seed,
    long startMillis,
    ZoneId zone,
    double latitude,
    double longitude,
    Weather weather,
    Timetable timetable,
    FireController.Rule fireRule) {
  private static final double LATITUDE = 34.75;
  private static final double LONGITUDE = 113.6;

  /** Generated weather, a usual school day, a place in central China. */
  public static WorldOptions of(long seed, long startMillis) {
    return new WorldOptions(
        seed,
        startMillis,
        ZoneId.of("Asia/Shanghai"),
        LATITUDE,
        LONGITUDE,
        new GeneratedWeather(seed, LATITUDE, LONGITUDE),
        Timetable.USUAL,
        FireController.Rule.USUAL);
  }

  /** The same from the beginning of a past, with its weather and ours after it. */
  WorldOptions after(Past past) {
    return new WorldOptions(
        seed,
        past.from(),
        zone,
        latitude,
        longitude,
        past.weather(weather, latitude, longitude),
        timetable,
        fireRule);
  }

  /** The same with other weather, at its place. */
  public WorldOptions withWeather(Weather other, double north, double east) {
    return new WorldOptions(seed, startMillis, zone, north, east, other, timetable, fireRule);
  }

  public WorldOptions withZone(ZoneId other) {
    return new WorldOptions(
        seed, startMillis, other, latitude, longitude, weather, timetable, fireRule);
  }
}
