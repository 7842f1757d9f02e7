package io.campustwin.simulator.people;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Campus;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.simulator.evacuation.CampusPlan;
import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Mode;
import io.campustwin.simulator.evacuation.Network;
import io.campustwin.simulator.fire.FireScene;
import io.campustwin.simulator.smoke.Gas;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * People leaving the buildings of a campus: the validated queue network ({@link Network}, regulatory mode, pupils) over
 * all floors at once. Whoever is on a flight of stairs counts where the flight begins. Persons of a room set out spread
 * over twenty seconds (ours). Spaces go by their index in the campus.
 */
public final class Exodus {
  private static final double SPREAD = 20;

  private final Campus campus;
  private final Floorplan plan;
  private final Network network;
  private final int[] room;
  private final int[] spaceOf;
  private final int[] started;
  private final Set<String> trapped = new LinkedHashSet<>();

  /**
   * @param blocked ids of passages nobody can use
   */
  public Exodus(Campus campus, Floorplan plan, Set<String> blocked) {
    this.campus = campus;
    this.plan = plan;
    network = new Network(plan, Gait.PUPIL, Mode.REGULATORY);
    List<Space> spaces = campus.spaces();
    room = new int[spaces.size()];
    spaceOf = new int[plan.rooms().size()];
    started = new int[spaces.size()];
    java.util.Arrays.fill(spaceOf, -1);
    for (int s = 0; s < room.length; s++) {
      room[s] = plan.room(spaces.get(s).id());
      if (room[s] >= 0) {
        spaceOf[room[s]] = s;
      }
    }
    for (Passage passage : campus.passages()) {
      int flight = plan.room(passage.id());
      if (passage.kind() == Passage.Kind.STAIR && flight >= 0) {
        spaceOf[flight] = index(passage.from());
      }
    }
    block(blocked);
  }

  /** The floors of a campus, drawn once for all runs. */
  public static Floorplan plan(Campus campus) {
    return CampusPlan.of(campus);
  }

  private int index(String id) {
    for (int s = 0; s < room.length; s++) {
      if (campus.spaces().get(s).id().equals(id)) {
        return s;
      }
    }
    return -1;
  }

  /** Passages become unusable; whoever is bound for one looks for another way. */
  public void block(Set<String> blocked) {
    List<Integer> doors = new ArrayList<>();
    for (int door = 0; door < plan.doors().size(); door++) {
      String id = plan.doors().get(door).id();
      int flight = id.indexOf(':');
      if (blocked.contains(flight < 0 ? id : id.substring(0, flight))) {
        doors.add(door);
      }
    }
    if (!doors.isEmpty()) {
      network.close(doors);
    }
  }

  /** Persons in a space begin to leave. */
  public void start(int space, int persons) {
    if (room[space] < 0 || persons <= 0) {
      return;
    }
    started[space] += persons;
    if (!network.hasWayOut(room[space])) {
      trapped.add(campus.spaces().get(space).id());
    }
    network.start(room[space], persons, SPREAD);
  }

  /** One second. */
  public void step() {
    if (network.isMoving()) {
      network.step();
      network.step();
    }
  }

  /** Smoke as it is now slows people and harms them. */
  public void breathe(FireScene scene) {
    for (int r = 0; r < spaceOf.length; r++) {
      if (spaceOf[r] >= 0) {
        Gas gas = scene.breath(spaceOf[r]);
        network.smoke(r, gas.extinction(), gas.dosePerSecond());
      }
    }
  }

  /** Persons inside a space, with those who lie there. */
  public int inside(int space) {
    int sum = 0;
    for (int r = 0; r < spaceOf.length; r++) {
      sum += spaceOf[r] == space ? network.inside(r) : 0;
    }
    return sum;
  }

  /** Persons inside each space, added to {@code counts}. */
  public void count(int[] counts) {
    for (int r = 0; r < spaceOf.length; r++) {
      if (spaceOf[r] >= 0) {
        counts[spaceOf[r]] += network.inside(r);
      }
    }
  }

  /** Persons who are in the open air. */
  public int assembled() {
    return network.out();
  }

  /** True if a person in the space has a way out. */
  public boolean hasWayOut(int space) {
    return room[space] < 0 || network.hasWayOut(room[space]);
  }

  /**
   * What the leaving of a building showed so far.
   *
   * @param since epoch ms of its first step
   */
  public ExodusReport report(String building, long since) {
    int persons = 0;
    for (int s = 0; s < started.length; s++) {
      persons += building.equals(campus.spaces().get(s).building()) ? started[s] : 0;
    }
    return ExodusReport.of(campus, building, plan, network)
        .with(since, persons, List.copyOf(trapped));
  }

  public void save(ByteWriter out) {
    network.save(out);
    for (int count : started) {
      out.count(count);
    }
    out.list(List.copyOf(trapped), ByteWriter::text);
  }

  /** Takes on the people of another one of the same campus and blocked passages. */
  public void load(ByteReader in) {
    network.load(in);
    for (int s = 0; s < started.length; s++) {
      started[s] = in.small();
    }
    trapped.clear();
    trapped.addAll(in.list(ByteReader::text));
  }
}
