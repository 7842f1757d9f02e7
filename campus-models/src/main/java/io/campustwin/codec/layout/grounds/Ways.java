package io.campustwin.codec.layout.grounds;

import io.campustwin.place.Landscape;
import io.campustwin.place.Landscape.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.linemerge.LineMerger;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** A footpath from every exit of every building, and from the sports ground, to the roads. */
final class Ways {
  private static final double WIDTH = 2;

  /** Middle of a path beside a building, m from its wall. */
  private static final double OFF_WALL = 2.5;

  /** Middle of a path beside courts and the sports ground, m. */
  private static final double OFF_COURT = 1.5;

  /** A door with the place in front of it where its path begins to go round things. */
  private record Start(Coordinate door, Coordinate front) {}

  private final Sketch sketch;
  private final Roads roads;
  private final List<Envelope> solids = new ArrayList<>();
  private final List<Start> starts = new ArrayList<>();

  /** Roads and plaza: paths end at their edge. */
  private final Geometry paved;

  private Ways(Sketch sketch, Roads roads) {
    this.sketch = sketch;
    this.roads = roads;
    this.paved = UnaryUnionNG.union(
        sketch.parts().stream()
            .filter(part -> part.kind().isWay())
            .map(Landscape::ground)
            .toList(),
        Sketch.CENTIMETRES);
  }

  static void draw(Site site, Sketch sketch, Roads roads) {
    Ways ways = new Ways(sketch, roads);
    for (Site.Block block : site.blocks()) {
      ways.solids.add(Sketch.grown(block.box(), OFF_WALL));
      block.exits().forEach(door -> ways.start(block.box(), door, OFF_WALL));
    }
    Stream.concat(
            Stream.of(site.sport()),
            sketch.parts(Kind.COURT).stream().map(court -> court.shape().getEnvelopeInternal()))
        .forEach(court -> ways.solids.add(Sketch.grown(court, OFF_COURT)));
    Coordinate west = new Coordinate(site.sport().getMinX(), site.sport().centre().y);
    ways.start(site.sport(), west, OFF_COURT);
    ways.find();
  }

  private void start(Envelope box, Coordinate door, double off) {
    Coordinate front = new Coordinate(door);
    if (door.x <= box.getMinX()) {
      front.x -= off;
    } else if (door.x >= box.getMaxX()) {
      front.x += off;
    } else {
      front.y += door.y <= box.getMinY() ? -off : off;
    }
    starts.add(new Start(door, front));
  }

  /** The doors nearest to a road first, so that the others can join them. */
  private void find() {
    List<Coordinate> fronts = starts.stream().map(Start::front).toList();
    Footpaths paths = new Footpaths(solids, roads.spines, fronts);
    starts.sort(Comparator.comparingDouble(this::metresToRoad));
    for (Start start : starts) {
      paths.find(start.front).ifPresent(corners -> path(start, corners));
    }
  }

  private double metresToRoad(Start start) {
    return roads.spines.stream()
        .mapToDouble(spine -> spine.distance(new Envelope(start.front)))
        .min()
        .orElse(0);
  }

  private void path(Start start, List<Coordinate> corners) {
    List<Coordinate> line = new ArrayList<>(corners);
    if (line.size() > 1 && isStraight(start.door, line.get(0), line.get(1))) {
      line.remove(0);
    }
    line.add(0, start.door);
    Geometry walk = Sketch.FACTORY.createLineString(line.toArray(new Coordinate[0]));
    Geometry rest = OverlayNG.overlay(walk, paved, OverlayNG.DIFFERENCE, Sketch.CENTIMETRES);
    LineMerger merger = new LineMerger();
    merger.add(rest);
    for (Object piece : merger.getMergedLineStrings()) {
      sketch.line(Kind.PATH, null, WIDTH, 0, List.of(((Geometry) piece).getCoordinates()));
    }
  }

  private static boolean isStraight(Coordinate a, Coordinate b, Coordinate c) {
    return a.x == b.x && b.x == c.x || a.y == b.y && b.y == c.y;
  }
}
