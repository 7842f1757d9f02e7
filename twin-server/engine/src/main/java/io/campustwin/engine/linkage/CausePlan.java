package io.campustwin.engine.linkage;

import io.campustwin.asset.Point;
import io.campustwin.engine.state.PointDirectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which points are detectors of which linkages, place by place. Made once for a set of linkages and shared by forks, on
 * any thread. Cost: every point against every term.
 */
public final class CausePlan {
  private final List<Linkage> linkages;

  /** By handle. */
  final List<List<Seat>> byPoint;

  /** By linkage and place. */
  final Map<String, Spot> spots = new TreeMap<>();

  /** Handles of all detectors. */
  final List<Integer> detectors = new ArrayList<>();

  /** One linkage in one place. */
  record Spot(Linkage linkage, String place) {}

  /** What a point is in a spot: one of those that its term asks for. */
  record Seat(String spot, int term) {}

  private CausePlan(PointDirectory directory, Surroundings around, List<Linkage> linkages) {
    this.linkages = List.copyOf(linkages);
    this.byPoint = new ArrayList<>(Collections.nCopies(directory.size(), List.of()));
    for (int handle = 0; handle < directory.size(); handle++) {
      if (directory.isAlive(handle)) {
        join(handle, directory.point(handle), around);
      }
    }
  }

  static CausePlan of(PointDirectory directory, Reach reach, List<Linkage> linkages) {
    return new CausePlan(directory, reach.around(), linkages);
  }

  /** True if this is the plan for these linkages. */
  boolean isFor(List<Linkage> others) {
    return linkages.equals(others);
  }

  private void join(int handle, Point point, Surroundings around) {
    List<Seat> seats = new ArrayList<>(0);
    for (Linkage linkage : linkages) {
      List<Cause.Term> terms = linkage.cause().terms();
      for (int term = 0; term < terms.size(); term++) {
        if (terms.get(term).selector().matches(point)) {
          String place = around.place(linkage.cause().within(), point.equipment(), point.space());
          String key = key(linkage.id(), place);
          spots.putIfAbsent(key, new Spot(linkage, place));
          seats.add(new Seat(key, term));
        }
      }
    }
    if (!seats.isEmpty()) {
      detectors.add(handle);
      byPoint.set(handle, List.copyOf(seats));
    }
  }

  static String key(String linkage, String place) {
    return linkage + " " + place;
  }
}
