package io.campustwin.simulator.evacuation;

import org.apache.commons.math3.util.FastMath;

/**
 * Direction and speed of one person: the collision-free speed model (Tordeux, Chraibi, Seyfried 2016). The direction is
 * that of the shortest way, bent by neighbours and walls that are nearer than about a metre (strength 8 and range 0.1 m,
 * walls 5 and 0.02 m, the model's published defaults). The speed follows the gap to the nearest person ahead:
 * (gap - length) / time gap, never more than the free speed; length {@value #LENGTH} m as recalled from that
 * paper (the default of its authors' program is 0.4), time gap {@value #GAP} s as in that program. Whoever is behind a door is seen through it only. Who meets somebody bound elsewhere that
 * comes towards him turns a little to the right (strength {@value #YIELD}, ours).
 */
final class Steering {
  static final double LENGTH = 0.3;
  static final double GAP = 1.0;
  static final double RADIUS = LENGTH / 2;
  private static final double STRENGTH = 8;
  private static final double RANGE = 0.1;
  private static final double WALL_STRENGTH = 5;
  private static final double WALL_RANGE = 0.02;
  private static final double YIELD = 0.5;
  private static final double BENT = LENGTH + 0.7;

  private static final int FINE = 2048;

  /** Push of a neighbour over its distance, by distance. */
  private static final double[] PUSH = new double[FINE + 1];

  static {
    for (int k = 0; k <= FINE; k++) {
      double gap = Math.max(1e-3, BENT * k / FINE);
      PUSH[k] = STRENGTH * FastMath.exp((LENGTH - gap) / RANGE) / gap;
    }
  }

  private final Floorplan plan;
  private final Wayfinding ways;
  private final Grid grid;
  private final Walls walls;
  private final double[] seenX = new double[512];
  private final double[] seenY = new double[512];
  private int seen;
  private double bentX;
  private double bentY;

  Steering(Floorplan plan, Wayfinding ways, Grid grid, Walls walls) {
    this.plan = plan;
    this.ways = ways;
    this.grid = grid;
    this.walls = walls;
  }

  /** Sets direction and speed of a person from where all stand now. */
  void steer(Agents a, int i, double free) {
    head(a, i);
    look(a, i);
    if (a.state[i] == Agents.WALKING) {
      avoidWalls(a, i);
    }
    double norm = Math.sqrt(bentX * bentX + bentY * bentY);
    if (norm > 1e-9) {
      a.ex[i] = bentX / norm;
      a.ey[i] = bentY / norm;
    }
    double gap = gapAhead(a.ex[i], a.ey[i]);
    a.speed[i] = Math.max(0, Math.min(free, (gap - LENGTH) / GAP));
  }

  /** The way the person would go alone. */
  private void head(Agents a, int i) {
    if (a.state[i] == Agents.OUT) {
      Line line = plan.near[a.last[i]];
      bentX = line.uy;
      bentY = -line.ux;
      return;
    }
    double toX = aimX(a, i);
    double toY = aimY(a, i);
    double dx = toX - a.x[i];
    double dy = toY - a.y[i];
    double norm = Math.max(1e-9, Math.sqrt(dx * dx + dy * dy));
    bentX = dx / norm;
    bentY = dy / norm;
  }

  private double aimX(Agents a, int i) {
    RoomPaths paths = ways.paths(a.room[i]);
    Line line = plan.near[a.way[i]];
    // a little beyond the door, so that the aim is never under the feet
    return a.corner[i] >= 0
        ? paths.cornerX(ways.slot(a.way[i]), a.corner[i], a.x[i], a.y[i])
        : paths.aimX(ways.slot(a.way[i]), a.x[i], a.y[i]) + 0.1 * line.uy;
  }

  private double aimY(Agents a, int i) {
    RoomPaths paths = ways.paths(a.room[i]);
    Line line = plan.near[a.way[i]];
    return a.corner[i] >= 0
        ? paths.cornerY(ways.slot(a.way[i]), a.corner[i], a.x[i], a.y[i])
        : paths.aimY(ways.slot(a.way[i]), a.x[i], a.y[i]) - 0.1 * line.ux;
  }

  /** Collects the neighbours in the room and beyond the door that is aimed at. */
  private void look(Agents a, int i) {
    seen = 0;
    int plane = a.plane[i];
    int column = grid.column(plane, a.x[i]);
    int row = grid.row(plane, a.y[i]);
    for (int r = Math.max(0, row - 1); r <= Math.min(grid.rows(plane) - 1, row + 1); r++) {
      int from = grid.index(plane, Math.max(0, column - 1), r);
      int to = grid.index(plane, Math.min(grid.columns(plane) - 1, column + 1), r);
      lookAtHome(a, i, grid.first[from], grid.first[to + 1]);
    }
    if (a.state[i] == Agents.WALKING) {
      lookThrough(a, i);
    }
  }

  private void lookAtHome(Agents a, int i, int from, int to) {
    int room = a.room[i];
    for (int k = from; k < to; k++) {
      int j = grid.agents[k];
      if (a.room[j] == room && j != i) {
        see(a.x[j] - a.x[i], a.y[j] - a.y[i]);
        if (a.way[j] != a.way[i]) {
          giveWay(a, i, j);
        }
      }
    }
  }

  /** Steps to the right of somebody who comes towards one. */
  private void giveWay(Agents a, int i, int j) {
    double dx = a.x[j] - a.x[i];
    double dy = a.y[j] - a.y[i];
    boolean against = a.ex[i] * a.ex[j] + a.ey[i] * a.ey[j] < -0.5;
    if (against && a.ex[i] * dx + a.ey[i] * dy > 0) {
      double gap = Math.sqrt(dx * dx + dy * dy);
      double push = YIELD * Math.max(0, 1 - gap / grid.cell);
      bentX += push * a.ey[i];
      bentY -= push * a.ex[i];
    }
  }

  private void lookThrough(Agents a, int i) {
    int way = a.way[i];
    Line near = plan.near[way];
    double offset = near.offset(a.x[i], a.y[i]);
    double along = near.along(a.x[i], a.y[i]);
    if (offset > grid.cell || along < -grid.cell || along > near.length + grid.cell) {
      return;
    }
    Line far = plan.far[way];
    int room = Microscopic.roomBeyond(plan, way);
    int plane = plan.isExit(way) ? a.plane[i] : plan.rooms.get(room).plane();
    int column = grid.column(plane, far.pointX(along, offset));
    int row = grid.row(plane, far.pointY(along, offset));
    for (int r = Math.max(0, row - 1); r <= Math.min(grid.rows(plane) - 1, row + 1); r++) {
      int from = grid.index(plane, Math.max(0, column - 1), r);
      int to = grid.index(plane, Math.min(grid.columns(plane) - 1, column + 1), r);
      for (int k = grid.first[from]; k < grid.first[to + 1]; k++) {
        int j = grid.agents[k];
        if (a.room[j] == room && j != i) {
          seeThrough(near, far, a.x[j], a.y[j], along, offset);
        }
      }
    }
  }

  private void seeThrough(Line near, Line far, double x, double y, double along, double offset) {
    double s = far.along(x, y);
    double t = far.offset(x, y);
    double share = offset - t > 1e-9 ? offset / (offset - t) : 0;
    double at = along + share * (s - along);
    if (at >= 0 && at <= near.length && t <= offset) {
      double ds = s - along;
      double dt = t - offset;
      see(ds * near.ux - dt * near.uy, ds * near.uy + dt * near.ux);
    }
  }

  private void see(double dx, double dy) {
    double square = dx * dx + dy * dy;
    if (square > grid.cell * grid.cell || seen == seenX.length) {
      return;
    }
    seenX[seen] = dx;
    seenY[seen++] = dy;
    if (square < BENT * BENT) {
      double push = PUSH[(int) (Math.sqrt(square) / BENT * FINE)];
      bentX -= push * dx;
      bentY -= push * dy;
    }
  }

  private void avoidWalls(Agents a, int i) {
    for (int wall : walls.near(grid.index(a.plane[i], a.x[i], a.y[i]))) {
      int way = walls.ways.get(wall);
      if (walls.room(wall) == a.room[i] && way != a.way[i]) {
        bend(walls.lines.get(wall), a.x[i], a.y[i]);
      }
    }
  }

  /** True for the door just come through. */
  static boolean isBehind(Agents a, int i, int way) {
    return way >= 0 && a.last[i] >= 0 && way == (a.last[i] ^ 1);
  }

  private void bend(Line line, double x, double y) {
    double nearest = Math.max(0, Math.min(line.length, line.along(x, y)));
    double dx = x - line.pointX(nearest, 0);
    double dy = y - line.pointY(nearest, 0);
    double distance = Math.max(1e-6, Math.sqrt(dx * dx + dy * dy));
    if (distance < RADIUS + 0.2) {
      double push = WALL_STRENGTH * FastMath.exp((RADIUS - distance) / WALL_RANGE) / distance;
      bentX += push * dx;
      bentY += push * dy;
    }
  }

  /** Metres to the nearest person in the strip ahead that the body sweeps. */
  private double gapAhead(double ex, double ey) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int k = 0; k < seen; k++) {
      double ahead = ex * seenX[k] + ey * seenY[k];
      double aside = Math.abs(ex * seenY[k] - ey * seenX[k]);
      if (ahead >= 0 && aside <= LENGTH) {
        nearest = Math.min(nearest, seenX[k] * seenX[k] + seenY[k] * seenY[k]);
      }
    }
    return Math.sqrt(nearest);
  }
}
