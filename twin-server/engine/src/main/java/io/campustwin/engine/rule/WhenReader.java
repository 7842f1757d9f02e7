package io.campustwin.engine.rule;

import io.campustwin.codec.tree.Tree;
import io.campustwin.engine.linkage.window.Mode;
import io.campustwin.engine.linkage.window.When;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code when} of a cause: {@code {days: [mon], from: "22:00", to: "06:00", timeZone: Asia/Shanghai, modes:
 * [holiday]}}. All of it may be left out; the zone is needed as soon as days, hours or dates count.
 */
final class WhenReader {
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private final List<Mode> known;

  WhenReader(List<Mode> known) {
    this.known = known;
  }

  When read(Fields cause) {
    Optional<Tree> field = cause.tree.find("when");
    if (field.isEmpty()) {
      return When.ALWAYS;
    }
    Fields when = cause.of(field.get());
    when.only("days", "from", "to", "timeZone", "modes");
    List<Mode> modes = modes(when);
    boolean local = when.tree.find("days").isPresent()
        || when.tree.find("from").isPresent()
        || modes.stream().anyMatch(mode -> mode.point() == null);
    return new When(days(when), time(when, "from"), time(when, "to"), zone(when, local), modes);
  }

  private List<Mode> modes(Fields when) {
    List<Mode> modes = new ArrayList<>();
    List<String> ids = known.stream().map(Mode::id).toList();
    for (String id : when.tree.texts("modes")) {
      if (ids.contains(id)) {
        modes.add(known.get(ids.indexOf(id)));
      } else {
        String all = String.join(", ", ids);
        when.fault(RuleFault.UNKNOWN_MODE, when.tree.lineOf("modes"), id, all);
      }
    }
    return modes;
  }

  private static Set<DayOfWeek> days(Fields when) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String word : when.tree.texts("days")) {
      int index = DAYS.indexOf(word);
      if (index < 0) {
        String all = String.join(", ", DAYS);
        when.fault(RuleFault.BAD_VALUE, when.tree.lineOf("days"), "days", word, all);
      } else {
        days.add(DayOfWeek.of(index + 1));
      }
    }
    return days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
  }

  private static LocalTime time(Fields when, String key) {
    String other = key.equals("from") ? "to" : "from";
    if (when.tree.find(key).isEmpty()) {
      if (when.tree.find(other).isPresent()) {
        when.fault(RuleFault.MISSING_FIELD, when.tree.line(), key);
      }
      return LocalTime.MIDNIGHT;
    }
    String text = when.text(key);
    try {
      return text.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(text);
    } catch (DateTimeException e) {
      when.fault(RuleFault.BAD_TIME, when.tree.lineOf(key), text);
      return LocalTime.MIDNIGHT;
    }
  }

  private static ZoneId zone(Fields when, boolean needed) {
    String zone = needed ? when.text("timeZone") : when.tree.text("timeZone").orElse("");
    try {
      return zone.isEmpty() ? ZoneOffset.UTC : ZoneId.of(zone);
    } catch (DateTimeException e) {
      when.fault(RuleFault.BAD_ZONE, when.tree.lineOf("timeZone"), zone);
      return ZoneOffset.UTC;
    }
  }
}
