package io.campustwin.simulator.ahead;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.place.Space;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.simulator.weather.Place;
import io.campustwin.simulator.weather.Weather;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The last hours of a campus as its twin saw them, by space: temperature and carbon dioxide of rooms with a sensor,
 * persons where somebody counts them, weather, and the commanded points that warm rooms or move air. Before its first
 * hour the first day stands for all days before, as building programs repeat a warm-up day (EnergyPlus engineering
 * reference, warm-up convergence). A sensor that is off leads the world astray by as much.
 */
public final class Past {
  private static final long DAY = 86_400_000;
  private static final Set<String> COMMANDS = Set.of(
      "fan-coil/zone.setpoint",
      "fan-coil/unit.mode",
      "air-handler/ahu.fanSpeed",
      "lighting-group/group.state",
      "interactive-panel/panel.power",
      "computer-lab/lab.power");
  private static final Map<String, String> THERMOMETERS =
      Map.of("air-sensor", "room.temperature", "fan-coil", "zone.temperature");
  private static final Map<String, String> COUNTERS = Map.of(
      "attendance", "class.present",
      "dormitory-room", "bed.present",
      "people-counter", "zone.people",
      "room-controller", "room.occupied");
  private static final String STATION = "weather-station";

  private final PointHistory history;
  private final long from;
  private final long to;
  private final @Nullable Series[] air;
  private final @Nullable Series[] carbon;
  private final @Nullable Series[] counted;
  private final @Nullable Series[] occupied;
  private final Map<String, Series> outdoors = new HashMap<>();
  private final List<PointId> commands = new ArrayList<>();
  private boolean foreseen;

  private Past(CampusModel model, PointHistory history, long from, long to) {
    this.history = history;
    this.from = from;
    this.to = to;
    List<Space> spaces = model.campus().spaces();
    air = new Series[spaces.size()];
    carbon = new Series[spaces.size()];
    counted = new Series[spaces.size()];
    occupied = new Series[spaces.size()];
    Map<String, Integer> index = new HashMap<>();
    for (int s = 0; s < spaces.size(); s++) {
      index.put(spaces.get(s).id(), s);
    }
    Set<String> wide = wide(model);
    for (Point point : model.points()) {
      Series series = history.find(point.id());
      if (series != null && !wide.contains(point.equipment())) {
        place(point, series, index.getOrDefault(point.space(), -1));
      }
    }
  }

  /**
   * The past of a campus.
   *
   * @param from epoch ms
   * @param to epoch ms, when the snapshot was taken
   * @throws BadPast if there is no temperature of any room, a point is not of this campus, or the span is empty
   */
  public static Past of(CampusModel model, PointHistory history, long from, long to) {
    if (to <= from) {
      throw new BadPast(
          "empty-span",
          "历史时段为空；请给出至少 1 小时",
          "the span of the history is empty; give an hour at least");
    }
    for (PointId point : history.points()) {
      if (model.findPoint(point).isEmpty()) {
        throw new BadPast(
            "unknown-point",
            "历史中的点位 " + point.text() + " 不属于本校园；请使用该校园自己的历史",
            "point " + point.text()
                + " of the history is not of this campus; use the campus's own");
      }
    }
    Past past = new Past(model, history, from, to);
    if (past.rooms() == 0) {
      throw new BadPast(
          "no-history",
          "没有任何房间温度的历史或当前值，无法估计初始状态；请等待传感器上报后重试",
          "no room has a temperature, neither in the history nor now, so that no state can be"
              + " estimated; try again when sensors have reported");
    }
    return past;
  }

  /** Points whose history is of use. */
  public static List<PointId> wanted(CampusModel model) {
    return model.points().stream().filter(Past::isWanted).map(Point::id).toList();
  }

  private static boolean isWanted(Point point) {
    String kind = point.equipmentKind();
    String name = point.template().name();
    return name.equals(THERMOMETERS.get(kind))
        || name.equals(COUNTERS.get(kind))
        || name.equals("room.co2")
        || kind.equals(STATION)
        || COMMANDS.contains(kind + "/" + name);
  }

  /** Counters that count more than the space in which they stand. */
  private static Set<String> wide(CampusModel model) {
    Set<String> related = new java.util.HashSet<>();
    model.relations().forEach(relation -> {
      boolean counter = model
          .findEquipment(relation.from())
          .filter(piece -> piece.kind().equals("people-counter"))
          .isPresent();
      if (counter) {
        related.add(relation.from());
      }
    });
    return related;
  }

  private void place(Point point, Series series, int s) {
    String kind = point.equipmentKind();
    String name = point.template().name();
    if (COMMANDS.contains(kind + "/" + name)) {
      commands.add(point.id());
    } else if (kind.equals(STATION)) {
      outdoors.putIfAbsent(name, series);
    } else if (s >= 0 && name.equals("room.occupied")) {
      occupied[s] = series;
    } else if (s >= 0 && name.equals(COUNTERS.get(kind))) {
      counted[s] = series;
    } else if (s >= 0 && kind.equals("air-sensor") && name.equals("room.co2")) {
      carbon[s] = series;
    } else if (s >= 0 && name.equals(THERMOMETERS.get(kind))) {
      air[s] = kind.equals("air-sensor") || air[s] == null ? series : air[s];
    }
  }

  /** Epoch ms. */
  public long from() {
    return from;
  }

  /** Epoch ms. */
  public long to() {
    return to;
  }

  /** Spaces with a temperature. */
  public int rooms() {
    int count = 0;
    for (Series series : air) {
      count += series == null ? 0 : 1;
    }
    return count;
  }

  /** Temperature of a space, °C; NaN where none is measured. */
  double air(int space, long time) {
    Series series = air[space];
    return series == null ? Double.NaN : series.line(recorded(time));
  }

  /** Carbon dioxide of a space, ppm; NaN where none is measured. */
  double carbon(int space, long time) {
    Series series = carbon[space];
    return series == null ? Double.NaN : series.line(recorded(time));
  }

  /** Persons in a space; -1 where nobody counts. */
  int counted(int space, long time) {
    Series count = counted[space];
    if (count != null) {
      return (int) Math.max(0, count.number(recorded(time)));
    }
    Series sign = occupied[space];
    return sign != null && sign.number(recorded(time)) < 0.5 ? 0 : -1;
  }

  /** A moment of the record that stands for {@code time}. */
  long recorded(long time) {
    if (time >= from || to - from < DAY) {
      return Math.max(from, time);
    }
    return from + Math.floorMod(time - from, DAY);
  }

  /** Hands on what had been commanded at {@code time}. */
  public void commands(long time, BiConsumer<PointId, Value> to) {
    for (PointId point : commands) {
      Series series = history.find(point);
      if (series != null) {
        to.accept(point, series.at(time));
      }
    }
  }

  /** Hands on the newest value of every point that is known. */
  public void newest(BiConsumer<PointId, Value> to) {
    for (PointId point : history.points()) {
      Series series = history.find(point);
      if (series != null) {
        to.accept(point, series.last());
      }
    }
  }

  /** What a weather station said; empty without one. */
  Optional<Series> outdoors(String point) {
    return Optional.ofNullable(outdoors.get(point));
  }

  /** From now on the climate handed to {@link #weather} is taken for the weather to come as it is. */
  public Past foreseen() {
    foreseen = true;
    return this;
  }

  boolean isForeseen() {
    return foreseen;
  }

  /** The weather of the record, then that of a climate; the climate alone without a weather station. */
  public Weather weather(Weather climate, double latitude, double longitude) {
    return outdoors.containsKey("air.temperature")
        ? new RecordedWeather(this, climate, new Place(latitude, longitude, 0, 0))
        : climate;
  }
}
