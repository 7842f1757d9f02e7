package io.campustwin.engine.linkage;

import io.campustwin.engine.control.CommandItem;
import io.campustwin.engine.control.CommandReason;
import io.campustwin.engine.control.CommandRequest;
import io.campustwin.engine.control.CommandState;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends a run's commands when they are due and times its effects. */
final class RunWatch {
  private static final String DEADLINE_PASSED = CommandReason.DEADLINE_PASSED.word();

  private final PointTable points;
  private final LinkageEvents events;

  RunWatch(PointTable points, LinkageEvents events) {
    this.points = points;
    this.events = events;
  }

  /** Submits the platform's effects whose delay is over. A command's id actuates once, so asking again is harmless. */
  void send(ActiveRun run, long now) {
    Set<Order> due = new LinkedHashSet<>();
    for (int n = 0; n < run.size(); n++) {
      EffectRun effect = run.effect(n);
      if (waits(effect)) {
        run.order(effect).ifPresent(due::add);
      }
    }
    for (Order order : due) {
      long age = now - run.causeTime();
      if (age >= order.delayMillis() && age <= order.deadlineMillis()) {
        events.submit(request(run, order, now));
      }
    }
  }

  private static boolean waits(EffectRun effect) {
    return effect.by() == EffectRun.By.PLATFORM
        && effect.sent() == 0
        && effect.outcome() == EffectRun.Outcome.PENDING;
  }

  private static CommandRequest request(ActiveRun run, Order order, long now) {
    List<PointId> targets =
        run.targets(order.effect()).stream().map(n -> run.effect(n).target()).toList();
    return request(run, order, run.command(order.effect()), targets, now);
  }

  private static CommandRequest request(
      ActiveRun run, Order order, String id, List<PointId> targets, long now) {
    return new CommandRequest(
        id,
        Linkages.OWNER + run.linkage(),
        targets,
        order.value(),
        order.priority(),
        order.why(),
        order.holdMillis() == 0 ? 0 : now + order.holdMillis(),
        0);
  }

  /**
   * Asks once more, under another id, for life-safety effects that a restart cut off: only when the point has spoken
   * again, has had its settling time, and does not show the value.
   */
  void again(ActiveRun run, long now) {
    for (int n = 0; n < run.size(); n++) {
      EffectRun effect = run.effect(n);
      Order order = run.order(effect).orElse(null);
      int handle = points.directory().find(effect.target());
      if (order != null && handle >= 0 && isToRepeat(run, effect, order, now)) {
        long settle = points.directory().point(handle).template().settleMillis();
        boolean speaks = points.quality(handle).level() != Quality.Level.BAD;
        if (speaks && now - effect.sent() >= settle) {
          events.submit(request(run, order, run.again(n), List.of(effect.target()), now));
        }
      }
    }
  }

  private static boolean isToRepeat(ActiveRun run, EffectRun effect, Order order, long now) {
    return ActiveRun.isCutOff(effect)
        && effect.confirmed() == 0
        && order.isLifeSafety()
        && now - run.causeTime() <= order.deadlineMillis();
  }

  /** What the controller's points show already at the moment of the cause. */
  void begin(ActiveRun run, long now) {
    for (int n = 0; n < run.size(); n++) {
      int handle = points.directory().find(run.effect(n).target());
      if (handle >= 0 && points.quality(handle).level() != Quality.Level.BAD) {
        observe(run, n, points.value(handle), now);
      }
    }
  }

  void reported(ActiveRun run, int handle, long now) {
    for (int n : run.on(handle)) {
      observe(run, n, points.value(handle), now);
    }
  }

  private void observe(ActiveRun run, int n, @Nullable Value value, long now) {
    EffectRun effect = run.effect(n);
    boolean open = effect.outcome() == EffectRun.Outcome.PENDING
        || effect.outcome() == EffectRun.Outcome.MISSING
        || ActiveRun.isCutOff(effect);
    boolean byOthers = effect.by() == EffectRun.By.CONTROLLER || isOvertaken(effect);
    if (open && byOthers && effect.expected().equals(value)) {
      run.set(n, effect.confirmedAt(now, run.causeTime()));
    }
  }

  /** An item of one of the run's commands went on. */
  void changed(ActiveRun run, CommandItem item) {
    for (int n = 0; n < run.size(); n++) {
      EffectRun effect = run.effect(n);
      boolean mine = item.command().equals(run.command(effect.effect()))
          || item.command().equals(run.again(n));
      if (mine && effect.target().equals(item.point())) {
        run.set(n, followed(run, effect, item));
      }
    }
  }

  /**
   * True for a platform's effect whose command gave way to another's, or was cut off by a restart. What counts is the
   * place, not who brought it about: the effect is confirmed when its value is reported in time, and fails by that
   * reason when it is not.
   */
  private static boolean isOvertaken(EffectRun effect) {
    return effect.outcome() == EffectRun.Outcome.PENDING && !effect.reason().isEmpty()
        || ActiveRun.isCutOff(effect);
  }

  private EffectRun followed(ActiveRun run, EffectRun before, CommandItem item) {
    EffectRun effect = before
        .sentAt(item.times().getOrDefault(CommandState.SENT, 0L))
        .acknowledgedAt(item.times().getOrDefault(CommandState.ACKNOWLEDGED, 0L));
    if (item.state() == CommandState.CONFIRMED) {
      long time = item.times().getOrDefault(CommandState.CONFIRMED, 0L);
      return effect.confirmedAt(time, run.causeTime());
    } else if (item.state() == CommandState.TIMED_OUT) {
      return effect.ended(EffectRun.Outcome.MISSING, item.reason());
    } else if (item.state() == CommandState.SUPERSEDED && shows(effect)) {
      long time = item.times().getOrDefault(CommandState.SUPERSEDED, 0L);
      return effect.confirmedAt(time, run.causeTime());
    } else if (isOpenEnd(item)) {
      return effect.ended(EffectRun.Outcome.PENDING, item.reason());
    } else if (item.state().isFinal()) {
      return effect.ended(EffectRun.Outcome.FAILED, item.reason());
    }
    return ActiveRun.isCutOff(before) ? effect.ended(EffectRun.Outcome.PENDING, "") : effect;
  }

  /** Ends that say nothing yet about the place. */
  private static boolean isOpenEnd(CommandItem item) {
    return item.reason().equals(CommandReason.NEWER_COMMAND.word())
        || item.reason().equals(CommandReason.RESTART.word());
  }

  private boolean shows(EffectRun effect) {
    int handle = points.directory().find(effect.target());
    return handle >= 0
        && points.quality(handle).level() != Quality.Level.BAD
        && effect.expected().equals(points.value(handle));
  }

  /** Names what was not shown in time, and what may not be sent any more. */
  void limits(ActiveRun run, long now) {
    for (int n = 0; n < run.size(); n++) {
      EffectRun effect = run.effect(n);
      long age = now - run.causeTime();
      if (effect.outcome() == EffectRun.Outcome.PENDING && isPastDeadline(run, effect, age)) {
        run.set(n, effect.ended(EffectRun.Outcome.FAILED, DEADLINE_PASSED));
      } else if (effect.outcome() == EffectRun.Outcome.PENDING && age > effect.limitMillis()) {
        run.set(
            n,
            isOvertaken(effect)
                ? effect.ended(EffectRun.Outcome.FAILED, effect.reason())
                : effect.ended(EffectRun.Outcome.MISSING, trouble(effect)));
      }
    }
  }

  private static boolean isPastDeadline(ActiveRun run, EffectRun effect, long age) {
    return waits(effect)
        && run.order(effect).filter(order -> age > order.deadlineMillis()).isPresent();
  }

  /** Ends what was not sent yet because the run was reset or its cause is gone. */
  void cancel(ActiveRun run, Set<Effect.Until> which, String reason) {
    for (int n = 0; n < run.size(); n++) {
      EffectRun effect = run.effect(n);
      boolean meant =
          run.order(effect).filter(order -> which.contains(order.until())).isPresent();
      if (meant && waits(effect)) {
        run.set(n, effect.ended(EffectRun.Outcome.FAILED, reason));
      }
    }
  }

  private String trouble(EffectRun effect) {
    int handle = points.directory().find(effect.target());
    if (handle < 0) {
      return "unknown-point";
    }
    Quality quality = points.quality(handle);
    return quality.level() == Quality.Level.BAD ? quality.reason().word() : "no-feedback";
  }
}
