package io.campustwin.simulator.validate.bestest;

import io.campustwin.simulator.envelope.Construction;
import io.campustwin.simulator.envelope.HeatPlan;
import io.campustwin.simulator.envelope.Skin;
import io.campustwin.simulator.envelope.Surface;
import io.campustwin.simulator.envelope.Surface.Behind;
import io.campustwin.simulator.envelope.Surface.Pose;
import io.campustwin.simulator.envelope.Window;
import io.campustwin.simulator.validate.bestest.BestestCase.Fabric;
import io.campustwin.simulator.validate.bestest.BestestCase.Glass;
import io.campustwin.simulator.weather.Plane;
import java.util.ArrayList;
import java.util.List;

/** A case as rooms: 8 m by 6 m by 2.7 m; room 0 is the one that is conditioned. */
final class BestestHouse {
  static final int NORTH = 0;
  static final int EAST = 1;
  static final int SOUTH = 2;
  static final int WEST = 3;
  static final int TOP = 4;
  /** Facades of windows, their shades before them, at these plus the direction. */
  static final int SHADED = 5;

  static final List<Plane> PLANES =
      List.of(Plane.wall(0), Plane.wall(90), Plane.wall(180), Plane.wall(270), Plane.HORIZONTAL);
  static final double HEIGHT = 2.7;
  static final double LONG = 8;
  static final double DEEP = 6;
  private static final double SUN_DEEP = 2;
  private static final double WINDOW = 6;

  private BestestHouse() {}

  static HeatPlan plan(BestestCase test, double altitude) {
    List<HeatPlan.Room> rooms = new ArrayList<>();
    List<HeatPlan.Partition> walls = List.of();
    if (test.fabric() == Fabric.SUN_SPACE) {
      rooms.add(room("back", DEEP, back()));
      rooms.add(room("sun", SUN_DEEP, sun(test)));
      walls = List.of(
          new HeatPlan.Partition(1, 0, Pose.WALL, LONG * HEIGHT, BestestFabric.COMMON_WALL));
    } else {
      rooms.add(room("zone", DEEP, box(test)));
    }
    List<HeatPlan.Facade> facades = new ArrayList<>();
    for (int i = 0; i < 2 * PLANES.size() - 1; i++) {
      Plane plane = PLANES.get(i % PLANES.size());
      double height = i == TOP ? HEIGHT : HEIGHT / 2;
      facades.add(new HeatPlan.Facade(plane.azimuth(), plane.tilt(), height));
    }
    return new HeatPlan(rooms, walls, facades, altitude);
  }

  private static HeatPlan.Room room(String id, double deep, List<Surface> surfaces) {
    return new HeatPlan.Room(id, LONG * deep * HEIGHT, 0, surfaces);
  }

  private static List<Surface> box(BestestCase test) {
    Construction wall = BestestFabric.wall(test.fabric());
    boolean south = test.glass() != Glass.EAST_WEST_CLEAR;
    double sides = DEEP * HEIGHT - (south ? 0 : WINDOW);
    List<Surface> all = flat(test.fabric(), DEEP);
    all.add(wall("north", LONG * HEIGHT, wall, NORTH));
    all.add(wall("east", sides, wall, EAST));
    all.add(wall("south", LONG * HEIGHT - (south ? 2 * WINDOW : 0), wall, SOUTH));
    all.add(wall("west", sides, wall, WEST));
    Window glass = BestestFabric.window(test.glass());
    if (south) {
      all.add(wall("window-south", 2 * WINDOW, glass, SHADED + SOUTH));
    } else {
      all.add(wall("window-east", WINDOW, glass, SHADED + EAST));
      all.add(wall("window-west", WINDOW, glass, SHADED + WEST));
    }
    return all;
  }

  private static List<Surface> back() {
    Construction wall = BestestFabric.wall(Fabric.LIGHT);
    List<Surface> all = flat(Fabric.LIGHT, DEEP);
    all.add(wall("north", LONG * HEIGHT, wall, NORTH));
    all.add(wall("east", DEEP * HEIGHT, wall, EAST));
    all.add(wall("west", DEEP * HEIGHT, wall, WEST));
    return all;
  }

  private static List<Surface> sun(BestestCase test) {
    Construction wall = BestestFabric.wall(Fabric.HEAVY);
    List<Surface> all = flat(Fabric.HEAVY, SUN_DEEP);
    all.add(wall("east", SUN_DEEP * HEIGHT, wall, EAST));
    all.add(wall("south", LONG * HEIGHT - 2 * WINDOW, wall, SOUTH));
    all.add(wall("west", SUN_DEEP * HEIGHT, wall, WEST));
    all.add(wall("window-south", 2 * WINDOW, BestestFabric.window(test.glass()), SHADED + SOUTH));
    return all;
  }

  private static List<Surface> flat(Fabric fabric, double deep) {
    List<Surface> all = new ArrayList<>();
    double area = LONG * deep;
    all.add(
        new Surface("floor", Pose.FLOOR, area, BestestFabric.floor(fabric), new Behind.Shelter()));
    all.add(new Surface(
        "roof", Pose.CEILING, area, BestestFabric.roof(fabric), new Behind.Weather(TOP)));
    return all;
  }

  private static Surface wall(String id, double area, Skin skin, int facade) {
    return new Surface(id, Pose.WALL, area, skin, new Behind.Weather(facade));
  }
}
