package io.campustwin.place;

import java.util.Locale;
import java.util.Optional;

/** What a space is for. Words in files and interfaces are the kebab-case names. */
public enum SpaceKind {
  CLASSROOM,
  LABORATORY,
  COMPUTER_ROOM,
  ART_ROOM,
  MUSIC_ROOM,
  LIBRARY,
  OFFICE,
  MEETING_ROOM,
  ACTIVITY_ROOM,
  HALL,
  CORRIDOR,
  STAIR,
  TOILET,
  STORE,
  CANTEEN,
  KITCHEN,
  DORMITORY,
  MACHINE_ROOM,
  PLANT_ROOM,
  CONTROL_ROOM,
  GATE,
  SPORTS_GROUND,
  OUTDOOR;

  /** Such as {@code computer-room}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<SpaceKind> find(String word) {
    for (SpaceKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
