package io.campustwin.asset;

import io.campustwin.place.Egress;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.Storey;
import io.campustwin.place.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Questions about where things are that linkages and scenarios ask. Everything is worked out once when it is made, so
 * that answers are look-ups; all lists keep the model's order. Unknown ids give empty lists.
 */
public final class SpatialQuery {
  /** A camera sees a space if it sees at least this much of its floor, m². */
  private static final double SEEN = 1;

  /** A camera sees a door if its view comes this near to the door's middle, m. */
  private static final double DOOR = 0.3;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final CampusModel model;
  private final Egress egress;
  private final Map<Equipment, Geometry> views = new LinkedHashMap<>();
  private final Map<String, Geometry> viewsById = new HashMap<>();
  private final Map<String, List<Equipment>> camerasBySpace = new LinkedHashMap<>();
  private final Map<String, List<Equipment>> doorsByStorey = new LinkedHashMap<>();

  private SpatialQuery(CampusModel model) {
    this.model = model;
    this.egress = Egress.of(model.campus());
    model.equipment().stream().filter(one -> one.kind().equals("camera")).forEach(this::look);
    for (var building : model.campus().buildings()) {
      building.storeys().forEach(storey -> doorsByStorey.put(storey.id(), doors(storey)));
    }
  }

  public static SpatialQuery of(CampusModel model) {
    return new SpatialQuery(model);
  }

  private List<Equipment> doors(Storey storey) {
    Set<String> passages = new LinkedHashSet<>();
    egress.passagesOnRoutes(storey.id()).forEach(passage -> passages.add(passage.id()));
    return model.equipment().stream()
        .filter(one -> one.kind().equals("access-door"))
        .filter(one -> passages.contains(one.facts().getOrDefault("passage", "")))
        .toList();
  }

  private void look(Equipment camera) {
    Optional<Space> home = model.findSpace(camera.space());
    if (home.isEmpty()) {
      return;
    }
    double angle = fact(camera, "fieldOfView", 90);
    double range = fact(camera, "range", 15);
    Coordinate eye = new Coordinate(camera.x(), camera.y());
    List<Space> candidates = candidates(home.get());
    Geometry visible = ViewCone.of(eye, camera.heading(), angle, range, walls(home.get()));
    views.put(camera, visible);
    viewsById.put(camera.id(), visible);
    for (Space space : candidates) {
      boolean near =
          space.polygon().getEnvelopeInternal().intersects(visible.getEnvelopeInternal());
      if (near && visible.intersection(space.polygon()).getArea() >= SEEN) {
        camerasBySpace.computeIfAbsent(space.id(), key -> new ArrayList<>()).add(camera);
      }
    }
  }

  private List<Space> candidates(Space home) {
    return home.storey() == null
        ? model.campus().spaces().stream()
            .filter(space -> space.storey() == null)
            .toList()
        : List.of(home);
  }

  /** Indoors the walls of the room, outdoors the outlines of the buildings. */
  private Geometry walls(Space home) {
    if (home.storey() != null) {
      return home.polygon().getBoundary();
    }
    Geometry[] outlines = model.campus().buildings().stream()
        .map(building -> building.outline().getBoundary())
        .toArray(Geometry[]::new);
    return FACTORY.createGeometryCollection(outlines).union();
  }

  private static double fact(Equipment camera, String key, double otherwise) {
    String text = camera.facts().get(key);
    try {
      return text == null ? otherwise : Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      return otherwise;
    }
  }

  /** The graph of ways out. */
  public Egress egress() {
    return egress;
  }

  /** Spaces of the fire compartments that a space belongs to, itself among them; only itself if it is in none. */
  public List<Space> sameCompartment(String spaceId) {
    Set<String> ids = new LinkedHashSet<>();
    zonesOf(spaceId, "fire-compartment").forEach(zone -> ids.addAll(zone.spaces()));
    if (ids.isEmpty()) {
      ids.add(spaceId);
    }
    return model.campus().spaces().stream()
        .filter(space -> ids.contains(space.id()))
        .toList();
  }

  /** Access doors on the ways out of the storey that a space is on. */
  public List<Equipment> egressDoors(String spaceId) {
    String storey = model.findSpace(spaceId).map(Space::storey).orElse("");
    return doorsByStorey.getOrDefault(storey, List.of());
  }

  /**
   * Cameras that see at least a square metre of a space past the walls; where there is none, those that see one of its
   * doors from the other side.
   */
  public List<Equipment> camerasSeeing(String spaceId) {
    List<Equipment> inside = camerasBySpace.getOrDefault(spaceId, List.of());
    if (!inside.isEmpty()) {
      return List.copyOf(inside);
    }
    List<Passage> doors = egress.passagesOf(spaceId).stream()
        .filter(passage -> passage.kind() != Passage.Kind.STAIR)
        .toList();
    return views.entrySet().stream()
        .filter(view -> doors.stream().anyMatch(door -> sees(view.getKey(), view.getValue(), door)))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean sees(Equipment camera, Geometry view, Passage door) {
    boolean near = camera.space().equals(door.from()) || camera.space().equals(door.to());
    Coordinate at = new Coordinate(door.x(), door.y());
    return near && view.isWithinDistance(FACTORY.createPoint(at), DOOR);
  }

  /** What a camera sees in plan, cut at the walls, in local metres; empty for what is no camera. */
  public Optional<Geometry> findView(String cameraId) {
    return Optional.ofNullable(viewsById.get(cameraId));
  }

  /** Broadcast zones (equipment) that serve a space. */
  public List<Equipment> broadcastZonesOf(String spaceId) {
    Set<String> zones = new LinkedHashSet<>();
    zonesOf(spaceId, "broadcast").forEach(zone -> zones.add(zone.id()));
    Set<String> serving = new LinkedHashSet<>();
    for (Relation relation : model.relations()) {
      boolean hit = zones.contains(relation.to()) || relation.to().equals(spaceId);
      if (relation.kind() == Relation.Kind.SERVES && hit) {
        serving.add(relation.from());
      }
    }
    return model.equipment().stream()
        .filter(one -> one.kind().equals("broadcast-zone") && serving.contains(one.id()))
        .toList();
  }

  /** Zones of a kind that a space belongs to. */
  public List<Zone> zonesOf(String spaceId, String kind) {
    return model.campus().zones().stream()
        .filter(zone -> zone.kind().equals(kind) && zone.spaces().contains(spaceId))
        .toList();
  }

  /** The storeys right above and below the one a space is on, the lower first. */
  public List<Storey> storeysAround(String spaceId) {
    Optional<Storey> storey =
        model.findSpace(spaceId).map(Space::storey).flatMap(model::findStorey);
    if (storey.isEmpty()) {
      return List.of();
    }
    int level = storey.get().level();
    return model
        .findBuilding(storey.get().building())
        .map(building -> building.storeys().stream()
            .filter(other -> Math.abs(other.level() - level) == 1)
            .toList())
        .orElse(List.of());
  }

  /** The shortest way from a space out of its building. */
  public Optional<Egress.Route> routeOut(String spaceId) {
    return egress.route(spaceId);
  }

  /** Doors, stairs and openings of a space. */
  public List<Passage> passagesOf(String spaceId) {
    return egress.passagesOf(spaceId);
  }
}
