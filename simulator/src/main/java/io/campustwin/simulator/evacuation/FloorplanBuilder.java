package io.campustwin.simulator.evacuation;

import io.campustwin.simulator.evacuation.Floorplan.Door;
import io.campustwin.simulator.evacuation.Floorplan.Room;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Draws a floor plan room by room, m. Doors are checked as they are drawn. */
public final class FloorplanBuilder {
  /** Narrowest door that a person can pass, m: shoulder breadth of a 95th percentile man. */
  static final double NARROWEST = 0.5;

  private static final double REACH = 0.05;
  private static final GeometryFactory SHAPES = new GeometryFactory();
  private final List<Room> rooms = new ArrayList<>();
  private final List<Door> doors = new ArrayList<>();
  private final List<Line> here = new ArrayList<>();
  private final List<Line> there = new ArrayList<>();

  /** A room on the level; gives its index. */
  public int room(String id, int plane, Polygon shape) {
    rooms.add(new Room(id, shape, plane, 0, 0));
    return rooms.size() - 1;
  }

  /** A room of the corners x, y, x, y ... */
  public int room(String id, int plane, double... corners) {
    return room(id, plane, polygon(corners));
  }

  /** A flight on a plane of its own, rising along x; y across. */
  public int flight(String id, int plane, double length, double width) {
    rooms.add(new Room(id, box(0, 0, length, width), plane, 1, 0));
    return rooms.size() - 1;
  }

  /** A door whose line is the same in both rooms. */
  public int door(String id, int from, int to, double... ends) {
    return join(new Door(id, from, to, 0, false), line(ends), line(ends));
  }

  /** The mouth of a flight: a line in the room and one in the flight. */
  public int mouth(String id, int room, double[] inRoom, int flight, double[] inFlight) {
    return join(new Door(id, room, flight, 0, true), line(inRoom), line(inFlight));
  }

  /** A passage with a line in each of two planes and the flow of a door. */
  public int portal(String id, int from, double[] inFrom, int to, double[] inTo) {
    return join(new Door(id, from, to, 0, false), line(inFrom), line(inTo));
  }

  private int join(Door door, Line first, Line second) {
    if (first.length < NARROWEST - 1e-9) {
      String width = String.format(Locale.ROOT, "%.2f", first.length);
      throw new BadPlan(BadPlan.Code.NARROW_DOOR, door.id(), width);
    }
    here.add(facing(door.id(), first, door.from(), true));
    boolean exit = door.to() == Floorplan.OUTSIDE;
    there.add(exit ? here.get(here.size() - 1) : facing(door.id(), second, door.to(), false));
    doors.add(new Door(door.id(), door.from(), door.to(), first.length, door.stairs()));
    return doors.size() - 1;
  }

  private Line facing(String id, Line line, int room, boolean left) {
    if (holds(room, line, left)) {
      return line;
    }
    if (holds(room, line, !left)) {
      return line.reversed();
    }
    throw new BadPlan(BadPlan.Code.DETACHED_DOOR, id, rooms.get(room).id());
  }

  private boolean holds(int room, Line line, boolean left) {
    double offset = left ? REACH : -REACH;
    Coordinate beside =
        new Coordinate(line.pointX(line.length / 2, offset), line.pointY(line.length / 2, offset));
    return rooms.get(room).shape().covers(SHAPES.createPoint(beside));
  }

  public Floorplan build() {
    return new Floorplan(rooms, doors, here, there);
  }

  private static Line line(double... ends) {
    return new Line(ends[0], ends[1], ends[2], ends[3]);
  }

  /** A rectangle. */
  public static Polygon box(double x0, double y0, double x1, double y1) {
    return polygon(x0, y0, x1, y0, x1, y1, x0, y1);
  }

  static Point point(Person person) {
    return SHAPES.createPoint(new Coordinate(person.x(), person.y()));
  }

  static Polygon polygon(double... corners) {
    Coordinate[] ring = new Coordinate[corners.length / 2 + 1];
    for (int i = 0; i < ring.length - 1; i++) {
      ring[i] = new Coordinate(corners[2 * i], corners[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0];
    return SHAPES.createPolygon(ring);
  }
}
