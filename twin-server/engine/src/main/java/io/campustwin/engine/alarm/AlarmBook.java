package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.Point;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.ChunkLog;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Alarms of all points whose template has a rule, after ISA-18.2 (2016), figure "alarm state transition":
 *
 * <pre>
 *              condition, on delay                  acknowledge
 *   normal ───────────────────────▶ unacknowledged ─────────────▶ acknowledged
 *     ▲                               │        ▲                      │ gone, off delay
 *     │ acknowledge     gone, off delay ▼        │ condition again      ▼
 *     └──────────────── returned-unacknowledged ┘                   normal
 * </pre>
 *
 * A life-safety alarm latches: it skips returned-unacknowledged and is normal only when it has been acknowledged and
 * its condition is gone. A condition that comes again before the acknowledgement is the same occurrence. A bad value
 * neither raises nor clears anything. The newest {@value #CLOSED_LIMIT} closed alarms are kept.
 */
public final class AlarmBook {
  public static final int CLOSED_LIMIT = 1_000;

  private final PointTable points;
  private final Consumer<Alarm> changed;
  private final Map<Integer, Watch> watches = new TreeMap<>();
  private final TreeSet<Integer> pending = new TreeSet<>();
  private final Map<String, Alarm> open = new LinkedHashMap<>();
  private final ChunkLog<Alarm> closed = new ChunkLog<>();

  /** What is known of one point's condition. */
  private static final class Watch {
    int occurrences;
    boolean condition;

    /** Epoch ms since which the condition is as it is. */
    long since;

    @Nullable
    String alarm;
  }

  public AlarmBook(PointTable points, Consumer<Alarm> changed) {
    this.points = points;
    this.changed = changed;
    PointDirectory directory = points.directory();
    for (int handle = 0; handle < directory.size(); handle++) {
      if (directory.isAlive(handle) && directory.point(handle).template().alarm() != null) {
        watches.put(handle, new Watch());
        points.listen(handle);
      }
    }
  }

  /** A point was reported. */
  public void reported(int handle, long now) {
    Watch watch = watches.get(handle);
    Value value = points.value(handle);
    if (watch == null || value == null || points.quality(handle).level() == Quality.Level.BAD) {
      return;
    }
    boolean condition = Condition.holds(rule(handle), value, watch.condition);
    if (condition != watch.condition) {
      watch.condition = condition;
      watch.since = now;
    }
    settle(handle, watch, now);
  }

  /** Time passes: delays end. */
  public void tick(long now) {
    for (int handle : List.copyOf(pending)) {
      Watch watch = watches.get(handle);
      if (watch != null && points.quality(handle).level() != Quality.Level.BAD) {
        settle(handle, watch, now);
      }
    }
  }

  /** Somebody has seen it; an unknown, closed or acknowledged alarm stays as it is. */
  public void acknowledge(String id, String user, String comment, long now) {
    Alarm alarm = open.get(id);
    if (alarm == null || alarm.acknowledged() != 0) {
      return;
    }
    int handle = points.directory().findEver(alarm.point());
    Watch watch = watches.get(handle);
    boolean gone = alarm.state() == AlarmState.RETURNED_UNACKNOWLEDGED || watch == null;
    Alarm seen = new Alarm(
        id,
        alarm.point(),
        alarm.rule(),
        gone ? AlarmState.NORMAL : AlarmState.ACKNOWLEDGED,
        alarm.raised(),
        alarm.returned(),
        now,
        user,
        comment,
        alarm.value());
    put(seen);
    if (watch != null && gone) {
      watch.alarm = null;
    } else if (watch != null) {
      settle(handle, watch, now);
    }
  }

  private void settle(int handle, Watch watch, long now) {
    AlarmRule rule = rule(handle);
    Alarm alarm = watch.alarm == null ? null : open.get(watch.alarm);
    boolean shown = alarm != null && alarm.state() != AlarmState.RETURNED_UNACKNOWLEDGED;
    if (watch.condition == shown) {
      pending.remove(handle);
      return;
    }
    long delay = watch.condition ? rule.onDelayMillis() : rule.offDelayMillis();
    boolean latched =
        !watch.condition && rule.lifeSafety() && alarm != null && alarm.acknowledged() == 0;
    if (latched) {
      pending.remove(handle);
    } else if (now - watch.since < delay) {
      pending.add(handle);
    } else {
      pending.remove(handle);
      turn(handle, watch, alarm, now);
    }
  }

  /** Delays are over: the alarm follows its condition. */
  private void turn(int handle, Watch watch, @Nullable Alarm alarm, long now) {
    if (alarm == null) {
      raise(handle, watch, now);
    } else if (watch.condition) {
      put(moved(alarm, AlarmState.UNACKNOWLEDGED, 0));
    } else if (alarm.acknowledged() == 0) {
      put(moved(alarm, AlarmState.RETURNED_UNACKNOWLEDGED, now));
    } else {
      put(moved(alarm, AlarmState.NORMAL, now));
      watch.alarm = null;
    }
  }

  private void raise(int handle, Watch watch, long now) {
    watch.occurrences++;
    PointId point = points.directory().id(handle);
    String id = point + "#" + watch.occurrences;
    watch.alarm = id;
    Value value = points.value(handle);
    put(new Alarm(id, point, rule(handle), AlarmState.UNACKNOWLEDGED, now, 0, 0, "", "", value));
  }

  private static Alarm moved(Alarm alarm, AlarmState state, long returned) {
    return new Alarm(
        alarm.id(),
        alarm.point(),
        alarm.rule(),
        state,
        alarm.raised(),
        returned,
        alarm.acknowledged(),
        alarm.acknowledgedBy(),
        alarm.comment(),
        alarm.value());
  }

  private void put(Alarm alarm) {
    if (alarm.state() == AlarmState.NORMAL) {
      open.remove(alarm.id());
      closed.append(alarm);
      closed.dropBefore(closed.end() - CLOSED_LIMIT);
    } else {
      open.put(alarm.id(), alarm);
    }
    changed.accept(alarm);
  }

  private AlarmRule rule(int handle) {
    Point point = points.directory().point(handle);
    AlarmRule rule = point.template().alarm();
    if (rule == null) {
      throw new IllegalStateException("point " + point.id() + " has no alarm rule");
    }
    return rule;
  }

  public View freeze() {
    return new View(List.copyOf(open.values()), closed.freeze());
  }

  /** Alarms at one moment. */
  public static final class View {
    private final List<Alarm> open;
    private final ChunkLog.View<Alarm> closed;

    private View(List<Alarm> open, ChunkLog.View<Alarm> closed) {
      this.open = open;
      this.closed = closed;
    }

    /** Open ones in the order they were raised, then closed ones, newest first. */
    public List<Alarm> list() {
      List<Alarm> all = new ArrayList<>(open);
      all.addAll(closed.newest(CLOSED_LIMIT));
      return all;
    }

    public List<Alarm> listOpen() {
      return open;
    }

    public Optional<Alarm> find(String id) {
      return list().stream().filter(alarm -> alarm.id().equals(id)).findFirst();
    }
  }

  public void save(ByteWriter out) {
    PointDirectory directory = points.directory();
    out.count(watches.size());
    watches.forEach((handle, watch) -> {
      out.point(directory.id(handle)).count(watch.occurrences).flag(watch.condition);
      out.whole(watch.since).text(watch.alarm == null ? "" : watch.alarm);
      out.flag(pending.contains(handle));
    });
    out.list(List.copyOf(open.values()), AlarmBytes::write);
    List<Alarm> past = closed.freeze().newest(CLOSED_LIMIT);
    java.util.Collections.reverse(past);
    out.list(past, AlarmBytes::write);
  }

  /** Reads what {@link #save} wrote; alarms of points that vanished or lost their rule are closed. */
  public void restore(ByteReader in) {
    int count = in.size();
    for (int i = 0; i < count; i++) {
      int handle = points.directory().find(in.point());
      Watch watch = watches.getOrDefault(handle, new Watch());
      watch.occurrences = in.small();
      watch.condition = in.flag();
      watch.since = in.whole();
      String alarm = in.text();
      watch.alarm = alarm.isEmpty() ? null : alarm;
      if (in.flag() && watches.containsKey(handle)) {
        pending.add(handle);
      }
    }
    for (Alarm alarm : in.list(AlarmBytes::read)) {
      boolean lives = watches.containsKey(points.directory().find(alarm.point()));
      if (lives) {
        open.put(alarm.id(), alarm);
      } else {
        closed.append(moved(alarm, AlarmState.NORMAL, alarm.raised()));
      }
    }
    in.list(AlarmBytes::read).forEach(closed::append);
  }
}
