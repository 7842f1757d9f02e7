package io.campustwin.engine.check;

import io.campustwin.asset.AlarmRule;
import io.campustwin.asset.Point;
import io.campustwin.engine.control.Schedule;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Reach;
import io.campustwin.engine.linkage.window.When;
import io.campustwin.engine.rule.Rules;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Everything that writes by itself on one campus, with all the points it can ever write to. */
final class Writers {
  private static final String FIRE = "fire";

  private final Reach reach;

  Writers(Reach reach) {
    this.reach = reach;
  }

  List<Writer> of(Rules rules) {
    List<Writer> writers = new ArrayList<>();
    rules.linkages().forEach(linkage -> effects(linkage, writers));
    rules.schedules().forEach(schedule -> entries(schedule, writers));
    return writers;
  }

  private void effects(Linkage linkage, List<Writer> writers) {
    for (Effect effect : linkage.effects()) {
      if (effect.by() == EffectRun.By.PLATFORM) {
        writers.add(new Writer(
            "linkages/",
            linkage.id(),
            linkage.id() + "." + effect.id(),
            targets(linkage, effect),
            effect.value(),
            effect.priority(),
            effect.delayMillis(),
            linkage.cause().when(),
            hears(linkage, point -> point.system().startsWith(FIRE) && isLifeSafety(point)),
            hears(linkage, Writers::isLifeSafety)));
      }
    }
  }

  /** Points that an effect has from any place of its linkage's cause. */
  Set<PointId> targets(Linkage linkage, Effect effect) {
    Set<PointId> targets = new LinkedHashSet<>();
    reach.causes(linkage).values().forEach(terms -> {
      List<PointId> causes = terms.stream().flatMap(List::stream).toList();
      reach.targets(effect, causes).forEach(point -> targets.add(point.id()));
    });
    return targets;
  }

  private boolean hears(Linkage linkage, Predicate<Point> which) {
    return linkage.cause().terms().stream()
        .anyMatch(term -> reach.points(term.selector()).stream().anyMatch(which));
  }

  /** A life-safety alarm of its own, or gas, which is as dangerous. */
  private static boolean isLifeSafety(Point point) {
    AlarmRule rule = point.template().alarm();
    return rule != null && rule.lifeSafety() || point.system().equals("gas");
  }

  private static void entries(Schedule schedule, List<Writer> writers) {
    for (Schedule.Entry entry : schedule.entries()) {
      if (entry.value() != null) {
        writers.add(new Writer(
            "schedules/",
            schedule.id(),
            schedule.id(),
            new LinkedHashSet<>(schedule.targets()),
            entry.value(),
            schedule.priority(),
            0,
            When.ALWAYS,
            false,
            false));
      }
    }
  }
}
