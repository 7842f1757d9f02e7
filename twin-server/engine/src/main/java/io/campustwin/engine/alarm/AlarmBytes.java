package io.campustwin.engine.alarm;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.cause.Origin;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.ChunkLog;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The canonical bytes of alarms, with their rule as it was when they were raised, and of what happens to them. */
public final class AlarmBytes {
  private AlarmBytes() {}

  public static void write(ByteWriter out, Alarm alarm) {
    out.text(alarm.id()).point(alarm.point());
    rule(out, alarm.rule());
    out.word(alarm.state()).whole(alarm.raised()).whole(alarm.returned());
    out.whole(alarm.acknowledged()).text(alarm.acknowledgedBy()).text(alarm.comment());
    out.text(alarm.resetBy()).value(alarm.value()).text(alarm.group());
  }

  static Alarm readAlarm(ByteReader in) {
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
        in.text(),
        in.findValue(),
        in.text());
  }

  public static void write(ByteWriter out, AlarmEvent event) {
    out.count(event.number()).whole(event.time()).point(event.point()).text(event.alarm());
    out.word(event.kind()).word(event.state()).word(event.priority()).value(event.value());
  }

  static AlarmEvent readEvent(ByteReader in) {
    return new AlarmEvent(
        in.count(),
        in.whole(),
        in.point(),
        in.text(),
        in.word(AlarmEvent.Kind.class),
        in.word(AlarmState.class),
        in.word(AlarmRule.Priority.class),
        in.findValue());
  }

  public static void write(ByteWriter out, Announcement call) {
    out.count(call.number()).whole(call.time()).text(call.group());
    origin(out, call.origin());
    out.text(call.alarm()).point(call.point()).word(call.priority()).flag(call.lifeSafety());
  }

  static Announcement readAnnouncement(ByteReader in) {
    return new Announcement(
        in.count(),
        in.whole(),
        in.text(),
        origin(in),
        in.text(),
        in.point(),
        in.word(AlarmRule.Priority.class),
        in.flag());
  }

  static void group(ByteWriter out, AlarmGroup group) {
    origin(out.text(group.id()), group.origin());
    out.text(group.firstOut()).whole(group.begun()).whole(group.newest()).count(group.size());
  }

  static AlarmGroup readGroup(ByteReader in) {
    return new AlarmGroup(in.text(), origin(in), in.text(), in.whole(), in.whole(), in.small());
  }

  /** The newest {@code limit} entries of a log, the oldest of them first. */
  static <T> List<T> oldest(ChunkLog.View<T> log, int limit) {
    List<T> entries = log.newest(limit);
    Collections.reverse(entries);
    return entries;
  }

  private static void origin(ByteWriter out, Origin origin) {
    out.word(origin.cause()).text(origin.name());
  }

  private static Origin origin(ByteReader in) {
    return new Origin(in.word(Origin.Cause.class), in.text());
  }

  private static void rule(ByteWriter out, AlarmRule rule) {
    String state = rule.state();
    out.word(rule.kind()).real(rule.limit()).real(rule.deadband());
    out.flag(state != null).text(state == null ? "" : state);
    out.whole(rule.onDelayMillis()).whole(rule.offDelayMillis()).word(rule.priority());
    AlarmRule.Traits traits = rule.traits();
    out.flag(traits.lifeSafety()).flag(traits.security());
    out.flag(traits.latch()).flag(traits.outage());
    List<AlarmRule.Unless> unless = Arrays.stream(AlarmRule.Unless.values())
        .filter(traits.unless()::contains)
        .toList();
    out.list(unless, ByteWriter::word);
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
        new AlarmRule.Traits(in.flag(), in.flag(), in.flag(), in.flag(), unless(in)));
  }

  private static Set<AlarmRule.Unless> unless(ByteReader in) {
    Set<AlarmRule.Unless> found = EnumSet.noneOf(AlarmRule.Unless.class);
    found.addAll(in.list(one -> one.word(AlarmRule.Unless.class)));
    return found;
  }
}
