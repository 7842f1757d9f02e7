package io.campustwin.simulator.world;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.List;
import io.campustwin.place.Space;
import io.campustwin.simulator.people.Evacuation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * People in every space: by timetable, until a building is told to leave; then its people evacuate after a premovement
 * time and stay out until the all-clear.
 */
final class Crowd {
  /** From the signal to the first step, ms: a drilled school with teachers in charge (ours, no standard's). */
  static final long PREMOVEMENT = 20_000;

  private final Site site;
  private final Set<String> blocked = new LinkedHashSet<>();
  private final Map<String, Long> warned = new LinkedHashMap<>();
  private final Set<String> leaving = new LinkedHashSet<>();
  private Evacuation evacuation;
  private int started;

  Crowd(Site site) {
    this.site = site;
    evacuation = new Evacuation(site.model().campus(), blocked);
  }

  void step() {
    for (Map.Entry<String, Long> entry : warned.entrySet()) {
      if (site.now() >= entry.getValue() + PREMOVEMENT && leaving.add(entry.getKey())) {
        leave(entry.getKey());
      }
    }
    if (!leaving.isEmpty()) {
      evacuation.step();
    }
    Rooms rooms = site.rooms();
    for (int s = 0; s < rooms.size(); s++) {
      String building = site.spaces().get(s).building();
      rooms.people[s] = building != null && leaving.contains(building)
          ? evacuation.inside(s)
          : site.occupancy().at(s, site.now());
    }
  }

  private void leave(String building) {
    for (int s = 0; s < site.spaces().size(); s++) {
      if (building.equals(site.spaces().get(s).building())) {
        started += site.rooms().people[s];
        evacuation.start(s, site.rooms().people[s]);
      }
    }
  }

  /** People of a building hear or see the alarm. */
  void warn(String building) {
    warned.putIfAbsent(building, site.now());
  }

  void allClear() {
    warned.clear();
    leaving.clear();
    started = 0;
    evacuation = new Evacuation(site.model().campus(), blocked);
  }

  void block(String passage) {
    blocked.add(passage);
    evacuation.block(blocked);
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
    return evacuation.assembled();
  }

  /** True while the people of any building are told to leave. */
  boolean isLeaving() {
    return !warned.isEmpty();
  }

  boolean isLeaving(String building) {
    return leaving.contains(building);
  }

  void save(ByteWriter out) {
    out.list(List.copyOf(blocked), ByteWriter::text)
        .list(
            List.copyOf(warned.entrySet()),
            (to, entry) -> to.text(entry.getKey()).whole(entry.getValue()))
        .list(List.copyOf(leaving), ByteWriter::text)
        .count(started);
    evacuation.save(out);
  }

  void load(ByteReader in) {
    blocked.clear();
    blocked.addAll(in.list(ByteReader::text));
    allClear();
    in.list(from -> warned.put(from.text(), from.whole()));
    leaving.addAll(in.list(ByteReader::text));
    started = in.small();
    evacuation.load(in);
  }
}
