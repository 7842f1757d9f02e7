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
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends a run's commands when they are due and times its effects. */
final class RunWatch {
  private final PointTable points;
  private final LinkageEvents events;

  RunWatch(PointTable points, LinkageEvents events) {
    this.points = points;
    this.events = events;
  }

  /** Submits the platform's effects whose delay is over. A command's id actuates once, so asking again is harmless. */
  void send(ActiveRun run, long now) {
    Set<String> due = new LinkedHashSet<>();
    for (int n = 0; n < run.size(); n++) {
      EffectRun effect = run.effect(n);
      boolean waits = effect.by() == EffectRun.By.PLATFORM
          && effect.sent() == 0
          && effect.outcome() == EffectRun.Outcome.PENDING;
      if (waits) {
        due.add(effect.effect());
      }
    }
    for (String id : due) {
      Optional<Effect> effect =
          run.linkage.effects().stream().filter(one -> one.id().equals(id)).findFirst();
      if (effect.isPresent() && run.causeTime() + effect.get().delayMillis() <= now) {
        events.submit(request(run, effect.get(), now));
      }
    }
  }

  private static CommandRequest request(ActiveRun run, Effect effect, long now) {
    List<PointId> targets =
        run.targets(effect.id()).stream().map(n -> run.effect(n).target()).toList();
    return new CommandRequest(
        run.command(effect.id()),
        "linkage:" + run.linkage.id(),
        targets,
        effect.value(),
        effect.priority(),
        run.linkage.name().zh() + " / " + run.linkage.name().en(),
        effect.holdMillis() == 0 ? 0 : now + effect.holdMillis(),
        0);
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
    PointId id = points.directory().id(handle);
    for (int n = 0; n < run.size(); n++) {
      if (run.effect(n).target().equals(id)) {
        observe(run, n, points.value(handle), now);
      }
    }
  }

  private void observe(ActiveRun run, int n, @Nullable Value value, long now) {
    EffectRun effect = run.effect(n);
    boolean open = effect.outcome() == EffectRun.Outcome.PENDING
        || effect.outcome() == EffectRun.Outcome.MISSING;
    boolean byOthers = effect.by() == EffectRun.By.CONTROLLER || isOvertaken(effect);
    if (open && byOthers && effect.expected().equals(value)) {
      run.set(n, effect.confirmedAt(now, run.causeTime()));
    }
  }

  /** An item of one of the run's commands went on. */
  void changed(ActiveRun run, CommandItem item) {
    for (int n = 0; n < run.size(); n++) {
      EffectRun effect = run.effect(n);
      if (effect.target().equals(item.point())
          && item.command().equals(run.command(effect.effect()))) {
        run.set(n, followed(run, effect, item));
      }
    }
  }

  /**
   * True for a platform's effect whose command gave way to another's. What counts is the place, not who brought it
   * about: the effect is confirmed when its value is reported in time, and fails by that reason when it is not.
   */
  private static boolean isOvertaken(EffectRun effect) {
    return effect.outcome() == EffectRun.Outcome.PENDING && !effect.reason().isEmpty();
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
    } else if (item.reason().equals(CommandReason.NEWER_COMMAND.word())) {
      return effect.ended(EffectRun.Outcome.PENDING, item.reason());
    } else if (item.state().isFinal()) {
      return effect.ended(EffectRun.Outcome.FAILED, item.reason());
    }
    return effect;
  }

  private boolean shows(EffectRun effect) {
    int handle = points.directory().find(effect.target());
    return handle >= 0
        && points.quality(handle).level() != Quality.Level.BAD
        && effect.expected().equals(points.value(handle));
  }

  /** Names what was not shown in time. */
  void limits(ActiveRun run, long now) {
    for (int n = 0; n < run.size(); n++) {
      EffectRun effect = run.effect(n);
      boolean over = now - run.causeTime() > effect.limitMillis();
      if (over && effect.outcome() == EffectRun.Outcome.PENDING) {
        run.set(
            n,
            isOvertaken(effect)
                ? effect.ended(EffectRun.Outcome.FAILED, effect.reason())
                : effect.ended(EffectRun.Outcome.MISSING, trouble(effect)));
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
