package io.campustwin.simulator.envelope;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.util.FastMath;

/**
 * Heat conduction through a layered wall of 1 m² as a few independent modes.
 *
 * <p>Each layer is cut into finite volumes; with the two face temperatures as inputs the chain {@code C dT/dt = -K T +
 * G u} is symmetric, so its eigenvectors give modes {@code dx/dt = -rate x + out u_out + in u_in}, each solved exactly
 *  over a step of any length with the mean face temperatures held. Modes that fade within half an hour are
 * drawn together into one for each face that has their second and third moments (the heat they hold and how late they
 * are; modal reduction with moment matching, as in A. Antoulas, Approximation of Large-Scale Dynamical Systems, 2005). The
 * steady flow stays exact, and flows, states and stored heat of the modes that remain balance to rounding.
 */
public final class Conduction {
  /** Of what holds no heat. */
  public static final Conduction NONE = new Conduction(List.of(), 0);

  /** Modes that fade slower than this are kept one by one. */
  private static final double SLOW_SECONDS = 1800;

  private static final double CELL_SECONDS = 300;

  /** Modes, slowest first: rate in 1/s, inputs in sqrt(W)-like units that only have to agree with each other. */
  final double[] rate;

  final double[] out;
  final double[] in;
  /** Face to face, W/(m²K); 0 if the outer face passes no heat. */
  final double through;

  private record Mode(double rate, double out, double in) {}

  private Conduction(List<Mode> modes, double through) {
    rate = modes.stream().mapToDouble(Mode::rate).toArray();
    out = modes.stream().mapToDouble(Mode::out).toArray();
    in = modes.stream().mapToDouble(Mode::in).toArray();
    this.through = through;
  }

  /** The wall between two faces, or with its outer face insulated. */
  public static Conduction of(Construction wall, boolean insulated) {
    Chain chain = new Chain(wall.layers());
    double through = insulated ? 0 : wall.conductance();
    if (chain.size() == 0) {
      return new Conduction(List.of(), through);
    }
    return new Conduction(reduce(modes(chain, insulated)), through);
  }

  /** Number of modes. */
  public int size() {
    return rate.length;
  }

  private static List<Mode> modes(Chain chain, boolean insulated) {
    int n = chain.size();
    double first = insulated ? 0 : chain.link(0);
    double last = chain.link(n);
    double[][] matrix = new double[n][n];
    for (int j = 0; j < n; j++) {
      double left = j == 0 ? first : chain.link(j);
      matrix[j][j] = (left + chain.link(j + 1)) / chain.capacity(j);
      if (j > 0) {
        double side = -chain.link(j) / Math.sqrt(chain.capacity(j) * chain.capacity(j - 1));
        matrix[j][j - 1] = side;
        matrix[j - 1][j] = side;
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(matrix, false));
    List<Mode> modes = new ArrayList<>();
    for (int k = 0; k < n; k++) {
      double atOut = eigen.getEigenvector(k).getEntry(0) / Math.sqrt(chain.capacity(0));
      double atIn = eigen.getEigenvector(k).getEntry(n - 1) / Math.sqrt(chain.capacity(n - 1));
      modes.add(new Mode(eigen.getRealEigenvalue(k), first * atOut, last * atIn));
    }
    modes.sort(Comparator.comparingDouble(Mode::rate));
    return modes;
  }

  /** Slow modes as they are, the fast ones as one for each face. */
  private static List<Mode> reduce(List<Mode> modes) {
    List<Mode> kept = new ArrayList<>();
    List<Mode> fast = new ArrayList<>();
    for (Mode mode : modes) {
      (mode.rate * SLOW_SECONDS < 1 ? kept : fast).add(mode);
    }
    double atOut = lumpRate(fast, Mode::out);
    if (atOut > 0) {
      kept.add(new Mode(atOut, atOut * Math.sqrt(moment(fast, Mode::out, 2)), 0));
    }
    double atIn = lumpRate(fast, Mode::in);
    if (atIn > 0) {
      kept.add(new Mode(atIn, 0, atIn * Math.sqrt(moment(fast, Mode::in, 2))));
    }
    return kept;
  }

  private static double lumpRate(List<Mode> modes, ToDoubleFunction<Mode> face) {
    double second = moment(modes, face, 2);
    return second > 0 ? second / moment(modes, face, 3) : 0;
  }

  /** Sum of the squared inputs of a face over powers of the rates. */
  private static double moment(List<Mode> modes, ToDoubleFunction<Mode> face, int power) {
    double sum = 0;
    for (Mode mode : modes) {
      double input = face.applyAsDouble(mode);
      sum +=
          input * input / (power == 2 ? mode.rate * mode.rate : mode.rate * mode.rate * mode.rate);
    }
    return sum;
  }

  /** The finite volumes: {@code link(j)} lies before cell {@code j}, the last one behind the last cell. */
  private static final class Chain {
    private final List<Double> capacities = new ArrayList<>();
    private final List<Double> links = new ArrayList<>();
    private double resistance;

    Chain(List<Layer> layers) {
      for (Layer layer : layers) {
        if (layer.capacity() > 0) {
          cut(layer);
        } else {
          resistance += layer.resistance();
        }
      }
      links.add(1 / Math.max(resistance, 1e-9));
    }

    private void cut(Layer layer) {
      double diffusivity = layer.conductivity() / layer.density() / layer.specificHeat();
      double length = FastMath.sqrt(diffusivity * CELL_SECONDS);
      int cells = (int) Math.max(3, Math.min(20, FastMath.ceil(layer.thickness() / length) + 2));
      for (int i = 0; i < cells; i++) {
        resistance += layer.resistance() / cells / 2;
        links.add(1 / resistance);
        capacities.add(layer.capacity() / cells);
        resistance = layer.resistance() / cells / 2;
      }
    }

    int size() {
      return capacities.size();
    }

    double capacity(int cell) {
      return capacities.get(cell);
    }

    double link(int cell) {
      return links.get(cell);
    }
  }
}
