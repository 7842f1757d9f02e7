package io.campustwin.codec.layout.grounds;

import io.campustwin.place.Landscape;
import io.campustwin.place.Landscape.Kind;
import io.campustwin.place.Name;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.construct.MaximumInscribedCircle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** Lawns: all that is left between the ways and the buildings, in pieces without holes; a pond where there is room. */
final class Greens {
  private static final double SMALLEST = 15;
  private static final double THINNEST = 1.6;
  private static final double APRON = 1.2;
  private static final double POND = 9;
  private static final double LARGEST_POND = 15;

  private final Site site;
  private final Sketch sketch;

  private Greens(Site site, Sketch sketch) {
    this.site = site;
    this.sketch = sketch;
  }

  static void draw(Site site, Sketch sketch) {
    new Greens(site, sketch).draw();
  }

  private void draw() {
    Geometry green = minus(Sketch.box(0.5, 0.5, site.width() - 0.5, site.height() - 0.5), used());
    List<Polygon> pieces = pieces(green);
    Geometry pond = pond(pieces);
    if (!pond.isEmpty()) {
      sketch.area(Kind.WATER, new Name("荷塘", "Lotus pond"), pond);
      pieces = pieces(minus(green, pond.buffer(0.8)));
    }
    pieces.forEach(piece -> sketch.area(Kind.LAWN, null, piece));
  }

  private Geometry used() {
    List<Geometry> used = new ArrayList<>();
    sketch.parts().stream()
        .filter(part -> part.kind() != Kind.FENCE)
        .map(Landscape::ground)
        .forEach(used::add);
    List<Envelope> boxes = new ArrayList<>(site.solids());
    site.gates().forEach(gate -> boxes.add(gate.box()));
    boxes.forEach(box -> used.add(Sketch.FACTORY.toGeometry(Sketch.grown(box, APRON))));
    return UnaryUnionNG.union(used, Sketch.CENTIMETRES);
  }

  private static Geometry minus(Geometry a, Geometry b) {
    return OverlayNG.overlay(a, b, OverlayNG.DIFFERENCE, Sketch.CENTIMETRES);
  }

  /** From west to east, then from south to north; slivers left out. */
  private static List<Polygon> pieces(Geometry green) {
    List<Polygon> pieces = new ArrayList<>();
    for (int i = 0; i < green.getNumGeometries(); i++) {
      if (green.getGeometryN(i) instanceof Polygon polygon) {
        split(polygon, pieces);
      }
    }
    pieces.removeIf(
        piece -> piece.getArea() < SMALLEST || piece.buffer(-THINNEST / 2).isEmpty());
    pieces.forEach(Geometry::normalize);
    pieces.sort((a, b) -> a.compareTo(b));
    return pieces;
  }

  /** Cuts through the middle of a hole until there are none. */
  private static void split(Polygon polygon, List<Polygon> pieces) {
    if (polygon.getNumInteriorRing() == 0) {
      pieces.add(polygon);
      return;
    }
    Envelope box = polygon.getEnvelopeInternal();
    double cut = Sketch.exact(polygon.getInteriorRingN(0).getEnvelopeInternal().centre().x);
    Geometry west = Sketch.box(box.getMinX() - 1, box.getMinY() - 1, cut, box.getMaxY() + 1);
    Geometry left = OverlayNG.overlay(polygon, west, OverlayNG.INTERSECTION, Sketch.CENTIMETRES);
    for (Geometry half : List.of(left, minus(polygon, west))) {
      for (int i = 0; i < half.getNumGeometries(); i++) {
        if (half.getGeometryN(i) instanceof Polygon part) {
          split(part, pieces);
        }
      }
    }
  }

  /** A pond in the middle of the widest lawn, empty where none is wide enough. */
  private static Geometry pond(List<Polygon> lawns) {
    Point middle = Sketch.FACTORY.createPoint();
    double widest = POND;
    for (Polygon lawn : lawns) {
      MaximumInscribedCircle circle = new MaximumInscribedCircle(lawn, 0.5);
      double radius = circle.getRadiusLine().getLength();
      if (radius > widest) {
        widest = radius;
        middle = circle.getCenter();
      }
    }
    if (middle.isEmpty()) {
      return middle;
    }
    double size = Math.min(LARGEST_POND, widest * 0.6);
    return shore(Math.rint(middle.getX()), Math.rint(middle.getY()), size);
  }

  private static Polygon shore(double x, double y, double size) {
    int corners = 28;
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      double angle = 2 * StrictMath.PI * i / corners;
      double radius = size * (0.86 + 0.14 * StrictMath.sin(3 * angle + 0.6));
      ring[i] = new Coordinate(
          Sketch.exact(x + radius * StrictMath.cos(angle)),
          Sketch.exact(y + 0.72 * radius * StrictMath.sin(angle)));
    }
    ring[corners] = ring[0].copy();
    return Sketch.FACTORY.createPolygon(ring);
  }
}
