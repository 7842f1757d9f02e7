package io.campustwin.engine.control;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.start.OptimumStart;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives weekly schedules. At every moment the newest entry of the last days is the one that counts (see {@link Programme}); when another
 * one begins to count, its value is owed to every target. A target gets it as soon as its device is heard of (a
 * quality that is not bad), so that a point that comes back in the morning still gets the morning's value, once. Command
 * ids are {@code schedule:<id>@<epoch ms of the entry>.<batch>}.
 */
public final class Schedules {
  private static final long DAY = 86_400_000;

  private final List<Schedule> schedules;
  private final PointTable points;
  private final OptimumStart optimum;
  private final Consumer<CommandRequest> submit;
  private final Map<String, Turn> turns = new TreeMap<>();

  /** What a schedule does since its newest entry. */
  private static final class Turn {
    long at = Long.MIN_VALUE;
    int batches;

    /** The entry whose early targets are {@code early}. */
    long earlyAt = Long.MIN_VALUE;

    final Set<PointId> early = new TreeSet<>();

    /** Until when nothing new can begin to count, and what counts till then; found again after a restore. */
    long quiet = Long.MIN_VALUE;

    Programme.@Nullable Moment due;

    /** Targets that have not got the value yet. */
    final Set<PointId> owed = new TreeSet<>();
  }

  public Schedules(List<Schedule> schedules, PointTable points, Consumer<CommandRequest> submit) {
    this.schedules = schedules;
    this.points = points;
    this.optimum = new OptimumStart(points);
    this.submit = submit;
    schedules.forEach(schedule -> turns.put(schedule.id(), new Turn()));
  }

  public void tick(long now) {
    for (Schedule schedule : schedules) {
      Turn turn = turns.get(schedule.id());
      if (turn != null) {
        look(schedule, turn, now);
        if (schedule.lead().most() > 0) {
          early(schedule, turn, now);
        }
        Programme.Moment due = turn.due;
        if (due != null) {
          begin(schedule, due, turn);
          pay(schedule, due, turn);
        }
      }
    }
  }

  /** Finds what counts, which costs something, only when it may have changed. */
  private static void look(Schedule schedule, Turn turn, long now) {
    if (now >= turn.quiet) {
      turn.due = Programme.due(schedule, now).orElse(null);
      turn.quiet = Programme.next(schedule, now).map(Programme.Moment::at).orElse(now + DAY);
    }
  }

  /** Commands those targets of the next entry whose rooms need the time until it counts. */
  private void early(Schedule schedule, Turn turn, long now) {
    schedule.targets().forEach(target -> optimum.look(target, now));
    Programme.Moment next = Programme.next(schedule, now).orElse(null);
    if (next == null
        || next.at() - now > schedule.lead().most()
        || !(next.entry().value() instanceof Value.Num wanted)) {
      return;
    }
    if (turn.earlyAt != next.at()) {
      turn.earlyAt = next.at();
      turn.early.clear();
    }
    for (PointId target : schedule.targets()) {
      long lead = optimum.lead(target, wanted.number(), schedule.lead());
      if (isHeard(target) && lead > 0 && next.at() - now <= lead && turn.early.add(target)) {
        submit.accept(request(
            schedule,
            "schedule:" + schedule.id() + "@" + next.at() + ".early." + turn.early.size(),
            List.of(target),
            next.entry()));
      }
    }
  }

  private boolean isHeard(PointId target) {
    int handle = points.directory().find(target);
    return handle >= 0 && points.quality(handle).level() != Quality.Level.BAD;
  }

  private static void begin(Schedule schedule, Programme.Moment due, Turn turn) {
    if (due.at() > turn.at) {
      turn.at = due.at();
      turn.batches = 0;
      turn.owed.clear();
      Schedule.Setting setting = due.entry().setting();
      turn.owed.addAll(
          setting.scene().isEmpty() ? schedule.targets() : setting.values().keySet());
      if (turn.earlyAt == due.at()) {
        turn.owed.removeAll(turn.early);
      }
    }
  }

  private void pay(Schedule schedule, Programme.Moment due, Turn turn) {
    if (turn.owed.isEmpty()) {
      return;
    }
    List<PointId> ready = schedule.targets().stream()
        .filter(target -> turn.owed.contains(target) && isHeard(target))
        .toList();
    if (ready.isEmpty()) {
      return;
    }
    ready.forEach(turn.owed::remove);
    turn.batches++;
    String id = "schedule:" + schedule.id() + "@" + due.at() + "." + turn.batches;
    submit.accept(request(schedule, id, ready, due.entry()));
  }

  private static CommandRequest request(
      Schedule schedule, String id, List<PointId> targets, Schedule.Entry entry) {
    return new CommandRequest(
        id,
        "schedule:" + schedule.id(),
        targets,
        entry.value(),
        schedule.priority(),
        schedule.name().zh() + " / " + schedule.name().en(),
        0,
        0,
        terms(entry.setting(), targets));
  }

  private static CommandTerms terms(Schedule.Setting setting, List<PointId> targets) {
    if (setting.scene().isEmpty()) {
      return CommandTerms.USUAL;
    }
    List<Value> values = new ArrayList<>();
    for (PointId target : targets) {
      Value value = setting.values().get(target);
      if (value != null) {
        values.add(value);
      }
    }
    return new CommandTerms(setting.scene(), values, true, 0, 0);
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
      out.whole(turn.earlyAt).list(List.copyOf(turn.early), ByteWriter::point);
    });
    optimum.save(out);
  }

  public void restore(ByteReader in) {
    int count = in.size();
    for (int i = 0; i < count; i++) {
      Turn turn = turns.getOrDefault(in.text(), new Turn());
      turn.at = in.whole();
      turn.batches = in.small();
      turn.owed.addAll(in.list(ByteReader::point));
      turn.earlyAt = in.whole();
      turn.early.addAll(in.list(ByteReader::point));
    }
    optimum.restore(in);
  }
}
