package io.campustwin.simulator.scenario;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Equipment;
import io.campustwin.asset.Point;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.linkage.Linkage;
import io.campustwin.engine.linkage.LinkageRun;
import io.campustwin.engine.rule.Rules;
import io.campustwin.place.Building;
import io.campustwin.place.Name;
import io.campustwin.place.Passage;
import io.campustwin.place.Space;
import io.campustwin.signal.PointId;
import io.campustwin.simulator.fault.FaultKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The marks of a replay, worded in both languages with the name of the place. */
final class ReplayMarks {
  private final CampusModel model;
  private final Rules rules;
  private final long start;
  private final List<Replay.Mark> marks = new ArrayList<>();
  private final Set<String> known = new HashSet<>();
  private String fired = "";
  private long firedAt;
  private int places;

  /** @param start epoch ms */
  ReplayMarks(CampusModel model, Rules rules, long start) {
    this.model = model;
    this.rules = rules;
    this.start = start;
  }

  /** In order of time: that a building is empty is found at the end of its second. */
  List<Replay.Mark> list() {
    return marks.stream().sorted(Comparator.comparingLong(Replay.Mark::at)).toList();
  }

  /** An output of the engine. */
  void saw(Output output) {
    if (output instanceof Output.AlarmChanged changed) {
      alarm(changed.now(), changed.alarm());
    } else if (output instanceof Output.LinkageChanged changed) {
      linkage(changed.now(), changed.run());
    }
  }

  private void alarm(long now, Alarm alarm) {
    boolean isNew = alarm.state() == AlarmState.UNACKNOWLEDGED && alarm.rule().lifeSafety();
    if (isNew && known.add(alarm.id())) {
      fired = "";
      String place = equipment(alarm.point());
      Name name = name(place);
      add(now, Replay.Kind.ALARM, new Name("报警：" + name.zh(), "Alarm: " + name.en()), place);
    }
  }

  private void linkage(long now, LinkageRun run) {
    if (!known.add(run.id())) {
      return;
    }
    if (now == firedAt && run.linkage().equals(fired)) {
      places++;
      String place = marks.remove(marks.size() - 1).place();
      add(now, Replay.Kind.LINKAGE, fired(), place);
      return;
    }
    firedAt = now;
    fired = run.linkage();
    places = 1;
    String place = run.causes().isEmpty() ? "" : equipment(run.causes().get(0));
    add(now, Replay.Kind.LINKAGE, fired(), place);
  }

  /** One linkage that fires in many places at one moment is one mark. */
  private Name fired() {
    Name name = rules.linkages().stream()
        .filter(linkage -> linkage.id().equals(fired))
        .map(Linkage::name)
        .findFirst()
        .orElse(new Name(fired, fired));
    String zh = places == 1 ? "" : "，" + places + " 处";
    String en = places == 1 ? "" : ", in " + places + " places";
    return new Name("联动启动：" + name.zh() + zh, "Linkage starts: " + name.en() + en);
  }

  /** The scenario did something to these targets; one mark stands for all of them. */
  void injected(long now, Scenario.Event event, List<String> targets) {
    Name what = what(event);
    String first = targets.isEmpty() ? "" : targets.get(0);
    String place = place(first);
    Name where = name(place);
    fired = "";
    boolean more = targets.size() > 1;
    String zh = where.zh() + (more ? " 等 " + targets.size() + " 处" : "");
    String en = where.en() + (more ? " and " + (targets.size() - 1) + " more" : "");
    Name text = first.isEmpty() ? what : new Name(what.zh() + "：" + zh, what.en() + ": " + en);
    add(now, Replay.Kind.INJECTED, text, place);
  }

  /** Nobody is left in a building. */
  void empty(long now, String building) {
    fired = "";
    Name name = model.findBuilding(building).map(Building::name).orElse(new Name("", ""));
    add(now, Replay.Kind.EMPTY, new Name(name.zh() + "人员已撤空", name.en() + " is empty"), "");
  }

  private void add(long now, Replay.Kind kind, Name text, String place) {
    marks.add(new Replay.Mark(now - start, kind, text, place));
  }

  private static Name what(Scenario.Event event) {
    return switch (event.act()) {
      case FIRE -> new Name("起火", "Fire");
      case AEROSOL -> new Name("探测器测试烟雾", "Test smoke at a detector");
      case PRESS -> new Name("按下按钮", "Button pressed");
      case INTRUDE -> new Name("入侵", "Intrusion");
      case BLOCK -> new Name("出口受阻", "Exit blocked");
      case FAULT -> fault(event.fault());
      case RESET -> new Name("全部复位", "All clear");
    };
  }

  private static Name fault(Optional<FaultKind> fault) {
    return fault.map(FaultKind::title).orElse(new Name("故障", "Fault"));
  }

  /** The space or the equipment that a target means: an exit is where it leads out of. */
  private String place(String target) {
    for (Passage passage : model.campus().passages()) {
      if (passage.id().equals(target)) {
        boolean indoors = model
            .findSpace(passage.from())
            .filter(space -> space.building() != null)
            .isPresent();
        return indoors ? passage.from() : passage.to();
      }
    }
    return PointId.isValid(target) ? equipment(PointId.of(target)) : target;
  }

  /** The equipment that a point belongs to; the text itself where it names no point. */
  private String equipment(PointId point) {
    return model.findPoint(point).map(Point::equipment).orElse(point.text());
  }

  private Name name(String place) {
    return model
        .findSpace(place)
        .map(Space::name)
        .or(() -> model.findEquipment(place).map(Equipment::name))
        .orElse(new Name(place, place));
  }
}
