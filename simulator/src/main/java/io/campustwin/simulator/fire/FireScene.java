package io.campustwin.simulator.fire;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Campus;
import io.campustwin.place.Space;
import io.campustwin.simulator.smoke.CeilingJet;
import io.campustwin.simulator.smoke.DesignFire;
import io.campustwin.simulator.smoke.Gas;
import io.campustwin.simulator.smoke.Growth;
import io.campustwin.simulator.smoke.Opening;
import io.campustwin.simulator.smoke.TwoZone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fires on a campus. Each building that burns is a {@link TwoZone} from its first fire on; smoke does not pass from one
 * building to another. Spaces go by their index in the campus.
 */
public final class FireScene {
  /** Height at which people breathe and see, m. */
  public static final double HEAD = 1.6;

  private static final double AIR = 293.15;

  /** Gap of a shut door, m²: 3 mm along its 6.6 m. */
  private static final double GAP = 0.02;

  private static final double SEEN = 0.1;

  private final Campus campus;
  private final int[] compartment;
  private final Map<String, Scene> scenes = new LinkedHashMap<>();
  private double clock;

  /** A building with its fires. */
  private record Scene(House house, TwoZone zones, List<Origin> fires, double start) {}

  /** Where and since when a fire burns, s of its zones' clock. */
  private record Origin(int space, double x, double y, double start) {}

  /**
   * @param compartment fire compartment of each space, -1 for none
   */
  public FireScene(Campus campus, int[] compartment) {
    this.campus = campus;
    this.compartment = compartment.clone();
  }

  /**
   * A fire starts in the middle of a space.
   *
   * @throws BadFire if there is no such space, it is outdoors or has no door
   */
  public void ignite(String id, Growth growth) {
    int space = index(id);
    Space room = campus.spaces().get(space);
    String building = room.building();
    if (building == null) {
      throw new BadFire(BadFire.Code.OUTDOORS, room.id());
    }
    Scene scene = scenes.computeIfAbsent(building, this::scene);
    if (!scene.house.hasDoor(scene.house.chamber[space])) {
      throw new BadFire(BadFire.Code.NO_DOOR, room.id());
    }
    scene.zones.ignite(scene.house.chamber[space], DesignFire.of(growth));
    double x = room.polygon().getCentroid().getX();
    double y = room.polygon().getCentroid().getY();
    scene.fires.add(new Origin(space, x, y, scene.zones.seconds()));
  }

  private int index(String id) {
    for (int s = 0; s < compartment.length; s++) {
      if (campus.spaces().get(s).id().equals(id)) {
        return s;
      }
    }
    throw new BadFire(BadFire.Code.UNKNOWN_ROOM, id);
  }

  private Scene scene(String building) {
    House house = new House(campus, building);
    TwoZone zones = new TwoZone(house.rooms, house.openings, AIR, true);
    return new Scene(house, zones, new ArrayList<>(), clock);
  }

  /** Lets time pass. */
  public void step(double seconds) {
    clock += seconds;
    for (Scene scene : scenes.values()) {
      while (scene.start + scene.zones.seconds() + TwoZone.STEP <= clock + 1e-9) {
        scene.zones.step();
      }
    }
  }

  /** True while anything burns or burnt. */
  public boolean isOn() {
    return !scenes.isEmpty();
  }

  /** Shuts or opens the doors on the edges of a compartment, all but a gap. */
  public void seal(int which, boolean shut) {
    for (Scene scene : scenes.values()) {
      for (int k = scene.house.rooms.size(); k < scene.house.openings.size(); k++) {
        Opening door = scene.house.openings.get(k);
        int a = compartment(scene, door.a());
        int b = compartment(scene, door.b());
        if (a != b && (a == which || b == which) && door.b() != Opening.OUTSIDE) {
          scene.zones.open(k, shut ? Math.min(1, GAP / door.area()) : 1);
        }
      }
    }
  }

  private int compartment(Scene scene, int chamber) {
    for (int s = 0; s < compartment.length; s++) {
      if (chamber >= 0 && scene.house.chamber[s] == chamber) {
        return compartment[s];
      }
    }
    return -1;
  }

  /** A fan draws from a space, m³/s. */
  public void exhaust(int space, double cubicMetres) {
    Scene scene = find(space);
    if (scene != null) {
      scene.zones.exhaust(scene.house.chamber[space], cubicMetres);
    }
  }

  private @Nullable Scene find(int space) {
    String building = campus.spaces().get(space).building();
    return building == null ? null : scenes.get(building);
  }

  /** The layer below a ceiling; clean air where there is none thick enough to be seen. */
  public Gas ceiling(int space) {
    Scene scene = find(space);
    if (scene == null) {
      return Gas.clean(AIR);
    }
    int i = scene.house.chamber[space];
    return scene.zones.at(i, scene.house.rooms.get(i).height() - SEEN);
  }

  /** What people have at their heads. */
  public Gas breath(int space) {
    Scene scene = find(space);
    return scene == null ? Gas.clean(AIR) : scene.zones.at(scene.house.chamber[space], HEAD);
  }

  /** Clear height of a space, m; infinite where nothing burns. */
  public double clear(int space) {
    Scene scene = find(space);
    return scene == null ? Double.POSITIVE_INFINITY : scene.zones.clear(scene.house.chamber[space]);
  }

  /** Power of the fires in a space, kW. */
  public double power(int space) {
    Scene scene = find(space);
    return scene == null ? 0 : scene.zones.power(scene.house.chamber[space]);
  }

  /** Rise of the ceiling jet at a place of a space with a fire, K, after the time the gas needs; 0 elsewhere. */
  public double jet(int space, double x, double y) {
    Scene scene = find(space);
    if (scene == null) {
      return 0;
    }
    double rise = 0;
    double height = scene.house.rooms.get(scene.house.chamber[space]).height();
    for (Origin fire : scene.fires) {
      double power = scene.zones.power(scene.house.chamber[space]);
      if (fire.space == space && power > 0) {
        double dx = x - fire.x;
        double dy = y - fire.y;
        double radius = Math.sqrt(dx * dx + dy * dy);
        double lag = CeilingJet.lag(power, height, radius);
        double age = scene.zones.seconds() - fire.start;
        double then = age <= lag ? 0 : power * (age - lag) * (age - lag) / (age * age);
        rise = Math.max(rise, CeilingJet.rise(then, height, radius));
      }
    }
    return rise;
  }

  /** All fires are out and the smoke is gone. */
  public void reset() {
    scenes.clear();
  }

  public void save(ByteWriter out) {
    out.real(clock).count(scenes.size());
    scenes.forEach((building, scene) -> {
      out.text(building).real(scene.start);
      out.list(
          scene.fires,
          (to, fire) -> to.count(fire.space).real(fire.x).real(fire.y).real(fire.start));
      scene.zones.save(out);
    });
  }

  /** Takes on the fires of another one of the same campus. */
  public void load(ByteReader in) {
    scenes.clear();
    clock = in.finite();
    for (int count = in.size(); count > 0; count--) {
      String building = in.text();
      Scene fresh = scene(building);
      double start = in.finite();
      List<Origin> fires = new ArrayList<>(
          in.list(from -> new Origin(from.small(), from.finite(), from.finite(), from.finite())));
      fresh.zones.load(in);
      scenes.put(building, new Scene(fresh.house, fresh.zones, fires, start));
    }
  }
}
