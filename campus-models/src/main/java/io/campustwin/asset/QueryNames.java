package io.campustwin.asset;

import io.campustwin.place.SpaceKind;
import io.campustwin.signal.PointId;

/** What a campus knows by name, to tell a mistyped query from one that finds nothing. */
final class QueryNames {
  private final CampusModel model;

  QueryNames(CampusModel model) {
    this.model = model;
  }

  boolean knows(QueryKey key, String value) {
    return switch (key) {
      case KIND -> model.kinds().containsKey(value);
      case BUILDING -> model.findBuilding(value).isPresent();
      case STOREY -> model.findStorey(value).isPresent() || isLevel(value);
      case SPACE -> model.findSpace(value).isPresent();
      case SPACEKIND -> SpaceKind.find(value).isPresent();
      case SYSTEM ->
        model.kinds().values().stream().anyMatch(kind -> kind.system().equals(value));
      case EQUIPMENT -> model.findEquipment(value).isPresent();
      case POINT -> value.endsWith("*") || isPoint(value);
      case ADAPTER, TAG, Q -> true;
    };
  }

  private boolean isLevel(String value) {
    return model.campus().buildings().stream()
        .flatMap(building -> building.storeys().stream())
        .anyMatch(storey -> Integer.toString(storey.level()).equals(value));
  }

  private boolean isPoint(String value) {
    return model.kinds().values().stream()
            .flatMap(kind -> kind.points().stream())
            .anyMatch(point -> point.name().equals(value) || point.name().endsWith("." + value))
        || PointId.isValid(value) && model.findPoint(PointId.of(value)).isPresent();
  }
}
