package io.campustwin.simulator.thermal;

import io.campustwin.simulator.envelope.Conduction;
import io.campustwin.simulator.envelope.Construction;
import io.campustwin.simulator.envelope.HeatPlan;
import io.campustwin.simulator.envelope.Optics;
import io.campustwin.simulator.envelope.Skin;
import io.campustwin.simulator.envelope.Surface;
import io.campustwin.simulator.envelope.Window;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as plain columns, the surfaces of a room side by side. What many surfaces share (skins, windows of a facade) is
 * kept once, so that a room takes some 100 bytes a surface.
 */
final class Columns {
  /** Kinds of surfaces in the order in which a room has them. */
  static final byte NEXT = 0;

  static final byte INSULATED = 1;
  static final byte WEATHER = 2;
  static final byte SHELTER = 3;
  static final byte WINDOW = 4;
  static final int KINDS = 5;
  /** J/(kg K) and, at sea level and 20 °C, kg/m³. */
  static final double AIR_HEAT = 1006;

  static final double AIR_DENSITY = 1.204;

  final int rooms;
  final int size;
  final int states;
  /** Where the surfaces of a room begin, kind by kind. */
  final int[] first;

  final double[] airCapacity;
  final byte[] kind;
  final byte[] up;
  final int[] skin;
  final int[] facade;
  final int[] aperture;
  final int[] state;
  final int[] peer;
  final double[] area;
  final double[] radiation;
  final double[] emittance;
  final double[] absorptance;
  final double[] roughness;
  final double[] lightIn;
  final double[] lightOut;
  final Aspects aspects;
  final List<Sheet> sheets = new ArrayList<>();
  final List<Conduction> walls = new ArrayList<>();
  final List<Outdoors.Aperture> apertures = new ArrayList<>();
  private final Map<Sheet, Integer> sheetIndex = new LinkedHashMap<>();
  private final Map<Window, Optics> optics = new LinkedHashMap<>();
  private final Map<Long, Integer> apertureIndex = new LinkedHashMap<>();
  private int filled;
  private int given;

  /** A skin as it is used: closed behind or not, seen from its inside or turned. */
  record Sheet(Skin skin, boolean insulated, boolean turned) {}

  Columns(HeatPlan plan) {
    rooms = plan.rooms().size();
    size = plan.rooms().stream().mapToInt(room -> room.surfaces().size()).sum()
        + 2 * plan.partitions().size();
    first = new int[rooms * KINDS + 1];
    airCapacity = new double[rooms];
    kind = new byte[size];
    up = new byte[size];
    skin = new int[size];
    facade = new int[size];
    aperture = new int[size];
    state = new int[size];
    peer = new int[size];
    area = new double[size];
    radiation = new double[size];
    emittance = new double[size];
    absorptance = new double[size];
    roughness = new double[size];
    lightIn = new double[size];
    lightOut = new double[size];
    double density = AIR_DENSITY * densityRatio(plan.altitude());
    int[] halves = new int[plan.partitions().size()];
    List<List<Integer>> walled = partitions(plan);
    for (int r = 0; r < rooms; r++) {
      HeatPlan.Room room = plan.rooms().get(r);
      airCapacity[r] = room.volume() * density * AIR_HEAT + room.contents();
      fill(plan, r, walled.get(r), halves);
    }
    first[rooms * KINDS] = filled;
    states = given;
    aspects = new Aspects(plan.facades(), apertures);
  }

  /** Numbers of the partitions of each room. */
  private static List<List<Integer>> partitions(HeatPlan plan) {
    List<List<Integer>> found = new ArrayList<>();
    plan.rooms().forEach(room -> found.add(new ArrayList<>()));
    for (int p = 0; p < plan.partitions().size(); p++) {
      found.get(plan.partitions().get(p).first()).add(p);
      found.get(plan.partitions().get(p).second()).add(p);
    }
    return found;
  }

  /** First surface of a room. */
  int from(int room) {
    return first[room * KINDS];
  }

  /** First surface of the room after it. */
  int to(int room) {
    return from(room + 1);
  }

  /** Of the standard atmosphere. */
  static double densityRatio(double altitude) {
    return org.apache.commons.math3.util.FastMath.pow(1 - 2.25577e-5 * altitude, 5.2559);
  }

  private void fill(HeatPlan plan, int r, List<Integer> walled, int[] halves) {
    int from = filled;
    List<Surface> all = new ArrayList<>();
    first[r * KINDS] = filled;
    for (int p : walled) {
      all.add(add(plan.partitions().get(p), p, r, halves));
    }
    for (byte own = INSULATED; own < KINDS; own++) {
      first[r * KINDS + own] = filled;
      for (Surface surface : plan.rooms().get(r).surfaces()) {
        if (kind(surface) == own) {
          all.add(surface);
          add(surface);
        }
      }
    }
    share(from, all);
  }

  private static byte kind(Surface surface) {
    if (surface.behind() instanceof Surface.Behind.Weather) {
      return surface.skin() instanceof Window ? WINDOW : WEATHER;
    }
    return surface.behind() instanceof Surface.Behind.Insulated ? INSULATED : SHELTER;
  }

  private void add(Surface surface) {
    int s = filled++;
    place(s, surface);
    kind[s] = kind(surface);
    skin[s] = sheet(new Sheet(surface.skin(), kind[s] == INSULATED, false));
    if (surface.behind() instanceof Surface.Behind.Weather weather) {
      facade[s] = weather.index();
    }
    if (surface.skin() instanceof Window window) {
      aperture[s] = aperture(facade[s], window);
    }
    state[s] = given;
    given += SheetTable.padded(walls.get(skin[s]).size());
  }

  private Surface add(HeatPlan.Partition partition, int p, int r, int[] halves) {
    int s = filled++;
    boolean outside = partition.first() == r;
    Surface surface = new Surface(
        partition.wall().id(),
        outside ? opposite(partition.pose()) : partition.pose(),
        partition.area(),
        partition.wall(),
        new Surface.Behind.Insulated());
    place(s, surface);
    kind[s] = NEXT;
    skin[s] = sheet(new Sheet(partition.wall(), false, outside));
    if (halves[p] == 0) {
      halves[p] = s + 1;
      state[s] = given;
      given += SheetTable.padded(walls.get(skin[s]).size());
    } else {
      int other = halves[p] - 1;
      peer[s] = other;
      peer[other] = s;
      state[s] = state[other];
    }
    return surface;
  }

  private static Surface.Pose opposite(Surface.Pose pose) {
    return switch (pose) {
      case WALL -> Surface.Pose.WALL;
      case FLOOR -> Surface.Pose.CEILING;
      case CEILING -> Surface.Pose.FLOOR;
    };
  }

  private void place(int s, Surface surface) {
    area[s] = surface.area();
    up[s] = (byte)
        switch (surface.pose()) {
          case WALL -> 0;
          case FLOOR -> 1;
          case CEILING -> -1;
        };
    if (surface.skin() instanceof Construction wall) {
      emittance[s] = wall.outside().emittance();
      absorptance[s] = wall.outside().absorptance();
      roughness[s] = wall.outside().roughness();
    } else if (surface.skin() instanceof Window window) {
      emittance[s] = window.outer().outside();
      roughness[s] = 1;
    }
  }

  private int sheet(Sheet sheet) {
    return sheetIndex.computeIfAbsent(sheet, made -> {
      sheets.add(made);
      walls.add(
          made.skin() instanceof Construction wall
              ? Conduction.of(wall, made.insulated())
              : Conduction.NONE);
      return sheets.size() - 1;
    });
  }

  private int aperture(int face, Window window) {
    int pane = sheet(new Sheet(window, false, false));
    return apertureIndex.computeIfAbsent((long) face << 32 | pane, key -> {
      apertures.add(new Outdoors.Aperture(face, window, optics(window)));
      return apertures.size() - 1;
    });
  }

  private Optics optics(Window window) {
    return optics.computeIfAbsent(window, Optics::new);
  }

  /** Radiant factors and shares of sunlight of the surfaces from {@code from} on. */
  private void share(int from, List<Surface> surfaces) {
    double[] inside = surfaces.stream().mapToDouble(s -> emittance(s.skin())).toArray();
    double[] areas = surfaces.stream().mapToDouble(Surface::area).toArray();
    double[] factor = Radiation.factors(areas, inside);
    SolarSplit light =
        new SolarSplit(surfaces, surfaces.stream().map(s -> taken(s.skin())).toList());
    for (int i = 0; i < factor.length; i++) {
      radiation[from + i] = factor[i];
      lightIn[from + i] = light.inner[i];
      lightOut[from + i] = light.outer[i];
    }
  }

  private static double emittance(Skin skin) {
    return skin instanceof Window window
        ? window.inner().inside()
        : ((Construction) skin).inside().emittance();
  }

  private Optics.Split taken(Skin skin) {
    return skin instanceof Window window
        ? optics(window).fromInside()
        : new Optics.Split(0, 0, ((Construction) skin).inside().absorptance());
  }
}
