package io.campustwin.simulator.movement;

import io.campustwin.place.Campus;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.simulator.evacuation.Floorplan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Point;

/**
 * Where people can be: the rooms and flights of the floor plan, then the outdoor spaces, then the open air between
 * them. A spot is a point outdoors where a walk begins or ends: the doors of the floor plan, then outdoor spaces.
 */
final class Ground {
  /** Off the campus. */
  static final int AWAY = -1;

  /** No such place. */
  static final int NONE = -2;

  final Floorplan plan;
  final int rooms;

  /** Number of places. */
  final int size;

  /** Index of the space in the campus, -1 for the open air where the campus draws none. */
  final int[] spaceOf;

  /** Index of the building, -1 outdoors. */
  final int[] building;

  /** m². */
  final double[] area;

  final double[] spotX;
  final double[] spotY;
  final int[] gates;
  final int openAir;
  private final int[] placeOf;
  private final Map<String, Integer> spaces = new HashMap<>();
  private final List<Integer> outdoors = new ArrayList<>();
  private final List<Space> all;

  Ground(Campus campus, Floorplan plan) {
    this.plan = plan;
    all = campus.spaces();
    rooms = plan.rooms().size();
    placeOf = new int[all.size()];
    Arrays.fill(placeOf, NONE);
    for (int s = 0; s < placeOf.length; s++) {
      spaces.put(all.get(s).id(), s);
      if (all.get(s).building() == null) {
        placeOf[s] = rooms + outdoors.size();
        outdoors.add(s);
      }
    }
    size = rooms + outdoors.size() + 1;
    openAir = openAir();
    spaceOf = new int[size];
    building = new int[size];
    area = new double[size];
    spotX = new double[plan.doors().size() + outdoors.size() + 1];
    spotY = new double[spotX.length];
    indoors(campus);
    outdoors();
    gates = places(SpaceKind.GATE);
  }

  private int openAir() {
    for (int k = 0; k < outdoors.size(); k++) {
      if (all.get(outdoors.get(k)).kind() == SpaceKind.OUTDOOR) {
        return rooms + k;
      }
    }
    return size - 1;
  }

  private void indoors(Campus campus) {
    Map<String, Integer> names = new HashMap<>();
    campus.passages().stream()
        .filter(passage -> passage.kind() == Passage.Kind.STAIR)
        .forEach(passage -> names.put(passage.id(), spaces.getOrDefault(passage.from(), -1)));
    List<String> buildings = campus.buildings().stream().map(each -> each.id()).toList();
    for (int r = 0; r < rooms; r++) {
      String id = plan.rooms().get(r).id();
      int s = spaces.getOrDefault(id, names.getOrDefault(id, -1));
      spaceOf[r] = s;
      building[r] = s < 0 ? -1 : buildings.indexOf(all.get(s).building());
      area[r] = plan.rooms().get(r).shape().getArea();
      if (spaces.containsKey(id)) {
        placeOf[s] = r;
      }
    }
    for (int d = 0; d < plan.doors().size(); d++) {
      double[] middle = plan.middle(d);
      spotX[d] = middle[0];
      spotY[d] = middle[1];
    }
  }

  private void outdoors() {
    for (int k = 0; k < outdoors.size(); k++) {
      Space space = all.get(outdoors.get(k));
      Point middle = space.polygon().getCentroid();
      spaceOf[rooms + k] = outdoors.get(k);
      area[rooms + k] = Math.max(1, space.area());
      spotX[spot(rooms + k)] = middle.getX();
      spotY[spot(rooms + k)] = middle.getY();
    }
    for (int p = rooms; p < size; p++) {
      building[p] = -1;
    }
    spaceOf[size - 1] = -1;
    area[size - 1] = 1e6;
  }

  /** The spot of an outdoor place: its middle. */
  int spot(int place) {
    return plan.doors().size() + place - rooms;
  }

  boolean isIndoor(int place) {
    return place >= 0 && place < rooms;
  }

  boolean isGate(int place) {
    return Arrays.binarySearch(gates, place) >= 0;
  }

  /** The place of a space, {@link #NONE} if people cannot walk there. */
  int place(int space) {
    return space < 0 ? NONE : placeOf[space];
  }

  /** Places of a kind in the order of the campus. */
  int[] places(SpaceKind kind) {
    List<Integer> found = new ArrayList<>();
    for (int s = 0; s < placeOf.length; s++) {
      if (placeOf[s] != NONE && all.get(s).kind() == kind) {
        found.add(placeOf[s]);
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Persons a place is planned for. */
  int capacity(int place) {
    return place < 0 || spaceOf[place] < 0 ? 0 : all.get(spaceOf[place]).capacity();
  }

  /** Metres between two spots. */
  double metres(int a, int b) {
    double dx = spotX[a] - spotX[b];
    double dy = spotY[a] - spotY[b];
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** Metres across an outdoor place, the shorter way. */
  double across(int place) {
    Envelope box = all.get(spaceOf[place]).polygon().getEnvelopeInternal();
    return Math.min(box.getWidth(), box.getHeight());
  }

  /** The nearest room of a kind on a room's own storey by the straight line, {@link #NONE} if there is none. */
  int nearby(int room, SpaceKind kind) {
    int best = NONE;
    double least = Double.POSITIVE_INFINITY;
    Point from = plan.rooms().get(room).shape().getCentroid();
    for (int place : places(kind)) {
      boolean same = place < rooms
          && plan.rooms().get(place).plane() == plan.rooms().get(room).plane();
      double metres =
          same ? plan.rooms().get(place).shape().distance(from) : Double.POSITIVE_INFINITY;
      if (metres < least) {
        least = metres;
        best = place;
      }
    }
    return best;
  }
}
