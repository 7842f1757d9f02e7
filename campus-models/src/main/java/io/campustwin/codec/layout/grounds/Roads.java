package io.campustwin.codec.layout.grounds;

import io.campustwin.place.Landscape.Kind;
import io.campustwin.place.Name;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The ring road inside the fence, the roads from the gates to it, the plaza at the main gate, and where nothing stands
 * in its way an avenue from the plaza to the far side of the ring.
 */
final class Roads {
  private static final double WIDEST = 6;
  private static final double DEEPEST = 8;
  private static final double PLAZA = 24;
  private static final double CLEAR = 3;

  private final Site site;
  private final Sketch sketch;

  /** Width of the ring road, m. */
  final double width;

  /** Its middle's distance from the fence, m. */
  final double inset;

  /** Straight stretches that a footpath may join. */
  final List<Envelope> spines = new ArrayList<>();

  private Roads(Site site, Sketch sketch) {
    this.site = site;
    this.sketch = sketch;
    double margin = site.margin();
    width = Math.floor(Math.max(1.5, Math.min(WIDEST, margin - 1)) * 2) / 2;
    inset = Math.min(DEEPEST, Math.max(width / 2 + 0.5, Math.floor(margin) / 2));
  }

  static Roads draw(Site site, Sketch sketch) {
    Roads roads = new Roads(site, sketch);
    roads.ring();
    roads.gates();
    return roads;
  }

  /** Edge of the ring road towards the grounds, m from the fence. */
  double inner() {
    return inset + width / 2;
  }

  /** Begins and ends at the main gate, so that its joint is not at a corner. */
  private void ring() {
    double east = site.width() - inset;
    double north = site.height() - inset;
    double gate = site.gates().get(0).x();
    List<Coordinate> corners = List.of(
        new Coordinate(gate, inset),
        new Coordinate(east, inset),
        new Coordinate(east, north),
        new Coordinate(inset, north),
        new Coordinate(inset, inset),
        new Coordinate(gate, inset));
    sketch.line(Kind.ROAD, new Name("环路", "Ring road"), width, 0, corners);
    for (int i = 0; i + 1 < corners.size(); i++) {
      spines.add(new Envelope(corners.get(i), corners.get(i + 1)));
    }
  }

  private void gates() {
    for (Site.Gate gate : site.gates()) {
      boolean south = gate.y() < site.height() / 2;
      double end = south ? inset : site.height() - inset;
      double across = Math.min(gate.width(), Math.max(width, 4));
      road(gate.x(), gate.y(), end, across, null);
    }
    plaza(site.gates().get(0));
  }

  private void road(double x, double from, double to, double across, @Nullable Name name) {
    List<Coordinate> line = List.of(new Coordinate(x, from), new Coordinate(x, to));
    sketch.line(Kind.ROAD, name, across, 0, line);
    spines.add(new Envelope(line.get(0), line.get(1)));
  }

  private void plaza(Site.Gate gate) {
    double half = Math.min(14, site.width() / 2 - inner() - 1);
    double south = inner();
    double north = Math.min(south + PLAZA, free(gate.x() - half, gate.x() + half, south) - CLEAR);
    if (north - south < 4) {
      return;
    }
    Name name = new Name("校门广场", "Gate plaza");
    sketch.area(Kind.PLAZA, name, Sketch.box(gate.x() - half, south, gate.x() + half, north));
    spines.add(new Envelope(gate.x(), gate.x(), inset, north));
    double end = site.height() - inset;
    double strip = (width + CLEAR) / 2;
    if (free(gate.x() - strip, gate.x() + strip, north) >= end) {
      road(gate.x(), north, end, width, new Name("中央大道", "Central avenue"));
    }
  }

  /** South edge of the first solid met on the way north in a strip; the north fence if there is none. */
  private double free(double west, double east, double from) {
    return site.solids().stream()
        .filter(box -> box.getMaxX() > west && box.getMinX() < east && box.getMaxY() > from)
        .mapToDouble(Envelope::getMinY)
        .min()
        .orElse(site.height());
  }
}
