package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import org.jspecify.annotations.Nullable;

/** What is known of one point's condition. */
final class Watch {
  /** Stands for the rule of a point that has none any more. */
  static final AlarmRule NO_RULE =
      new AlarmRule(AlarmRule.Kind.OFF_NORMAL, 0, 0, "", 0, 0, AlarmRule.Priority.LOW, false);

  final AlarmRule rule;
  int occurrences;

  /** The condition as the newest report says. */
  boolean condition;

  /** The condition once its delay is over. */
  boolean active;

  /** True while a delay runs. */
  boolean waits;

  /** Epoch ms since which the condition is as it is. */
  long since;

  /** The open occurrence. */
  @Nullable
  String alarm;

  /** True as long as nothing ever happened. */
  boolean isFresh() {
    return occurrences == 0 && !condition && !active && !waits && since == 0 && alarm == null;
  }

  /** True while the alarm is as its condition and nothing but another condition can change that. */
  boolean isSettled() {
    return !waits && condition == active;
  }

  Watch(AlarmRule rule) {
    this.rule = rule;
  }
}
