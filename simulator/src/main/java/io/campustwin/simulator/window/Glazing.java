package io.campustwin.simulator.window;

import java.util.List;

/**
 * Solar optics of panes one behind the other, over the angle of incidence: what passes into the room and what each pane
 * takes up, reflections between the panes counted without end. The two polarisations go through the panes apart, since the
 * first pane changes what the second one meets (Duffie and Beckman, chapter 5). Computed once at {@value #STEPS} cosines and then drawn
 * straight between them. Light that comes evenly from a half space is the mean over its directions.
 */
public final class Glazing {
  private static final int STEPS = 200;
  private final int panes;
  /** Row 0: transmittance; row k: absorptance of pane k, outermost first. */
  private final double[][] table;

  private final double[] even;

  /** @param panes from outside to inside */
  public Glazing(List<Pane> panes) {
    this.panes = panes.size();
    table = new double[this.panes + 1][STEPS + 1];
    even = new double[this.panes + 1];
    for (int i = 0; i <= STEPS; i++) {
      double[] one = through(panes, i / (double) STEPS, 0);
      double[] other = through(panes, i / (double) STEPS, 1);
      for (int row = 0; row < one.length; row++) {
        table[row][i] = (one[row] + other[row]) / 2;
      }
    }
    for (int row = 0; row < even.length; row++) {
      even[row] = mean(table[row]);
    }
  }

  /** Two panes of 3 mm clear glass, as in ASHRAE 140 case 600. */
  public static Glazing doubleClear() {
    Pane pane = Pane.clear(0.834, 0.075);
    return new Glazing(List.of(pane, pane));
  }

  public int panes() {
    return panes;
  }

  /** Share of a beam that passes; {@code cosine} of its angle of incidence. */
  public double transmittance(double cosine) {
    return between(table[0], cosine);
  }

  /** Share of even light that passes. */
  public double evenTransmittance() {
    return even[0];
  }

  /** Share of a beam that a pane takes up; panes count from 0 outside. */
  public double absorptance(int pane, double cosine) {
    return between(table[pane + 1], cosine);
  }

  /** Share of even light that a pane takes up. */
  public double evenAbsorptance(int pane) {
    return even[pane + 1];
  }

  private static double between(double[] row, double cosine) {
    double x = Math.max(0, Math.min(1, cosine)) * STEPS;
    int left = Math.min(STEPS - 1, (int) x);
    return row[left] + (x - left) * (row[left + 1] - row[left]);
  }

  /** Mean over a half space, weighted with the cosine. */
  private static double mean(double[] row) {
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      sum += (row[i] + row[i + 1]) / 2 * (2 * i + 1);
    }
    return sum / ((double) STEPS * STEPS);
  }

  private static double[] through(List<Pane> panes, double cosine, int polarisation) {
    int n = panes.size();
    double[][] pane = new double[n][];
    double[] behind = new double[n + 1];
    for (int k = n - 1; k >= 0; k--) {
      pane[k] = panes.get(k).at(cosine, polarisation);
      double[] p = pane[k];
      behind[k] = p[1] + p[0] * p[0] * behind[k + 1] / (1 - p[2] * behind[k + 1]);
    }
    double[] shares = new double[n + 1];
    double arriving = 1;
    for (int k = 0; k < n; k++) {
      double[] p = pane[k];
      double leaving = arriving * p[0] / (1 - p[2] * behind[k + 1]);
      shares[k + 1] = arriving * (1 - p[0] - p[1]) + leaving * behind[k + 1] * (1 - p[0] - p[2]);
      arriving = leaving;
    }
    shares[0] = arriving;
    return shares;
  }
}
