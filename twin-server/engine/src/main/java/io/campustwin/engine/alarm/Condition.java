package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.signal.Value;

/** The law of a rule: is a value in alarm, given that the one before was or was not. */
final class Condition {
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
}
