package io.campustwin.simulator.evacuation;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Where people can walk: rooms joined by doors. A stair flight is a room of its own whose length is that of the slope.
 * Rooms lie on planes (a storey, a flight); a door may lead to another plane, then it has a line in each. A door used
 * in one direction is a way: twice its index, plus one if it is used from its second room to its first.
 */
public final class Floorplan {
  /** The room that exits lead to. */
  public static final int OUTSIDE = -1;

  private static final GeometryFactory SHAPES = new GeometryFactory();

  /**
   * A room or a flight of stairs.
   *
   * @param plane of all rooms whose coordinates can be compared
   * @param upX direction in which a flight rises, a unit vector; both 0 on the level
   */
  public record Room(String id, Polygon shape, int plane, double upX, double upY) {
    boolean isStair() {
      return upX != 0 || upY != 0;
    }
  }

  /**
   * A door, an opening or the mouth of a flight.
   *
   * @param to {@link #OUTSIDE} for an exit
   * @param stairs true if a code's flow of stairs holds
   */
  public record Door(String id, int from, int to, double width, boolean stairs) {}

  final List<Room> rooms;
  final List<Door> doors;
  final int[] source;
  final int[] target;

  /** Line of a way in its source's plane, source on the left. */
  final Line[] near;

  /** The same line in its target's plane, target on the right. */
  final Line[] far;

  final int[][] waysOf;

  Floorplan(List<Room> rooms, List<Door> doors, List<Line> here, List<Line> there) {
    this.rooms = List.copyOf(rooms);
    this.doors = List.copyOf(doors);
    int ways = 2 * doors.size();
    source = new int[ways];
    target = new int[ways];
    near = new Line[ways];
    far = new Line[ways];
    for (int d = 0; d < doors.size(); d++) {
      Door door = doors.get(d);
      source[2 * d] = target[2 * d + 1] = door.from();
      target[2 * d] = source[2 * d + 1] = door.to();
      near[2 * d] = here.get(d);
      far[2 * d] = there.get(d);
      near[2 * d + 1] = there.get(d).reversed();
      far[2 * d + 1] = here.get(d).reversed();
    }
    waysOf = collectWays();
  }

  private int[][] collectWays() {
    int[][] collected = new int[rooms.size()][];
    for (int room = 0; room < collected.length; room++) {
      List<Integer> own = new ArrayList<>();
      for (int way = 0; way < source.length; way++) {
        if (source[way] == room) {
          own.add(way);
        }
      }
      collected[room] = own.stream().mapToInt(Integer::intValue).toArray();
    }
    return collected;
  }

  public List<Room> rooms() {
    return rooms;
  }

  public List<Door> doors() {
    return doors;
  }

  /** Ways out of a room. */
  public int[] ways(int room) {
    return waysOf[room].clone();
  }

  /** The room that a way begins in, {@link #OUTSIDE} for the way in by an exit. */
  public int source(int way) {
    return source[way];
  }

  /** The room that a way leads to, {@link #OUTSIDE} for an exit. */
  public int target(int way) {
    return target[way];
  }

  /** East and north of the middle of a door, in the plane of its first room, m. */
  public double[] middle(int door) {
    Line line = near[2 * door];
    return new double[] {line.pointX(line.length / 2, 0), line.pointY(line.length / 2, 0)};
  }

  boolean isExit(int way) {
    return target[way] == OUTSIDE;
  }

  double width(int way) {
    return near[way].length;
  }

  /** The room of a plane that holds a point, {@link #OUTSIDE} if there is none. */
  public int locate(int plane, double x, double y) {
    Point point = SHAPES.createPoint(new Coordinate(x, y));
    for (int room = 0; room < rooms.size(); room++) {
      if (rooms.get(room).plane() == plane && rooms.get(room).shape().covers(point)) {
        return room;
      }
    }
    return OUTSIDE;
  }

  /** Index of a room, {@link #OUTSIDE} if there is none of that id. */
  public int room(String id) {
    for (int room = 0; room < rooms.size(); room++) {
      if (rooms.get(room).id().equals(id)) {
        return room;
      }
    }
    return OUTSIDE;
  }

  /** Index of a door, -1 if there is none of that id. */
  public int door(String id) {
    for (int door = 0; door < doors.size(); door++) {
      if (doors.get(door).id().equals(id)) {
        return door;
      }
    }
    return -1;
  }

  /** Number of planes. */
  int planes() {
    return rooms.stream().mapToInt(Room::plane).max().orElse(-1) + 1;
  }
}
