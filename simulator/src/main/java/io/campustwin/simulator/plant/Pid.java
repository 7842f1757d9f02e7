package io.campustwin.simulator.plant;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * The controller of a valve: PID in the ISA form, output 0 to 1, after K. J. Åström and T. Hägglund, Advanced PID Control (ISA,
 * 2006), chapters 3.4 to 3.5. The rate acts on what is measured and is filtered with an eighth of its time; while the output
 * is at an end, the integral follows it back with the time constant {@code reset}, so that nothing winds up and the valve leaves
 * its end as soon as the need does. No allocation; a few ns a step.
 */
public final class Pid {
  private static final double FILTER = 8;
  private final Tuning tuning;
  private double integral;
  private double slow = Double.NaN;
  private double output;

  /**
   * @param gain opening for a lack of 1 K
   * @param reset integral time, s
   * @param rate derivative time, s; 0 for none
   */
  public record Tuning(double gain, double reset, double rate) {
    /** Room thermostats with a valve: a range of 4 K, a quarter of an hour. Rooms are slow, so they have no rate. */
    public static final Tuning ROOM = new Tuning(0.25, 900, 0);

    /** Supply air behind a coil: a range of 100 K, two minutes, 20 s of rate. */
    public static final Tuning AIR = new Tuning(0.01, 120, 20);

    public Tuning {
      if (!(gain > 0 && reset > 0 && rate >= 0)) {
        throw new IllegalArgumentException(
            "controller of gain " + gain + ", reset " + reset + " s and rate " + rate + " s");
      }
    }
  }

  public Pid(Tuning tuning) {
    this.tuning = tuning;
  }

  /**
   * One step of control; gives the opening.
   *
   * @param lack set point less measured in the direction in which opening helps, K
   */
  public double step(double lack, double seconds) {
    double raw = tuning.gain * (lack + rate(lack, seconds)) + integral;
    output = Math.max(0, Math.min(1, raw));
    double back = Math.min(1, seconds / tuning.reset) * (output - raw);
    integral += tuning.gain * lack * seconds / tuning.reset + back;
    return output;
  }

  /** Filtered change of the lack times the rate time; a set point that jumps shows in it as little as the filter lets through. */
  private double rate(double lack, double seconds) {
    if (tuning.rate == 0) {
      return 0;
    }
    double before = Double.isNaN(slow) ? lack : slow;
    double span = tuning.rate / FILTER;
    slow = before + (lack - before) * seconds / (span + seconds);
    return tuning.rate * (slow - before) / seconds;
  }

  /** Shuts the valve and forgets. */
  public void rest() {
    integral = 0;
    slow = Double.NaN;
    output = 0;
  }

  /** Opening after the last step, 0 to 1. */
  public double output() {
    return output;
  }

  public void save(ByteWriter out) {
    out.real(integral).real(slow).real(output);
  }

  public void load(ByteReader in) {
    integral = in.finite();
    slow = in.real();
    output = in.finite();
  }
}
