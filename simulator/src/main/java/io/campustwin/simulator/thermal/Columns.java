package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Construction;
import io.campustwin.simulator.envelope.HeatPlan;
import io.campustwin.simulator.envelope.Optics;
import io.campustwin.simulator.envelope.Surface;
import io.campustwin.simulator.envelope.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A block of rooms as plain columns: faces of one kind, skin and pose lie side by side as a {@link Lot}, so that what a
 * stage does with them is one loop over columns with the same index, which a core does for four or eight faces at a time.
 * 72 bytes a face.
 */
final class Columns {
  /** Kinds of faces in the order in which a block has them. */
  static final byte NEXT = 0;

  static final byte INSULATED = 1;
  static final byte WEATHER = 2;
  static final byte SHELTER = 3;
  static final byte WINDOW = 4;
  /** Columns of doubles and of integers a face, for the bytes of a room. */
  static final int DOUBLES = 7;

  static final int INTEGERS = 4;

  final int size;
  final int modes;
  /** First room, and the one after the last. */
  final int from;

  final int to;
  final List<Lot> lots = new ArrayList<>();
  /** First face towards weather or shelter; all after it have an outer face. */
  final int outer;

  /** Faces of each room in {@link #order}, from {@code first} on. */
  final int[] first;

  final int[] order;
  final int[] room;
  final int[] facade;
  final int[] aperture;
  final double[] area;
  final double[] radiation;
  final double[] emittance;
  final double[] absorptance;
  final double[] roughness;
  final double[] lightIn;
  final double[] lightOut;
  private final Fabric fabric;

  /**
   * Faces {@code from} to {@code to - 1} of a block that are all of one kind: the same skin in the same pose. Walls between two
   * rooms have their inner faces up to {@code middle}, then the outer ones in the same order.
   *
   * @param kind one of those above
   * @param skin number of its sheet
   * @param up 1 if the face looks up, -1 down, 0 upright
   * @param middle end of the first faces, {@code to} for all other kinds
   */
  record Lot(byte kind, int skin, int up, int from, int middle, int to) {
    /** Faces with conduction behind them whose modes are kept here. */
    int walls() {
      return middle - from;
    }

    /** How the outer face lies: what looks down outside is the roof of the room, whose weather side looks up. */
    int outerUp() {
      if (kind == SHELTER) {
        return -up;
      }
      return up == -1 ? 1 : 0;
    }
  }

  /** One face before it has its place; {@code other} is the room behind it, or -1. */
  private record Entry(int room, int other, Surface surface, byte kind) {}

  private record Key(byte kind, int skin, int up) implements Comparable<Key> {
    @Override
    public int compareTo(Key key) {
      int byKind = Byte.compare(kind, key.kind);
      int bySkin = byKind != 0 ? byKind : Integer.compare(skin, key.skin);
      return bySkin != 0 ? bySkin : Integer.compare(up, key.up);
    }
  }

  /** @param walls between two rooms, those with their second room in this block */
  Columns(HeatPlan plan, Fabric fabric, int from, int to, List<HeatPlan.Partition> walls) {
    this.fabric = fabric;
    this.from = from;
    this.to = to;
    Map<Key, List<Entry>> groups = groups(plan, walls);
    size = groups.entrySet().stream()
        .mapToInt(e -> e.getValue().size() * (e.getKey().kind == NEXT ? 2 : 1))
        .sum();
    first = new int[to - from + 1];
    order = new int[size];
    room = new int[size];
    facade = new int[size];
    aperture = new int[size];
    area = new double[size];
    radiation = new double[size];
    emittance = new double[size];
    absorptance = new double[size];
    roughness = new double[size];
    lightIn = new double[size];
    lightOut = new double[size];
    List<Surface> placed = new ArrayList<>();
    groups.forEach((key, entries) -> place(key, entries, placed));
    outer = lots.stream()
        .filter(lot -> lot.kind() < WEATHER)
        .mapToInt(Lot::to)
        .max()
        .orElse(0);
    modes =
        lots.stream().mapToInt(lot -> fabric.walls.get(lot.skin()).size()).max().orElse(0);
    sort();
    for (int r = 0; r < to - from; r++) {
      share(r, placed);
    }
  }

  private Map<Key, List<Entry>> groups(HeatPlan plan, List<HeatPlan.Partition> walls) {
    List<Entry> all = new ArrayList<>();
    for (HeatPlan.Partition wall : walls) {
      Surface face = new Surface(
          wall.wall().id(), wall.pose(), wall.area(), wall.wall(), new Surface.Behind.Insulated());
      all.add(new Entry(wall.second(), wall.first(), face, NEXT));
    }
    for (int r = from; r < to; r++) {
      for (Surface surface : plan.rooms().get(r).surfaces()) {
        all.add(new Entry(r, -1, surface, kind(surface)));
        name(surface);
      }
    }
    Map<Key, List<Entry>> groups = new TreeMap<>();
    for (Entry entry : all) {
      int skin = fabric.sheet(entry.surface.skin(), entry.kind == INSULATED);
      Key key = new Key(entry.kind, skin, up(entry.surface.pose()));
      groups.computeIfAbsent(key, made -> new ArrayList<>()).add(entry);
    }
    return groups;
  }

  /** Windows get their numbers in the order in which the rooms name them. */
  private void name(Surface surface) {
    if (surface.skin() instanceof Window window
        && surface.behind() instanceof Surface.Behind.Weather weather) {
      fabric.aperture(weather.index(), window);
    }
  }

  private static byte kind(Surface surface) {
    if (surface.behind() instanceof Surface.Behind.Weather) {
      return surface.skin() instanceof Window ? WINDOW : WEATHER;
    }
    return surface.behind() instanceof Surface.Behind.Insulated ? INSULATED : SHELTER;
  }

  private static int up(Surface.Pose pose) {
    return switch (pose) {
      case WALL -> 0;
      case FLOOR -> 1;
      case CEILING -> -1;
    };
  }

  private static Surface.Pose opposite(Surface.Pose pose) {
    return switch (pose) {
      case WALL -> Surface.Pose.WALL;
      case FLOOR -> Surface.Pose.CEILING;
      case CEILING -> Surface.Pose.FLOOR;
    };
  }

  private void place(Key key, List<Entry> entries, List<Surface> placed) {
    int begin = placed.size();
    for (Entry entry : entries) {
      place(placed.size(), entry);
      placed.add(entry.surface);
    }
    int middle = placed.size();
    if (key.kind == NEXT) {
      for (Entry entry : entries) {
        Surface seen = entry.surface;
        Surface back =
            new Surface(seen.id(), opposite(seen.pose()), seen.area(), seen.skin(), seen.behind());
        place(placed.size(), new Entry(entry.other, entry.room, back, NEXT));
        placed.add(back);
      }
    }
    lots.add(new Lot(key.kind, key.skin, key.up, begin, middle, placed.size()));
  }

  private void place(int s, Entry entry) {
    Surface surface = entry.surface;
    room[s] = entry.room;
    area[s] = surface.area();
    if (surface.behind() instanceof Surface.Behind.Weather weather) {
      facade[s] = weather.index();
    }
    if (surface.skin() instanceof Construction wall) {
      emittance[s] = wall.outside().emittance();
      absorptance[s] = wall.outside().absorptance();
      roughness[s] = entry.kind == SHELTER ? 0 : wall.outside().roughness();
    } else if (surface.skin() instanceof Window window) {
      emittance[s] = window.outer().outside();
      roughness[s] = 1;
      aperture[s] = fabric.aperture(facade[s], window);
    }
  }

  /** Faces room by room, in the order of the lots. */
  private void sort() {
    for (int s = 0; s < size; s++) {
      first[room[s] - from + 1]++;
    }
    for (int r = 0; r < to - from; r++) {
      first[r + 1] += first[r];
    }
    int[] next = first.clone();
    for (int s = 0; s < size; s++) {
      order[next[room[s] - from]++] = s;
    }
  }

  /** Radiant factors and shares of sunlight of a room's faces. */
  private void share(int r, List<Surface> placed) {
    int begin = first[r];
    List<Surface> own = new ArrayList<>();
    for (int i = begin; i < first[r + 1]; i++) {
      own.add(placed.get(order[i]));
    }
    double[] areas = own.stream().mapToDouble(Surface::area).toArray();
    double[] inside = own.stream().mapToDouble(s -> Fabric.emittance(s.skin())).toArray();
    double[] factor = Radiation.factors(areas, inside);
    List<Optics.Split> taken = own.stream().map(s -> fabric.taken(s.skin())).toList();
    SolarSplit light = new SolarSplit(own, taken);
    for (int i = 0; i < factor.length; i++) {
      int s = order[begin + i];
      radiation[s] = factor[i];
      lightIn[s] = light.inner[i];
      lightOut[s] = light.outer[i];
    }
  }
}
