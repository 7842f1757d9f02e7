package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.state.Band;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;

/** The law of a rule: is a value in alarm, given that the one before was or was not. */
final class Condition {
  private static final double LEAST = Double.NEGATIVE_INFINITY;
  private static final double MOST = Double.POSITIVE_INFINITY;

  private Condition() {}

  /** A limit is passed beyond it and left beyond its deadband; off-normal compares the value's text. */
  static boolean holds(AlarmRule rule, Value value, boolean before) {
    if (rule.kind() == AlarmRule.Kind.OFF_NORMAL) {
      return value.toString().equals(rule.state());
    }
    if (!(value instanceof Value.Num num)) {
      return false;
    }
    double number = num.number();
    if (rule.kind() == AlarmRule.Kind.HIGH) {
      return before ? number >= rule.limit() - rule.deadband() : number > rule.limit();
    }
    return before ? number <= rule.limit() + rule.deadband() : number < rule.limit();
  }

  /** Keeps the numbers for which {@link #holds} says again what it said last. */
  static void narrow(AlarmRule rule, ValueType type, boolean held, Band band) {
    if (rule.kind() == AlarmRule.Kind.OFF_NORMAL || type != ValueType.NUMBER) {
      band.only();
    } else if (rule.kind() == AlarmRule.Kind.HIGH) {
      band.within(held ? rule.limit() - rule.deadband() : LEAST, held ? MOST : rule.limit());
    } else {
      band.within(held ? LEAST : rule.limit(), held ? rule.limit() + rule.deadband() : MOST);
    }
  }
}
