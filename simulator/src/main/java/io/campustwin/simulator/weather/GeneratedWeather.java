package io.campustwin.simulator.weather;

import org.apache.commons.math3.util.FastMath;
import org.jspecify.annotations.Nullable;

/**
 * Weather of a temperate continental climate (central China: January about 0 °C, July about 28 °C), made from a seed:
 * a yearly course, day-to-day changes, a daily course that is wider under clear skies, cloud per day, and the beam and
 * diffuse parts by the correlation of Erbs (1982). Other climates by {@link ClimateZone}, whose monthly means it keeps. It is
 * plausible weather, not a climate statistic.
 */
public final class GeneratedWeather implements Weather {
  private static final double DAY = 86_400_000.0;
  private final long seed;
  private final double longitude;
  private final SunTrack track;
  private final @Nullable ClimateZone zone;

  /** Of central China, at a place. */
  public GeneratedWeather(long seed, double latitude, double longitude) {
    this(seed, new Place(latitude, longitude, 0, 0), null);
  }

  /** Of a zone of China, at its city. */
  public GeneratedWeather(long seed, ClimateZone zone) {
    this(seed, zone.place(), zone);
  }

  private GeneratedWeather(long seed, Place place, @Nullable ClimateZone zone) {
    this.seed = seed;
    this.longitude = place.longitude();
    this.zone = zone;
    track = new SunTrack(place);
  }

  @Override
  public Conditions at(long millis) {
    double solarDay = millis / DAY + longitude / 360;
    double hour = (solarDay - Math.floor(solarDay)) * 24;
    double clear = 0.22 + bright() * Chance.smooth(seed, 1, solarDay * 0.8);
    double season = FastMath.cos(2 * Math.PI * (dayOfYear(millis) - 17) / 365.2425);
    double mean = mean(millis, season, Chance.smooth(seed, 2, solarDay / 2.5) - 0.5);
    double swing = 2 + 6.5 * clear;
    double temperature = mean + swing * FastMath.cos(2 * Math.PI * (hour - 15) / 24);
    double dewPoint = mean - swing - 1.5 + 3 * Chance.smooth(seed, 3, solarDay);
    double rain = clear < 0.36 ? 8 * Math.max(0, Chance.smooth(seed, 4, solarDay * 8) - 0.55) : 0;
    double humidity =
        rain > 0 ? 93 : Math.min(98, Math.max(12, relativeHumidity(temperature, dewPoint)));
    double wind = 0.6 + 5 * FastMath.pow(Chance.smooth(seed, 5, solarDay * 6), 2);
    double dust =
        (38 + 30 * season + 70 * Chance.smooth(seed, 6, solarDay / 2)) * (rain > 0 ? 0.6 : 1);
    double[] light = light(millis, clear);
    double cover = Math.max(0, Math.min(10, (0.75 - clear) / 0.053));
    return new Conditions(
        temperature,
        humidity,
        wind,
        rain,
        light[0],
        light[1],
        light[2],
        Math.max(6, dust),
        LongWave.ofSky(temperature, LongWave.dewPoint(temperature, humidity), cover));
  }

  private double bright() {
    return zone == null ? 0.53 : zone.bright();
  }

  private double mean(long millis, double season, double chance) {
    return zone == null
        ? 14.5 - 13.8 * season + 9 * chance
        : zone.temperature(dayOfYear(millis)) + zone.restless() * chance;
  }

  /** Direct normal, diffuse and global irradiance, W/m². */
  private double[] light(long millis, double clear) {
    Sun sun = track.at(millis / 1000.0);
    double height = FastMath.sin(sun.elevation());
    if (height <= 0.01) {
      return new double[3];
    }
    double global = clear * sun.extraterrestrial() * height;
    double diffuse = global * Erbs.diffuseShare(clear);
    double beam = Math.min(1000, (global - diffuse) / Math.max(0.05, height));
    return new double[] {beam, diffuse, global};
  }

  /** Days since the last turn of the (Gregorian mean) year, from 0. */
  static double dayOfYear(long millis) {
    double days = millis / DAY;
    return days - Math.floor(days / 365.2425) * 365.2425;
  }

  /** Magnus form, %. */
  static double relativeHumidity(double temperature, double dewPoint) {
    return 100
        * FastMath.exp(
            17.62 * dewPoint / (243.12 + dewPoint) - 17.62 * temperature / (243.12 + temperature));
  }
}
