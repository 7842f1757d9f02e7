package io.campustwin.engine.linkage;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.Band;
import io.campustwin.engine.state.PointTable;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Watches the causes of all linkages, place by place. Detectors are independent when they are different equipment; the
 * same one twice counts once. A bad report changes nothing: the last good word of a detector stands. A place that has
 * fired is armed again when its cause has been false.
 */
final class CauseWatch {
  private static final Member[] NOBODY = {};

  private final PointTable points;

  /** By handle; null for points that are no detectors. */
  private final @Nullable Member[][] byPoint;

  private final Map<String, Group> groups = new TreeMap<>();
  private final Firing firing;

  /** Told what becomes of causes. */
  interface Firing {
    /** A cause has become true, and has held as long as it must. */
    void fire(Linkage linkage, String place, List<PointId> causes, long now);

    /** A cause that had fired is false again. */
    void over(Linkage linkage, String place, long now);
  }

  /** One linkage in one place. */
  private static final class Group {
    final Linkage linkage;
    final String place;

    /** Detectors that say so now, in order of time. */
    final Set<Said> said = new LinkedHashSet<>();

    boolean holds;
    boolean fired;
    long since;

    Group(Linkage linkage, String place) {
      this.linkage = linkage;
      this.place = place;
    }
  }

  private record Member(Group group, int term) {}

  private record Said(int handle, int term) {}

  CauseWatch(PointTable points, CausePlan plan, Firing firing) {
    this.points = points;
    this.firing = firing;
    plan.spots.forEach((key, spot) -> groups.put(key, new Group(spot.linkage(), spot.place())));
    byPoint = new Member[points.directory().size()][];
    for (int handle : plan.detectors) {
      byPoint[handle] = plan.byPoint.get(handle).stream().map(this::member).toArray(Member[]::new);
      points.listen(handle);
    }
  }

  private Member member(CausePlan.Seat seat) {
    return new Member(Objects.requireNonNull(groups.get(seat.spot())), seat.term());
  }

  private Member[] members(int handle) {
    Member[] members = byPoint[handle];
    return members == null ? NOBODY : members;
  }

  /** A point was reported with a quality that is not bad. */
  void reported(int handle, long now) {
    Value value = points.value(handle);
    if (value == null) {
      return;
    }
    for (Member member : members(handle)) {
      boolean met = member.group().linkage.cause().terms().get(member.term()).isMet(value);
      if (!met && member.group().said.isEmpty()) {
        continue;
      }
      Said said = new Said(handle, member.term());
      boolean news = met ? member.group().said.add(said) : member.group().said.remove(said);
      if (news) {
        weigh(member.group(), now);
      }
    }
  }

  /** Keeps the numbers for which every term is met, or not, as it is now. */
  void narrow(int handle, Band band) {
    boolean number = points.directory().template(handle).type() == ValueType.NUMBER;
    for (Member member : members(handle)) {
      Cause.Term term = member.group().linkage.cause().terms().get(member.term());
      if (number) {
        term.narrow(band);
      } else {
        band.only();
      }
    }
  }

  void tick(long now) {
    for (Group group : groups.values()) {
      boolean timed = !group.said.isEmpty() && !group.linkage.cause().when().isAlways();
      if (timed) {
        weigh(group, now);
      } else if (group.holds && !group.fired) {
        fireIfDue(group, now);
      }
    }
  }

  /** Whether a linkage's cause is true in a place at this moment, whether it has fired or not. */
  boolean isTrue(String linkage, String place) {
    Group group = groups.get(CausePlan.key(linkage, place));
    return group != null && group.holds;
  }

  private void weigh(Group group, long now) {
    boolean holds = holds(group) && isOpen(group, now);
    if (holds && !group.holds) {
      group.since = now;
    }
    group.holds = holds;
    if (!holds && group.fired) {
      group.fired = false;
      firing.over(group.linkage, group.place, now);
    } else if (holds && !group.fired) {
      fireIfDue(group, now);
    }
  }

  private boolean isOpen(Group group, long now) {
    return group.linkage.cause().when().isOpen(now, this::lastWord);
  }

  private @Nullable Value lastWord(PointId id) {
    int handle = points.directory().find(id);
    return handle < 0 ? null : points.value(handle);
  }

  private void fireIfDue(Group group, long now) {
    if (now - group.since >= group.linkage.cause().forMillis()) {
      group.fired = true;
      List<PointId> causes = group.said.stream()
          .map(said -> points.directory().id(said.handle()))
          .distinct()
          .toList();
      firing.fire(group.linkage, group.place, causes, now);
    }
  }

  private boolean holds(Group group) {
    Cause cause = group.linkage.cause();
    Set<String> equipment = new HashSet<>();
    List<Set<String>> meeting = new ArrayList<>();
    cause.terms().forEach(term -> meeting.add(new LinkedHashSet<>()));
    for (Said said : group.said) {
      String piece = points.directory().point(said.handle()).equipment();
      equipment.add(piece);
      meeting.get(said.term()).add(piece);
    }
    return equipment.size() >= cause.count() && (!cause.everyTerm() || isEvery(cause, meeting));
  }

  private static boolean isEvery(Cause cause, List<Set<String>> meeting) {
    return cause.count() >= cause.terms().size()
        ? Independence.isPossible(meeting)
        : meeting.stream().noneMatch(Set::isEmpty);
  }

  void save(ByteWriter out) {
    out.count(groups.size());
    groups.forEach((key, group) -> {
      out.text(key).flag(group.holds).flag(group.fired).whole(group.since);
      out.list(
          List.copyOf(group.said),
          (to, said) -> to.point(points.directory().id(said.handle())).count(said.term()));
    });
  }

  void restore(ByteReader in) {
    int count = in.size();
    for (int i = 0; i < count; i++) {
      Group group = groups.get(in.text());
      boolean holds = in.flag();
      boolean fired = in.flag();
      long since = in.whole();
      int size = in.size();
      for (int n = 0; n < size; n++) {
        int handle = points.directory().find(in.point());
        int term = in.small();
        if (group != null && handle >= 0 && isTerm(group, handle, term)) {
          group.said.add(new Said(handle, term));
        }
      }
      if (group != null) {
        group.holds = holds && holds(group);
        group.fired = fired && group.holds;
        group.since = since;
      }
    }
  }

  private boolean isTerm(Group group, int handle, int term) {
    return List.of(members(handle)).contains(new Member(group, term));
  }
}
