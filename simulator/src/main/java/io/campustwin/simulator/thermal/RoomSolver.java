package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Response;

/**
 * One step of one room: every surface is brought to the form {@code flow = yielding u - past} with its outer face
 * eliminated, the sum over surfaces leaves two equations (air, radiant node), the ideal plant follows from the first,
 * and the faces and modes from both. Coefficients of convection and radiation are those of the temperatures before the
 * step. One solver a thread; it allocates nothing.
 *
 * <p>Cost: the surfaces of a room lie side by side and by kind, so each loop runs without branches; the past of a wall is
 * summed up while its modes go on, so that modes are touched once a step; air film and surface take one division.
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
  private final double[] yielding;
  private final double[] past;
  private final double[] known;
  private final double[] toAir;
  private final double[] toRadiant;
  /** Weight of this part of a step in the means. */
  double weight = 1;

  private double air;
  private double node;
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
      most = Math.max(most, plan.to(r) - plan.from(r));
    }
    outSource = new double[most];
    outFactor = new double[most];
    outFilm = new double[most];
    source = new double[most];
    yielding = new double[most];
    past = new double[most];
    known = new double[most];
    toAir = new double[most];
    toRadiant = new double[most];
  }

  void solve(int r, Outdoors sky, HeatInput input) {
    gained = 0;
    air = state.air[r];
    node = state.radiant[r];
    outerSides(r, sky);
    innerSides(r);
    close(r, input);
    settle(r);
    state.gained[r] += (gained - state.gained[r]) * weight;
  }

  private void outerSides(int r, Outdoors sky) {
    int[] first = plan.first;
    int at = r * Columns.KINDS;
    int from = first[at];
    int weather = first[at + Columns.WEATHER];
    int shelter = first[at + Columns.SHELTER];
    int window = first[at + Columns.WINDOW];
    int to = first[at + Columns.KINDS];
    for (int s = from; s < weather; s++) {
      past[s - from] = state.past[s];
      yielding[s - from] = table.inner[plan.skin[s]];
    }
    for (int s = weather; s < shelter; s++) {
      weather(s, s - from, sky);
    }
    for (int s = shelter; s < window; s++) {
      shelter(s, s - from, sky);
    }
    light = 0;
    for (int s = window; s < to; s++) {
      light += plan.area[s] * sky.through[plan.aperture[s]];
    }
    for (int s = window; s < to; s++) {
      window(s, s - from, sky);
    }
  }

  private void weather(int s, int i, Outdoors sky) {
    int k = plan.skin[s];
    film(s, i, sky);
    double taken = outSource[i] + plan.absorptance[s] * sky.sunlight(plan.facade[s]);
    source[i] = taken;
    past[i] = state.past[s];
    eliminate(i, taken + state.pastOut[s], table.outer[k], table.cross[k]);
    yielding[i] += table.inner[k];
  }

  private void window(int s, int i, Outdoors sky) {
    int a = plan.aperture[s];
    double conductance = table.window(plan.skin[s], state.outside[s], state.inside[s]);
    gained += plan.area[s] * sky.inner[a];
    film(s, i, sky);
    double taken = outSource[i] + sky.outer[a] + light * plan.lightOut[s];
    source[i] = taken;
    past[i] = sky.inner[a];
    eliminate(i, taken, conductance, conductance);
    yielding[i] += conductance;
  }

  /** Air moved by wind and by its own warmth, and long-wave surroundings. */
  private void film(int s, int i, Outdoors sky) {
    int f = plan.facade[s];
    double face = state.outside[s];
    double around = sky.surroundings(f);
    int up = plan.up[s] == -1 ? 1 : 0;
    double natural = Convection.natural(up, face - sky.air());
    double moved = Convection.mixed(natural, sky.wind(f), plan.roughness[s]);
    double radiated = plan.emittance[s] * Radiation.between(face, around);
    outFilm[i] = moved + radiated;
    outSource[i] = moved * sky.air() + radiated * around;
  }

  private void shelter(int s, int i, Outdoors sky) {
    int k = plan.skin[s];
    double face = state.outside[s];
    double film = Convection.natural(-plan.up[s], face - sky.air())
        + plan.emittance[s] * Radiation.between(face, sky.air());
    outFilm[i] = film;
    source[i] = film * sky.air();
    past[i] = state.past[s];
    eliminate(i, source[i] + state.pastOut[s], table.outer[k], table.cross[k]);
    yielding[i] += table.inner[k];
  }

  /** The outer face as {@code outSource + outFactor u_in}; its share in the inner one. */
  private void eliminate(int i, double driven, double outer, double cross) {
    double over = 1 / (outer + outFilm[i]);
    double face = driven * over;
    double factor = cross * over;
    past[i] += cross * face;
    yielding[i] = -cross * factor;
    outSource[i] = face;
    outFactor[i] = factor;
  }

  private void innerSides(int r) {
    int from = plan.from(r);
    int count = plan.to(r) - from;
    double factor = Radiation.between(node, node);
    airAir = 0;
    airRadiant = 0;
    radiantRadiant = 0;
    airSource = 0;
    radiantSource = 0;
    for (int i = 0; i < count; i++) {
      int s = from + i;
      double radiated = plan.radiation[s] * factor;
      double lit = light * plan.lightIn[s];
      innerSide(s, i, radiated, past[i] + lit);
      gained += plan.area[s] * lit;
    }
  }

  /** With the air film as a quotient {@code up / low}, one division serves it and the surface. */
  private void innerSide(int s, int i, double radiated, double drive) {
    double warmer = state.inside[s] - air;
    double apart = Math.max(Convection.STILL, Math.abs(warmer));
    double root = Convection.guess(apart);
    double cube = root * root * root;
    double up = Convection.factor(plan.up[s], warmer) * root * (cube + 2 * apart);
    double low = 2 * cube + apart;
    double rest = yielding[i] + radiated;
    double over = 1 / (rest * low + up);
    double moves = up * over;
    double radiates = radiated * low * over;
    double area = plan.area[s];
    airAir += area * moves * rest;
    airRadiant += area * moves * radiated;
    radiantRadiant += area * radiated * (1 - radiates);
    airSource += area * moves * drive;
    radiantSource += area * radiates * drive;
    known[i] = drive * low * over;
    toAir[i] = moves;
    toRadiant[i] = radiates;
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

  private void settle(int r) {
    int at = r * Columns.KINDS;
    int from = plan.first[at];
    int own = plan.first[at + Columns.INSULATED];
    int weather = plan.first[at + Columns.WEATHER];
    int to = plan.first[at + Columns.KINDS];
    for (int s = from; s < own; s++) {
      state.fresh[s] = inside(s - from);
    }
    for (int s = own; s < weather; s++) {
      double inside = inside(s - from);
      state.inside[s] = inside;
      advance(s, 0, inside);
    }
    for (int s = weather; s < to; s++) {
      int i = s - from;
      double inside = inside(i);
      double outside = outSource[i] + outFactor[i] * inside;
      state.inside[s] = inside;
      state.outside[s] = outside;
      gained += plan.area[s] * (source[i] - outFilm[i] * outside);
      advance(s, outside, inside);
    }
  }

  private double inside(int i) {
    return known[i] + toAir[i] * air + toRadiant[i] * node;
  }

  /** Lets the modes of a wall run with its mean face temperatures and sums up their past for the next step. */
  private void advance(int s, double outside, double inside) {
    int k = plan.skin[s];
    int x = plan.state[s];
    double[] c = table.columns;
    double[] modes = state.modes;
    double in = 0;
    double out = 0;
    int end = table.at[k] + table.modes[k] * Response.WIDTH;
    for (int at = table.at[k]; at < end; at += Response.WIDTH) {
      double mode = c[at + 2] * modes[x] + c[at + 3] * outside + c[at + 4] * inside;
      modes[x++] = mode;
      out += c[at] * mode;
      in += c[at + 1] * mode;
    }
    state.past[s] = in;
    state.pastOut[s] = out;
  }

  /** After both rooms of a partition are solved, seen from its first face {@code s}. */
  void partition(int s) {
    int peer = plan.peer[s];
    double mine = state.fresh[s];
    double other = state.fresh[peer];
    advance(s, other, mine);
    double cross = table.cross[plan.skin[s]];
    double past = state.pastOut[s];
    state.past[s] += cross * expect(s, other);
    state.past[peer] = past + cross * expect(peer, mine);
  }

  /** The other face is taken to stay, and a tenth of what is owed is paid: stable while a wall passes less than the air. */
  private double expect(int s, double other) {
    state.owed[s] += other - state.assumed[s];
    double assumed = other + PAID * state.owed[s];
    state.assumed[s] = assumed;
    state.inside[s] = state.fresh[s];
    return assumed;
  }
}
