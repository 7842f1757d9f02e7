package io.campustwin.simulator.validate.sky;

import io.campustwin.simulator.energy.Inverter;
import io.campustwin.simulator.energy.Photovoltaics;
import io.campustwin.simulator.weather.Place;
import io.campustwin.simulator.weather.Plane;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.SunTrack;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A year of PVWatts output with its inputs: rows of month, day, hour, direct normal, diffuse, air temperature, wind, light
 * on the modules, cell temperature, DC and AC power. The file names no year; 2019, without 29 February, is taken.
 */
record PvWattsYear(List<double[]> rows) {
  private static final int HEADER = 18;
  private static final int HOURS = 8760;
  private static final long START = 1_546_300_800L + 7 * 3600;
  private static final Place PLACE = new Place(39.73, -105.18, -7, 1819.6);
  private static final Plane PLANE = Plane.ofDegrees(20, 180);

  /**
   * Sums of a year and how far single hours are off.
   *
   * @param light kWh/m²
   * @param direct kWh
   * @param alternating kWh
   * @param lightError root mean square over the hours with light, W/m²
   * @param cellError K
   * @param alternatingError W
   */
  record Totals(
      double light,
      double direct,
      double alternating,
      double lightError,
      double cellError,
      double alternatingError) {}

  static PvWattsYear read(String mounting) {
    String name = "/validation/pvwatts-denver-" + mounting + ".csv.gz";
    try (InputStream in = Objects.requireNonNull(PvWattsYear.class.getResourceAsStream(name));
        BufferedReader text = new BufferedReader(
            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
      return new PvWattsYear(
          text.lines().skip(HEADER).limit(HOURS).map(PvWattsYear::row).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] row(String line) {
    String[] cells = line.split(",");
    double[] row = new double[11];
    for (int i = 0; i < row.length; i++) {
      row[i] = Double.parseDouble(cells[i]);
    }
    return row;
  }

  /** Our chain over the inputs of the file. */
  Totals run(double nominal) {
    Inverter inverter = new Inverter(4000 / 1.2, 0.96);
    Photovoltaics field =
        new Photovoltaics(new Photovoltaics.Spec(4000, PLANE, nominal, 0.1408, inverter));
    SunTrack track = new SunTrack(PLACE);
    double[] sums = new double[7];
    for (int hour = 0; hour < rows.size(); hour++) {
      double[] row = rows.get(hour);
      Sky sky = Sky.perez(track.during(START + 3600L * hour, 3600), row[3], row[4]);
      add(sums, row, field.step(sky, row[5], row[6], 3600));
    }
    double lit = sums[6];
    return new Totals(
        sums[0] / 1000,
        sums[1] / 1000,
        sums[2] / 1000,
        Math.sqrt(sums[3] / lit),
        Math.sqrt(sums[4] / lit),
        Math.sqrt(sums[5] / lit));
  }

  private static void add(double[] sums, double[] row, Photovoltaics.Output ours) {
    sums[0] += ours.light();
    sums[1] += ours.direct();
    sums[2] += ours.alternating();
    if (row[7] > 0) {
      sums[3] += square(ours.light() - row[7]);
      sums[4] += square(ours.cell() - row[8]);
      sums[5] += square(ours.alternating() - row[10]);
      sums[6]++;
    }
  }

  private static double square(double x) {
    return x * x;
  }
}
