package io.campustwin.engine.linkage;

import io.campustwin.engine.linkage.window.When;
import io.campustwin.engine.state.Band;
import io.campustwin.signal.Value;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What must be true, in one place, for a linkage to fire.
 *
 * @param terms kinds of detectors and what they must say
 * @param count how many different pieces of equipment must say so at once
 * @param everyTerm true if each term must be met (AND), not just any (k of n); with a count of at least the terms,
 *     each by a piece of its own
 * @param within the place that counts as one
 * @param forMillis how long it must hold
 * @param when days, hours and modes in which it counts at all
 */
public record Cause(
    List<Term> terms, int count, boolean everyTerm, Within within, long forMillis, When when) {
  /** At any time. */
  public Cause(List<Term> terms, int count, boolean everyTerm, Within within, long forMillis) {
    this(terms, count, everyTerm, within, forMillis, When.ALWAYS);
  }

  /** Closed list of places; a space in no zone of the kind counts by its storey, outdoors by itself. */
  public enum Within {
    EQUIPMENT,
    SPACE,
    FIRE_COMPARTMENT,
    SECURITY_ZONE,
    STOREY,
    BUILDING,
    CAMPUS;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * One kind of detector and its condition.
   *
   * @param equal the state that counts, null if a limit does
   * @param above the value must be above this number, {@code -Infinity} for no limit
   * @param below the value must be below this number, {@code +Infinity} for no limit
   */
  public record Term(Selector selector, @Nullable Value equal, double above, double below) {
    public boolean isMet(Value value) {
      if (equal != null) {
        return equal.equals(value);
      }
      return value instanceof Value.Num num && num.number() > above && num.number() < below;
    }

    /** Keeps the numbers for which the term is met, or not, as it is for the one said now. */
    void narrow(Band band) {
      double said = band.number();
      if (equal != null) {
        band.only();
      } else if (said <= above) {
        band.within(Double.NEGATIVE_INFINITY, above);
      } else if (said >= below) {
        band.within(below, Double.POSITIVE_INFINITY);
      } else {
        band.within(Math.nextUp(above), Math.nextDown(below));
      }
    }
  }
}
