package io.campustwin.codec.layout;

import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;

/**
 * A room that is wanted on a storey.
 *
 * @param width along the corridor, m; stretched so that both sides of the corridor are full
 * @param capacity persons
 */
record RoomSpec(SpaceKind kind, Name name, double width, int capacity) {
  static RoomSpec of(SpaceKind kind, String zh, String en) {
    return new RoomSpec(kind, new Name(zh, en), width(kind), capacity(kind));
  }

  private static double width(SpaceKind kind) {
    return switch (kind) {
      case LABORATORY, COMPUTER_ROOM, MUSIC_ROOM, KITCHEN -> 12;
      case LIBRARY, HALL, CANTEEN -> 24;
      case OFFICE, TOILET, STORE, MACHINE_ROOM, CONTROL_ROOM, DORMITORY -> 4.5;
      case MEETING_ROOM, PLANT_ROOM -> 6;
      default -> 9;
    };
  }

  private static int capacity(SpaceKind kind) {
    return switch (kind) {
      case CLASSROOM, ART_ROOM, MUSIC_ROOM, ACTIVITY_ROOM -> 45;
      case LABORATORY, COMPUTER_ROOM -> 48;
      case LIBRARY -> 90;
      case HALL -> 300;
      case CANTEEN -> 240;
      case KITCHEN -> 12;
      case OFFICE -> 8;
      case MEETING_ROOM -> 20;
      case DORMITORY -> 6;
      case CONTROL_ROOM -> 3;
      default -> 0;
    };
  }
}
