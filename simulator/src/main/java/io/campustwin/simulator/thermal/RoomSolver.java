package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Response;

/**
 * One step of a range of rooms: every surface is brought to the form {@code flow = yielding u - past} with its outer face
 * eliminated, the sum over surfaces leaves two equations (air, radiant node), the ideal plant follows from the first,
 * and the faces and modes from both. Coefficients of convection and radiation are those of the temperatures before the
 * step. One solver a thread; it allocates nothing.
 *
 * <p>Cost: the surfaces of a room lie side by side and by kind, so each loop runs without branches; all rooms pass through
 * one stage before the next begins, so that a core works on several at once; the past of a wall is summed up while its
 * modes go on, so that modes are touched once a step; air film and surface take one division.
 */
final class RoomSolver {
  /** Modes of a wall come in fours, the last ones without effect: loops of a length a core can foresee. */
  static final int BLOCK = 4;

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
  private final double[] light;
  private final double[] airAir;
  private final double[] airRadiant;
  private final double[] radiantRadiant;
  private final double[] airSource;
  private final double[] radiantSource;
  private final double[] gained;
  /** First surface and first room of the range. */
  private int base;

  private int start;

  /** Scratch columns are as long as the plan, and used only as far as a range goes. */
  RoomSolver(Columns plan, SheetTable table, HeatState state) {
    this.plan = plan;
    this.table = table;
    this.state = state;
    outSource = new double[plan.size];
    outFactor = new double[plan.size];
    outFilm = new double[plan.size];
    source = new double[plan.size];
    yielding = new double[plan.size];
    past = new double[plan.size];
    known = new double[plan.size];
    toAir = new double[plan.size];
    toRadiant = new double[plan.size];
    light = new double[plan.rooms];
    airAir = new double[plan.rooms];
    airRadiant = new double[plan.rooms];
    radiantRadiant = new double[plan.rooms];
    airSource = new double[plan.rooms];
    radiantSource = new double[plan.rooms];
    gained = new double[plan.rooms];
  }

  /**
   * The rooms of a range and the walls between them.
   *
   * @param weight of this part of a step in the means
   */
  void solve(HeatBalance.Range range, Outdoors sky, HeatInput input, double weight) {
    start = range.from();
    base = plan.from(start);
    for (int r = range.from(); r < range.to(); r++) {
      outerSides(r, sky);
    }
    for (int r = range.from(); r < range.to(); r++) {
      innerSides(r, r - start);
    }
    for (int r = range.from(); r < range.to(); r++) {
      close(r, r - start, input, weight);
    }
    for (int r = range.from(); r < range.to(); r++) {
      settle(r, r - start);
      state.gained[r] += (gained[r - start] - state.gained[r]) * weight;
    }
    for (int s : range.walls()) {
      partition(s);
    }
  }

  private void outerSides(int r, Outdoors sky) {
    int[] first = plan.first;
    int at = r * Columns.KINDS;
    int weather = first[at + Columns.WEATHER];
    int shelter = first[at + Columns.SHELTER];
    int window = first[at + Columns.WINDOW];
    int to = first[at + Columns.KINDS];
    for (int s = first[at]; s < weather; s++) {
      past[s - base] = state.past[s];
      yielding[s - base] = table.inner[plan.skin[s]];
    }
    for (int s = weather; s < shelter; s++) {
      weather(s, s - base, sky);
    }
    for (int s = shelter; s < window; s++) {
      shelter(s, s - base, sky);
    }
    double lit = 0;
    double taken = 0;
    for (int s = window; s < to; s++) {
      lit += plan.area[s] * sky.through[plan.aperture[s]];
      taken += plan.area[s] * sky.inner[plan.aperture[s]];
    }
    light[r - start] = lit;
    gained[r - start] = taken;
    for (int s = window; s < to; s++) {
      window(s, s - base, sky, lit);
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

  private void window(int s, int i, Outdoors sky, double light) {
    int a = plan.aperture[s];
    double conductance = table.window(plan.skin[s], state.outside[s], state.inside[s]);
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

  /** All inner faces of a room. With the air film as a quotient {@code up / low} one division serves it and the surface. */
  private void innerSides(int r, int own) {
    double air = state.air[r];
    double node = state.radiant[r];
    double factor = Radiation.between(node, node);
    double sumAir = 0;
    double sumBoth = 0;
    double sumRadiant = 0;
    double intoAir = 0;
    double intoRadiant = 0;
    double taken = 0;
    int to = plan.to(r);
    for (int s = plan.from(r); s < to; s++) {
      int i = s - base;
      double area = plan.area[s];
      double radiated = plan.radiation[s] * factor;
      double lit = light[own] * plan.lightIn[s];
      double drive = past[i] + lit;
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
      sumAir += area * moves * rest;
      sumBoth += area * moves * radiated;
      sumRadiant += area * radiated * (1 - radiates);
      intoAir += area * moves * drive;
      intoRadiant += area * radiates * drive;
      taken += area * lit;
      known[i] = drive * low * over;
      toAir[i] = moves;
      toRadiant[i] = radiates;
    }
    airAir[own] = sumAir;
    airRadiant[own] = sumBoth;
    radiantRadiant[own] = sumRadiant;
    airSource[own] = intoAir;
    radiantSource[own] = intoRadiant;
    gained[own] += taken;
  }

  private void close(int r, int own, HeatInput input, double weight) {
    double hold = plan.airCapacity[r] / table.seconds;
    double stiffRadiant = 1 / radiantRadiant[own];
    double share = airRadiant[own] * stiffRadiant;
    double radiant = radiantSource[own] + input.radiant[r];
    double stiff = hold + input.airFlow[r] + airAir[own] - airRadiant[own] * share;
    double all = hold * state.air[r]
        + input.airFlow[r] * input.supply[r]
        + input.convective[r]
        + input.delivered[r]
        + airSource[own]
        + share * radiant;
    double plant = plant(r, input, stiff, all);
    double air = (all + plant) / stiff;
    state.plant[r] += (plant - state.plant[r]) * weight;
    state.air[r] = air;
    state.radiant[r] = (radiant + airRadiant[own] * air) * stiffRadiant;
    gained[own] += plant
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

  private void settle(int r, int own) {
    int at = r * Columns.KINDS;
    int from = plan.first[at];
    int inner = plan.first[at + Columns.INSULATED];
    int weather = plan.first[at + Columns.WEATHER];
    int to = plan.first[at + Columns.KINDS];
    double air = state.air[r];
    double node = state.radiant[r];
    for (int s = from; s < inner; s++) {
      int i = s - base;
      state.fresh[s] = known[i] + toAir[i] * air + toRadiant[i] * node;
    }
    for (int s = inner; s < weather; s++) {
      int i = s - base;
      double inside = known[i] + toAir[i] * air + toRadiant[i] * node;
      state.inside[s] = inside;
      advance(s, 0, inside);
    }
    double taken = 0;
    for (int s = weather; s < to; s++) {
      int i = s - base;
      double inside = known[i] + toAir[i] * air + toRadiant[i] * node;
      double outside = outSource[i] + outFactor[i] * inside;
      state.inside[s] = inside;
      state.outside[s] = outside;
      taken += plan.area[s] * (source[i] - outFilm[i] * outside);
      advance(s, outside, inside);
    }
    gained[own] += taken;
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
    for (int at = table.at[k]; at < end; at += BLOCK * Response.WIDTH) {
      for (int m = 0; m < BLOCK; m++) {
        int own = at + m * Response.WIDTH;
        double mode = c[own + 2] * modes[x + m] + c[own + 3] * outside + c[own + 4] * inside;
        modes[x + m] = mode;
        out += c[own] * mode;
        in += c[own + 1] * mode;
      }
      x += BLOCK;
    }
    state.past[s] = in;
    state.pastOut[s] = out;
  }

  /** After both rooms of a partition are solved, seen from its first face {@code s}. */
  private void partition(int s) {
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
