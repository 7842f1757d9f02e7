package io.campustwin.simulator.ephemeris;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.math3.util.FastMath;

/** The series of NREL/TP-560-34302, tables A4.2 (orbit) and A4.3 (nutation), read from a resource once. */
final class SpaTerms {
  private static final double[][][] LONGITUDE = orbit("L", 6);
  private static final double[][][] LATITUDE = orbit("B", 2);
  private static final double[][][] RADIUS = orbit("R", 5);
  private static final double[][] NUTATION = table("N");

  private SpaTerms() {}

  /** Heliocentric longitude of the earth, rad, {@code jme} Julian ephemeris millennia after 2000. */
  static double longitude(double jme) {
    return series(LONGITUDE, jme);
  }

  /** Heliocentric latitude of the earth, rad. */
  static double latitude(double jme) {
    return series(LATITUDE, jme);
  }

  /** Distance of the earth from the sun, au. */
  static double radius(double jme) {
    return series(RADIUS, jme);
  }

  /** Nutation in longitude and in obliquity, degrees; {@code jce} Julian ephemeris centuries after 2000. */
  static double[] nutation(double jce) {
    double[] x = fundamentals(jce);
    double psi = 0;
    double epsilon = 0;
    for (double[] row : NUTATION) {
      double degrees = 0;
      for (int i = 0; i < x.length; i++) {
        degrees += row[i] * x[i];
      }
      double angle = Math.toRadians(degrees);
      psi += (row[5] + row[6] * jce) * FastMath.sin(angle);
      epsilon += (row[7] + row[8] * jce) * FastMath.cos(angle);
    }
    return new double[] {psi / 36e6, epsilon / 36e6};
  }

  /** Elongation of the moon, anomalies of sun and moon, the moon's latitude argument and node; degrees. */
  private static double[] fundamentals(double t) {
    return new double[] {
      297.85036 + t * (445267.111480 + t * (-0.0019142 + t / 189474)),
      357.52772 + t * (35999.050340 + t * (-0.0001603 - t / 300000)),
      134.96298 + t * (477198.867398 + t * (0.0086972 + t / 56250)),
      93.27191 + t * (483202.017538 + t * (-0.0036825 + t / 327270)),
      125.04452 + t * (-1934.136261 + t * (0.0020708 + t / 450000))
    };
  }

  private static double series(double[][][] powers, double jme) {
    double sum = 0;
    double power = 1e-8;
    for (double[][] rows : powers) {
      for (double[] row : rows) {
        sum += power * row[0] * FastMath.cos(row[1] + row[2] * jme);
      }
      power *= jme;
    }
    return sum;
  }

  private static double[][][] orbit(String letter, int powers) {
    double[][][] all = new double[powers][][];
    for (int power = 0; power < powers; power++) {
      all[power] = table(letter + power);
    }
    return all;
  }

  private static double[][] table(String name) {
    List<double[]> rows = new ArrayList<>();
    try (InputStream in =
            Objects.requireNonNull(SpaTerms.class.getResourceAsStream("/weather/spa-terms.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
      lines
          .lines()
          .filter(line -> line.startsWith(name + " "))
          .forEach(line -> rows.add(row(line)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows.toArray(double[][]::new);
  }

  private static double[] row(String line) {
    return Stream.of(line.split(" ")).skip(1).mapToDouble(Double::parseDouble).toArray();
  }
}
