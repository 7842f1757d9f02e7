package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Space;
import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.fire.FireScene;
import io.campustwin.simulator.movement.CampusDay;
import io.campustwin.simulator.people.Exodus;
import io.campustwin.simulator.people.ExodusReport;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * People in every space: by timetable and the walks between ({@link CampusDay}), until a building is told to leave; then its people evacuate after a premovement
 * time and stay out until the all-clear.
 */
final class Crowd {
  /** From the signal to the first step, ms: a drilled school with teachers in charge (ours, no standard's). */
  static final long PREMOVEMENT = 20_000;

  private final Site site;
  private final Floorplan plan;
  private final Set<String> blocked = new LinkedHashSet<>();
  private final Map<String, Long> warned = new LinkedHashMap<>();
  private final Map<String, Long> leaving = new LinkedHashMap<>();
  private final int[] inside;
  private final int[] byDay;
  private final CampusDay day;
  private Exodus exodus;
  private int started;

  Crowd(Site site) {
    this.site = site;
    plan = Exodus.plan(site.model().campus());
    exodus = new Exodus(site.model().campus(), plan, blocked);
    inside = new int[site.spaces().size()];
    byDay = new int[inside.length];
    Fleet gates = new Fleet(site, "gate");
    int[] gateSpaces = new int[gates.size()];
    Arrays.setAll(gateSpaces, gates::space);
    WorldOptions options = site.options();
    CampusDay.Rule rule =
        new CampusDay.Rule(site.occupancy(), options.timetable(), options.zone(), options.seed());
    day = new CampusDay(site.model().campus(), plan, rule, gateSpaces, options.startMillis());
  }

  /** Everybody's way through the day. */
  CampusDay day() {
    return day;
  }

  void step() {
    day.step(site.now());
    day.count(byDay);
    for (Map.Entry<String, Long> entry : warned.entrySet()) {
      boolean off = site.now() >= entry.getValue() + PREMOVEMENT;
      if (off && leaving.putIfAbsent(entry.getKey(), site.now()) == null) {
        leave(entry.getKey());
      }
    }
    if (!leaving.isEmpty()) {
      exodus.step();
      Arrays.fill(inside, 0);
      exodus.count(inside);
    }
    Rooms rooms = site.rooms();
    for (int s = 0; s < rooms.size(); s++) {
      String building = site.spaces().get(s).building();
      rooms.people[s] = building != null && leaving.containsKey(building)
          ? inside[s]
          : site.follower().people(s, site.now(), byDay[s]);
    }
  }

  private void leave(String building) {
    for (int s = 0; s < site.spaces().size(); s++) {
      if (building.equals(site.spaces().get(s).building())) {
        started += byDay[s];
        exodus.start(s, byDay[s]);
      }
    }
    day.hold(building);
  }

  /** People of a building hear or see the alarm. */
  void warn(String building) {
    warned.putIfAbsent(building, site.now());
  }

  void allClear() {
    warned.clear();
    leaving.clear();
    started = 0;
    exodus = new Exodus(site.model().campus(), plan, blocked);
    day.release();
  }

  void block(String passage) {
    blocked.add(passage);
    exodus.block(blocked);
  }

  /** Smoke as it is now slows and harms those under way. */
  void breathe(FireScene scene) {
    exodus.breathe(scene);
  }

  /** Persons still inside a building. */
  int inside(String building) {
    int sum = 0;
    for (int s = 0; s < site.spaces().size(); s++) {
      Space space = site.spaces().get(s);
      if (building.equals(space.building())) {
        sum += site.rooms().people[s];
      }
    }
    return sum;
  }

  /** Persons who were in the buildings that left. */
  int started() {
    return started;
  }

  int assembled() {
    return exodus.assembled();
  }

  /** True while the people of any building are told to leave. */
  boolean isLeaving() {
    return !warned.isEmpty();
  }

  boolean isLeaving(String building) {
    return leaving.containsKey(building);
  }

  /** What the leaving of a building showed so far. */
  ExodusReport report(String building) {
    return exodus.report(building, leaving.getOrDefault(building, 0L));
  }

  void save(ByteWriter out) {
    out.list(List.copyOf(blocked), ByteWriter::text);
    for (Map<String, Long> times : List.of(warned, leaving)) {
      out.list(List.copyOf(times.entrySet()), (to, entry) -> to.text(entry.getKey())
          .whole(entry.getValue()));
    }
    out.count(started);
    for (int count : inside) {
      out.count(count);
    }
    exodus.save(out);
    day.save(out);
  }

  void load(ByteReader in) {
    blocked.clear();
    blocked.addAll(in.list(ByteReader::text));
    allClear();
    in.list(from -> warned.put(from.text(), from.whole()));
    in.list(from -> leaving.put(from.text(), from.whole()));
    started = in.small();
    for (int s = 0; s < inside.length; s++) {
      inside[s] = in.small();
    }
    exodus.load(in);
    day.load(in);
    day.count(byDay);
  }
}
