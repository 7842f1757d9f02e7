package io.campustwin.engine.alarm.cause;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Relation;
import io.campustwin.place.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which equipment feeds which, over the model's {@code feeds} relations: directly, by room, by zone, and upwards. Any thread. */
public final class Feeders {
  private final CampusModel model;
  private final Map<String, List<String>> direct = new HashMap<>();
  private final Map<String, List<String>> zonesOf = new HashMap<>();
  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  public Feeders(CampusModel model) {
    this.model = model;
    for (Relation relation : model.relations()) {
      if (relation.kind() == Relation.Kind.FEEDS) {
        direct.computeIfAbsent(relation.to(), key -> new ArrayList<>()).add(relation.from());
      }
    }
    for (Zone zone : model.campus().zones()) {
      for (String space : zone.spaces()) {
        zonesOf.computeIfAbsent(space, key -> new ArrayList<>()).add(zone.id());
      }
    }
  }

  /** Everything upstream of a piece of equipment, the nearest first; never the piece itself. */
  public List<String> upstream(String equipment) {
    List<String> cached = known.get(equipment);
    if (cached == null) {
      cached = find(equipment);
      known.put(equipment, cached);
    }
    return cached;
  }

  private List<String> find(String equipment) {
    Set<String> found = new LinkedHashSet<>();
    List<String> next = List.of(equipment);
    while (!next.isEmpty()) {
      List<String> above = new ArrayList<>();
      for (String piece : next) {
        for (String feeder : feeding(piece)) {
          if (!feeder.equals(equipment) && found.add(feeder)) {
            above.add(feeder);
          }
        }
      }
      next = above;
    }
    return List.copyOf(found);
  }

  private List<String> feeding(String equipment) {
    List<String> feeding = new ArrayList<>(direct.getOrDefault(equipment, List.of()));
    String space = model.findEquipment(equipment).map(Equipment::space).orElse("");
    feeding.addAll(direct.getOrDefault(space, List.of()));
    for (String zone : zonesOf.getOrDefault(space, List.of())) {
      feeding.addAll(direct.getOrDefault(zone, List.of()));
    }
    return feeding;
  }
}
