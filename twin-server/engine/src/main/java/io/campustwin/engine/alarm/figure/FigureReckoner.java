package io.campustwin.engine.alarm.figure;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.signal.PointId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Works {@link AlarmFigures} out of the numbered events. The figures are those of ISA-18.2 (2016) table 7; that a flood
 * begins with the tenth alarm in ten minutes is EEMUA 191's, that it ends below five and that chattering is three times
 * a minute are the same texts' usual reading. Linear in the events.
 */
public final class FigureReckoner {
  private static final long PERIOD = 600_000;
  private static final int BUSY = 10;
  private static final int FLOOD_BEGINS = 10;
  private static final int FLOOD_ENDS = 5;
  private static final int CHATTER = 3;
  private static final long CHATTER_SPAN = 60_000;
  private static final long STALE = 86_400_000;
  private static final int TOP = 10;

  private final long from;
  private final long to;
  private final List<AlarmEvent> calls;

  private FigureReckoner(List<AlarmEvent> events, long from, long to) {
    this.from = from;
    this.to = to;
    this.calls = events.stream()
        .filter(event -> event.kind() == AlarmEvent.Kind.STATE)
        .filter(event -> event.state() == AlarmState.UNACKNOWLEDGED)
        .filter(event -> event.time() >= from && event.time() < to)
        .toList();
  }

  /**
   * The figures of a span.
   *
   * @param events in the order of their numbers; those outside the span do not count
   * @param open alarms that are not normal at {@code to}
   * @throws IllegalArgumentException if the span is empty
   */
  public static AlarmFigures reckon(List<AlarmEvent> events, List<Alarm> open, long from, long to) {
    if (to <= from) {
      throw new IllegalArgumentException("no span from " + from + " to " + to);
    }
    return new FigureReckoner(events, from, to).reckon(open);
  }

  private AlarmFigures reckon(List<Alarm> open) {
    List<AlarmFigures.Frequent> frequent = frequent();
    List<AlarmFigures.Frequent> top = frequent.subList(0, Math.min(TOP, frequent.size()));
    int topCalls = top.stream().mapToInt(AlarmFigures.Frequent::alarms).sum();
    List<AlarmFigures.Flood> floods = floods();
    long flooded =
        floods.stream().mapToLong(flood -> flood.ended() - flood.begun()).sum();
    return new AlarmFigures(
        from,
        to,
        calls.size(),
        calls.size() * (double) PERIOD / (to - from),
        most(calls, PERIOD),
        busyPercent(),
        percent(flooded, to - from),
        percent(topCalls, calls.size()),
        priorities(),
        floods,
        List.copyOf(top),
        chattering(),
        open.stream().filter(this::isStale).toList());
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : 100.0 * part / whole;
  }

  /** Most events within any span of this length. */
  private static int most(List<AlarmEvent> events, long span) {
    int most = 0;
    int oldest = 0;
    for (int i = 0; i < events.size(); i++) {
      while (events.get(i).time() - events.get(oldest).time() >= span) {
        oldest++;
      }
      most = Math.max(most, i - oldest + 1);
    }
    return most;
  }

  private double busyPercent() {
    int periods = (int) ((to - from + PERIOD - 1) / PERIOD);
    int[] counts = new int[periods];
    for (AlarmEvent call : calls) {
      counts[(int) ((call.time() - from) / PERIOD)]++;
    }
    return percent(Arrays.stream(counts).filter(count -> count > BUSY).count(), periods);
  }

  private List<AlarmFigures.Flood> floods() {
    List<AlarmFigures.Flood> floods = new ArrayList<>();
    Deque<Long> recent = new ArrayDeque<>();
    long begun = -1;
    for (AlarmEvent call : calls) {
      begun = forget(recent, call.time(), begun, floods);
      recent.addLast(call.time());
      begun = begun < 0 && recent.size() >= FLOOD_BEGINS ? call.time() : begun;
    }
    begun = forget(recent, to, begun, floods);
    if (begun >= 0) {
      floods.add(new AlarmFigures.Flood(begun, to));
    }
    return floods;
  }

  /** Drops what is ten minutes old at {@code time}; the flood begun, -1 if none is on any more. */
  private static long forget(
      Deque<Long> recent, long time, long begun, List<AlarmFigures.Flood> floods) {
    long still = begun;
    while (!recent.isEmpty() && recent.getFirst() + PERIOD <= time) {
      long left = recent.removeFirst() + PERIOD;
      if (still >= 0 && recent.size() < FLOOD_ENDS) {
        floods.add(new AlarmFigures.Flood(still, left));
        still = -1;
      }
    }
    return still;
  }

  private Map<PointId, List<AlarmEvent>> byPoint() {
    Map<PointId, List<AlarmEvent>> found = new TreeMap<>(Comparator.comparing(PointId::text));
    for (AlarmEvent call : calls) {
      found.computeIfAbsent(call.point(), key -> new ArrayList<>()).add(call);
    }
    return found;
  }

  private List<AlarmFigures.Frequent> frequent() {
    List<AlarmFigures.Frequent> all = new ArrayList<>();
    byPoint().forEach((point, its) -> all.add(new AlarmFigures.Frequent(point, its.size())));
    all.sort(Comparator.comparingInt(AlarmFigures.Frequent::alarms).reversed());
    return all;
  }

  private List<PointId> chattering() {
    List<PointId> found = new ArrayList<>();
    byPoint().forEach((point, its) -> {
      if (most(its, CHATTER_SPAN) >= CHATTER) {
        found.add(point);
      }
    });
    return found;
  }

  private List<Integer> priorities() {
    int[] counts = new int[AlarmRule.Priority.values().length];
    calls.forEach(call -> counts[call.priority().ordinal()]++);
    return Arrays.stream(counts).boxed().toList();
  }

  private boolean isStale(Alarm alarm) {
    return !alarm.state().isHeld() && alarm.returned() == 0 && to - alarm.raised() > STALE;
  }
}
