package io.campustwin.codec.layout.grounds;

import io.campustwin.place.Landscape;
import io.campustwin.place.Landscape.Kind;
import io.campustwin.place.Name;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.PrecisionModel;

/** The drawing so far: gives every part its number and keeps coordinates to the centimetre. */
final class Sketch {
  /** Coordinates to the centimetre. */
  static final PrecisionModel CENTIMETRES = new PrecisionModel(100);

  static final GeometryFactory FACTORY = new GeometryFactory(CENTIMETRES);

  private final List<Landscape> parts = new ArrayList<>();
  private final Map<Kind, Integer> numbers = new EnumMap<>(Kind.class);

  List<Landscape> parts() {
    return List.copyOf(parts);
  }

  List<Landscape> parts(Kind kind) {
    return parts.stream().filter(part -> part.kind() == kind).toList();
  }

  void area(Kind kind, @Nullable Name name, Geometry shape) {
    add(kind, name, shape, 0, 0);
  }

  void line(Kind kind, @Nullable Name name, double width, double height, List<Coordinate> corners) {
    add(kind, name, FACTORY.createLineString(exact(corners)), width, height);
  }

  void tree(Point at, double crown, double height) {
    add(Kind.TREE, null, at, crown, height);
  }

  private void add(Kind kind, @Nullable Name name, Geometry shape, double width, double height) {
    int number = numbers.merge(kind, 1, Integer::sum);
    String id = kind.name().toUpperCase(Locale.ROOT) + "-" + number;
    parts.add(new Landscape(id, kind, name, shape, exact(width), exact(height)));
  }

  static double exact(double metres) {
    return CENTIMETRES.makePrecise(metres);
  }

  private static Coordinate[] exact(List<Coordinate> corners) {
    return corners.stream()
        .map(corner -> new Coordinate(exact(corner.x), exact(corner.y)))
        .toArray(Coordinate[]::new);
  }

  static Geometry box(double x0, double y0, double x1, double y1) {
    return FACTORY.toGeometry(new Envelope(exact(x0), exact(x1), exact(y0), exact(y1)));
  }

  /** A box grown on all sides. */
  static Envelope grown(Envelope box, double by) {
    Envelope grown = new Envelope(box);
    grown.expandBy(by);
    return grown;
  }
}
