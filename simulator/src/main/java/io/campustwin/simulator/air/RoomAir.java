package io.campustwin.simulator.air;

import org.apache.commons.math3.util.FastMath;

/** Well-mixed room air. Every balance is solved exactly over a step with constant flows. */
public final class RoomAir {
  /** Mean of boys and girls of 11 to 16 years at 1.2 met, L/s a person (Persily and de Jonge 2017). */
  public static final double CO2_PER_PERSON = 0.0038;
  /** Outdoor carbon dioxide, ppm. */
  public static final double CO2_OUTDOOR = 420;
  /** Moisture of a seated person, g/s (about 50 g/h). */
  public static final double MOISTURE_PER_PERSON = 50.0 / 3600;

  private RoomAir() {}

  /**
   * Concentration after {@code seconds}: {@code V dC/dt = G + Q (Cin - C) - k V C}.
   *
   * @param mix air flow Q (m³/s), volume V (m³) and first-order loss k (1/s)
   * @param source amount G a second, in concentration times m³/s
   */
  public static double step(Mix mix, double before, double source, double seconds) {
    double rate = mix.flow() / mix.volume() + mix.loss();
    double supply = source / mix.volume() + mix.flow() / mix.volume() * mix.incoming();
    if (rate <= 0) {
      return before + supply * seconds;
    }
    double steady = supply / rate;
    return steady + (before - steady) * FastMath.exp(-rate * seconds);
  }

  /** Share of a difference to the steady state that is left after {@code seconds}; what many balances of one air flow share. */
  public static double fade(double flow, double volume, double seconds) {
    return FastMath.exp(-(flow / volume) * seconds);
  }

  /**
   * What {@link #step} gives without first-order loss.
   *
   * @param fade as {@link #fade} gave it for the flow and the volume of the mix
   */
  public static double faded(Mix mix, double before, double source, double fade) {
    if (mix.flow() <= 0) {
      throw new IllegalArgumentException("no flow of air to fade with");
    }
    double supply = source / mix.volume() + mix.flow() / mix.volume() * mix.incoming();
    double steady = supply / (mix.flow() / mix.volume());
    return steady + (before - steady) * fade;
  }

  /** Air exchange of one room: flow m³/s of air of concentration {@code incoming}, volume m³, loss 1/s. */
  public record Mix(double flow, double incoming, double volume, double loss) {}

  /** Carbon dioxide after a step, ppm; {@code litres} L/s from people. */
  public static double co2(
      double before, double litres, double flow, double volume, double seconds) {
    return step(new Mix(flow, CO2_OUTDOOR, volume, 0), before, litres * 1000, seconds);
  }

  /** Mean concentration over the step that {@link #step} makes: what the outgoing air carried, for balances. */
  public static double mean(Mix mix, double before, double source, double seconds) {
    double rate = mix.flow() / mix.volume() + mix.loss();
    double supply = source / mix.volume() + mix.flow() / mix.volume() * mix.incoming();
    if (rate <= 0) {
      return before + supply * seconds / 2;
    }
    double steady = supply / rate;
    return steady - (before - steady) * FastMath.expm1(-rate * seconds) / (rate * seconds);
  }
}
