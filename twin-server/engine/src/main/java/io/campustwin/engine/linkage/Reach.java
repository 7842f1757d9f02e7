package io.campustwin.engine.linkage;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How far linkages reach on one campus: in which places a cause can become true, and which points an effect has from
 * there. The engine, the check and the matrix all ask here, so that they can never disagree. Look-ups are remembered,
 * by any thread: forks of a twin share one.
 */
public final class Reach {
  private final CampusModel model;
  private final Surroundings around;
  private final Map<Selector, List<Point>> selected = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> near = new ConcurrentHashMap<>();

  private Reach(CampusModel model) {
    this.model = model;
    this.around = new Surroundings(model);
  }

  public static Reach of(CampusModel model) {
    return new Reach(model);
  }

  public CampusModel model() {
    return model;
  }

  Surroundings around() {
    return around;
  }

  /** Points that a selector means, anywhere on the campus, in the order of the model. */
  public List<Point> points(Selector selector) {
    return selected.computeIfAbsent(selector, key -> model.points().stream()
        .filter(key::matches)
        .filter(point -> key.spaceKind().isEmpty() || isIn(key.spaceKind(), point))
        .toList());
  }

  private boolean isIn(String spaceKind, Point point) {
    return model
        .findSpace(point.space())
        .filter(space -> space.kind().word().equals(spaceKind))
        .isPresent();
  }

  /** Targets of an effect around all causes, each once, in the order of the model. */
  public List<Point> targets(Effect effect, List<PointId> causes) {
    Set<String> equipment = new LinkedHashSet<>();
    for (PointId id : causes) {
      Point cause = model.findPoint(id).orElse(null);
      if (cause != null && effect.where() == Effect.Where.SAME_EQUIPMENT) {
        equipment.add(cause.equipment());
      } else if (cause != null) {
        equipment.addAll(near(effect.where(), cause.space()));
      }
    }
    return points(effect.selector()).stream()
        .filter(point -> equipment.contains(point.equipment()))
        .toList();
  }

  private Set<String> near(Effect.Where where, String space) {
    return near.computeIfAbsent(where.word() + " " + space, key -> around.equipment(where, space));
  }

  /** Places in which a linkage's cause can become true, with the points that can make it so for each term. */
  public Map<String, List<List<PointId>>> causes(Linkage linkage) {
    Map<String, List<List<PointId>>> places = new LinkedHashMap<>();
    List<Cause.Term> terms = linkage.cause().terms();
    for (int term = 0; term < terms.size(); term++) {
      for (Point point : points(terms.get(term).selector())) {
        String place = around.place(linkage.cause().within(), point.equipment(), point.space());
        places.computeIfAbsent(place, key -> empty(terms.size())).get(term).add(point.id());
      }
    }
    places.values().removeIf(points -> !isEnough(linkage.cause(), points));
    return places;
  }

  private static List<List<PointId>> empty(int terms) {
    List<List<PointId>> lists = new ArrayList<>();
    for (int term = 0; term < terms; term++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private boolean isEnough(Cause cause, List<List<PointId>> terms) {
    Set<String> all = new LinkedHashSet<>();
    List<Set<String>> meeting = new ArrayList<>();
    for (List<PointId> points : terms) {
      Set<String> pieces = new LinkedHashSet<>();
      points.forEach(id -> model.findPoint(id).ifPresent(point -> pieces.add(point.equipment())));
      meeting.add(pieces);
      all.addAll(pieces);
    }
    boolean every = !cause.everyTerm()
        || (cause.count() >= terms.size()
            ? Independence.isPossible(meeting)
            : meeting.stream().noneMatch(Set::isEmpty));
    return every && all.size() >= cause.count();
  }
}
