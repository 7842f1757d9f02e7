package io.campustwin.simulator.boptest;

import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * BOPTEST's core indicators since the start of a test, warm-up left out (its design document, "Core KPI Specification and
 * Calculation"; version 0.9.0): integrals by the trapezoidal rule over what was recorded, limits and prices taken at the
 * same moments, peaks as means of quarters of an hour. A kWh is exactly 3.6 MJ, where BOPTEST's program multiplies by
 * 2.77778e-7 (8e-7 more).
 *
 * @param tdis thermal discomfort, K h/zone
 * @param idis air quality discomfort, ppm h/zone
 * @param ener energy of HVAC, kWh/m²
 * @param cost yuan/m²
 * @param emis kg CO2/m²
 * @param pele peak of electricity, kW/m²; null without any
 * @param pdih peak of bought heat, kW/m²; null without any
 */
public record Kpis(
    double tdis,
    double idis,
    double ener,
    double cost,
    double emis,
    @Nullable Double pele,
    @Nullable Double pdih) {
  private static final double HOUR = 3600;
  private static final double KWH = 3.6e6;

  /** What {@link #of} looks at. */
  private record Window(TestCase test, History history, int from, double[] times) {
    double[] values(String name) {
      return history.values(name, from, history.size());
    }

    double[] at(LongToDoubleFunction course) {
      double[] out = new double[times.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = course.applyAsDouble((long) times[i]);
      }
      return out;
    }

    double[] at(String course) {
      return at(test.boundary().get(course));
    }
  }

  /**
   * From the moments not before {@code start}.
   *
   * @param price name of the price of electricity, see {@link Boundary}
   */
  public static Kpis of(TestCase test, History history, double start, String price) {
    int from = history.from(start);
    Window window = new Window(test, history, from, history.times(from, history.size()));
    double area = test.area();
    return new Kpis(
        discomfort(window),
        stuffiness(window),
        energy(window, null, null) / area,
        energy(window, price, "PriceDistrictHeatingPower") / area,
        energy(window, "EmissionsElectricPower", "EmissionsDistrictHeatingPower") / area,
        peak(window, test.electricPower()),
        peak(window, test.districtHeat()));
  }

  private static double discomfort(Window window) {
    double sum = 0;
    for (Zone zone : window.test.zones()) {
      double[] air = window.values(zone.temperature());
      double[] low = window.at("LowerSetp[" + zone.id() + "]");
      double[] high = window.at("UpperSetp[" + zone.id() + "]");
      sum += above(window, low, air) + above(window, air, high);
    }
    return mean(sum, window);
  }

  private static double stuffiness(Window window) {
    double sum = 0;
    for (Zone zone : window.test.zones()) {
      double[] most = window.at("UpperCO2[" + zone.id() + "]");
      sum += above(window, window.values(zone.co2()), most);
    }
    return mean(sum, window);
  }

  private static double mean(double sum, Window window) {
    return window.test.zones().isEmpty() ? 0 : sum / window.test.zones().size();
  }

  /** Hours times what the first is above the second. */
  private static double above(Window window, double[] first, double[] second) {
    double[] over = new double[first.length];
    for (int i = 0; i < over.length; i++) {
      over[i] = Math.max(0, first[i] - second[i]);
    }
    return Integrals.trapezoid(window.times, over) / HOUR;
  }

  /** kWh of all powers, each weighed with its course; a null course weighs 1. */
  private static double energy(Window window, @Nullable String electric, @Nullable String heat) {
    return weighed(window, window.test.electricPower(), electric)
        + weighed(window, window.test.districtHeat(), heat);
  }

  private static double weighed(Window window, List<String> powers, @Nullable String course) {
    double[] weight = window.at(course == null ? t -> 1 : window.test.boundary().get(course));
    double sum = 0;
    for (String power : powers) {
      double[] values = window.values(power);
      for (int i = 0; i < values.length; i++) {
        values[i] *= weight[i];
      }
      sum += Integrals.trapezoid(window.times, values) / KWH;
    }
    return sum;
  }

  private static @Nullable Double peak(Window window, List<String> powers) {
    if (powers.isEmpty() || window.times.length == 0) {
      return null;
    }
    double[] sum = new double[window.times.length];
    for (String power : powers) {
      double[] values = window.values(power);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += values[i];
      }
    }
    return Integrals.peak(window.times, sum) / 1000 / window.test.area();
  }
}
