package io.campustwin.simulator.world;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Relation;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.place.Campus;
import io.campustwin.place.Space;
import io.campustwin.place.Zone;
import io.campustwin.simulator.ahead.Follower;
import io.campustwin.simulator.people.Occupancy;
import io.campustwin.simulator.weather.Chance;
import io.campustwin.simulator.weather.Place;
import io.campustwin.simulator.weather.Sky;
import io.campustwin.simulator.weather.SunTrack;
import io.campustwin.simulator.weather.Weather;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all parts of the world share: the model by index, the point table, the rooms, the sky and the time. */
final class Site {
  private final CampusModel model;
  private final WorldOptions options;
  private final PointTable table;
  private final List<Space> spaces;
  private final Map<String, Integer> spaceIndex = new HashMap<>();
  private final Map<String, Integer> equipmentIndex = new HashMap<>();
  private final Map<String, Zone> zones = new HashMap<>();
  private final Occupancy occupancy;
  private final Rooms rooms;
  private final Faults faults;
  private final Follower follower;
  private final double[] load;
  private long now;
  private long looked;
  private final SunTrack track;
  private Weather.Conditions sky;
  private Sky dome;

  Site(CampusModel model, WorldOptions options, Follower follower) {
    this.model = model;
    this.follower = follower;
    this.options = options;
    Campus campus = model.campus();
    table = new PointTable(model.points());
    spaces = campus.spaces();
    for (int i = 0; i < spaces.size(); i++) {
      spaceIndex.put(spaces.get(i).id(), i);
    }
    List<Equipment> equipment = model.equipment();
    for (int i = 0; i < equipment.size(); i++) {
      equipmentIndex.put(equipment.get(i).id(), i);
    }
    campus.zones().forEach(zone -> zones.put(zone.id(), zone));
    occupancy = new Occupancy(options.timetable(), spaces, options.zone(), options.seed());
    rooms = new Rooms(model);
    faults = new Faults(model, options);
    load = new double[equipment.size()];
    now = options.startMillis();
    looked = now;
    track = new SunTrack(new Place(options.latitude(), options.longitude(), 0, 0));
    sky = options.weather().at(now);
    dome = dome(now);
  }

  CampusModel model() {
    return model;
  }

  WorldOptions options() {
    return options;
  }

  PointTable table() {
    return table;
  }

  List<Space> spaces() {
    return spaces;
  }

  Rooms rooms() {
    return rooms;
  }

  Faults faults() {
    return faults;
  }

  /** What is known of the campus that this world stands for. */
  Follower follower() {
    return follower;
  }

  Occupancy occupancy() {
    return occupancy;
  }

  long now() {
    return now;
  }

  Weather.Conditions sky() {
    return sky;
  }

  /** The light of the sky at the moment. */
  Sky dome() {
    return dome;
  }

  void clock(long time) {
    now = time;
  }

  void lookUp(long time) {
    looked = time;
    sky = options.weather().at(time);
    dome = dome(time);
  }

  private Sky dome(long time) {
    return Sky.perez(track.at(time / 1000.0), sky.directNormal(), sky.diffuse());
  }

  /** Index of a space, -1 if unknown. */
  int space(String id) {
    return spaceIndex.getOrDefault(id, -1);
  }

  /** Index of a piece of equipment, -1 if unknown. */
  int equipment(String id) {
    return equipmentIndex.getOrDefault(id, -1);
  }

  /** Electric power that a piece of equipment draws, W. */
  void draw(int equipment, double watts) {
    load[equipment] = faults.isDead(equipment) ? 0 : watts;
  }

  double load(int equipment) {
    return load[equipment];
  }

  /** Within ± {@code width}, changing every {@code seconds}; the small error of a real sensor. */
  double jitter(int point, double width, int seconds) {
    return (2 * Chance.at(options.seed(), 100_000L + point, now / (1000L * seconds)) - 1) * width;
  }

  /** Places a relation's end stands for: a space, a storey, a building, a zone or the place of equipment. */
  Set<Integer> spacesOf(String id) {
    Set<Integer> found = new LinkedHashSet<>();
    Zone zone = zones.get(id);
    if (zone != null) {
      zone.spaces().forEach(space -> found.add(space(space)));
    } else if (space(id) >= 0) {
      found.add(space(id));
    } else {
      for (int s = 0; s < spaces.size(); s++) {
        if (id.equals(spaces.get(s).building()) || id.equals(spaces.get(s).storey())) {
          found.add(s);
        }
      }
    }
    found.remove(-1);
    return found;
  }

  /** Ends of the relations of {@code kinds} that start at a piece of equipment. */
  List<String> relatedTo(String equipment, Relation.Kind... kinds) {
    List<String> found = new ArrayList<>();
    for (Relation relation : model.relations()) {
      if (relation.from().equals(equipment) && List.of(kinds).contains(relation.kind())) {
        found.add(relation.to());
      }
    }
    return found;
  }

  /** Spaces a piece of equipment works for: what it serves or feeds, else its building, else the campus. */
  Set<Integer> servedBy(Equipment piece) {
    Set<Integer> found = new LinkedHashSet<>();
    for (String end : relatedTo(piece.id(), Relation.Kind.SERVES, Relation.Kind.FEEDS)) {
      found.addAll(spacesOf(end));
    }
    if (found.isEmpty()) {
      int own = space(piece.space());
      String building = own < 0 ? null : spaces.get(own).building();
      if (building != null) {
        return spacesOf(building);
      }
      for (int s = 0; s < spaces.size(); s++) {
        found.add(s);
      }
    }
    return found;
  }

  void save(ByteWriter out) {
    out.whole(now).whole(looked).reals(load);
    table.save(out);
    rooms.save(out);
    faults.board().save(out);
    follower.save(out);
  }

  void load(ByteReader in) {
    now = in.whole();
    lookUp(in.whole());
    in.reals(load);
    table.load(in);
    rooms.load(in);
    faults.board().load(in);
    follower.load(in);
  }
}
