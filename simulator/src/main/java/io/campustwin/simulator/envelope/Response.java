package io.campustwin.simulator.envelope;

import org.apache.commons.math3.util.FastMath;

/**
 * What a wall of 1 m² does within one step of a given length: mean flow into each face {@code q_out = outer u_out -
 * cross u_in - sum(pastOut x)}, {@code q_in = inner u_in - cross u_out - sum(pastIn x)} in W/m² with the mean face
 * temperatures u, and states after it {@code x' = fade x + gainOut u_out + gainIn u_in}.
 */
public final class Response {
  /** Columns a mode takes in {@link #columns}: pastOut, pastIn, fade, gainOut, gainIn. */
  public static final int WIDTH = 5;

  public final double outer;
  public final double cross;
  public final double inner;
  public final double[] columns;
  /** Heat stored per unit of each state, J/m². */
  public final double[] stored;

  private Response(Conduction wall, double seconds) {
    int n = wall.size();
    columns = new double[n * WIDTH];
    stored = new double[n];
    double sumOut = wall.through;
    double sumCross = wall.through;
    double sumIn = wall.through;
    for (int k = 0; k < n; k++) {
      double rate = wall.rate[k];
      double out = wall.out[k];
      double in = wall.in[k];
      double gone = -FastMath.expm1(-rate * seconds);
      double mean = gone / (rate * seconds);
      sumOut += out * out / rate * mean;
      sumCross -= out * in / rate * mean;
      sumIn += in * in / rate * mean;
      put(k, out * mean, in * mean, gone / rate, wall);
      stored[k] = (out + in) / rate;
      columns[k * WIDTH + 2] = 1 - gone;
    }
    outer = sumOut;
    cross = sumCross;
    inner = sumIn;
  }

  /** Of a wall, for steps of so many seconds. */
  public static Response of(Conduction wall, double seconds) {
    return new Response(wall, seconds);
  }

  private void put(int k, double pastOut, double pastIn, double gain, Conduction wall) {
    int at = k * WIDTH;
    columns[at] = pastOut;
    columns[at + 1] = pastIn;
    columns[at + 3] = gain * wall.out[k];
    columns[at + 4] = gain * wall.in[k];
  }
}
