package io.campustwin.codec.layout.grounds;

import io.campustwin.place.Landscape;
import io.campustwin.place.Landscape.Kind;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Trees in rows along the roads and loosely on the lawns. Size and place of each follow from where it stands, so that
 * the same grounds have the same trees. On large grounds they stand wider apart, so that there are a few hundred at most.
 */
final class Trees {
  private static final int ALONG_ROADS = 170;
  private static final int ON_LAWNS = 150;
  private static final double OFF_WAY = 1.4;
  private static final double OFF_WALL = 3.5;
  private static final double OFF_TREE = 4.5;

  private final Site site;
  private final Sketch sketch;
  private final STRtree kept = new STRtree();
  private final List<Coordinate> planted = new ArrayList<>();

  private Trees(Site site, Sketch sketch) {
    this.site = site;
    this.sketch = sketch;
    for (Landscape part : sketch.parts()) {
      if (part.kind() != Kind.LAWN) {
        keep(part.ground(), OFF_WAY);
      }
    }
    site.blocks().forEach(block -> keep(Sketch.FACTORY.toGeometry(block.box()), OFF_WALL));
    site.gates().forEach(gate -> keep(Sketch.FACTORY.toGeometry(gate.box()), OFF_WAY));
    keep(Sketch.FACTORY.toGeometry(site.sport()), OFF_WAY);
  }

  private void keep(Geometry from, double distance) {
    Geometry zone = from.buffer(distance);
    kept.insert(zone.getEnvelopeInternal(), zone);
  }

  static void draw(Site site, Sketch sketch) {
    Trees trees = new Trees(site, sketch);
    trees.rows();
    trees.groves();
  }

  private void rows() {
    List<Landscape> roads = sketch.parts(Kind.ROAD);
    double metres = roads.stream().mapToDouble(road -> road.shape().getLength()).sum();
    double step = Math.max(9, 2 * metres / ALONG_ROADS);
    for (Landscape road : roads) {
      LengthIndexedLine line = new LengthIndexedLine(road.shape());
      double length = road.shape().getLength();
      for (double at = step / 2; at < length; at += step) {
        plant(line.extractPoint(at, road.width() / 2 + 2));
        plant(line.extractPoint(at, -road.width() / 2 - 2));
      }
    }
  }

  private void groves() {
    double area = sketch.parts(Kind.LAWN).stream()
        .mapToDouble(lawn -> lawn.shape().getArea())
        .sum();
    double step = Math.max(10, Math.sqrt(area / ON_LAWNS));
    for (double x = step / 2; x < site.width(); x += step) {
      for (double y = step / 2; y < site.height(); y += step) {
        long seed = mix(Math.round(x * 100) * 1_000_003 + Math.round(y * 100));
        if (share(seed, 0) < 0.8) {
          double east = (share(seed, 16) - 0.5) * step * 0.8;
          plant(new Coordinate(x + east, y + (share(seed, 32) - 0.5) * step * 0.8));
        }
      }
    }
  }

  private void plant(Coordinate at) {
    Point place =
        Sketch.FACTORY.createPoint(new Coordinate(Sketch.exact(at.x), Sketch.exact(at.y)));
    if (isFree(place)) {
      long seed = mix(Math.round(at.x * 100) * 31 + Math.round(at.y * 100));
      double height = Math.rint((5 + 4.5 * share(seed, 0)) * 10) / 10;
      double crown = Math.rint(height * (0.5 + 0.2 * share(seed, 16)) * 10) / 10;
      planted.add(place.getCoordinate());
      sketch.tree(place, crown, height);
    }
  }

  private boolean isFree(Point place) {
    Coordinate at = place.getCoordinate();
    Envelope grounds = new Envelope(1, site.width() - 1, 1, site.height() - 1);
    return grounds.contains(at)
        && planted.stream().noneMatch(tree -> tree.distance(at) < OFF_TREE)
        && kept.query(place.getEnvelopeInternal()).stream()
            .noneMatch(zone -> ((Geometry) zone).intersects(place));
  }

  /** 16 bits of a seed as a share of one. */
  private static double share(long seed, int shift) {
    return (seed >>> shift & 0xffff) / 65536.0;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
