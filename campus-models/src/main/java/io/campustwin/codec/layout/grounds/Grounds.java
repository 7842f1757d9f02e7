package io.campustwin.codec.layout.grounds;

import io.campustwin.place.Landscape;
import io.campustwin.place.Landscape.Kind;
import io.campustwin.place.Name;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/** The door of this package. The same site gives the same grounds, to the centimetre. */
public final class Grounds {
  private static final double FENCE = 2.2;
  private static final double GAP = 5;
  private static final double COURT_LENGTH = 28;
  private static final double COURT_WIDTH = 15;

  private final Site site;
  private final Sketch sketch = new Sketch();

  private Grounds(Site site) {
    this.site = site;
  }

  /** Everything outdoors that is no space, from the ground up. */
  public static List<Landscape> of(Site site) {
    return new Grounds(site).draw();
  }

  private List<Landscape> draw() {
    Roads roads = Roads.draw(site, sketch);
    courts(roads);
    Ways.draw(site, sketch, roads);
    fence();
    Greens.draw(site, sketch);
    Trees.draw(site, sketch);
    return sketch.parts();
  }

  /** Two basketball courts south of the sports ground, or north of it; none where there is no room. */
  private void courts(Roads roads) {
    Envelope sport = site.sport();
    double south = sport.getMinY() - GAP - COURT_WIDTH;
    double north = sport.getMaxY() + GAP;
    if (!court(roads, 0, south)) {
      court(roads, 0, north);
      return;
    }
    court(roads, COURT_LENGTH + GAP, south);
  }

  private boolean court(Roads roads, double east, double y) {
    double x = site.sport().getMinX() + east;
    Envelope box = new Envelope(x, x + COURT_LENGTH, y, y + COURT_WIDTH);
    double edge = roads.inner() + 1;
    Envelope inside = new Envelope(edge, site.width() - edge, edge, site.height() - edge);
    Envelope clear = Sketch.grown(box, GAP - 1);
    boolean free = inside.contains(box)
        && site.solids().stream().noneMatch(clear::intersects)
        && sketch.parts().stream()
            .skip(1)
            .noneMatch(part -> part.ground().getEnvelopeInternal().intersects(clear));
    if (free) {
      Name name = new Name("篮球场", "Basketball court");
      sketch.area(
          Kind.COURT, name, Sketch.box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()));
    }
    return free;
  }

  /** From each gate to the next, eastwards round; the openings are left out. */
  private void fence() {
    Site.Gate south = site.gates().get(0);
    Site.Gate north = site.gates().get(1);
    List<Coordinate> east = new ArrayList<>();
    east.add(new Coordinate(south.x() + south.width() / 2, 0));
    east.add(new Coordinate(site.width(), 0));
    east.add(new Coordinate(site.width(), site.height()));
    east.add(new Coordinate(north.x() + north.width() / 2, site.height()));
    sketch.line(Kind.FENCE, null, 0.1, FENCE, east);
    List<Coordinate> west = new ArrayList<>();
    west.add(new Coordinate(north.x() - north.width() / 2, site.height()));
    west.add(new Coordinate(0, site.height()));
    west.add(new Coordinate(0, 0));
    west.add(new Coordinate(south.x() - south.width() / 2, 0));
    sketch.line(Kind.FENCE, null, 0.1, FENCE, west);
  }
}
