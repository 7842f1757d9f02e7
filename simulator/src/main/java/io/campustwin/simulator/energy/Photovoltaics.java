package io.campustwin.simulator.energy;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.simulator.weather.Irradiance;
import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sky;

/**
 * Photovoltaic field by the chain of PVWatts version 5 (A. Dobos, NREL/TP-6A20-62641, 2014): light on the plane of the
 * modules, reflection at their cover, temperature ({@link ModuleHeat}), direct current, losses, {@link Inverter}. One
 * field, one state; about 3 µs a step.
 */
public final class Photovoltaics {
  /** Reflectance of the ground before the field. */
  public static final double ALBEDO = 0.2;

  private static final double[] USUAL_LOSSES = {
    0.02, 0.03, 0, 0.02, 0.02, 0.005, 0.015, 0.01, 0, 0.03
  };
  private static final ModuleCover COVER = new ModuleCover();
  private final Spec spec;
  private final ModuleHeat heat;

  /**
   * What stands there.
   *
   * @param rated DC power under 1000 W/m² at 25 °C, W
   * @param plane of the modules
   * @param nominal installed operating cell temperature, °C: 45 on a rack, 49 on a roof
   * @param losses between modules and inverter, 0 to 1
   * @param inverter what follows
   */
  public record Spec(double rated, Plane plane, double nominal, double losses, Inverter inverter) {
    /** Standard modules on a rack, usual losses, inverter of 96 % rated at the field's power over 1.2. */
    public static Spec of(double rated, Plane plane) {
      return new Spec(rated, plane, 45, usualLosses(), new Inverter(rated / 1.2, 0.96));
    }
  }

  /**
   * Stages of one step.
   *
   * @param light on the modules, W/m²
   * @param cell temperature, °C
   * @param direct power into the inverter, W
   * @param alternating power out of it, W
   */
  public record Output(double light, double cell, double direct, double alternating) {}

  public Photovoltaics(Spec spec) {
    this.spec = spec;
    heat = new ModuleHeat(spec.nominal);
  }

  /** A step under one sky; {@code air} °C, {@code wind} m/s. */
  public Output step(Sky sky, double air, double wind, double seconds) {
    Irradiance on = sky.on(spec.plane, ALBEDO);
    double cell = heat.step(on.total(), air, wind, seconds);
    double used = on.total() - (1 - COVER.modifier(on.cosine())) * on.beam();
    double direct = direct(spec.rated, used, cell, GAMMA) * (1 - spec.losses);
    return new Output(on.total(), cell, direct, spec.inverter.power(direct));
  }

  /** Change of power with temperature of a standard crystalline module, 1/K. */
  public static final double GAMMA = -0.0047;

  /** DC power, W, of modules rated so, lit with {@code light} W/m² and as warm as {@code cell} °C. */
  public static double direct(double rated, double light, double cell, double gamma) {
    return Math.max(0, rated * light / 1000 * (1 + gamma * (cell - 25)));
  }

  /**
   * Soiling, shading, snow, mismatch, wiring, connections, light-induced ageing, nameplate, age, availability: PVWatts'
   * usual losses together, 0 to 1.
   */
  public static double usualLosses() {
    double left = 1;
    for (double loss : USUAL_LOSSES) {
      left *= 1 - loss;
    }
    return 1 - left;
  }

  public void save(ByteWriter out) {
    heat.save(out);
  }

  public void load(ByteReader in) {
    heat.load(in);
  }
}
