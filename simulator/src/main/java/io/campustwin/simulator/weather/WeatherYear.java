package io.campustwin.simulator.weather;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A year of hourly weather as a file has it, in columns, with nothing missing. Hour {@code i} is the hour that ends
 * {@code i + 1} hours after the year began: radiation is the sum over it (so the sun is taken in its middle, or in the
 * middle of its sunlit part), temperature, humidity, pressure and wind are those at its end.
 */
public final class WeatherYear {
  private static final int HOUR = 3600;
  private static final int LEAP_HOURS = 8784;
  private final Place place;
  private final double[][] columns;
  private final long[] starts;
  private final SunTrack track;
  private final Sun[] suns;

  /** Of columns in the order of {@link EpwField}; {@code starts} are the hours' beginnings, s after 1970. */
  WeatherYear(Place place, double[][] columns, long[] starts) {
    this.place = place;
    this.columns = columns;
    this.starts = starts;
    track = new SunTrack(place);
    suns = new Sun[starts.length];
    for (int hour = 0; hour < suns.length; hour++) {
      suns[hour] = track.during(starts[hour], HOUR);
    }
  }

  /**
   * Denver International Airport 725650, TMY3, the weather of ASHRAE 140-2017 and later. About 0.2 s.
   */
  public static WeatherYear denver() {
    try (InputStream in = Objects.requireNonNull(
            WeatherYear.class.getResourceAsStream("/weather/725650TYCST.epw.gz"));
        BufferedReader text = new BufferedReader(
            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.ISO_8859_1))) {
      return EpwReader.read(text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Place place() {
    return place;
  }

  /** 8760, or 8784 with 29 February. */
  public int hours() {
    return starts.length;
  }

  public boolean isLeap() {
    return starts.length == LEAP_HOURS;
  }

  public double value(EpwField field, int hour) {
    return columns[field.ordinal()][hour];
  }

  /** A copy. */
  public double[] column(EpwField field) {
    return columns[field.ordinal()].clone();
  }

  /** Beginning of an hour, s after 1970, in the year the hour was measured. */
  public long start(int hour) {
    return starts[hour];
  }

  /** The sun of an hour: in the middle of that part of it in which the sun is up. */
  public Sun sun(int hour) {
    return suns[hour];
  }

  /** Sky of Perez of an hour. */
  public Sky sky(int hour) {
    return Sky.perez(
        suns[hour], value(EpwField.DIRECT_NORMAL, hour), value(EpwField.DIFFUSE, hour));
  }

  /**
   * Sky of Perez of one of {@code parts} equal parts of the sunlit time of an hour. The mean over all parts is the hour's
   * irradiance: the sun of the middle alone is some 0.3 % too high, as the mean of a cosine is below its middle.
   */
  public Sky sky(int hour, int part, int parts) {
    double[] lit = track.sunlit(starts[hour], HOUR);
    Sun sun = track.at(lit[0] + lit[1] * (part + 0.5) / parts);
    return Sky.perez(sun, value(EpwField.DIRECT_NORMAL, hour), value(EpwField.DIFFUSE, hour));
  }

  /** Temperature of a black sky at the end of an hour, °C. */
  public double skyTemperature(int hour) {
    return LongWave.temperature(value(EpwField.INFRARED, hour));
  }
}
