package io.campustwin.engine.rule;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.codec.tree.Tree;
import io.campustwin.engine.calendar.DayOff;
import io.campustwin.engine.calendar.SchoolCalendar;
import io.campustwin.engine.control.Scenes;
import io.campustwin.engine.control.Schedule;
import io.campustwin.engine.start.Lead;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one schedule file:
 *
 * <pre>
 * version: 1
 * id: classroom-scenes
 * name: {zh: …, en: …}
 * timeZone: Asia/Shanghai
 * target: {kind: room-controller, point: room.scene, spaceKinds: [classroom], building: A}
 * priority: 16
 * entries: [{days: [mon, tue], at: "07:40", value: lesson}, {days: [sun], at: "00:00", release: true}]
 * </pre>
 *
 * {@code days} may hold {@code holiday} and {@code vacation}; {@code dates} stands in the place of {@code days}; an entry
 * with {@code scene} sets whole rooms, and then the target is {@code {spaceKinds, building}} without kind and point.
 */
final class ScheduleReader {
  static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private static final double LONGEST_LEAD = 10_800;
  private static final double USUAL_LEAD = 3_600;

  private final CampusModel model;
  private final Fields fields;
  private final Scenes scenes;
  private final SchoolCalendar calendar;
  private boolean ofScenes;

  ScheduleReader(CampusModel model, Fields fields, Scenes scenes, SchoolCalendar calendar) {
    this.model = model;
    this.fields = fields;
    this.scenes = scenes;
    this.calendar = calendar;
  }

  Schedule read() {
    fields.only(
        "version", "id", "name", "timeZone", "target", "priority", "entries", "optimumStart");
    Optional<Tree> field = fields.tree.find("target");
    Optional<PointTemplate> template = Optional.empty();
    List<PointId> targets = List.of();
    if (field.isEmpty()) {
      fields.fault(RuleFault.MISSING_FIELD, fields.tree.line(), "target");
    } else {
      Fields target = fields.of(field.get());
      target.only("kind", "point", "spaceKinds", "building");
      ofScenes = target.tree.find("kind").isEmpty() && target.tree.find("point").isEmpty();
      template = ofScenes ? template : target.template(model);
      targets = ofScenes ? rooms(target) : targets;
      targets = template.isPresent() ? targets(target, template.get()) : targets;
    }
    int priority = (int) fields.number("priority", 16, 1, 16);
    List<Schedule.Entry> entries = entries(template, targets);
    return new Schedule(
        fields.id, fields.name(), zone(), targets, priority, entries, calendar, lead());
  }

  /** {@code optimumStart: {fixedLead: 3600, maxLead: 10800}}, s; no lead at all if left out. */
  private Lead lead() {
    Optional<Tree> field = fields.tree.find("optimumStart");
    if (field.isEmpty()) {
      return Lead.NONE;
    }
    Fields optimum = fields.of(field.get());
    optimum.only("fixedLead", "maxLead");
    double most = optimum.number("maxLead", LONGEST_LEAD, 1, LONGEST_LEAD);
    double fixed = optimum.number("fixedLead", Math.min(USUAL_LEAD, most), 0, most);
    return new Lead(Math.round(fixed * 1000), Math.round(most * 1000));
  }

  /** Every point of the rooms that some scene sets. */
  private List<PointId> rooms(Fields target) {
    List<String> spaceKinds = spaceKinds(target);
    String building = target.tree.text("building").orElse("");
    List<Point> points = model.points().stream()
        .filter(point -> isPlaced(point, spaceKinds, building))
        .toList();
    Set<PointId> set = new LinkedHashSet<>();
    for (Tree item : fields.tree.find("entries").map(Tree::items).orElse(List.of())) {
      String scene = item.text("scene").orElse("");
      scenes.settings(scene, points).forEach(one -> set.add(one.point()));
    }
    if (set.isEmpty()) {
      target.fault(RuleFault.NO_TARGET, target.tree.line(), "scene");
    }
    return model.points().stream().map(Point::id).filter(set::contains).toList();
  }

  private List<PointId> targets(Fields target, PointTemplate template) {
    if (!template.writable()) {
      target.fault(RuleFault.NOT_WRITABLE, target.tree.lineOf("point"), template.name());
    }
    List<String> spaceKinds = spaceKinds(target);
    String kind = target.text("kind");
    String building = target.tree.text("building").orElse("");
    List<PointId> found = new ArrayList<>();
    for (Point point : model.points()) {
      boolean fits =
          point.equipmentKind().equals(kind) && point.template().name().equals(template.name());
      if (fits && isPlaced(point, spaceKinds, building)) {
        found.add(point.id());
      }
    }
    if (found.isEmpty()) {
      target.fault(RuleFault.NO_TARGET, target.tree.line(), kind);
    }
    return found;
  }

  private static List<String> spaceKinds(Fields target) {
    List<String> spaceKinds = target.tree.texts("spaceKinds");
    for (String word : spaceKinds) {
      if (SpaceKind.find(word).isEmpty()) {
        String all = String.join(
            ", ", Arrays.stream(SpaceKind.values()).map(SpaceKind::word).toList());
        target.fault(
            RuleFault.BAD_VALUE, target.tree.lineOf("spaceKinds"), "spaceKinds", word, all);
      }
    }
    return spaceKinds;
  }

  private boolean isPlaced(Point point, List<String> spaceKinds, String building) {
    Optional<Space> space = model.findSpace(point.space());
    boolean kindFits = spaceKinds.isEmpty()
        || space.filter(one -> spaceKinds.contains(one.kind().word())).isPresent();
    boolean placeFits = building.isEmpty()
        || space.filter(one -> building.equals(one.building())).isPresent();
    return kindFits && placeFits;
  }

  private ZoneId zone() {
    String zone = fields.text("timeZone");
    try {
      return ZoneId.of(zone.isEmpty() ? "UTC" : zone);
    } catch (DateTimeException e) {
      fields.fault(RuleFault.BAD_ZONE, fields.tree.lineOf("timeZone"), zone);
      return ZoneId.of("UTC");
    }
  }

  private List<Schedule.Entry> entries(Optional<PointTemplate> template, List<PointId> targets) {
    List<Tree> items = fields.tree.find("entries").map(Tree::items).orElse(List.of());
    if (items.isEmpty()) {
      fields.fault(RuleFault.MISSING_FIELD, fields.tree.line(), "entries");
    }
    List<Schedule.Entry> entries = new ArrayList<>();
    for (Tree item : items) {
      Fields entry = fields.of(item);
      entry.only("days", "dates", "months", "at", "value", "release", "scene");
      boolean release = item.bool("release").orElse(false);
      Value value = release || template.isEmpty() ? null : entry.value("value", template.get());
      Schedule.Setting setting =
          ofScenes && !release ? setting(entry, targets) : Schedule.Setting.NONE;
      Set<DayOfWeek> days = days(entry);
      entries.add(new Schedule.Entry(days, months(entry), at(entry), value, when(entry), setting));
    }
    return entries;
  }

  private Schedule.Setting setting(Fields entry, List<PointId> targets) {
    String scene = entry.text("scene");
    if (!scene.isEmpty() && !scenes.knows(scene)) {
      entry.fault(RuleFault.UNKNOWN_SCENE, entry.tree.lineOf("scene"), scene, "scenes/*.yaml");
    }
    List<Point> points =
        targets.stream().map(id -> model.findPoint(id).orElseThrow()).toList();
    Map<PointId, Value> values = new LinkedHashMap<>();
    scenes.settings(scene, points).forEach(one -> values.put(one.point(), one.value()));
    return new Schedule.Setting(scene, values);
  }

  private static Schedule.When when(Fields entry) {
    Set<DayOff> off = EnumSet.noneOf(DayOff.class);
    for (DayOff one : DayOff.values()) {
      if (entry.tree.texts("days").contains(word(one))) {
        off.add(one);
      }
    }
    Set<LocalDate> dates = new LinkedHashSet<>();
    for (String text : entry.tree.texts("dates")) {
      try {
        dates.add(LocalDate.parse(text));
      } catch (DateTimeException notADate) {
        entry.fault(RuleFault.BAD_DATE, entry.tree.lineOf("dates"), text);
      }
    }
    Schedule.When usual = Schedule.When.ALWAYS;
    return new Schedule.When(off, dates, usual.first(), usual.last(), usual.everyWeeks());
  }

  private static String word(DayOff off) {
    return off.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static boolean isOff(String word) {
    return Arrays.stream(DayOff.values()).anyMatch(off -> word(off).equals(word));
  }

  private static Set<DayOfWeek> days(Fields entry) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : entry.tree.texts("days")) {
      int index = DAYS.indexOf(word);
      if (index < 0 && isOff(word)) {
        continue;
      }
      if (index < 0) {
        String all = String.join(", ", DAYS) + ", holiday, vacation";
        entry.fault(RuleFault.BAD_VALUE, entry.tree.lineOf("days"), "days", word, all);
      } else {
        days.add(DayOfWeek.of(index + 1));
      }
    }
    if (entry.tree.texts("days").isEmpty() && entry.tree.texts("dates").isEmpty()) {
      entry.fault(RuleFault.MISSING_FIELD, entry.tree.line(), "days");
    }
    return days;
  }

  /** Numbers 1 to 12; all if left out. */
  private static Set<Month> months(Fields entry) {
    List<String> words = entry.tree.texts("months");
    if (words.isEmpty()) {
      return EnumSet.allOf(Month.class);
    }
    Set<Month> months = EnumSet.noneOf(Month.class);
    for (String word : words) {
      if (word.matches("[1-9]|1[0-2]")) {
        months.add(Month.of(Integer.parseInt(word)));
      } else {
        entry.fault(
            RuleFault.BAD_VALUE, entry.tree.lineOf("months"), "months", word, "1, 2 ... 12");
      }
    }
    return months;
  }

  private static LocalTime at(Fields entry) {
    String text = entry.text("at");
    try {
      return text.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (DateTimeException e) {
      entry.fault(RuleFault.BAD_TIME, entry.tree.lineOf("at"), text);
      return LocalTime.MIDNIGHT;
    }
  }
}
