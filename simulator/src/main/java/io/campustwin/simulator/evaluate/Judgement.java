package io.campustwin.simulator.evaluate;

import io.campustwin.place.Name;
import io.campustwin.standard.Indicator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Verdict on one indicator.
 *
 * @param awarded points; empty where the document gives none
 * @param max highest points; empty where the document gives none
 * @param reason why it is undecided or not met; both empty if there is nothing to say
 */
public record Judgement(
    Indicator indicator,
    Verdict verdict,
    OptionalDouble awarded,
    OptionalDouble max,
    List<Measure> measures,
    Name reason) {
  /** Closed list. */
  public enum Verdict {
    MET,
    PARTLY,
    NOT_MET,
    UNDECIDED;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static Judgement of(Indicator indicator, Verdict verdict, List<Measure> measures, Name reason) {
    OptionalDouble max =
        indicator.pointsCap().isPresent() ? indicator.pointsCap() : indicator.points();
    OptionalDouble awarded = max.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(verdict == Verdict.MET ? max.getAsDouble() : 0);
    return new Judgement(indicator, verdict, awarded, max, measures, reason);
  }
}
