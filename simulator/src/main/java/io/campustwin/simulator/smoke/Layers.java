package io.campustwin.simulator.smoke;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/**
 * Two layers a room in columns. The lower one is air as it is outside; the upper one carries heat and what the fire
 * made. Masses in kg; heat as mass times temperature, kg K, so that the volume of a layer is its heat over a constant.
 */
final class Layers {
  static final int SOOT = 0;
  static final int CO = 1;
  static final int CO2 = 2;

  /** Oxygen that burnt. */
  static final int SPENT = 3;

  static final int KINDS = 4;

  private static final double NOTHING = 1e-6;

  final Chamber[] rooms;
  final double air;
  final double[] upper;
  final double[] heat;
  final double[] lower;
  final double[][] load;

  /**
   * @param air temperature everywhere at the start and outside, K
   */
  Layers(Chamber[] rooms, double air) {
    this.rooms = rooms;
    this.air = air;
    upper = new double[rooms.length];
    heat = new double[rooms.length];
    lower = new double[rooms.length];
    load = new double[KINDS][rooms.length];
    for (int i = 0; i < rooms.length; i++) {
      lower[i] = Air.density(air) * rooms[i].volume();
    }
  }

  boolean hasSmoke(int i) {
    return upper[i] > NOTHING;
  }

  /** Height of the lower edge of the upper layer above the datum, m; far above everything outside. */
  double edge(int i) {
    if (i == Opening.OUTSIDE) {
      return 1e9;
    }
    double deep = heat[i] / Air.DENSE / rooms[i].area();
    return rooms[i].ceiling() - Math.min(rooms[i].height(), deep);
  }

  /** K. */
  double upperKelvin(int i) {
    return hasSmoke(i) ? heat[i] / upper[i] : air;
  }

  /** By how much smoke is lighter than air, Pa/m. */
  double lift(int i) {
    return i == Opening.OUTSIDE || !hasSmoke(i)
        ? 0
        : (Air.density(air) - Air.density(upperKelvin(i))) * Air.G;
  }

  /** What the gas of a room falls short of filling it, kg K. */
  double shortfall(int i) {
    return Air.DENSE * rooms[i].volume() - heat[i] - lower[i] * air;
  }

  /** Share of a kind in the upper layer by mass. */
  double share(int kind, int i) {
    return hasSmoke(i) ? load[kind][i] / upper[i] : 0;
  }

  Gas gas(int i) {
    if (!hasSmoke(i)) {
      return Gas.clean(air);
    }
    double kelvin = upperKelvin(i);
    double fresh = Gas.clean(air).oxygen();
    double spent = share(SPENT, i) * Air.MOLAR / Air.MOLAR_O2 * 100;
    return new Gas(
        kelvin,
        Tenability.EXTINCTION * share(SOOT, i) * Air.density(kelvin),
        share(CO, i) * Air.MOLAR / Air.MOLAR_CO * 1e6,
        share(CO2, i) * Air.MOLAR / Air.MOLAR_CO2 * 100,
        Math.max(0, fresh - spent));
  }

  double mass() {
    double sum = 0;
    for (int i = 0; i < rooms.length; i++) {
      sum += upper[i] + lower[i];
    }
    return sum;
  }

  double warmth() {
    double sum = 0;
    for (int i = 0; i < rooms.length; i++) {
      sum += heat[i] + lower[i] * air;
    }
    return sum;
  }

  double sum(int kind) {
    double sum = 0;
    for (double kilograms : load[kind]) {
      sum += kilograms;
    }
    return sum;
  }

  void save(ByteWriter out) {
    for (int i = 0; i < rooms.length; i++) {
      out.real(upper[i]).real(heat[i]).real(lower[i]);
      for (double[] column : load) {
        out.real(column[i]);
      }
    }
  }

  void load(ByteReader in) {
    for (int i = 0; i < rooms.length; i++) {
      upper[i] = in.finite();
      heat[i] = in.finite();
      lower[i] = in.finite();
      for (double[] column : load) {
        column[i] = in.finite();
      }
    }
  }
}
