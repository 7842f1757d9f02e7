package io.campustwin.engine.alarm;

import io.campustwin.engine.alarm.cause.Origin;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.ChunkLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts alarms of one cause that arise close together into one group and announces each group once, by its first-out.
 * Nobody can follow more than {@value #FLOOD} calls in ten minutes (EEMUA 191: an alarm flood), so what would be the
 * tenth and more is announced together as a flood. Alarms that are {@link Origin#ALONE} are always announced and never
 * counted.
 */
final class Groups {
  /** A group takes members until this long after the newest, ms ... */
  static final long GAP = 60_000;

  /** ... and no longer than this in all; the span of a flood as well. */
  static final long LONGEST = 600_000;

  /** Announcements in ten minutes at most, but for those that stand alone. */
  static final int FLOOD = 10;

  static final int KEPT = 500;

  private final Consumer<Announcement> announce;
  private final ChunkLog<AlarmGroup> log = new ChunkLog<>();
  private final ChunkLog<Announcement> announcements = new ChunkLog<>();

  /** Index in the log of the newest group of a cause. */
  private final Map<String, Long> newest = new TreeMap<>();

  /** When the counted announcements of the last ten minutes were made. */
  private final Deque<Long> audible = new ArrayDeque<>();

  private long begun;
  private long announced;

  Groups(Consumer<Announcement> announce) {
    this.announce = announce;
  }

  /** Puts an alarm that asks for somebody into its group, announcing it if it is new; returns the group's id. */
  String join(Alarm alarm, Origin origin, long now) {
    if (origin.cause() == Origin.Cause.ALONE) {
      return begin(alarm, origin, now);
    }
    while (!audible.isEmpty() && now - audible.getFirst() >= LONGEST) {
      audible.removeFirst();
    }
    String joined = joinKnown(origin, now);
    if (joined == null && audible.size() >= FLOOD - 1) {
      joined = joinKnown(Origin.FLOOD, now);
      return joined == null ? begin(alarm, Origin.FLOOD, now) : joined;
    }
    return joined == null ? begin(alarm, origin, now) : joined;
  }

  private @Nullable String joinKnown(Origin origin, long now) {
    Long index = newest.get(origin.key());
    if (index == null || !log.contains(index)) {
      return null;
    }
    AlarmGroup group = log.get(index);
    boolean flood = origin.cause() == Origin.Cause.FLOOD;
    if (now - group.begun() >= LONGEST || !flood && now - group.newest() > GAP) {
      return null;
    }
    log.set(index, group.joinedAt(now));
    return group.id();
  }

  private String begin(Alarm alarm, Origin origin, long now) {
    begun++;
    String id = "G" + begun;
    long index = log.append(new AlarmGroup(id, origin, alarm.id(), now, now, 1));
    log.dropBefore(log.end() - KEPT);
    if (origin.cause() != Origin.Cause.ALONE) {
      newest.put(origin.key(), index);
      audible.addLast(now);
    }
    announced++;
    Announcement call = new Announcement(
        announced,
        now,
        id,
        origin,
        alarm.id(),
        alarm.point(),
        alarm.rule().priority(),
        alarm.rule().lifeSafety());
    announcements.append(call);
    announcements.dropBefore(announcements.end() - KEPT);
    announce.accept(call);
    return id;
  }

  /** Groups that can take no more members are forgotten as such; the log keeps them. */
  void tick(long now) {
    newest
        .values()
        .removeIf(index -> !log.contains(index) || now - log.get(index).begun() >= LONGEST);
  }

  ChunkLog.View<AlarmGroup> freezeGroups() {
    return log.freeze();
  }

  ChunkLog.View<Announcement> freezeAnnouncements() {
    return announcements.freeze();
  }

  void save(ByteWriter out) {
    out.count(begun).count(announced);
    out.list(AlarmBytes.oldest(log.freeze(), KEPT), AlarmBytes::group);
    out.list(AlarmBytes.oldest(announcements.freeze(), KEPT), AlarmBytes::write);
    List<Map.Entry<String, Long>> kept =
        newest.entrySet().stream().filter(one -> log.contains(one.getValue())).toList();
    out.list(kept, (to, one) -> to.text(one.getKey()).count(one.getValue() - log.start()));
    out.list(List.copyOf(audible), ByteWriter::whole);
  }

  void restore(ByteReader in) {
    begun = in.count();
    announced = in.count();
    in.list(AlarmBytes::readGroup).forEach(log::append);
    in.list(AlarmBytes::readAnnouncement).forEach(announcements::append);
    int size = in.size();
    for (int i = 0; i < size; i++) {
      newest.put(in.text(), in.count());
    }
    audible.addAll(in.list(ByteReader::whole));
  }
}
