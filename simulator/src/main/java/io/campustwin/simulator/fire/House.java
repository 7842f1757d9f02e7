package io.campustwin.simulator.fire;

import io.campustwin.place.Building;
import io.campustwin.place.Campus;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.simulator.smoke.Chamber;
import io.campustwin.simulator.smoke.Opening;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A building of a campus as chambers and openings. Doors stand open to their head at 2.1 m, openings to the ceiling,
 * half of a stair's area is open to the storey above (ours); every room leaks to the open air as outer walls of average
 * tightness do, 0.21e-3 of their area (NFPA 92, recalled).
 */
final class House {
  private static final double HEAD = 2.1;
  private static final double LOWEST = 2.2;
  private static final double LEAK = 0.21e-3;
  private static final double LEAST_LEAK = 0.005;
  private static final double STAIR = 0.5;

  final List<Chamber> rooms = new ArrayList<>();
  final List<Opening> openings = new ArrayList<>();

  /** Index of a space's chamber, -1 for spaces of other buildings. */
  final int[] chamber;

  private final List<Space> spaces;

  House(Campus campus, String id) {
    spaces = campus.spaces();
    chamber = new int[spaces.size()];
    Arrays.fill(chamber, -1);
    Building building = campus.buildings().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
    for (int s = 0; s < chamber.length; s++) {
      if (id.equals(spaces.get(s).building())) {
        chamber[s] = rooms.size();
        rooms.add(chamber(building, spaces.get(s)));
      }
    }
    for (int i = 0; i < rooms.size(); i++) {
      leak(i);
    }
    campus.passages().forEach(this::join);
  }

  private static Chamber chamber(Building building, Space space) {
    double floor = building.storeys().stream()
        .filter(storey -> storey.id().equals(space.storey()))
        .mapToDouble(storey -> storey.elevation())
        .findFirst()
        .orElse(0);
    double height = Math.max(LOWEST, space.height());
    return new Chamber(Math.max(1, space.area()), height, space.polygon().getLength(), floor);
  }

  private void leak(int i) {
    Chamber room = rooms.get(i);
    double area = Math.max(LEAST_LEAK, LEAK * room.perimeter() * room.height());
    openings.add(
        new Opening(i, Opening.OUTSIDE, area / room.height(), room.floor(), room.ceiling()));
  }

  private void join(Passage passage) {
    int a = find(passage.from());
    int b = find(passage.to());
    if (a < 0 && b < 0) {
      return;
    }
    if (a < 0 || b < 0) {
      door(passage, Math.max(a, b), Opening.OUTSIDE);
    } else if (passage.kind() == Passage.Kind.STAIR) {
      stair(a, b);
    } else {
      door(passage, a, b);
    }
  }

  private int find(String space) {
    for (int s = 0; s < chamber.length; s++) {
      if (spaces.get(s).id().equals(space)) {
        return chamber[s];
      }
    }
    return -1;
  }

  private void door(Passage passage, int a, int b) {
    Chamber room = rooms.get(a);
    Chamber other = b == Opening.OUTSIDE ? room : rooms.get(b);
    double sill = Math.max(room.floor(), other.floor());
    double ceiling = Math.min(room.ceiling(), other.ceiling());
    double head = passage.kind() == Passage.Kind.OPENING ? ceiling : sill + HEAD;
    if (ceiling > sill) {
      openings.add(new Opening(a, b, passage.width(), sill, Math.min(ceiling, head)));
    }
  }

  private void stair(int a, int b) {
    boolean rising = rooms.get(a).floor() <= rooms.get(b).floor();
    Chamber low = rooms.get(rising ? a : b);
    double area = STAIR * Math.min(rooms.get(a).area(), rooms.get(b).area());
    openings.add(Opening.hole(rising ? a : b, rising ? b : a, area, low.ceiling()));
  }

  /** True if a chamber has an opening besides its leak. */
  boolean hasDoor(int i) {
    return openings.stream().skip(rooms.size()).anyMatch(door -> door.a() == i || door.b() == i);
  }
}
