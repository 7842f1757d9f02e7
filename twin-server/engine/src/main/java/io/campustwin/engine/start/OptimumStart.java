package io.campustwin.engine.start;

import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Learns from the twin how fast each room follows its set-point, and tells how early to begin. A room is known by its
 * writable set-point in °C; its temperature is the same equipment's other point in °C, its switch the point {@code
 * unit.mode}, outdoors the first point named {@code weather.temperature} or {@code outdoor.temperature}. A room is
 * looked at every ten minutes; what it did counts if it was heated, or cooled, at both ends of them.
 */
public final class OptimumStart {
  private static final long INTERVAL = 600_000;
  private static final double HOUR = 3_600_000;
  private static final double NEAR = 0.2;

  private final PointTable points;
  private final Map<PointId, Room> rooms = new TreeMap<>();

  /** By equipment and role; found when the first room is asked for, for many campuses have none. */
  private @Nullable Map<String, Map<String, Integer>> handles;

  private int outdoors = -1;

  /** What is known of one room. */
  private static final class Room {
    final Rate heating;
    final Rate cooling;
    long seen = Long.MIN_VALUE;
    double temperature;
    int direction;

    Room(Rate heating, Rate cooling) {
      this.heating = heating;
      this.cooling = cooling;
    }
  }

  public OptimumStart(PointTable points) {
    this.points = points;
  }

  private Map<String, Map<String, Integer>> handles() {
    Map<String, Map<String, Integer>> found = handles;
    if (found == null) {
      found = new HashMap<>();
      PointDirectory directory = points.directory();
      for (int handle = 0; handle < directory.size(); handle++) {
        if (directory.isAlive(handle)) {
          Point point = directory.point(handle);
          found.computeIfAbsent(point.equipment(), key -> new HashMap<>()).put(role(point), handle);
          boolean weather = point.template().name().equals("air.temperature");
          outdoors = weather && outdoors < 0 ? handle : outdoors;
        }
      }
      handles = found;
    }
    return found;
  }

  private int outdoors() {
    handles();
    return outdoors;
  }

  private static String role(Point point) {
    if (!point.template().unit().equals("°C")) {
      return point.template().name();
    }
    return point.template().writable() ? "set-point" : "temperature";
  }

  /** Looks at a room; to be called with the passing of time for every set-point that wants an optimum start. */
  public void look(PointId setPoint, long now) {
    Room room = rooms.computeIfAbsent(setPoint, id -> new Room(new Rate(), new Rate()));
    if (room.seen != Long.MIN_VALUE && now - room.seen < INTERVAL) {
      return;
    }
    OptionalDouble temperature = of(setPoint, "temperature");
    OptionalDouble outside = number(outdoors());
    int direction = temperature.isEmpty() ? 0 : direction(setPoint, temperature.getAsDouble());
    boolean tells = direction != 0
        && direction == room.direction
        && outside.isPresent()
        && now - room.seen < 2 * INTERVAL;
    if (tells) {
      double middle = (temperature.getAsDouble() + room.temperature) / 2;
      double hours = (now - room.seen) / HOUR;
      Rate rate = direction > 0 ? room.heating : room.cooling;
      rate.observe(
          outside.getAsDouble() - middle, (temperature.getAsDouble() - room.temperature) / hours);
    }
    room.seen = now;
    room.direction = direction;
    room.temperature = temperature.orElse(0);
  }

  /** How long before its time the set-point should be commanded, ms. */
  public long lead(PointId setPoint, double wanted, Lead bounds) {
    OptionalDouble temperature = of(setPoint, "temperature");
    OptionalDouble outside = number(outdoors());
    Room room = rooms.get(setPoint);
    if (room == null || temperature.isEmpty() || outside.isEmpty()) {
      return bounds.fixed();
    }
    double now = temperature.getAsDouble();
    Rate rate = wanted > now ? room.heating : room.cooling;
    if (Math.abs(wanted - now) <= NEAR) {
      return 0;
    }
    if (!rate.isLearned()) {
      return bounds.fixed();
    }
    double most = bounds.most() / HOUR;
    return Math.round(rate.hours(now, wanted, outside.getAsDouble(), most) * HOUR);
  }

  /** 1 while the room is heated towards its set-point, -1 while it is cooled, 0 otherwise. */
  private int direction(PointId setPoint, double temperature) {
    OptionalDouble wanted = number(points.directory().find(setPoint));
    Value mode = value(handle(setPoint, "unit.mode"));
    if (wanted.isEmpty() || Value.of("off").equals(mode) || Value.of("fan").equals(mode)) {
      return 0;
    }
    double gap = wanted.getAsDouble() - temperature;
    boolean heats = gap > NEAR && !Value.of("cool").equals(mode);
    boolean cools = gap < -NEAR && !Value.of("heat").equals(mode);
    return heats ? 1 : cools ? -1 : 0;
  }

  private OptionalDouble of(PointId setPoint, String role) {
    return number(handle(setPoint, role));
  }

  private int handle(PointId setPoint, String role) {
    int handle = points.directory().find(setPoint);
    return handle < 0
        ? -1
        : handles()
            .getOrDefault(points.directory().point(handle).equipment(), Map.of())
            .getOrDefault(role, -1);
  }

  private OptionalDouble number(int handle) {
    return value(handle) instanceof Value.Num number
        ? OptionalDouble.of(number.number())
        : OptionalDouble.empty();
  }

  private @Nullable Value value(int handle) {
    boolean heard = handle >= 0 && points.quality(handle).level() != Quality.Level.BAD;
    return heard ? points.value(handle) : null;
  }

  public void save(ByteWriter out) {
    out.count(rooms.size());
    rooms.forEach((id, room) -> {
      room.heating.save(out.point(id));
      room.cooling.save(out);
      out.whole(room.seen).real(room.temperature).whole(room.direction);
    });
  }

  public void restore(ByteReader in) {
    int count = in.size();
    for (int i = 0; i < count; i++) {
      PointId id = in.point();
      Room room = new Room(Rate.restore(in), Rate.restore(in));
      room.seen = in.whole();
      room.temperature = in.real();
      room.direction = (int) in.whole();
      rooms.put(id, room);
    }
  }
}
