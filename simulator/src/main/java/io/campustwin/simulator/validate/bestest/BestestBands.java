package io.campustwin.simulator.validate.bestest;

import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Finding.Measured;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was published for each case and metric: for annual loads the acceptance limits, for all else the least and the
 * greatest of six programs (BSIMAC, CSE, DeST, EnergyPlus, ESP-r, TRNSYS), peaks widened by a tenth and free-floating
 * temperatures by 1 K. Source: ASHRAE 140-2020 results (Denver 725650 TMY3).
 */
final class BestestBands {
  private static final String LIMITS = "ASHRAE 140-2020 acceptance limits";
  private static final String PROGRAMS = "ASHRAE 140-2020, six programs";
  private static final Map<String, double[]> BANDS = new LinkedHashMap<>();

  /** Case, then least and greatest of heating and cooling in MWh. */
  private static final String ANNUAL = """
      600 3.75 4.98 5.00 6.83
      610 3.61 5.27 2.74 6.03
      620 3.67 5.38 2.76 5.19
      900 1.04 2.28 2.35 2.60
      920 2.55 4.20 2.43 3.08
      """;

  /** Case, then least and greatest peak of heating and cooling in kW. */
  private static final String PEAKS = """
      600 3.020 3.359 5.422 6.481
      610 3.021 3.360 5.331 6.432
      620 3.038 3.385 3.955 4.797
      900 2.443 2.778 2.556 3.376
      920 2.512 2.895 2.710 3.481
      """;

  /** Case, then least and greatest of maximum, minimum and mean in °C. */
  private static final String FREE = """
      600FF 62.4 68.4 -13.8 -9.9 24.3 26.1
      900FF 43.3 46.0 0.6 2.2 24.5 25.7
      650FF 61.1 66.8 -17.8 -16.7 17.6 18.9
      """;

  /** Case, metric, least and greatest. */
  private static final String LIGHT = """
      600 transmittedSolar 804 826
      610 transmittedSolar 631 665
      620 transmittedSolar 569 624
      630 transmittedSolar 390 446
      600 transmissivity 0.587 0.627
      610 overhangCoefficient 0.176 0.224
      """;

  static {
    ANNUAL.lines().map(line -> line.split(" ")).forEach(row -> {
      put(row, "annualHeating", 1, 0, 0);
      put(row, "annualCooling", 3, 0, 0);
    });
    PEAKS.lines().map(line -> line.split(" ")).forEach(row -> {
      put(row, "peakHeating", 1, 0.1, 0);
      put(row, "peakCooling", 3, 0.1, 0);
    });
    FREE.lines().map(line -> line.split(" ")).forEach(row -> {
      put(row, "maxTemperature", 1, 0, 1);
      put(row, "minTemperature", 3, 0, 1);
      put(row, "meanTemperature", 5, 0, 1);
    });
    LIGHT.lines().map(line -> line.split(" ")).forEach(row -> put(row, row[1], 2, 0, 0));
  }

  private BestestBands() {}

  /** A figure of ours beside what was published, information if nothing was. */
  static Finding judge(String test, Measured measured) {
    boolean annual = measured.metric().startsWith("annual");
    String source = annual ? LIMITS : PROGRAMS;
    double[] band = BANDS.get(test + " " + measured.metric());
    return band == null
        ? Finding.info(test, measured, "")
        : Finding.within(test, measured, band[0], band[1], source);
  }

  private static void put(String[] row, String metric, int at, double share, double kelvin) {
    double least = Double.parseDouble(row[at]);
    double greatest = Double.parseDouble(row[at + 1]);
    double[] band = {least * (1 - share) - kelvin, greatest * (1 + share) + kelvin};
    BANDS.put(row[0] + " " + metric, band);
  }
}
