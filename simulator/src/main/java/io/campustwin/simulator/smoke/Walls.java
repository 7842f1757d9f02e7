package io.campustwin.simulator.smoke;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import org.apache.commons.math3.util.FastMath;

/**
 * Heat that smoke gives to ceiling and walls: convection at 5 W/(m² K) and radiation 4 ε σ T³ (ISO 6946, heat upward)
 * in line with a half-infinite wall of concrete, √(kρc/t) (McCaffrey, Quintiere and Harkleroad 1981; kρc of concrete
 * 2.0 kW² s/(m⁴ K²), Quintiere), whose time runs while the room has smoke.
 */
final class Walls {
  private static final double CONVECTION = 5;
  private static final double EMISSIVITY = 0.9;
  private static final double STEFAN = 5.670374e-8;
  private static final double INERTIA = 2.0e6;

  private final Layers layers;
  private final boolean cold;
  private final double[] wetted;
  final double[] warmth;

  /**
   * @param cold false if walls are as warm as the smoke and take no heat
   */
  Walls(Layers layers, boolean cold) {
    this.layers = layers;
    this.cold = cold;
    wetted = new double[layers.rooms.length];
    warmth = new double[layers.rooms.length];
  }

  /** What each room loses over the next step, kg K/s; exact for a layer left to itself. */
  void reckon(double seconds) {
    for (int i = 0; i < warmth.length; i++) {
      double hot = layers.heat[i] - layers.upper[i] * layers.air;
      if (!cold || !layers.hasSmoke(i) || hot <= 0) {
        warmth[i] = 0;
        continue;
      }
      wetted[i] += seconds;
      double rate = conductance(i) * contact(i) / (Air.CP * layers.upper[i]);
      warmth[i] = hot * (1 - FastMath.exp(-rate * seconds)) / seconds;
    }
  }

  private double conductance(int i) {
    double mean = (layers.upperKelvin(i) + layers.air) / 2;
    double film = CONVECTION + 4 * EMISSIVITY * STEFAN * mean * mean * mean;
    return 1 / (1 / film + FastMath.sqrt(wetted[i] / INERTIA));
  }

  private double contact(int i) {
    Chamber room = layers.rooms[i];
    double deep = room.ceiling() - layers.edge(i);
    return room.area() + room.perimeter() * deep;
  }

  void apply(double seconds, Books books) {
    for (int i = 0; i < warmth.length; i++) {
      layers.heat[i] -= warmth[i] * seconds;
      books.warmthIn -= warmth[i] * seconds;
    }
  }

  void save(ByteWriter out) {
    for (double time : wetted) {
      out.real(time);
    }
  }

  void load(ByteReader in) {
    for (int i = 0; i < wetted.length; i++) {
      wetted[i] = in.finite();
    }
  }
}
