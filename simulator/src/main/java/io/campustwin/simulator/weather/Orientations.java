package io.campustwin.simulator.weather;

import java.util.ArrayList;
import java.util.List;

/**
 * Irradiance on all ways in which surfaces of a campus face, computed once a step and shared: {@link #index} at the start,
 * {@link #update} each step, then the columns. Surfaces that face within a tenth of a degree share a row.
 */
public final class Orientations {
  private static final double FINE = 573;
  private final double albedo;
  private final List<Plane> planes = new ArrayList<>();
  private double[] cosine = {};
  private double[] direct = {};
  private double[] diffuse = {};
  private double[] ground = {};

  /** @param albedo reflectance of the ground */
  public Orientations(double albedo) {
    this.albedo = albedo;
  }

  /** Row of a way to face; asked for before the first step. */
  public int index(Plane plane) {
    for (int i = 0; i < planes.size(); i++) {
      if (isNear(planes.get(i), plane)) {
        return i;
      }
    }
    planes.add(plane);
    int size = planes.size();
    cosine = new double[size];
    direct = new double[size];
    diffuse = new double[size];
    ground = new double[size];
    return size - 1;
  }

  private static boolean isNear(Plane a, Plane b) {
    return Math.round(a.tilt() * FINE) == Math.round(b.tilt() * FINE)
        && Math.round(a.azimuth() * FINE) == Math.round(b.azimuth() * FINE);
  }

  public void update(Sky sky) {
    for (int i = 0; i < cosine.length; i++) {
      Irradiance on = sky.on(planes.get(i), albedo);
      cosine[i] = on.cosine();
      direct[i] = on.direct();
      diffuse[i] = on.diffuse();
      ground[i] = on.ground();
    }
  }

  public int size() {
    return planes.size();
  }

  public Plane plane(int row) {
    return planes.get(row);
  }

  /** Cosine of the beam's angle of incidence. */
  public double cosine(int row) {
    return cosine[row];
  }

  /** Beam with the sun's surroundings, W/m². */
  public double direct(int row) {
    return direct[row];
  }

  /** From the dome, W/m². */
  public double diffuse(int row) {
    return diffuse[row];
  }

  /** Reflected by the ground, W/m². */
  public double ground(int row) {
    return ground[row];
  }

  public double total(int row) {
    return direct[row] + diffuse[row] + ground[row];
  }
}
