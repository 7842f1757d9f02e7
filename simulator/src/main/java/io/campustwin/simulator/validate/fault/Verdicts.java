package io.campustwin.simulator.validate.fault;

import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Finding.Measured;
import java.util.ArrayList;
import java.util.List;

/** Holds what a drill showed against what it has to show. */
final class Verdicts {
  /** Most that may be left of what fades, in percent. */
  static final double HALF = 50;

  private Verdicts() {}

  static List<Finding> of(Drill drill, Season.Outcome seen) {
    List<Finding> all = new ArrayList<>();
    Drill.Label label = drill.label();
    String words = label.gauge().words(drill.sight());
    String unit = label.gauge().unit(drill.sight());
    Measured strays = new Measured("steps with other reports before onset", seen.strays(), "");
    all.add(held(drill, strays, 0, 0));
    Measured inForce = new Measured(words + ", in force", seen.inForce(), unit);
    all.add(held(drill, inForce, label.low(), label.high()));
    if (label.clear().fades()) {
      fading(drill, seen.fading(), all);
    } else {
      double rest = label.clear().rest();
      Measured after = new Measured(words + ", after", seen.after(), unit);
      all.add(held(drill, after, seen.twin() - rest, seen.twin() + rest));
    }
    return all;
  }

  private static void fading(Drill drill, Season.Fading seen, List<Finding> to) {
    String what = drill.sight().what() + ", distance from the twin in the second half of recovery";
    to.add(held(drill, new Measured(what + ", of that in force", seen.left(), "%"), 0, HALF));
    to.add(held(drill, new Measured(what + ", of the first half", seen.trend(), "%"), 0, 100));
  }

  private static Finding held(Drill drill, Measured measured, double low, double high) {
    String source = drill.fault().kind().source();
    return Finding.within(drill.fault().kind().word(), measured, low, high, source);
  }

  static boolean holds(Drill drill, Season.Outcome seen) {
    return of(drill, seen).stream().allMatch(found -> found.verdict() == Finding.Verdict.PASS);
  }
}
