package io.campustwin.engine.linkage;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.SpatialQuery;
import io.campustwin.place.Space;
import io.campustwin.place.Zone;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which equipment stands in which relation to a space. Zones decide first; where the model draws none, the storey does.
 */
final class Surroundings {
  private final CampusModel model;
  private final SpatialQuery spatial;
  private final Map<Cause.Within, Map<String, String>> places = new EnumMap<>(Cause.Within.class);

  Surroundings(CampusModel model) {
    this.model = model;
    this.spatial = SpatialQuery.of(model);
    for (Cause.Within within : Cause.Within.values()) {
      places.put(within, new ConcurrentHashMap<>());
    }
  }

  /** Name of the place that {@code space} belongs to; equal names are one place. */
  String place(Cause.Within within, String equipment, String space) {
    if (within == Cause.Within.EQUIPMENT) {
      return equipment;
    }
    Map<String, String> known = places.get(within);
    return known == null
        ? place(within, space)
        : known.computeIfAbsent(space, key -> place(within, key));
  }

  private String place(Cause.Within within, String space) {
    return switch (within) {
      case EQUIPMENT -> "";
      case SPACE -> space;
      case FIRE_COMPARTMENT -> zoneOr("fire-compartment", space);
      case SECURITY_ZONE -> zoneOr("security", space);
      case STOREY -> storey(space);
      case BUILDING -> building(space);
      case CAMPUS -> model.campus().id();
    };
  }

  /** Ids of the equipment in a relation to {@code space}, in the order of the model. */
  Set<String> equipment(Effect.Where where, String space) {
    return switch (where) {
      case SAME_EQUIPMENT -> Set.of();
      case SAME_SPACE -> within(Cause.Within.SPACE, space);
      case SAME_COMPARTMENT -> within(Cause.Within.FIRE_COMPARTMENT, space);
      case SAME_STOREY -> within(Cause.Within.STOREY, space);
      case STOREYS_AROUND -> around(space);
      case SAME_BUILDING -> within(Cause.Within.BUILDING, space);
      case CAMPUS -> within(Cause.Within.CAMPUS, space);
      case EGRESS_DOORS -> ids(spatial.egressDoors(space));
      case CAMERAS_SEEING -> nearest(spatial.camerasSeeing(space), "camera", space);
      case BROADCAST_ZONES -> nearest(spatial.broadcastZonesOf(space), "broadcast-zone", space);
    };
  }

  private Set<String> within(Cause.Within within, String space) {
    String place = place(within, "", space);
    Set<String> found = new LinkedHashSet<>();
    for (Equipment piece : model.equipment()) {
      if (place(within, "", piece.space()).equals(place)) {
        found.add(piece.id());
      }
    }
    return found;
  }

  private Set<String> around(String space) {
    Set<String> storeys = new LinkedHashSet<>();
    spatial.storeysAround(space).forEach(storey -> storeys.add(storey.id()));
    Set<String> found = new LinkedHashSet<>();
    for (Equipment piece : model.equipment()) {
      if (storeys.contains(storey(piece.space()))) {
        found.add(piece.id());
      }
    }
    return found;
  }

  private static Set<String> ids(List<Equipment> pieces) {
    Set<String> ids = new LinkedHashSet<>();
    pieces.forEach(piece -> ids.add(piece.id()));
    return ids;
  }

  /** Those found; if there are none, those of the kind in the space, else on its storey. */
  private Set<String> nearest(List<Equipment> pieces, String kind, String space) {
    Set<String> found = ids(pieces);
    for (Cause.Within nearer : List.of(Cause.Within.SPACE, Cause.Within.STOREY)) {
      if (found.isEmpty()) {
        within(nearer, space).stream().filter(id -> isOfKind(id, kind)).forEach(found::add);
      }
    }
    return found;
  }

  private boolean isOfKind(String equipment, String kind) {
    return model
        .findEquipment(equipment)
        .filter(piece -> piece.kind().equals(kind))
        .isPresent();
  }

  private String zoneOr(String kind, String space) {
    for (Zone zone : model.campus().zones()) {
      if (zone.kind().equals(kind) && zone.spaces().contains(space)) {
        return zone.id();
      }
    }
    return storey(space);
  }

  private String storey(String space) {
    String storey = model.findSpace(space).map(Space::storey).orElse(null);
    return storey == null ? space : storey;
  }

  private String building(String space) {
    String building = model.findSpace(space).map(Space::building).orElse(null);
    return building == null ? space : building;
  }
}
