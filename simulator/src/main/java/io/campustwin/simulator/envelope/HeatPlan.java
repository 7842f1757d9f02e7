package io.campustwin.simulator.envelope;

import io.campustwin.place.Name;
import java.util.List;
import org.apache.commons.math3.util.FastMath;

/**
 * Rooms, the walls between them and the directions they face: all a {@link HeatBalance} is built from.
 *
 * @param rooms in the order of all columns
 * @param partitions walls between two rooms
 * @param facades directions and shades that surfaces share
 * @param altitude of the site, m
 */
public record HeatPlan(
    List<Room> rooms, List<Partition> partitions, List<Facade> facades, double altitude) {
  private static final String ROOM = "impossible-room";
  private static final String SURFACE = "impossible-surface";

  /**
   * A room.
   *
   * @param id for messages
   * @param volume m³
   * @param contents heat capacity of furniture that follows the air, J/K
   */
  public record Room(String id, double volume, double contents, List<Surface> surfaces) {}

  /**
   * A wall between two rooms.
   *
   * @param first room on the outside of its layers
   * @param second room on their inside
   * @param pose as the second room sees it
   * @param area m²
   */
  public record Partition(
      int first, int second, Surface.Pose pose, double area, Construction wall) {}

  /**
   * A direction that walls and windows share, with the same shade before them.
   *
   * @param azimuth of the outward normal, rad clockwise from north
   * @param tilt from the horizontal, rad
   * @param height of its middle above the ground, m
   * @param shade which of the shades that the caller keeps lies before it, 0 for none
   */
  public record Facade(double azimuth, double tilt, double height, int shade) {
    /** With nothing before it. */
    public Facade(double azimuth, double tilt, double height) {
      this(azimuth, tilt, height, 0);
    }

    /** Share of the hemisphere that is sky. */
    public double skyView() {
      return (1 + FastMath.cos(tilt)) / 2;
    }
  }

  /** Checks all rooms. */
  public HeatPlan {
    rooms = List.copyOf(rooms);
    partitions = List.copyOf(partitions);
    facades = List.copyOf(facades);
    for (Room room : rooms) {
      check(room, facades.size());
    }
    for (Partition partition : partitions) {
      check(partition, rooms.size());
    }
  }

  private static void check(Room room, int facades) {
    HeatFault.needPositive(ROOM, room.id(), new Name("体积", "volume"), room.volume());
    HeatFault.needNotNegative(
        ROOM, room.id(), new Name("家具热容", "capacity of the contents"), room.contents());
    if (room.surfaces().isEmpty()) {
      throw HeatFault.of(
          ROOM,
          room.id(),
          new Name("没有任何表面，面积为 0", "has no surface, its area is 0"),
          new Name("至少给出地面", "give at least its floor"));
    }
    for (Surface surface : room.surfaces()) {
      String id = room.id() + "/" + surface.id();
      HeatFault.needPositive(SURFACE, id, new Name("面积", "area"), surface.area());
      check(id, surface, facades);
    }
  }

  private static void check(String id, Surface surface, int facades) {
    boolean outdoors = surface.behind() instanceof Surface.Behind.Weather;
    if (surface.skin() instanceof Window && !outdoors) {
      throw HeatFault.of(
          SURFACE,
          id,
          new Name("窗后没有室外", "is a window without outdoors behind it"),
          new Name("窗应朝向一个立面", "let it face a facade"));
    }
    if (surface.behind() instanceof Surface.Behind.Weather weather
        && (weather.index() < 0 || weather.index() >= facades)) {
      throw HeatFault.of(
          SURFACE,
          id,
          new Name(
              "立面 " + weather.index() + " 不存在", "facade " + weather.index() + " does not exist"),
          new Name("应为 0 到 " + (facades - 1), "give 0 to " + (facades - 1)));
    }
  }

  private static void check(Partition partition, int rooms) {
    String id = partition.wall().id();
    HeatFault.needPositive(SURFACE, id, new Name("面积", "area"), partition.area());
    int low = Math.min(partition.first(), partition.second());
    int high = Math.max(partition.first(), partition.second());
    if (low < 0 || high >= rooms || low == high) {
      throw HeatFault.of(
          SURFACE,
          id,
          new Name("隔墙两侧的房间为 " + low + " 和 " + high, "lies between rooms " + low + " and " + high),
          new Name("应为两个不同的已有房间", "name two different rooms that exist"));
    }
  }
}
