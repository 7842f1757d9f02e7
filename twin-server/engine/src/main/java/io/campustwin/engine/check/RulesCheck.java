package io.campustwin.engine.check;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.Fault;
import io.campustwin.engine.interlock.Interlock;
import io.campustwin.engine.linkage.Effect;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.Reach;
import io.campustwin.engine.rule.Origins;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReading;
import io.campustwin.signal.PointId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the reader of one file cannot see: two rules that fight over a point, loops, rules against life safety, effects
 * that reach nothing. Works on what can ever happen, not on what is happening: causes count as possible together unless
 * their {@code when} excludes each other. Cost: pairs of effects times their targets, under a second for a school.
 */
public final class RulesCheck {
  private static final int LIFE_SAFETY = 2;

  private final CampusModel model;
  private final Rules rules;
  private final Origins origins;
  private final Reach reach;
  private final Writers writers;
  private final List<Fault> faults = new ArrayList<>();
  private final Set<String> told = new HashSet<>();

  private RulesCheck(CampusModel model, RulesReading reading) {
    this.model = model;
    this.rules = reading.rules();
    this.origins = reading.origins();
    this.reach = Reach.of(model);
    this.writers = new Writers(reach);
  }

  /** All faults, by file and line. */
  public static List<Fault> of(CampusModel model, RulesReading reading) {
    RulesCheck check = new RulesCheck(model, reading);
    List<Writer> all = check.writers.of(check.rules);
    check.reachable();
    check.loops();
    check.priorities(all);
    all.forEach(check::interlocks);
    check.schedules();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        check.compare(all.get(i), all.get(j));
      }
    }
    check.faults.sort(Comparator.comparing(Fault::file).thenComparingInt(Fault::line));
    return List.copyOf(check.faults);
  }

  private void reachable() {
    for (Linkage linkage : rules.linkages()) {
      if (reach.causes(linkage).isEmpty()) {
        fault(CheckFault.NO_CAUSE, "linkages/", linkage.id());
        continue;
      }
      for (Effect effect : linkage.effects()) {
        boolean exists = !reach.points(effect.selector()).isEmpty();
        if (exists && writers.targets(linkage, effect).isEmpty()) {
          fault(CheckFault.NEVER_REACHED, "linkages/", linkage.id() + "." + effect.id());
        }
      }
    }
  }

  private void loops() {
    for (List<String> loop : new Loops(rules.linkages(), writers, reach).find()) {
      String way = String.join(" → ", loop) + " → " + loop.get(0);
      fault(CheckFault.LOOP, "linkages/", loop.get(0), way);
    }
  }

  private void priorities(List<Writer> all) {
    for (Writer writer : all) {
      boolean strong = writer.priority() <= LIFE_SAFETY;
      if (writer.fire() && !strong) {
        fault(CheckFault.WEAK_PRIORITY, writer.folder(), writer.id(), writer.priority());
      } else if (!writer.lifeSafety() && strong) {
        fault(CheckFault.CLAIMS_LIFE_SAFETY, writer.folder(), writer.id(), writer.priority());
      }
    }
  }

  private void interlocks(Writer writer) {
    String owner = (writer.isSchedule() ? "schedule:" : "linkage:") + writer.rule();
    for (Interlock interlock : rules.interlocks()) {
      Optional<PointId> broken = writer.targets().stream()
          .filter(id -> model.findPoint(id).filter(interlock::concerns).isPresent())
          .findFirst();
      if (broken.isPresent() && interlock.forbids(owner, writer.value())) {
        fault(
            CheckFault.CUTS_LOAD,
            writer.folder(),
            writer.id(),
            interlock.id(),
            broken.get(),
            writer.value());
      }
    }
  }

  private void schedules() {
    for (ScheduleClashes.Clash clash : ScheduleClashes.of(rules.schedules())) {
      fault(
          CheckFault.CONFLICT,
          "schedules/",
          clash.two().id(),
          clash.one().id(),
          clash.one().priority(),
          clash.point(),
          clash.first(),
          clash.second());
    }
  }

  private void compare(Writer one, Writer two) {
    boolean both = one.isSchedule() && two.isSchedule();
    boolean meant = one.rule().equals(two.rule()) && one.delayMillis() != two.delayMillis();
    if (both || meant || one.value().equals(two.value())) {
      return;
    }
    Optional<PointId> shared =
        one.targets().stream().filter(two.targets()::contains).findFirst();
    if (shared.isPresent() && !one.when().excludes(two.when())) {
      judge(one, two, shared.get());
    }
  }

  private void judge(Writer one, Writer two, PointId point) {
    if (one.fire() != two.fire()) {
      undoes(one.fire() ? one : two, one.fire() ? two : one, point);
    } else if (one.priority() == two.priority()) {
      fault(
          CheckFault.CONFLICT,
          two.folder(),
          two.id(),
          one.id(),
          one.priority(),
          point,
          one.value(),
          two.value());
    }
  }

  private void undoes(Writer fire, Writer other, PointId point) {
    if (other.priority() <= fire.priority()) {
      fault(
          CheckFault.UNDOES_LIFE_SAFETY,
          other.folder(),
          other.id(),
          fire.id(),
          point,
          fire.value(),
          other.value());
    }
  }

  /** The same thing is said once, however many entries of a schedule it is true of. */
  private void fault(CheckFault code, String folder, String id, Object... found) {
    boolean schedule = folder.startsWith("schedules");
    Object first = found.length == 0 ? "" : found[0];
    if (!schedule || told.add(code + id + first)) {
      faults.add(code.at(origins.find(folder, id), id, found));
    }
  }
}
