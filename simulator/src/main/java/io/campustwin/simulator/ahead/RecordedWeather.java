package io.campustwin.simulator.ahead;

import io.campustwin.simulator.weather.Erbs;
import io.campustwin.simulator.weather.LongWave;
import io.campustwin.simulator.weather.Place;
import io.campustwin.simulator.weather.Sun;
import io.campustwin.simulator.weather.SunTrack;
import io.campustwin.simulator.weather.Weather;
import org.apache.commons.math3.util.FastMath;

/**
 * Weather as a station recorded it, and a forecast of it. Up to the end of the record: temperature, humidity, wind and
 * dust straight between reports, light split by {@link Erbs}. After it: the course of the climate, moved by what the
 * station was off it at the end, a difference that fades with {@value #FADE_HOURS} h (persistence, as in simple
 * forecasts); the clearness of the last recorded daylight persists for a day. Before the record its first day repeats.
 */
final class RecordedWeather implements Weather {
  private static final double FADE_HOURS = 24;
  private static final double HOUR = 3_600_000;
  private static final long DAY = 86_400_000;
  private static final long QUARTER = 900_000;
  private static final double LOW = 0.1;
  private static final double CLEAR = 0.75;
  private static final double PER_TENTH = 0.053;
  private final Past past;
  private final Weather climate;
  private final SunTrack track;
  private final double clearness;
  private final boolean lit;
  private final double[] off;

  /** What the climate does not know better: temperature, humidity, wind, dust. */
  private static final String[] NAMES = {"air.temperature", "air.humidity", "wind.speed", "pm25"};

  RecordedWeather(Past past, Weather climate, Place place) {
    this.past = past;
    this.climate = climate;
    track = new SunTrack(place);
    double bright = lastClearness();
    lit = !Double.isNaN(bright);
    clearness = lit ? bright : CLEAR / 2;
    off = new double[NAMES.length];
    double[] usual = figures(climate.at(past.to()));
    for (int i = 0; i < NAMES.length; i++) {
      off[i] = seen(NAMES[i], past.to(), usual[i]) - usual[i];
    }
  }

  private static double[] figures(Conditions usual) {
    return new double[] {usual.temperature(), usual.humidity(), usual.wind(), usual.pm25()};
  }

  private double seen(String point, long time, double otherwise) {
    return past.outdoors(point).map(series -> series.line(time)).orElse(otherwise);
  }

  /** Light on the ground over that outside the air, over the last day of the record; NaN if the sun was never up. */
  private double lastClearness() {
    double ground = 0;
    double outside = 0;
    for (long t = Math.max(past.from(), past.to() - DAY); t <= past.to(); t += QUARTER) {
      Sun sun = track.at(t / 1000.0);
      double height = FastMath.sin(sun.elevation());
      if (height > LOW) {
        ground += seen("solar", t, Double.NaN);
        outside += sun.extraterrestrial() * height;
      }
    }
    return outside > 0 ? Math.min(0.8, ground / outside) : Double.NaN;
  }

  /** Clearness when the sun was last well up, at most a day before. */
  private double clearness(long time) {
    for (long t = time; t > time - DAY && past.outdoors("solar").isPresent(); t -= QUARTER) {
      Sun sun = track.at(t / 1000.0);
      double height = FastMath.sin(sun.elevation());
      if (height > 2 * LOW) {
        return Math.min(0.8, seen("solar", past.recorded(t), 0) / sun.extraterrestrial() / height);
      }
    }
    return clearness;
  }

  @Override
  public Conditions at(long millis) {
    Conditions usual = climate.at(millis);
    if (millis > past.to() && past.isForeseen()) {
      return usual;
    }
    double[] now = figures(usual);
    boolean known = millis <= past.to();
    long time = past.recorded(millis);
    double left = known ? 0 : FastMath.exp(-(millis - past.to()) / (FADE_HOURS * HOUR));
    for (int i = 0; i < NAMES.length; i++) {
      now[i] = known ? seen(NAMES[i], time, now[i]) : now[i] + left * off[i];
    }
    double humidity = Math.max(1, Math.min(100, now[1]));
    double bright = known ? clearness(time) : clearness;
    return conditions(now, humidity, bright, usual.rain(), light(millis, time, usual));
  }

  /** Direct normal, diffuse and global, W/m². */
  private double[] light(long millis, long time, Conditions usual) {
    Sun sun = track.at(millis / 1000.0);
    double height = FastMath.sin(sun.elevation());
    if (millis <= past.to() && past.outdoors("solar").isPresent()) {
      return split(seen("solar", time, 0), sun);
    }
    if (!lit || millis > past.to() + DAY) {
      return new double[] {usual.directNormal(), usual.diffuse(), usual.global()};
    }
    return split(height <= 0.01 ? 0 : clearness * sun.extraterrestrial() * height, sun);
  }

  private static double[] split(double global, Sun sun) {
    if (sun.elevation() <= 0 || global <= 0) {
      return new double[3];
    }
    Erbs parts = Erbs.split(global, sun);
    return new double[] {Math.min(1000, parts.directNormal()), parts.diffuse(), global};
  }

  private static Conditions conditions(
      double[] now, double humidity, double bright, double rain, double[] light) {
    double cover = Math.max(0, Math.min(10, (CLEAR - bright) / PER_TENTH));
    double dew = LongWave.dewPoint(now[0], humidity);
    return new Conditions(
        now[0],
        humidity,
        Math.max(0, now[2]),
        rain,
        light[0],
        light[1],
        light[2],
        Math.max(0, now[3]),
        LongWave.ofSky(now[0], dew, cover));
  }
}
