package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.HeatPlan;
import io.campustwin.simulator.envelope.Optics;
import io.campustwin.simulator.envelope.Window;
import java.util.List;
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
  private static final double OPEN_LAND = 0.14;
  private static final double STATION = 10;
  private static final double WINDWARD_ANGLE = Math.toRadians(100);
  private final List<HeatPlan.Facade> facades;
  private final List<Aperture> apertures;
  private double air;
  private double sky;
  private double wind;
  private double windFrom;
  final double[] beam;
  final double[] cosine;
  final double[] diffuse;
  final double[] surroundings;
  final double[] forced;
  final double[] through;
  final double[] outer;
  final double[] inner;

  /** One kind of window in one facade. */
  record Aperture(int facade, Window window, Optics optics) {}

  Outdoors(List<HeatPlan.Facade> facades, List<Aperture> apertures) {
    this.facades = facades;
    this.apertures = apertures;
    beam = new double[facades.size()];
    cosine = new double[facades.size()];
    diffuse = new double[facades.size()];
    surroundings = new double[facades.size()];
    forced = new double[facades.size()];
    through = new double[apertures.size()];
    outer = new double[apertures.size()];
    inner = new double[apertures.size()];
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
    cosine[facade] = angle;
    beam[facade] = direct;
    diffuse[facade] = even;
  }

  /** Works out what surfaces share; after all facades are set. */
  public void prepare() {
    double cold = Radiation.fourth(sky);
    double warm = Radiation.fourth(air);
    for (int f = 0; f < beam.length; f++) {
      double view = facades.get(f).skyView();
      double dome = view * Math.sqrt(view);
      surroundings[f] = Radiation.root(dome * cold + (1 - dome) * warm);
      forced[f] = forced(facades.get(f));
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

  private double forced(HeatPlan.Facade facade) {
    double speed = wind * FastMath.pow(facade.height() / STATION, OPEN_LAND);
    return isWindward(facade)
        ? 3.26 * FastMath.pow(speed, 0.89)
        : 3.55 * FastMath.pow(speed, 0.617);
  }

  private boolean isWindward(HeatPlan.Facade facade) {
    double apart = Math.abs(windFrom - facade.azimuth()) % (2 * Math.PI);
    return facade.tilt() < 0.1 || Math.min(apart, 2 * Math.PI - apart) < WINDWARD_ANGLE;
  }

  private void pass(int a) {
    Aperture aperture = apertures.get(a);
    int f = aperture.facade();
    Optics optics = aperture.optics();
    Optics.Split even = optics.even();
    through[a] = beam[f] * optics.through(cosine[f]) + diffuse[f] * even.through();
    outer[a] = beam[f] * optics.outer(cosine[f]) + diffuse[f] * even.outer();
    inner[a] = beam[f] * optics.inner(cosine[f]) + diffuse[f] * even.inner();
  }
}
