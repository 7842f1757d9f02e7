package io.campustwin.engine.linkage;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Relation;
import io.campustwin.place.Space;
import io.campustwin.place.Zone;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which equipment stands in which relation to a space. Zones decide first; where the model draws none, the storey does.
 */
final class Surroundings {
  private final CampusModel model;
  private final EgressRoutes routes;

  Surroundings(CampusModel model) {
    this.model = model;
    this.routes = new EgressRoutes(model);
  }

  /** Name of the place that {@code space} belongs to; equal names are one place. */
  String place(Cause.Within within, String equipment, String space) {
    return switch (within) {
      case EQUIPMENT -> equipment;
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
      case SAME_BUILDING -> within(Cause.Within.BUILDING, space);
      case CAMPUS -> within(Cause.Within.CAMPUS, space);
      case EGRESS_DOORS -> egressDoors(space);
      case CAMERAS_SEEING -> related(Relation.Kind.OBSERVES, "camera", space);
      case BROADCAST_ZONES -> related(Relation.Kind.SERVES, "broadcast-zone", space);
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

  /** Access doors whose passage lies on a way out, or which stand in a space on it when they name no passage. */
  private Set<String> egressDoors(String space) {
    EgressRoutes.Route route = routes.from(space);
    Set<String> found = new LinkedHashSet<>();
    for (Equipment piece : model.equipment()) {
      String passage = piece.facts().get("passage");
      boolean on = passage == null
          ? route.spaces().contains(piece.space())
          : route.passages().contains(passage);
      if (on && piece.kind().equals("access-door")) {
        found.add(piece.id());
      }
    }
    return found;
  }

  /** By relation to the space or a zone around it; else what stands in the space, else on its storey. */
  private Set<String> related(Relation.Kind kind, String equipmentKind, String space) {
    Set<String> goals = new LinkedHashSet<>(List.of(space, storey(space), building(space)));
    for (Zone zone : model.campus().zones()) {
      if (zone.spaces().contains(space)) {
        goals.add(zone.id());
      }
    }
    Set<String> found = new LinkedHashSet<>();
    for (Relation relation : model.relations()) {
      if (relation.kind() == kind && goals.contains(relation.to())) {
        model
            .findEquipment(relation.from())
            .filter(piece -> piece.kind().equals(equipmentKind))
            .ifPresent(piece -> found.add(piece.id()));
      }
    }
    for (Cause.Within nearer : List.of(Cause.Within.SPACE, Cause.Within.STOREY)) {
      if (found.isEmpty()) {
        within(nearer, space).stream()
            .filter(id -> isOfKind(id, equipmentKind))
            .forEach(found::add);
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
