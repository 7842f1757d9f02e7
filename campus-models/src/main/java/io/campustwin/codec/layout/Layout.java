package io.campustwin.codec.layout;

import io.campustwin.place.Landscape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Everything of a campus while it is laid out, in the order of the files. */
final class Layout {
  /** A storey's rectangle. */
  record StoreyBox(
      String id,
      String building,
      int level,
      double elevation,
      double height,
      double x0,
      double y0,
      double x1,
      double y1) {}

  /** A zone row: members are ids of spaces, storeys or buildings joined by blanks. */
  record ZoneRow(String id, String kind, String zh, String en, String members) {}

  /** A relation row. */
  record Link(String kind, String from, String to) {}

  final List<StoreyBox> storeys = new ArrayList<>();
  final List<Room> rooms = new ArrayList<>();
  final List<Door> doors = new ArrayList<>();
  final List<Piece> pieces = new ArrayList<>();
  final List<ZoneRow> zones = new ArrayList<>();
  final List<Link> links = new ArrayList<>();
  final List<Landscape> landscape = new ArrayList<>();

  private final Map<String, Room> roomById = new HashMap<>();
  private final Map<String, Door> doorById = new HashMap<>();

  void add(Room room) {
    rooms.add(room);
    roomById.put(room.id(), room);
  }

  void add(Door door) {
    doors.add(door);
    doorById.put(door.id(), door);
  }

  Room room(String id) {
    return Objects.requireNonNull(roomById.get(id), id);
  }

  Door door(String id) {
    return Objects.requireNonNull(doorById.get(id), id);
  }
}
