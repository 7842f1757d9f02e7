package io.campustwin.engine.control;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives weekly schedules. At every moment the newest entry of the last seven days is the one that counts; when another
 * one begins to count, its value is owed to every target. A target gets it as soon as its device is heard of (a
 * quality that is not bad), so that a point that comes back in the morning still gets the morning's value, once. Command
 * ids are {@code schedule:<id>@<epoch ms of the entry>.<batch>}.
 */
public final class Schedules {
  private final List<Schedule> schedules;
  private final PointTable points;
  private final Consumer<CommandRequest> submit;
  private final Map<String, Turn> turns = new TreeMap<>();

  /** What a schedule does since its newest entry. */
  private static final class Turn {
    long at = Long.MIN_VALUE;
    int batches;

    /** Targets that have not got the value yet. */
    final Set<PointId> owed = new TreeSet<>();
  }

  private record Due(long at, Schedule.Entry entry) {}

  public Schedules(List<Schedule> schedules, PointTable points, Consumer<CommandRequest> submit) {
    this.schedules = schedules;
    this.points = points;
    this.submit = submit;
    schedules.forEach(schedule -> turns.put(schedule.id(), new Turn()));
  }

  public void tick(long now) {
    for (Schedule schedule : schedules) {
      Due due = due(schedule, now);
      Turn turn = turns.get(schedule.id());
      if (due != null && turn != null) {
        if (due.at() > turn.at) {
          turn.at = due.at();
          turn.batches = 0;
          turn.owed.clear();
          turn.owed.addAll(schedule.targets());
        }
        pay(schedule, due, turn);
      }
    }
  }

  private void pay(Schedule schedule, Due due, Turn turn) {
    if (turn.owed.isEmpty()) {
      return;
    }
    List<PointId> ready = new ArrayList<>();
    for (PointId target : schedule.targets()) {
      int handle = points.directory().find(target);
      boolean heard = handle >= 0 && points.quality(handle).level() != Quality.Level.BAD;
      if (heard && turn.owed.contains(target)) {
        ready.add(target);
      }
    }
    if (ready.isEmpty()) {
      return;
    }
    ready.forEach(turn.owed::remove);
    turn.batches++;
    submit.accept(new CommandRequest(
        "schedule:" + schedule.id() + "@" + due.at() + "." + turn.batches,
        "schedule:" + schedule.id(),
        ready,
        due.entry().value(),
        schedule.priority(),
        schedule.name().zh() + " / " + schedule.name().en(),
        0,
        0));
  }

  /** The newest entry at or before {@code now}; of two at the same moment the later one in the file. */
  private static @Nullable Due due(Schedule schedule, long now) {
    ZoneId zone = schedule.zone();
    LocalDate today = Instant.ofEpochMilli(now).atZone(zone).toLocalDate();
    for (int back = 0; back <= 7; back++) {
      LocalDate day = today.minusDays(back);
      Due newest = null;
      for (Schedule.Entry entry : schedule.entries()) {
        long at = day.atTime(entry.at()).atZone(zone).toInstant().toEpochMilli();
        boolean runs =
            entry.days().contains(day.getDayOfWeek()) && entry.months().contains(day.getMonth());
        boolean counts = runs && at <= now;
        if (counts && (newest == null || at >= newest.at())) {
          newest = new Due(at, entry);
        }
      }
      if (newest != null) {
        return newest;
      }
    }
    return null;
  }

  /** Per schedule the targets that have not got its newest value yet, in order of their names. */
  public Map<String, List<PointId>> listOwed() {
    Map<String, List<PointId>> owed = new TreeMap<>();
    turns.forEach((id, turn) -> owed.put(id, List.copyOf(turn.owed)));
    return owed;
  }

  public void save(ByteWriter out) {
    out.count(turns.size());
    turns.forEach((id, turn) -> {
      out.text(id).whole(turn.at).count(turn.batches);
      out.list(List.copyOf(turn.owed), ByteWriter::point);
    });
  }

  public void restore(ByteReader in) {
    int count = in.size();
    for (int i = 0; i < count; i++) {
      Turn turn = turns.getOrDefault(in.text(), new Turn());
      turn.at = in.whole();
      turn.batches = in.small();
      turn.owed.addAll(in.list(ByteReader::point));
    }
  }
}
