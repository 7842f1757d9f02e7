package io.campustwin.simulator.thermal;

/**
 * Inner faces of a block as {@code known + moves air + radiates node}: film of air and exchange with the radiant node at
 * the temperatures before the step. With the film as a quotient {@code high / low} one division serves both. Then the sums
 * of each room over its faces, in the order of the lots.
 */
final class InnerFaces {
  /** Faces whose columns stay in a core's first cache from one loop to the next. */
  private static final int TILE = 128;

  private final Faces faces;
  private final RoomState.Sums rooms;
  private final Columns plan;
  private final HeatState state;

  InnerFaces(Faces faces, RoomState.Sums rooms, Columns plan, HeatState state) {
    this.faces = faces;
    this.rooms = rooms;
    this.plan = plan;
    this.state = state;
  }

  /** @param air of each room before the step */
  void solve(double[] air) {
    gather(air, 0, plan.size);
    for (Columns.Lot lot : plan.lots) {
      Convection.factors(faces, state.inside, lot.up(), lot.from(), lot.middle());
      Convection.factors(faces, state.inside, -lot.up(), lot.middle(), lot.to());
    }
    for (int from = 0; from < plan.size; from += TILE) {
      tile(from, Math.min(plan.size, from + TILE));
    }
    for (int r = plan.from; r < plan.to; r++) {
      sum(r);
    }
  }

  private void tile(int from, int to) {
    Convection.apart(faces, state.inside, from, to);
    film(from, to);
    resist(from, to);
    drive(from, to);
    divide(from, to);
    answer(from, to);
    intoAir(from, to);
    intoNode(from, to);
  }

  private void gather(double[] air, int from, int to) {
    int[] room = plan.room;
    double[] beside = faces.air;
    double[] node = faces.node;
    double[] drive = faces.drive;
    double[] exchange = rooms.exchange;
    double[] light = rooms.light;
    for (int s = from; s < to; s++) {
      int r = room[s];
      beside[s] = air[r];
      node[s] = exchange[r];
      drive[s] = light[r];
    }
  }

  /** The film as {@code moves / low}. */
  private void film(int from, int to) {
    double[] root = faces.root;
    double[] apart = faces.apart;
    double[] still = faces.still;
    double[] high = faces.moves;
    double[] low = faces.low;
    for (int s = from; s < to; s++) {
      double cube = root[s] * root[s] * root[s];
      high[s] = still[s] * root[s] * (cube + 2 * apart[s]);
      low[s] = 2 * cube + apart[s];
    }
  }

  private void resist(int from, int to) {
    double[] radiation = plan.radiation;
    double[] yielding = faces.yielding;
    double[] radiated = faces.node;
    double[] rest = faces.rest;
    for (int s = from; s < to; s++) {
      double exchanged = radiation[s] * radiated[s];
      radiated[s] = exchanged;
      rest[s] = yielding[s] + exchanged;
    }
  }

  private void drive(int from, int to) {
    double[] lightIn = plan.lightIn;
    double[] drive = faces.drive;
    double[] past = state.past;
    for (int s = from; s < to; s++) {
      drive[s] = past[s] + drive[s] * lightIn[s];
    }
  }

  private void divide(int from, int to) {
    double[] high = faces.moves;
    double[] low = faces.low;
    double[] rest = faces.rest;
    for (int s = from; s < to; s++) {
      double over = 1 / (rest[s] * low[s] + high[s]);
      high[s] = high[s] * over;
      low[s] = low[s] * over;
    }
  }

  private void answer(int from, int to) {
    double[] low = faces.low;
    double[] known = faces.known;
    double[] drive = faces.drive;
    double[] radiates = faces.radiates;
    double[] radiated = faces.node;
    for (int s = from; s < to; s++) {
      known[s] = drive[s] * low[s];
      radiates[s] = radiated[s] * low[s];
    }
  }

  private void intoAir(int from, int to) {
    double[] area = plan.area;
    double[] moves = faces.moves;
    double[] rest = faces.rest;
    double[] radiated = faces.node;
    double[] drive = faces.drive;
    double[] airAir = faces.airAir;
    double[] airRadiant = faces.airRadiant;
    double[] airSource = faces.airSource;
    for (int s = from; s < to; s++) {
      double weight = area[s] * moves[s];
      airAir[s] = weight * rest[s];
      airRadiant[s] = weight * radiated[s];
      airSource[s] = weight * drive[s];
    }
  }

  private void intoNode(int from, int to) {
    double[] area = plan.area;
    double[] radiates = faces.radiates;
    double[] radiated = faces.node;
    double[] drive = faces.drive;
    double[] radiantRadiant = faces.radiantRadiant;
    double[] radiantSource = faces.radiantSource;
    for (int s = from; s < to; s++) {
      radiantRadiant[s] = area[s] * radiated[s] * (1 - radiates[s]);
      radiantSource[s] = area[s] * radiates[s] * drive[s];
    }
  }

  private void sum(int r) {
    double sumAir = 0;
    double sumBoth = 0;
    double sumRadiant = 0;
    double intoAir = 0;
    double intoRadiant = 0;
    int to = plan.first[r - plan.from + 1];
    for (int i = plan.first[r - plan.from]; i < to; i++) {
      int s = plan.order[i];
      sumAir += faces.airAir[s];
      sumBoth += faces.airRadiant[s];
      sumRadiant += faces.radiantRadiant[s];
      intoAir += faces.airSource[s];
      intoRadiant += faces.radiantSource[s];
    }
    rooms.airAir[r] = sumAir;
    rooms.airRadiant[r] = sumBoth;
    rooms.radiantRadiant[r] = sumRadiant;
    rooms.airSource[r] = intoAir;
    rooms.radiantSource[r] = intoRadiant;
  }
}
