package io.campustwin.codec.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Builds polygons in local metres from coordinate lists; never throws. */
public final class Shapes {
  public static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double FAR = 100_000;
  private static final double SMALLEST = 0.2;

  /** A polygon, or what is wrong with it. */
  public record Made(@Nullable Polygon polygon, String problem) {
    static Made problem(String problem) {
      return new Made(null, problem);
    }
  }

  private Shapes() {}

  /** From one ring, closed here if its end is left out. */
  public static Made closed(Tree ring) {
    List<Coordinate> corners = new ArrayList<>();
    String problem = corners(ring, corners);
    if (!problem.isEmpty()) {
      return Made.problem(problem);
    }
    if (!corners.isEmpty() && !corners.get(0).equals2D(corners.get(corners.size() - 1))) {
      corners.add(new Coordinate(corners.get(0)));
    }
    return make(corners, List.of());
  }

  /** From GeoJSON polygon coordinates: an outer ring and holes, each closed. */
  public static Made polygon(Tree coordinates) {
    List<List<Coordinate>> rings = new ArrayList<>();
    for (Tree ring : coordinates.items()) {
      List<Coordinate> corners = new ArrayList<>();
      String problem = corners(ring, corners);
      if (!problem.isEmpty()) {
        return Made.problem(problem);
      }
      rings.add(corners);
    }
    return rings.isEmpty()
        ? Made.problem("no ring")
        : make(rings.get(0), rings.subList(1, rings.size()));
  }

  private static String corners(Tree ring, List<Coordinate> corners) {
    for (Tree pair : ring.items()) {
      Coordinate corner = coordinate(pair);
      if (corner == null) {
        return "a corner is not two numbers within 100 km";
      }
      corners.add(corner);
    }
    return "";
  }

  /** Two numbers as a place in local metres, null if they are not. */
  public static @Nullable Coordinate coordinate(Tree pair) {
    if (pair.items().size() < 2) {
      return null;
    }
    OptionalDouble x = pair.items().get(0).number();
    OptionalDouble y = pair.items().get(1).number();
    boolean good = x.isPresent()
        && y.isPresent()
        && Math.abs(x.getAsDouble()) <= FAR
        && Math.abs(y.getAsDouble()) <= FAR;
    return good ? new Coordinate(x.getAsDouble(), y.getAsDouble()) : null;
  }

  private static Made make(List<Coordinate> shell, List<List<Coordinate>> holes) {
    try {
      LinearRing[] inner = holes.stream().map(Shapes::ring).toArray(LinearRing[]::new);
      Polygon polygon = FACTORY.createPolygon(ring(shell), inner);
      TopologyValidationError error = new IsValidOp(polygon).getValidationError();
      if (error != null) {
        return Made.problem(error.toString());
      }
      return polygon.getArea() < SMALLEST
          ? Made.problem("its area is under " + SMALLEST + " m2")
          : new Made(polygon, "");
    } catch (IllegalArgumentException broken) {
      return Made.problem(String.valueOf(broken.getMessage()));
    }
  }

  private static LinearRing ring(List<Coordinate> corners) {
    return FACTORY.createLinearRing(corners.toArray(new Coordinate[0]));
  }
}
