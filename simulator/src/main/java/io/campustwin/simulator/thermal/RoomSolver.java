package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Response;

/**
 * One step of one room: every surface is brought to the form {@code flow = yielding u - past} with its outer face
 * eliminated, the sum over surfaces leaves two equations (air, radiant node), the ideal plant follows from the first,
 * and the faces and modes from both. Coefficients of convection and radiation are those of the temperatures before the
 * step. One solver a thread; it allocates nothing.
 */
final class RoomSolver {
  private static final double PAID = 0.1;
  private final Columns plan;
  private final SheetTable table;
  private final HeatState state;
  private final double[] outSource;
  private final double[] outFactor;
  private final double[] outFilm;
  private final double[] source;
  private final double[] known;
  private final double[] toAir;
  private final double[] toRadiant;
  /** Weight of this part of a step in the means. */
  double weight = 1;

  private double yielding;
  private double past;
  private double pastOut;
  private double air;
  private double node;
  private double radiantFactor;
  private double light;
  private double airAir;
  private double airRadiant;
  private double radiantRadiant;
  private double airSource;
  private double radiantSource;
  private double gained;

  RoomSolver(Columns plan, SheetTable table, HeatState state) {
    this.plan = plan;
    this.table = table;
    this.state = state;
    int most = 0;
    for (int r = 0; r < plan.rooms; r++) {
      most = Math.max(most, plan.first[r + 1] - plan.first[r]);
    }
    outSource = new double[most];
    outFactor = new double[most];
    outFilm = new double[most];
    source = new double[most];
    known = new double[most];
    toAir = new double[most];
    toRadiant = new double[most];
  }

  void solve(int r, Outdoors sky, HeatInput input) {
    begin(r, sky);
    int from = plan.first[r];
    int to = plan.first[r + 1];
    for (int s = from; s < to; s++) {
      outerSide(s, s - from, sky);
      innerSide(s, s - from);
    }
    close(r, input);
    for (int s = from; s < to; s++) {
      settle(s, s - from);
    }
    state.gained[r] += (gained - state.gained[r]) * weight;
  }

  private void begin(int r, Outdoors sky) {
    air = state.air[r];
    node = state.radiant[r];
    radiantFactor = Radiation.between(node, node);
    airAir = 0;
    airRadiant = 0;
    radiantRadiant = 0;
    airSource = 0;
    radiantSource = 0;
    gained = 0;
    light = 0;
    for (int s = plan.first[r]; s < plan.first[r + 1]; s++) {
      if (plan.kind[s] == Columns.WINDOW) {
        light += plan.area[s] * sky.through[plan.aperture[s]];
      }
    }
  }

  private void outerSide(int s, int i, Outdoors sky) {
    switch (plan.kind[s]) {
      case Columns.INSULATED -> insulated(s);
      case Columns.WEATHER -> weather(s, i, sky);
      case Columns.WINDOW -> window(s, i, sky);
      case Columns.SHELTER -> shelter(s, i, sky);
      default -> next(s);
    }
  }

  private void insulated(int s) {
    int k = plan.skin[s];
    double sum = 0;
    int x = plan.state[s];
    int end = table.at[k] + table.modes[k] * Response.WIDTH;
    for (int c = table.at[k]; c < end; c += Response.WIDTH) {
      sum += table.columns[c + 1] * state.modes[x++];
    }
    yielding = table.inner[k];
    past = sum;
  }

  private void remember(int s, int k) {
    double in = 0;
    double out = 0;
    int x = plan.state[s];
    int end = table.at[k] + table.modes[k] * Response.WIDTH;
    for (int c = table.at[k]; c < end; c += Response.WIDTH) {
      double mode = state.modes[x++];
      out += table.columns[c] * mode;
      in += table.columns[c + 1] * mode;
    }
    past = in;
    pastOut = out;
  }

  private void weather(int s, int i, Outdoors sky) {
    int k = plan.skin[s];
    remember(s, k);
    int f = plan.facade[s];
    film(s, i, sky);
    outSource[i] += plan.absorptance[s] * sky.sunlight(f);
    eliminate(i, table.outer[k], table.cross[k], table.inner[k]);
  }

  private void window(int s, int i, Outdoors sky) {
    int k = plan.skin[s];
    int a = plan.aperture[s];
    double conductance = table.window(k, state.outside[s], state.inside[s]);
    past = sky.inner[a];
    pastOut = 0;
    gained += plan.area[s] * sky.inner[a];
    film(s, i, sky);
    outSource[i] += sky.outer[a] + light * plan.lightOut[s];
    eliminate(i, conductance, conductance, conductance);
  }

  /** Air moved by wind and by its own warmth, and long-wave surroundings. */
  private void film(int s, int i, Outdoors sky) {
    int f = plan.facade[s];
    double face = state.outside[s];
    int up = plan.up[s] == -1 ? 1 : 0;
    double natural = Convection.natural(up, face - sky.air());
    double moved = Convection.mixed(natural, sky.forced[f], plan.roughness[s]);
    double radiated = plan.emittance[s] * Radiation.between(face, sky.surroundings[f]);
    outFilm[i] = moved + radiated;
    outSource[i] = moved * sky.air() + radiated * sky.surroundings[f];
  }

  private void shelter(int s, int i, Outdoors sky) {
    int k = plan.skin[s];
    remember(s, k);
    double face = state.outside[s];
    double film = Convection.natural(-plan.up[s], face - sky.air())
        + plan.emittance[s] * Radiation.between(face, sky.air());
    outFilm[i] = film;
    outSource[i] = film * sky.air();
    eliminate(i, table.outer[k], table.cross[k], table.inner[k]);
  }

  private void eliminate(int i, double outer, double cross, double inner) {
    double over = 1 / (outer + outFilm[i]);
    double face = (outSource[i] + pastOut) * over;
    double factor = cross * over;
    past += cross * face;
    yielding = inner - cross * factor;
    source[i] = outSource[i];
    outSource[i] = face;
    outFactor[i] = factor;
  }

  private void next(int s) {
    int k = plan.skin[s];
    remember(s, k);
    past += table.cross[k] * state.assumed[s];
    yielding = table.inner[k];
  }

  private void innerSide(int s, int i) {
    double area = plan.area[s];
    double moved = Convection.natural(plan.up[s], state.inside[s] - air);
    double radiated = plan.radiation[s] * radiantFactor;
    double lit = light * plan.lightIn[s];
    gained += area * lit;
    double over = 1 / (yielding + moved + radiated);
    double base = (past + lit) * over;
    double airArea = area * moved;
    double radiantArea = area * radiated;
    airAir += airArea * (1 - moved * over);
    airRadiant += airArea * radiated * over;
    radiantRadiant += radiantArea * (1 - radiated * over);
    airSource += airArea * base;
    radiantSource += radiantArea * base;
    known[i] = base;
    toAir[i] = moved * over;
    toRadiant[i] = radiated * over;
  }

  private void close(int r, HeatInput input) {
    double hold = plan.airCapacity[r] / table.seconds;
    double share = airRadiant / radiantRadiant;
    double radiant = radiantSource + input.radiant[r];
    double stiff = hold + input.airFlow[r] + airAir - airRadiant * share;
    double all = hold * state.air[r]
        + input.airFlow[r] * input.supply[r]
        + input.convective[r]
        + input.delivered[r]
        + airSource
        + share * radiant;
    double plant = plant(r, input, stiff, all);
    air = (all + plant) / stiff;
    node = (radiant + airRadiant * air) / radiantRadiant;
    state.plant[r] += (plant - state.plant[r]) * weight;
    state.air[r] = air;
    state.radiant[r] = node;
    gained += plant
        + input.delivered[r]
        + input.convective[r]
        + input.radiant[r]
        + input.airFlow[r] * (input.supply[r] - air);
  }

  /** What holds the air at its set point by the end of the step; positive heats. */
  private static double plant(int r, HeatInput input, double stiff, double known) {
    double lack = stiff * input.heatTo[r] - known;
    if (lack > 0) {
      return Math.min(lack, input.heatMost[r]);
    }
    double surplus = known - stiff * input.coolTo[r];
    return surplus > 0 ? -Math.min(surplus, input.coolMost[r]) : 0;
  }

  private void settle(int s, int i) {
    double inside = known[i] + toAir[i] * air + toRadiant[i] * node;
    switch (plan.kind[s]) {
      case Columns.NEXT -> state.fresh[s] = inside;
      case Columns.INSULATED -> {
        state.inside[s] = inside;
        advance(s, 0, inside);
      }
      default -> {
        double outside = outSource[i] + outFactor[i] * inside;
        state.inside[s] = inside;
        state.outside[s] = outside;
        gained += plan.area[s] * (source[i] - outFilm[i] * outside);
        advance(s, outside, inside);
      }
    }
  }

  /** Lets the modes of a wall run with its mean face temperatures. */
  void advance(int s, double outside, double inside) {
    int k = plan.skin[s];
    int x = plan.state[s];
    int end = table.at[k] + table.modes[k] * Response.WIDTH;
    double[] c = table.columns;
    for (int at = table.at[k]; at < end; at += Response.WIDTH) {
      state.modes[x] = c[at + 2] * state.modes[x] + c[at + 3] * outside + c[at + 4] * inside;
      x++;
    }
  }

  /** After both rooms of a partition are solved, seen from its first face {@code s}. */
  void partition(int s) {
    int peer = plan.peer[s];
    advance(s, state.fresh[peer], state.fresh[s]);
    expect(s, state.fresh[peer]);
    expect(peer, state.fresh[s]);
  }

  /** The other face is taken to stay, and a tenth of what is owed is paid: stable while a wall passes less than the air. */
  private void expect(int s, double other) {
    state.owed[s] += other - state.assumed[s];
    state.assumed[s] = other + PAID * state.owed[s];
    state.inside[s] = state.fresh[s];
  }
}
