package io.campustwin.codec.layout;

import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;

/**
 * A space as laid out: a rectangle in local metres.
 *
 * @param building empty outdoors
 * @param storey id, empty outdoors
 * @param level 0 outdoors
 * @param doorNorth true if its door is in the north wall
 */
record Room(
    String id,
    Name name,
    SpaceKind kind,
    String building,
    String storey,
    int level,
    double x0,
    double y0,
    double x1,
    double y1,
    double height,
    int capacity,
    boolean doorNorth) {
  double area() {
    return (x1 - x0) * (y1 - y0);
  }

  /** Across the room from west, 0 to 1. */
  double x(double fraction) {
    return x0 + (x1 - x0) * fraction;
  }

  /** Across the room from the wall opposite the door, 0 to 1. */
  double y(double fraction) {
    return doorNorth ? y0 + (y1 - y0) * fraction : y1 - (y1 - y0) * fraction;
  }

  boolean isPublic() {
    return switch (kind) {
      case MACHINE_ROOM, CONTROL_ROOM, DORMITORY, PLANT_ROOM, STORE, KITCHEN -> false;
      default -> true;
    };
  }
}
