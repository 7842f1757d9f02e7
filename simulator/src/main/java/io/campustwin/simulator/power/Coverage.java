package io.campustwin.simulator.power;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Relation;
import io.campustwin.place.Space;
import io.campustwin.place.Zone;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which spaces a meter stands before: what it feeds or serves, else its fact {@code covers}, else its building, else the
 * campus. A place is a space, a storey, a building or a zone.
 */
public final class Coverage {
  private final CampusModel model;
  private final List<Space> spaces;
  private final Map<String, Integer> index = new HashMap<>();
  private final Map<String, Zone> zones = new HashMap<>();

  public Coverage(CampusModel model) {
    this.model = model;
    spaces = model.campus().spaces();
    for (int s = 0; s < spaces.size(); s++) {
      index.put(spaces.get(s).id(), s);
    }
    model.campus().zones().forEach(zone -> zones.put(zone.id(), zone));
  }

  /** Index of a space, -1 if unknown. */
  public int space(String id) {
    return index.getOrDefault(id, -1);
  }

  /** Indices of the spaces that a meter stands before. */
  public BitSet of(Equipment meter) {
    BitSet found = new BitSet();
    for (Relation relation : model.relations()) {
      boolean places =
          relation.kind() == Relation.Kind.FEEDS || relation.kind() == Relation.Kind.SERVES;
      if (places && relation.from().equals(meter.id())) {
        found.or(place(relation.to()));
      }
    }
    if (found.isEmpty()) {
      found.or(place(meter.facts().getOrDefault("covers", "")));
    }
    if (found.isEmpty()) {
      int own = space(meter.space());
      String building = own < 0 ? null : spaces.get(own).building();
      found.or(building == null ? all() : place(building));
    }
    return found;
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, spaces.size());
    return all;
  }

  private BitSet place(String id) {
    BitSet found = new BitSet();
    Zone zone = zones.get(id);
    if (zone != null) {
      zone.spaces().stream().mapToInt(this::space).filter(s -> s >= 0).forEach(found::set);
    } else if (space(id) >= 0) {
      found.set(space(id));
    } else {
      for (int s = 0; s < spaces.size(); s++) {
        if (id.equals(spaces.get(s).building()) || id.equals(spaces.get(s).storey())) {
          found.set(s);
        }
      }
    }
    return found;
  }
}
