package io.campustwin.simulator.validate.fault;

import io.campustwin.simulator.fault.FaultKind;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Kinds of faults, and what their drills showed beside what they had to show, as Markdown for the documents. */
final class FaultTable {
  private static final double FAR = 1e6;
  private static final String KINDS =
      "| fault | layer | target | usual severity | source | labelled effect |\n"
          + "|---|---|---|---|---|---|\n";
  private static final String EFFECTS =
      "| fault | severity | measured | before | in force | must be | recovery | after | must be | holds |\n"
          + "|---|---|---|---|---|---|---|---|---|---|\n";

  private FaultTable() {}

  static String of(Map<Drill, Season.Outcome> outcomes) {
    StringBuilder text = new StringBuilder(KINDS);
    for (FaultKind kind : FaultKind.values()) {
      text.append(kind(kind));
    }
    text.append('\n').append(EFFECTS);
    outcomes.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().fault().kind()))
        .forEach(entry -> text.append(row(entry.getKey(), entry.getValue())));
    return text.toString();
  }

  private static String kind(FaultKind kind) {
    FaultKind.Scale scale = kind.scale();
    String unit = scale.unit().equals("unit") ? "of the point" : scale.unit();
    String usual = scale.isUsed() ? plain(scale.usual()) + " " + unit : "–";
    return "| `" + kind.word() + "` | " + kind.layer().word() + " | "
        + kind.aim().words().en() + " | " + usual + " | " + kind.source() + " | "
        + kind.effect().en() + " |\n";
  }

  private static String row(Drill drill, Season.Outcome seen) {
    Gauge gauge = drill.label().gauge();
    String unit = gauge.unit(drill.sight());
    boolean fades = drill.label().clear().fades();
    return "| `" + drill.fault().kind().word() + "` | " + severity(drill) + " | "
        + gauge.words(drill.sight())
        + (unit.isEmpty() ? "" : ", " + unit) + " | "
        + figure(seen.before()) + " | " + figure(seen.inForce()) + " | "
        + band(drill.label().low(), drill.label().high()) + " | "
        + time(drill.start().recoverySeconds()) + " | "
        + (fades ? left(seen.fading()) : figure(seen.after())) + " | "
        + (fades ? "at most half left, falling" : back(drill, seen)) + " | "
        + (Verdicts.holds(drill, seen) ? "yes" : "**no**") + " |\n";
  }

  private static String severity(Drill drill) {
    FaultKind.Scale scale = drill.fault().kind().scale();
    return scale.isUsed() ? plain(drill.fault().severity()) + " " + scale.unit() : "–";
  }

  private static String back(Drill drill, Season.Outcome seen) {
    double rest = drill.label().clear().rest();
    return figure(seen.twin()) + (rest == 0 ? "" : " ± " + plain(rest));
  }

  private static String left(Season.Fading seen) {
    return figure(seen.left()) + " % left, " + figure(seen.trend()) + " % of the first half";
  }

  private static String band(double low, double high) {
    if (low == high) {
      return figure(low);
    }
    if (low < -FAR) {
      return "≤ " + figure(high);
    }
    return high > FAR ? "≥ " + figure(low) : figure(low) + " to " + figure(high);
  }

  private static String time(int seconds) {
    if (seconds % 60 != 0) {
      return seconds + " s";
    }
    return seconds % 3600 == 0 ? seconds / 3600 + " h" : seconds / 60 + " min";
  }

  private static String figure(double value) {
    return plain(Math.round(value * 100) / 100.0);
  }

  private static String plain(double value) {
    double shown = Math.round(value * 1000) / 1000.0;
    return shown == Math.rint(shown)
        ? String.format(Locale.ROOT, "%.0f", shown)
        : String.format(Locale.ROOT, "%s", shown);
  }
}
