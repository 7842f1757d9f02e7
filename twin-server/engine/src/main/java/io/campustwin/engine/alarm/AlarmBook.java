package io.campustwin.engine.alarm;

import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.engine.alarm.cause.Origins;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.Band;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Alarms of all points whose template has a rule, after ISA-18.2 (2016); {@link AlarmLife} has the figure.
 *
 * <p>A report changes a point's condition at once, which is a raw event, and its alarm once the delay is over. While a
 * point is held (shelved, suppressed by design, out of service) its alarm stands in the state of the strongest hold and
 * calls nobody; when the last hold ends it asks again if its condition holds, is latched if its rule latches, and is
 * closed otherwise. A condition that comes again before an alarm is closed is the same occurrence. A bad value neither
 * raises nor clears anything.
 *
 * <p>A report inside the band of {@link #narrow} changes nothing and is not looked at.
 */
public final class AlarmBook {
  private final PointTable points;
  private final Watches watches;
  private final Holds holds = new Holds();
  private final Occurrences occurrences;
  private final Origins origins;
  private final Suppression suppression;
  private @Nullable AlarmView frozen;

  public AlarmBook(AlarmPlan plan, PointTable points, AlarmListener listener) {
    this.points = points;
    this.watches = new Watches(points.directory(), plan.ruled);
    plan.ruled.forEach(points::listen);
    this.occurrences = new Occurrences(listener);
    this.suppression = new Suppression(points, watches, plan);
    this.origins = new Origins(points.directory(), plan.feeders, suppression::isFailing);
  }

  /** A point was reported. */
  public void reported(int handle, long now) {
    review(suppression.maintainedBy(handle), now);
    Watch watch = watches.find(handle);
    Value value = points.value(handle);
    if (watch == null || value == null || points.quality(handle).level() == Quality.Level.BAD) {
      return;
    }
    boolean condition = Condition.holds(watch.rule, value, watch.condition);
    if (condition != watch.condition) {
      watch.condition = condition;
      watch.since = now;
      note(handle, condition ? AlarmEvent.Kind.CONDITION : AlarmEvent.Kind.GONE, now);
    }
    settle(handle, watch, now);
  }

  /** While no delay runs, only a number on the other side of the limit is news. */
  public void narrow(int handle, Band band) {
    Watch watch = watches.find(handle);
    if (suppression.isMaintenance(handle) || watch != null && !watch.isSettled()) {
      band.close();
    } else if (watch != null) {
      Condition.narrow(
          watch.rule, points.directory().template(handle).type(), watch.condition, band);
    }
  }

  /** A link or device changed its state. */
  public void link(LinkStatus status, long now) {
    origins.link(status, now);
  }

  /** A linkage began to act on these points. */
  public void acted(String run, List<PointId> targets, long now) {
    origins.acted(run, targets, now);
  }

  /** Time passes: delays and holds end. */
  public void tick(long now) {
    for (int handle : watches.waiting()) {
      Watch watch = watches.find(handle);
      if (watch != null && points.quality(handle).level() != Quality.Level.BAD) {
        settle(handle, watch, now);
      }
    }
    for (Holds.Ended ended : holds.ended(now)) {
      release(ended.handle(), ended.hold().kind(), now);
    }
    origins.tick(now);
    occurrences.tick(now);
  }

  /** Somebody has seen it; an unknown, closed, held or acknowledged alarm stays as it is. */
  public void acknowledge(String id, String user, String comment, long now) {
    Alarm alarm = occurrences.find(id);
    if (alarm != null && alarm.state().isUnanswered()) {
      AlarmState to = next(alarm, AlarmLife.Trigger.ACKNOWLEDGE);
      put(alarm.acknowledged(to, now, user, comment), now);
    }
  }

  /** Somebody resets a latched alarm; one that may not be reset stays as it is. */
  public void reset(String id, String user, long now) {
    Alarm alarm = occurrences.find(id);
    if (alarm != null && HoldRefusal.ofReset(alarm) == HoldRefusal.NONE) {
      put(alarm.reset(next(alarm, AlarmLife.Trigger.RESET), user), now);
    }
  }

  /** Somebody shelves a point's alarms; where that is not allowed nothing changes. */
  public void shelve(PointId point, String user, String reason, long until, long now) {
    int handle = points.directory().find(point);
    Watch watch = watches.find(handle);
    if (watch != null
        && HoldRefusal.ofShelving(watch.rule, reason, now, until) == HoldRefusal.NONE) {
      hold(handle, new Hold(point, Hold.Kind.SHELVED, user, reason, now, until), now);
    }
  }

  /** Somebody takes a point's alarms out of service, until somebody brings them back. */
  public void takeOut(PointId point, String user, String reason, long now) {
    int handle = points.directory().find(point);
    if (watches.find(handle) != null && !reason.isBlank()) {
      hold(handle, new Hold(point, Hold.Kind.OUT_OF_SERVICE, user, reason, now, 0), now);
    }
  }

  /** Somebody ends shelving or brings a point's alarms back into service. */
  public void release(PointId point, Hold.Kind kind, long now) {
    int handle = points.directory().find(point);
    if (handle >= 0 && kind != Hold.Kind.SUPPRESSED_BY_DESIGN) {
      release(handle, kind, now);
    }
  }

  private void hold(int handle, Hold hold, long now) {
    frozen = null;
    holds.put(handle, hold);
    noteHold(handle, AlarmEvent.Kind.HELD, hold.kind(), now);
    refit(handle, now);
  }

  private void release(int handle, Hold.Kind kind, long now) {
    if (holds.find(handle, kind) != null) {
      frozen = null;
      holds.remove(handle, kind);
      noteHold(handle, AlarmEvent.Kind.RELEASED, kind, now);
      refit(handle, now);
    }
  }

  /** Brings an open alarm into the state of its point's strongest hold, or back to life after the last. */
  private void refit(int handle, long now) {
    Watch watch = watches.find(handle);
    Alarm alarm = watch == null ? null : occurrences.find(watch.alarm);
    if (watch == null || alarm == null) {
      return;
    }
    Hold hold = holds.find(handle);
    if (hold != null) {
      if (alarm.state() != hold.kind().state()) {
        put(alarm.moved(hold.kind().state(), alarm.returned()), now);
      }
    } else if (watch.active) {
      ask(handle, alarm, now);
    } else {
      boolean latch = watch.rule.traits().latch();
      AlarmState to = latch ? AlarmState.LATCHED_UNACKNOWLEDGED : AlarmState.NORMAL;
      put(alarm.moved(to, alarm.returned() == 0 ? now : alarm.returned()), now);
    }
  }

  /** Suppression by design begins, or lingers before it ends. */
  private void review(List<Integer> handles, long now) {
    for (int handle : handles) {
      Hold held = holds.find(handle, Hold.Kind.SUPPRESSED_BY_DESIGN);
      String source = suppression.source(handle);
      boolean stands = held != null && held.until() == 0;
      if (!source.isEmpty() && held == null) {
        hold(handle, suppressed(handle, source, now, 0), now);
      } else if (held != null && source.isEmpty() == stands) {
        frozen = null;
        long until = stands ? now + Suppression.LINGER : 0;
        holds.put(handle, suppressed(handle, held.by(), held.since(), until));
      }
    }
  }

  private Hold suppressed(int handle, String source, long since, long until) {
    PointId point = points.directory().id(handle);
    return new Hold(point, Hold.Kind.SUPPRESSED_BY_DESIGN, source, source, since, until);
  }

  private void settle(int handle, Watch watch, long now) {
    boolean same = watch.condition == watch.active;
    long delay = watch.condition ? watch.rule.onDelayMillis() : watch.rule.offDelayMillis();
    boolean waits = !same && now - watch.since < delay;
    watches.wait(handle, watch, waits);
    if (!same && !waits) {
      turn(handle, watch, now);
    }
  }

  /** Delays are over: the alarm follows its condition. */
  private void turn(int handle, Watch watch, long now) {
    watch.active = watch.condition;
    Alarm alarm = occurrences.find(watch.alarm);
    if (watch.active) {
      arise(handle, watch, alarm, now);
    } else if (alarm != null) {
      put(alarm.moved(next(alarm, AlarmLife.Trigger.GONE), now), now);
    }
    review(suppression.fedBy(handle), now);
  }

  private void arise(int handle, Watch watch, @Nullable Alarm alarm, long now) {
    Alarm arisen = alarm == null ? raised(handle, watch, now) : alarm;
    Hold hold = holds.find(handle);
    if (hold != null) {
      put(arisen.moved(hold.kind().state(), 0), now);
    } else if (next(arisen, AlarmLife.Trigger.CONDITION) == AlarmState.UNACKNOWLEDGED) {
      ask(handle, arisen, now);
    }
  }

  private Alarm raised(int handle, Watch watch, long now) {
    watch.occurrences++;
    PointId point = points.directory().id(handle);
    String id = point + "#" + watch.occurrences;
    watch.alarm = id;
    Value value = points.value(handle);
    return new Alarm(id, point, watch.rule, AlarmState.NORMAL, now, 0, 0, "", "", "", value, "");
  }

  private void ask(int handle, Alarm alarm, long now) {
    frozen = null;
    occurrences.ask(alarm, origins.of(handle, alarm.rule(), now), now);
  }

  private void put(Alarm alarm, long now) {
    frozen = null;
    if (alarm.state() == AlarmState.NORMAL) {
      int handle = points.directory().findEver(alarm.point());
      Watch watch = watches.find(handle);
      if (watch != null) {
        watch.alarm = null;
      }
    }
    occurrences.put(alarm, now);
  }

  private static AlarmState next(Alarm alarm, AlarmLife.Trigger trigger) {
    return AlarmLife.next(alarm.state(), trigger, alarm.rule().traits().latch());
  }

  private void note(int handle, AlarmEvent.Kind kind, long now) {
    frozen = null;
    Occurrences.Subject subject = subject(handle);
    Alarm alarm = occurrences.find(subject.alarm());
    occurrences.note(kind, subject, alarm == null ? AlarmState.NORMAL : alarm.state(), now);
  }

  private void noteHold(int handle, AlarmEvent.Kind kind, Hold.Kind hold, long now) {
    occurrences.note(kind, subject(handle), hold.state(), now);
  }

  private Occurrences.Subject subject(int handle) {
    Watch watch = watches.find(handle);
    if (watch == null) {
      throw new IllegalStateException(
          "point " + points.directory().id(handle) + " has no alarm rule");
    }
    String alarm = watch.alarm == null ? "" : watch.alarm;
    PointId point = points.directory().id(handle);
    return new Occurrences.Subject(point, alarm, watch.rule, points.value(handle));
  }

  /** Alarms as they are now; the same object while nothing changes. */
  public AlarmView freeze() {
    AlarmView view = frozen;
    if (view == null) {
      view = occurrences.freeze(holds.list());
      frozen = view;
    }
    return view;
  }

  public void save(ByteWriter out) {
    frozen = null;
    watches.save(out);
    holds.save(out);
    origins.save(out);
    occurrences.save(out);
  }

  /** Reads what {@link #save} wrote; alarms of points that vanished or lost their rule are closed. */
  public void restore(ByteReader in) {
    watches.restore(in);
    holds.restore(points.directory(), in);
    origins.restore(in);
    occurrences.restore(in, this::isWatched);
  }

  private boolean isWatched(PointId point) {
    return watches.find(points.directory().find(point)) != null;
  }
}
