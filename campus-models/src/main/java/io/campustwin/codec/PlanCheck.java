package io.campustwin.codec;

import io.campustwin.codec.tree.Shapes;
import io.campustwin.place.Building;
import io.campustwin.place.Egress;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Checks rooms and passages against each other once all plans are read. */
final class PlanCheck {
  /** Two rooms may overlap and a room may stick out by this much: rounding of the drawing, m². */
  private static final double TOLERANCE = 0.05;

  /** A door stands in a wall: this far from its spaces at most, m. */
  private static final double WALL = 0.6;

  private final Draft draft;

  PlanCheck(Draft draft) {
    this.draft = draft;
  }

  void check() {
    Map<String, List<Space>> byStorey = new LinkedHashMap<>();
    for (Space space : draft.spaces.values()) {
      if (space.storey() != null) {
        byStorey.computeIfAbsent(space.storey(), key -> new ArrayList<>()).add(space);
        outline(space);
      }
    }
    byStorey.values().forEach(this::overlaps);
    draft.passages.values().forEach(this::ends);
    exits();
  }

  private void outline(Space space) {
    Building building = space.building() == null ? null : draft.buildings.get(space.building());
    if (building == null || building.outline().covers(space.polygon())) {
      return;
    }
    double outside = OverlayNGRobust.overlay(
            space.polygon(), building.outline(), OverlayNG.DIFFERENCE)
        .getArea();
    if (outside > TOLERANCE) {
      draft.faultAt(space.id(), FaultCode.ROOM_OUTSIDE_STOREY, building.id(), metres(outside));
    }
  }

  private void overlaps(List<Space> rooms) {
    STRtree tree = new STRtree();
    for (int i = 0; i < rooms.size(); i++) {
      tree.insert(rooms.get(i).polygon().getEnvelopeInternal(), i);
    }
    for (int i = 0; i < rooms.size(); i++) {
      for (Object found : tree.query(rooms.get(i).polygon().getEnvelopeInternal())) {
        int other = (Integer) found;
        if (other > i) {
          overlap(rooms.get(other), rooms.get(i));
        }
      }
    }
  }

  private void overlap(Space later, Space earlier) {
    Envelope shared =
        later.polygon().getEnvelopeInternal().intersection(earlier.polygon().getEnvelopeInternal());
    if (shared.isNull() || shared.getArea() <= TOLERANCE) {
      return;
    }
    Geometry both =
        OverlayNGRobust.overlay(later.polygon(), earlier.polygon(), OverlayNG.INTERSECTION);
    if (both.getArea() > TOLERANCE) {
      draft.faultAt(later.id(), FaultCode.OVERLAPPING_ROOMS, earlier.id(), metres(both.getArea()));
    }
  }

  private void ends(Passage passage) {
    end(passage, "from", passage.from());
    end(passage, "to", passage.to());
  }

  private void end(Passage passage, String side, String spaceId) {
    Space space = draft.spaces.get(spaceId);
    if (space == null) {
      draft.faultAt(passage.id(), FaultCode.DOOR_LEADS_NOWHERE, side, spaceId);
      return;
    }
    double away = distance(space.polygon(), passage.x(), passage.y());
    if (away > WALL) {
      draft.faultAt(passage.id(), FaultCode.DOOR_AWAY_FROM_SPACE, spaceId, metres(away));
    }
  }

  static double distance(Polygon polygon, double x, double y) {
    return polygon.distance(Shapes.FACTORY.createPoint(new Coordinate(x, y)));
  }

  static String metres(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private void exits() {
    Egress egress =
        Egress.of(List.copyOf(draft.spaces.values()), List.copyOf(draft.passages.values()));
    for (Space space : draft.spaces.values()) {
      if (space.capacity() > 0 && !egress.isReachable(space.id())) {
        draft.faultAt(space.id(), FaultCode.UNREACHABLE_EXIT);
      }
    }
  }
}
