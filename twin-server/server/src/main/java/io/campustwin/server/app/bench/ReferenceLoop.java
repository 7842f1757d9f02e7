package io.campustwin.server.app.bench;

import org.apache.commons.math3.util.FastMath;

/** The simple hourly model of ISO 13790 (5R1C) as a bare loop over arrays, with an ideal plant: what speed is measured against. */
final class ReferenceLoop {
  private static final double STEP = 900;
  private final double[] window;
  private final double[] mass;
  private final double[] surfaceMass;
  private final double[] airSurface;
  private final double[] capacity;
  private final double[] state;
  private final double[] plant;

  ReferenceLoop(int rooms) {
    window = new double[rooms];
    mass = new double[rooms];
    surfaceMass = new double[rooms];
    airSurface = new double[rooms];
    capacity = new double[rooms];
    state = new double[rooms];
    plant = new double[rooms];
    for (int r = 0; r < rooms; r++) {
      double floor = 40 + r % 40;
      window[r] = 2.6 * floor * 0.2;
      mass[r] = 0.6 * floor * 0.3;
      surfaceMass[r] = 9.1 * 2.5 * floor;
      airSurface[r] = 3.45 * 4.5 * floor;
      capacity[r] = 165_000 * floor;
      state[r] = 20;
    }
  }

  /** One step of all rooms. */
  double step(double outdoor, double sun, double heatTo, double coolTo) {
    double sum = 0;
    for (int r = 0; r < state.length; r++) {
      double air = 40;
      double h1 = 1 / (1 / air + 1 / airSurface[r]);
      double h2 = h1 + window[r];
      double h3 = 1 / (1 / h2 + 1 / surfaceMass[r]);
      double free = air(r, outdoor, sun, 0, h1);
      double set = free < heatTo ? heatTo : Math.min(free, coolTo);
      double slope = (air(r, outdoor, sun, 1000, h1) - free) / 1000;
      double need = (set - free) / slope;
      double supplied = outdoor + need / air;
      double toSurface = 0.5 * sun + window[r] * outdoor + h1 * supplied;
      double steady = (0.5 * sun + mass[r] * outdoor + h3 * toSurface / h2) / (h3 + mass[r]);
      double fade = FastMath.exp(-(h3 + mass[r]) * STEP / capacity[r]);
      state[r] = steady + (state[r] - steady) * fade;
      plant[r] = need;
      sum += need;
    }
    return sum;
  }

  private double air(int r, double outdoor, double sun, double heat, double h1) {
    double air = 40;
    double supplied = outdoor + heat / air;
    double surface = (surfaceMass[r] * state[r] + 0.5 * sun + window[r] * outdoor + h1 * supplied)
        / (surfaceMass[r] + window[r] + h1);
    return (airSurface[r] * surface + air * outdoor + heat) / (airSurface[r] + air);
  }
}
