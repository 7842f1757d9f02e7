package io.campustwin.simulator.window;

import io.campustwin.place.Building;
import io.campustwin.place.Storey;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/** Walls of all buildings of a campus as edges with a top, m in the campus frame (x east, y north). */
public final class Blocks {
  private static final int COLUMNS = 5;
  /** x and y of both ends, top. */
  private final double[] edges;

  private Blocks(double[] edges) {
    this.edges = edges;
  }

  /** Each building is as high as its highest storey reaches over its whole outline. */
  public static Blocks of(List<Building> buildings) {
    int count = 0;
    for (Building building : buildings) {
      count += ring(building).length - 1;
    }
    double[] edges = new double[count * COLUMNS];
    int next = 0;
    for (Building building : buildings) {
      double top = top(building);
      Coordinate[] ring = ring(building);
      for (int i = 0; i + 1 < ring.length; i++) {
        edges[next++] = ring[i].x;
        edges[next++] = ring[i].y;
        edges[next++] = ring[i + 1].x;
        edges[next++] = ring[i + 1].y;
        edges[next++] = top;
      }
    }
    return new Blocks(edges);
  }

  private static Coordinate[] ring(Building building) {
    return building.outline().getExteriorRing().getCoordinates();
  }

  private static double top(Building building) {
    double top = 0;
    for (Storey storey : building.storeys()) {
      top = Math.max(top, storey.elevation() + storey.height());
    }
    return top;
  }

  int size() {
    return edges.length / COLUMNS;
  }

  double top(int edge) {
    return edges[edge * COLUMNS + 4];
  }

  double x(int edge, boolean first) {
    return edges[edge * COLUMNS + (first ? 0 : 2)];
  }

  double y(int edge, boolean first) {
    return edges[edge * COLUMNS + (first ? 1 : 3)];
  }
}
