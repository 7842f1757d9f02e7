package io.campustwin.simulator.energy;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import org.apache.commons.math3.util.FastMath;

/**
 * Temperature of a photovoltaic module with its thermal lag: M. Fuentes, A simplified thermal model for flat-plate
 * photovoltaic arrays, SAND85-0330 (1987), as PVWatts uses it. Heat goes to the air (free and forced convection), the sky
 * and the ground; how much of the back takes part follows from the temperature the mounting gives at 800 W/m², 20 °C and
 * 1 m/s. Without light the module has the temperature of the air, as in PVWatts. Keeps its state; 10 rounds a step, 2 µs.
 */
public final class ModuleHeat {
  private static final double BOLTZMANN = 5.669e-8;
  private static final double EMISSIVITY = 0.84;
  private static final double ABSORPTION = 0.83;
  private static final double CAPACITY = 11_000;
  private static final double TEST_AIR = 293.15;
  private static final double TEST_SKY = 282.21;
  private static final double SINE_OF_TILT = 0.5;
  private static final double LENGTH = 0.5;
  /** Wind at 5 m over wind at 9.144 m. */
  private static final double WIND_PROFILE = FastMath.pow(5 / 9.144, 0.2);

  private final double groundRatio;
  private final double convectionRatio;
  private final double capacity;
  private double temperature = TEST_AIR;
  private double lightBefore;

  /** @param nominal installed nominal operating cell temperature, °C: 45 on a rack, 49 on a roof */
  public ModuleHeat(double nominal) {
    double hot = nominal + 273.15;
    double rise = hot - TEST_AIR;
    double convection = convection((hot + TEST_AIR) / 2, 1, rise);
    double power = ABSORPTION * 800;
    double ground = radiation(hot, TEST_AIR);
    double toSky = EMISSIVITY * BOLTZMANN * (fourth(hot) - fourth(TEST_SKY));
    double back = (power - toSky - convection * rise) / ((ground + convection) * rise);
    double root = fourth(hot) - back * (fourth(hot) - fourth(TEST_AIR));
    double earth = Math.max(TEST_AIR, Math.min(hot, Math.sqrt(Math.sqrt(root))));
    groundRatio = (earth - TEST_AIR) / rise;
    double away = EMISSIVITY * BOLTZMANN * (2 * fourth(hot) - fourth(TEST_SKY) - fourth(earth));
    convectionRatio = (power - away) / (convection * rise);
    capacity = CAPACITY * (hot > 321.15 ? 1 + (hot - 321.15) / 12 : 1);
  }

  /**
   * Temperature at the end of a step, °C.
   *
   * @param irradiance on the module, W/m²
   * @param air °C
   * @param wind at 10 m, m/s
   */
  public double step(double irradiance, double air, double wind, double seconds) {
    double light = irradiance * ABSORPTION;
    if (light <= 0) {
      temperature = air + 273.15;
      lightBefore = 0;
      return air;
    }
    double outdoor = air + 273.15;
    double start = temperature;
    for (int round = 0; round < 10; round++) {
      temperature = after(start, light, new double[] {outdoor, wind, seconds});
    }
    lightBefore = light;
    return temperature - 273.15;
  }

  private double after(double start, double light, double[] outside) {
    double air = outside[0];
    double sky = 0.68 * 0.0552 * air * Math.sqrt(air) + 0.32 * air;
    double ground = air + groundRatio * (temperature - air);
    double toAir = convectionRatio
        * convection(
            (temperature + air) / 2, outside[1] * WIND_PROFILE + 1e-4, Math.abs(temperature - air));
    double toSky = radiation(temperature, sky);
    double toGround = radiation(temperature, ground);
    double all = toAir + toSky + toGround;
    double lag = -all / capacity * outside[2];
    double kept = lag > -10 ? FastMath.exp(lag) : 0;
    double change = light - lightBefore;
    double drive = toAir * air + toSky * sky + toGround * ground + lightBefore + change / lag;
    return start * kept + ((1 - kept) * drive + change) / all;
  }

  /** W/m²K by radiation between two temperatures. */
  private static double radiation(double a, double b) {
    return EMISSIVITY * BOLTZMANN * (a * a + b * b) * (a + b);
  }

  /** W/m²K of one side, free and forced together; {@code mean} of module and air in K. */
  private static double convection(double mean, double wind, double difference) {
    double density = 0.003484 * 101_325 / mean;
    double viscosity = 0.24237e-6 * FastMath.pow(mean, 0.76) / density;
    double conductivity = 2.1695e-4 * FastMath.pow(mean, 0.84);
    double reynolds = wind * LENGTH / viscosity;
    double stream = density * wind * 1007;
    double forced = reynolds > 1.2e5
        ? 0.0282 / FastMath.pow(reynolds, 0.2) * stream / FastMath.pow(0.71, 0.4)
        : 0.8600 / Math.sqrt(reynolds) * stream / FastMath.pow(0.71, 0.67);
    double grashof =
        9.8 / mean * difference * LENGTH * LENGTH * LENGTH / (viscosity * viscosity) * SINE_OF_TILT;
    double free = 0.21 * FastMath.pow(grashof * 0.71, 0.32) * conductivity / LENGTH;
    return FastMath.cbrt(free * free * free + forced * forced * forced);
  }

  private static double fourth(double x) {
    return x * x * x * x;
  }

  void save(ByteWriter out) {
    out.real(temperature).real(lightBefore);
  }

  void load(ByteReader in) {
    temperature = in.finite();
    lightBefore = in.finite();
  }
}
