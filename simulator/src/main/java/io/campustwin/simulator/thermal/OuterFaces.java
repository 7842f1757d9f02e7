package io.campustwin.simulator.thermal;

import java.util.Arrays;

/**
 * Outer faces of a block: films of air and of long-wave radiation at the temperatures before the step, sunlight, and the
 * elimination of the face, which leaves {@code flow = yielding u - past} at the inner one. Each loop is short and over
 * columns of one index, so that the compiler does several faces at a time.
 */
final class OuterFaces {
  private final Faces faces;
  private final double[] light;
  private final Columns plan;
  private final HeatState state;

  /** @param light sunlight that passed the windows of each room, W */
  OuterFaces(Faces faces, double[] light, Columns plan, HeatState state) {
    this.faces = faces;
    this.light = light;
    this.plan = plan;
    this.state = state;
  }

  void solve(SheetTable table, Outdoors sky) {
    int from = plan.outer;
    int to = plan.size;
    Arrays.fill(faces.air, from, to, sky.air());
    for (Columns.Lot lot : plan.lots) {
      if (lot.kind() < Columns.WEATHER) {
        Arrays.fill(faces.yielding, lot.from(), lot.middle(), table.inner[lot.skin()]);
        Arrays.fill(faces.yielding, lot.middle(), lot.to(), table.outer[lot.skin()]);
      } else {
        surroundings(lot, sky);
        conductance(lot, table);
        Convection.factors(faces, state.outside, lot.outerUp(), lot.from(), lot.to());
      }
    }
    Convection.apart(faces, state.outside, from, to);
    moved(from, to);
    mixed(from, to);
    film(sky.air(), from, to);
    eliminate(from, to);
    pass(from, to);
  }

  private void surroundings(Columns.Lot lot, Outdoors sky) {
    switch (lot.kind()) {
      case Columns.WEATHER -> weather(lot, sky);
      case Columns.SHELTER -> {
        Arrays.fill(faces.around, lot.from(), lot.to(), sky.air());
        Arrays.fill(faces.forced, lot.from(), lot.to(), 0);
        Arrays.fill(faces.source, lot.from(), lot.to(), 0);
      }
      default -> window(lot, sky);
    }
  }

  private void weather(Columns.Lot lot, Outdoors sky) {
    for (int s = lot.from(); s < lot.to(); s++) {
      int f = plan.facade[s];
      faces.around[s] = sky.surroundings(f);
      faces.forced[s] = sky.wind(f);
      faces.source[s] = plan.absorptance[s] * sky.sunlight(f);
    }
  }

  private void window(Columns.Lot lot, Outdoors sky) {
    for (int s = lot.from(); s < lot.to(); s++) {
      int f = plan.facade[s];
      int a = plan.aperture[s];
      faces.around[s] = sky.surroundings(f);
      faces.forced[s] = sky.wind(f);
      faces.source[s] = sky.outer[a] + light[plan.room[s]] * plan.lightOut[s];
      state.past[s] = sky.inner[a];
    }
  }

  private void conductance(Columns.Lot lot, SheetTable table) {
    int k = lot.skin();
    if (lot.kind() != Columns.WINDOW) {
      Arrays.fill(faces.outer, lot.from(), lot.to(), table.outer[k]);
      Arrays.fill(faces.cross, lot.from(), lot.to(), table.cross[k]);
      Arrays.fill(faces.inner, lot.from(), lot.to(), table.inner[k]);
    } else if (table.gapRadiation[k] == 0) {
      Arrays.fill(faces.cross, lot.from(), lot.to(), 1 / table.glass[k]);
      pane(lot);
    } else {
      gap(table, k, lot.from(), lot.to());
      pane(lot);
    }
  }

  /** A window holds no heat: what goes in at one face comes out at the other. */
  private void pane(Columns.Lot lot) {
    System.arraycopy(faces.cross, lot.from(), faces.outer, lot.from(), lot.walls());
    System.arraycopy(faces.cross, lot.from(), faces.inner, lot.from(), lot.walls());
  }

  private void gap(SheetTable table, int k, int from, int to) {
    double[] outside = state.outside;
    double[] inside = state.inside;
    double[] cross = faces.cross;
    double still = table.gapStill[k];
    double slope = table.gapSlope[k];
    double emittance = table.gapRadiation[k];
    for (int s = from; s < to; s++) {
      cross[s] = still
          + slope * ((outside[s] + inside[s]) / 2)
          + emittance * Radiation.between(outside[s], inside[s]);
    }
    double glass = table.glass[k];
    for (int s = from; s < to; s++) {
      cross[s] = cross[s] / (1 + glass * cross[s]);
    }
  }

  /** Air moved by its own warmth. */
  private void moved(int from, int to) {
    double[] root = faces.root;
    double[] apart = faces.apart;
    double[] still = faces.still;
    double[] film = faces.film;
    for (int s = from; s < to; s++) {
      double cube = root[s] * root[s] * root[s];
      film[s] = still[s] * root[s] * (cube + 2 * apart[s]) / (2 * cube + apart[s]);
    }
  }

  /** And by wind. */
  private void mixed(int from, int to) {
    double[] film = faces.film;
    double[] forced = faces.forced;
    double[] roughness = plan.roughness;
    for (int s = from; s < to; s++) {
      film[s] = Convection.mixed(film[s], forced[s], roughness[s]);
    }
  }

  private void film(double air, int from, int to) {
    double[] film = faces.film;
    double[] source = faces.source;
    double[] around = faces.around;
    double[] outside = state.outside;
    double[] emittance = plan.emittance;
    for (int s = from; s < to; s++) {
      double radiated = emittance[s] * Radiation.between(outside[s], around[s]);
      source[s] = source[s] + film[s] * air + radiated * around[s];
      film[s] = film[s] + radiated;
    }
  }

  /** The outer face as {@code free + factor u_in}. */
  private void eliminate(int from, int to) {
    double[] film = faces.film;
    double[] source = faces.source;
    double[] outer = faces.outer;
    double[] free = faces.free;
    double[] factor = faces.factor;
    double[] cross = faces.cross;
    double[] pastOut = state.pastOut;
    for (int s = from; s < to; s++) {
      double over = 1 / (outer[s] + film[s]);
      free[s] = (source[s] + pastOut[s]) * over;
      factor[s] = cross[s] * over;
    }
  }

  /** Its share in the inner one. */
  private void pass(int from, int to) {
    double[] cross = faces.cross;
    double[] inner = faces.inner;
    double[] yielding = faces.yielding;
    double[] free = faces.free;
    double[] factor = faces.factor;
    double[] past = state.past;
    for (int s = from; s < to; s++) {
      past[s] += cross[s] * free[s];
      yielding[s] = inner[s] - cross[s] * factor[s];
    }
  }
}
