package io.campustwin.place;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * Shortest ways out. Nodes are the passages, two are joined if they touch the same indoor space; the way between them
 * is the straight line, which is short by the corners of bent corridors; a stair counts its slope (about twice the
 * height). One Dijkstra run from all exits serves every space. Ties go to the passage that comes first in the plans.
 */
public final class Egress {
  private static final double STAIR_METRES = 9;

  /** A passage with the way from it to the exit. */
  private record Reached(Passage passage, double metres) {}

  /**
   * A way out.
   *
   * @param passages in walking order, the last one leads out
   * @param metres from the middle of the space
   */
  public record Route(List<Passage> passages, double metres) {}

  private final Map<String, Space> spaces = new LinkedHashMap<>();
  private final Map<String, List<Passage>> passagesOf = new HashMap<>();
  private final Map<String, Double> metres = new HashMap<>();
  private final Map<String, Passage> next = new HashMap<>();

  private Egress(List<Space> spaces, List<Passage> passages) {
    spaces.forEach(space -> this.spaces.put(space.id(), space));
    for (Passage passage : passages) {
      passagesOf.computeIfAbsent(passage.from(), key -> new ArrayList<>()).add(passage);
      passagesOf.computeIfAbsent(passage.to(), key -> new ArrayList<>()).add(passage);
    }
    walk(passages);
  }

  public static Egress of(Campus campus) {
    return of(campus.spaces(), campus.passages());
  }

  public static Egress of(List<Space> spaces, List<Passage> passages) {
    return new Egress(spaces, passages);
  }

  private void walk(List<Passage> passages) {
    Map<String, Integer> order = new HashMap<>();
    passages.forEach(passage -> order.put(passage.id(), order.size()));
    PriorityQueue<Reached> queue = new PriorityQueue<>((a, b) -> {
      int byLength = Double.compare(a.metres, b.metres);
      return byLength != 0
          ? byLength
          : Integer.compare(
              order.getOrDefault(a.passage.id(), 0), order.getOrDefault(b.passage.id(), 0));
    });
    for (Passage passage : passages) {
      if (passage.exit() && passage.kind() != Passage.Kind.GATE) {
        metres.put(passage.id(), 0.0);
        queue.add(new Reached(passage, 0));
      }
    }
    while (!queue.isEmpty()) {
      Reached reached = queue.remove();
      if (reached.metres <= metres.getOrDefault(reached.passage.id(), Double.MAX_VALUE)) {
        step(reached, reached.passage.from(), queue);
        step(reached, reached.passage.to(), queue);
      }
    }
  }

  private void step(Reached reached, String through, PriorityQueue<Reached> queue) {
    if (isOutdoor(spaces.get(through))) {
      return;
    }
    for (Passage other : passagesOf.getOrDefault(through, List.of())) {
      double way = reached.metres + between(reached.passage, other);
      if (way < metres.getOrDefault(other.id(), Double.MAX_VALUE)) {
        metres.put(other.id(), way);
        next.put(other.id(), reached.passage);
        queue.add(new Reached(other, way));
      }
    }
  }

  private static boolean isOutdoor(@Nullable Space space) {
    return space == null || space.storey() == null;
  }

  private static double between(Passage a, Passage b) {
    double plan = length(a.x() - b.x(), a.y() - b.y());
    return plan + (b.kind() == Passage.Kind.STAIR ? STAIR_METRES : 0);
  }

  private static double length(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** The shortest way from the middle of an indoor space out of its building, empty if there is none. */
  public Optional<Route> route(String spaceId) {
    Space space = spaces.get(spaceId);
    if (space == null || isOutdoor(space)) {
      return Optional.empty();
    }
    Point middle = space.polygon().getCentroid();
    Passage best = null;
    double shortest = Double.MAX_VALUE;
    for (Passage passage : passagesOf.getOrDefault(spaceId, List.of())) {
      Double onward = metres.get(passage.id());
      double way = onward == null
          ? Double.MAX_VALUE
          : onward + length(passage.x() - middle.getX(), passage.y() - middle.getY());
      if (way < shortest) {
        shortest = way;
        best = passage;
      }
    }
    return best == null ? Optional.empty() : Optional.of(new Route(chain(best), shortest));
  }

  private List<Passage> chain(Passage first) {
    List<Passage> chain = new ArrayList<>();
    for (Passage at = first; at != null; at = next.get(at.id())) {
      chain.add(at);
    }
    return List.copyOf(chain);
  }

  /** True if people can walk from the space out of its building. Outdoor spaces always can. */
  public boolean isReachable(String spaceId) {
    Space space = spaces.get(spaceId);
    return space != null && (isOutdoor(space) || route(spaceId).isPresent());
  }

  /** Passages that any space of a storey needs on its shortest way out, in walking order of the spaces. */
  public List<Passage> passagesOnRoutes(String storeyId) {
    Set<Passage> needed = new LinkedHashSet<>();
    for (Space space : spaces.values()) {
      if (storeyId.equals(space.storey()) && space.capacity() > 0) {
        route(space.id()).ifPresent(route -> needed.addAll(route.passages()));
      }
    }
    return List.copyOf(needed);
  }

  /** Passages that touch a space. */
  public List<Passage> passagesOf(String spaceId) {
    return Collections.unmodifiableList(passagesOf.getOrDefault(spaceId, List.of()));
  }
}
