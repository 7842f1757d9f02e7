package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Optics;
import io.campustwin.simulator.envelope.Window;
import org.apache.commons.math3.util.FastMath;

/**
 * The weather of one step as walls and windows meet it, once for all surfaces that face alike. Fill the air and each
 * facade's sun, then {@link #prepare}; reused from step to step.
 *
 * <p>Long-wave surroundings of a tilted surface: sky, ground and air by view, the sky's part near the horizon counted as
 * air (Walton 1983). Wind at the height of the facade over open land by the power law of the ASHRAE Handbook of
 * Fundamentals (exponent 0.14); forced convection on glass as measured on buildings, {@code a V^b} (MoWiTT: M. Yazdanian,
 * J. Klems 1994), with a roof always to windward.
 */
public final class Outdoors {
  private static final double WINDWARD_ANGLE = Math.toRadians(100);
  private final Aspects aspects;
  private double air;
  private double sky;
  private double wind;
  private double windFrom;
  private final double[] beam;
  private final double[] diffuse;
  private final double[] cosine;
  private final double[] surroundings;
  private final double[] forced;
  private final double[] beamThrough;
  private final double[] beamOuter;
  private final double[] beamInner;
  /** By window of a facade: passed, taken up outside and inside, W/m². */
  final double[] through;

  final double[] outer;
  final double[] inner;

  /** One kind of window in one facade. */
  record Aperture(int facade, Window window, Optics optics) {}

  Outdoors(Aspects aspects) {
    this.aspects = aspects;
    beam = new double[aspects.plane.length];
    diffuse = new double[beam.length];
    cosine = new double[aspects.dome.length];
    surroundings = new double[cosine.length];
    forced = new double[aspects.speed.length];
    beamThrough = new double[aspects.passes.size()];
    beamOuter = new double[beamThrough.length];
    beamInner = new double[beamThrough.length];
    through = new double[aspects.apertureFacade.length];
    outer = new double[through.length];
    inner = new double[through.length];
  }

  /**
   * Air and sky of the step.
   *
   * @param temperature °C
   * @param skyTemperature of a black sky, °C
   */
  public void air(double temperature, double skyTemperature) {
    air = temperature;
    sky = skyTemperature;
  }

  /**
   * Wind of the step.
   *
   * @param speed m/s
   * @param from direction it comes from, rad clockwise from north
   */
  public void wind(double speed, double from) {
    wind = speed;
    windFrom = from;
  }

  /**
   * Sun on one facade, shades taken off.
   *
   * @param angle cosine of the beam's incidence
   * @param direct from the sun's direction, W/m²
   * @param even from sky and ground, W/m²
   */
  public void sun(int facade, double angle, double direct, double even) {
    cosine[aspects.plane[facade]] = angle;
    beam[facade] = direct;
    diffuse[facade] = even;
  }

  /** Works out what surfaces share; after all facades are set. */
  public void prepare() {
    double cold = Radiation.fourth(sky);
    double warm = Radiation.fourth(air);
    for (int p = 0; p < cosine.length; p++) {
      double dome = aspects.dome[p];
      surroundings[p] = Radiation.root(dome * cold + (1 - dome) * warm);
    }
    for (int a = 0; a < forced.length; a++) {
      forced[a] = forced(a);
    }
    for (int k = 0; k < beamThrough.length; k++) {
      Aspects.Pass pass = aspects.passes.get(k);
      double angle = cosine[pass.plane()];
      beamThrough[k] = pass.optics().through(angle);
      beamOuter[k] = pass.optics().outer(angle);
      beamInner[k] = pass.optics().inner(angle);
    }
    for (int a = 0; a < through.length; a++) {
      pass(a);
    }
  }

  /** Temperature of the air, °C. */
  public double air() {
    return air;
  }

  /** Sunlight that passes one kind of window, in the order in which the plan's rooms name them, W/m². */
  public double transmitted(int window) {
    return through[window];
  }

  /** Sunlight of one facade, W/m². */
  double sunlight(int facade) {
    return beam[facade] + diffuse[facade];
  }

  /** Long-wave surroundings of a facade, °C. */
  double surroundings(int facade) {
    return surroundings[aspects.plane[facade]];
  }

  /** Forced convection on smooth glass, W/(m²K). */
  double wind(int facade) {
    return forced[aspects.aspect[facade]];
  }

  private double forced(int aspect) {
    double speed = wind * aspects.speed[aspect];
    return isWindward(aspects.aspectPlane[aspect])
        ? 3.26 * FastMath.pow(speed, 0.89)
        : 3.55 * FastMath.pow(speed, 0.617);
  }

  private boolean isWindward(int plane) {
    double apart = Math.abs(windFrom - aspects.azimuth[plane]) % (2 * Math.PI);
    return aspects.flat[plane] || Math.min(apart, 2 * Math.PI - apart) < WINDWARD_ANGLE;
  }

  private void pass(int a) {
    int f = aspects.apertureFacade[a];
    int k = aspects.aperturePass[a];
    Optics.Split even = aspects.passes.get(k).optics().even();
    through[a] = beam[f] * beamThrough[k] + diffuse[f] * even.through();
    outer[a] = beam[f] * beamOuter[k] + diffuse[f] * even.outer();
    inner[a] = beam[f] * beamInner[k] + diffuse[f] * even.inner();
  }
}
