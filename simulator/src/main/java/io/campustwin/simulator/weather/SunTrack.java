package io.campustwin.simulator.weather;

import io.campustwin.simulator.ephemeris.Ephemeris;
import org.jspecify.annotations.Nullable;

/**
 * The sun over one place at many moments: {@link SolarPosition} with the slow part of the algorithm, the earth's way
 * round the sun, done at the hours 0 and 12 and drawn straight between them (error below 0.0005 degrees), so that a moment
 * costs under a microsecond. The answer depends on the moment only, whatever was asked before; may be shared by threads.
 */
public final class SunTrack {
  private static final double SPAN = 43_200;
  private final Place place;
  private volatile @Nullable Span last;

  /** Ephemerides at both ends of half a day. */
  private record Span(long index, Ephemeris from, Ephemeris to) {}

  public SunTrack(Place place) {
    this.place = place;
  }

  public Place place() {
    return place;
  }

  /** At a moment, s after 1970, universal time. */
  public SolarPosition position(double epochSeconds) {
    double x = epochSeconds / SPAN;
    long index = (long) Math.floor(x);
    Span span = span(index);
    return SolarPosition.seen(span.from.towards(span.to, x - index), epochSeconds, place);
  }

  /** The same for sky models. */
  public Sun at(double epochSeconds) {
    return position(epochSeconds).sun();
  }

  /**
   * That part of a time in which the sun is up: its beginning and its length, s; all of the time if the sun neither rises
   * nor sets meanwhile.
   *
   * @param from s after 1970
   * @param seconds up to an hour
   */
  public double[] sunlit(double from, double seconds) {
    boolean upFirst = position(from).apparentElevation() > 0;
    if (upFirst == position(from + seconds).apparentElevation() > 0) {
      return new double[] {from, seconds};
    }
    double low = from;
    double high = from + seconds;
    for (int i = 0; i < 12; i++) {
      double middle = (low + high) / 2;
      if ((position(middle).apparentElevation() > 0) == upFirst) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return upFirst ? new double[] {from, low - from} : new double[] {high, from + seconds - high};
  }

  /** The sun in the middle of the part of a time in which it is up: where a sum over an hour at sunrise came from. */
  public Sun during(double from, double seconds) {
    double[] lit = sunlit(from, seconds);
    return at(lit[0] + lit[1] / 2);
  }

  private Span span(long index) {
    Span known = last;
    if (known != null && known.index == index) {
      return known;
    }
    Span made = new Span(index, ephemeris(index), ephemeris(index + 1));
    last = made;
    return made;
  }

  private static Ephemeris ephemeris(long index) {
    return Ephemeris.at(SolarPosition.ephemerisDay(index * SPAN));
  }
}
