package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/** The saved form of an alarm, with its rule as it was when it was raised. */
public final class AlarmBytes {
  private AlarmBytes() {}

  public static void write(ByteWriter out, Alarm alarm) {
    out.text(alarm.id()).point(alarm.point());
    rule(out, alarm.rule());
    out.word(alarm.state()).whole(alarm.raised()).whole(alarm.returned());
    out.whole(alarm.acknowledged()).text(alarm.acknowledgedBy()).text(alarm.comment());
    out.value(alarm.value());
  }

  static Alarm read(ByteReader in) {
    return new Alarm(
        in.text(),
        in.point(),
        rule(in),
        in.word(AlarmState.class),
        in.whole(),
        in.whole(),
        in.whole(),
        in.text(),
        in.text(),
        in.findValue());
  }

  private static void rule(ByteWriter out, AlarmRule rule) {
    String state = rule.state();
    out.word(rule.kind()).real(rule.limit()).real(rule.deadband());
    out.flag(state != null).text(state == null ? "" : state);
    out.whole(rule.onDelayMillis()).whole(rule.offDelayMillis());
    out.word(rule.priority()).flag(rule.lifeSafety());
  }

  private static AlarmRule rule(ByteReader in) {
    AlarmRule.Kind kind = in.word(AlarmRule.Kind.class);
    double limit = in.real();
    double deadband = in.real();
    boolean has = in.flag();
    String state = in.text();
    return new AlarmRule(
        kind,
        limit,
        deadband,
        has ? state : null,
        in.whole(),
        in.whole(),
        in.word(AlarmRule.Priority.class),
        in.flag());
  }
}
