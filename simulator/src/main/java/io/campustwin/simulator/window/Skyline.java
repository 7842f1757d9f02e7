package io.campustwin.simulator.window;

import io.campustwin.simulator.weather.Sun;
import org.apache.commons.math3.util.FastMath;

/**
 * What neighbouring buildings, and wings of the own one, hide of the sky before a part of a facade: the height of the
 * silhouette in {@value #SECTORS} directions from {@value #POINTS} points of it, worked out once from the campus. The beam
 * is dark at a point while the sun is under the silhouette; of the even sky the share over it is seen, weighted with the
 * cosine of incidence. Light that neighbours reflect is taken as that of the ground.
 *
 * <p>Cost: some 0.1 µs an edge to build, 20 ns a beam.
 */
public final class Skyline {
  private static final int SECTORS = 90;
  private static final int POINTS = 3;
  private static final double WIDTH = Math.PI / SECTORS;
  /** Out of the own wall, whose outline lies a little outside the room. */
  private static final double OUT = 0.6;

  /** Nothing before the facade. */
  public static final Skyline OPEN = new Skyline(0, new double[POINTS][SECTORS]);

  private final double azimuth;
  /** Tangents of the silhouette's height, by point and direction from left to right. */
  private final double[][] tangents;

  private final double sky;

  private Skyline(double azimuth, double[][] tangents) {
    this.azimuth = azimuth;
    this.tangents = tangents;
    sky = seen(tangents);
  }

  /**
   * A stretch of wall.
   *
   * @param x of its middle, m east
   * @param y of its middle, m north
   * @param height of its middle above the campus datum, m
   * @param length m
   * @param azimuth of its outward normal, rad clockwise from north
   */
  public record Stretch(double x, double y, double height, double length, double azimuth) {}

  /** Silhouette of all buildings before a stretch of wall. */
  public static Skyline before(Stretch wall, Blocks blocks) {
    double[][] tangents = new double[POINTS][SECTORS];
    for (int point = 0; point < POINTS; point++) {
      double along = wall.length * ((point + 0.5) / POINTS - 0.5);
      double east = FastMath.sin(wall.azimuth);
      double north = FastMath.cos(wall.azimuth);
      double x = wall.x + OUT * east + along * north;
      double y = wall.y + OUT * north - along * east;
      Frame frame = new Frame(x, y, east, north);
      for (int edge = 0; edge < blocks.size(); edge++) {
        double over = blocks.top(edge) - wall.height;
        if (over > 0) {
          draw(tangents[point], frame.place(blocks, edge), over);
        }
      }
    }
    return new Skyline(wall.azimuth, tangents);
  }

  /** Axes of a point: right along the wall and out of it. */
  private record Frame(double x, double y, double east, double north) {
    /** Both ends of an edge, right and out. */
    double[] place(Blocks blocks, int edge) {
      double ax = blocks.x(edge, true) - x;
      double ay = blocks.y(edge, true) - y;
      double bx = blocks.x(edge, false) - x;
      double by = blocks.y(edge, false) - y;
      return new double[] {
        ax * north - ay * east,
        ax * east + ay * north,
        bx * north - by * east,
        bx * east + by * north
      };
    }
  }

  /** Raises the silhouette where an edge stands {@code over} m above the point. */
  private static void draw(double[] row, double[] edge, double over) {
    double least = 1e-3;
    if (edge[1] < least && edge[3] < least) {
      return;
    }
    if (edge[1] < least || edge[3] < least) {
      cut(edge, least);
    }
    double a = FastMath.atan2(edge[0], edge[1]);
    double b = FastMath.atan2(edge[2], edge[3]);
    int first = (int) Math.max(0, FastMath.ceil((Math.min(a, b) + Math.PI / 2) / WIDTH - 0.5));
    int last =
        (int) Math.min(SECTORS - 1, Math.floor((Math.max(a, b) + Math.PI / 2) / WIDTH - 0.5));
    double du = edge[2] - edge[0];
    double dv = edge[3] - edge[1];
    for (int k = first; k <= last; k++) {
      double angle = (k + 0.5) * WIDTH - Math.PI / 2;
      double distance =
          (edge[0] * dv - edge[1] * du) / (FastMath.sin(angle) * dv - FastMath.cos(angle) * du);
      row[k] = Math.max(row[k], over / Math.max(least, distance));
    }
  }

  /** Leaves of an edge the part before the wall. */
  private static void cut(double[] edge, double least) {
    int behind = edge[1] < edge[3] ? 0 : 2;
    double share = (least - edge[1]) / (edge[3] - edge[1]);
    edge[behind] = edge[0] + share * (edge[2] - edge[0]);
    edge[behind + 1] = least;
  }

  /** Share of the even sky before the wall that is seen over the silhouette. */
  public double sky() {
    return sky;
  }

  private static double seen(double[][] tangents) {
    double open = 0;
    double all = 0;
    for (double[] row : tangents) {
      for (int k = 0; k < SECTORS; k++) {
        double weight = FastMath.cos((k + 0.5) * WIDTH - Math.PI / 2);
        double height = FastMath.atan(row[k]);
        open += weight * ((Math.PI / 2 - height) / 2 - FastMath.sin(2 * height) / 4);
        all += weight * Math.PI / 4;
      }
    }
    return open / all;
  }

  /** Share of the stretch of wall that the beam reaches past the buildings; the wall faces the sun. */
  public double sunlit(Sun sun) {
    double turn = sun.azimuth() - azimuth;
    double relative = turn - 2 * Math.PI * Math.floor(turn / (2 * Math.PI) + 0.5);
    int sector = (int) Math.floor((relative + Math.PI / 2) / WIDTH);
    if (sector < 0 || sector >= SECTORS) {
      return 0;
    }
    double height = FastMath.tan(sun.elevation());
    int lit = 0;
    for (double[] row : tangents) {
      lit += height > row[sector] ? 1 : 0;
    }
    return lit / (double) POINTS;
  }
}
