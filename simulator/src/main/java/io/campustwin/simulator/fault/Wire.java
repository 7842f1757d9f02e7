package io.campustwin.simulator.fault;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.Sample;
import io.campustwin.simulator.weather.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What network and server faults do to reports in virtual time: lose, delay, repeat, reorder, slow down. Without a fault
 * a report passes untouched. Chance depends on the seed and on the number of the report alone; what is delayed comes out
 * at the first look after its time, so the grain is that of the calls, a second.
 */
public final class Wire {
  private static final long LOSS = 7_001;
  private static final long TWICE = 7_002;
  private static final long OVERTAKEN = 7_003;
  private static final long ANSWER = 7_004;
  private final FaultBoard board;
  private final long seed;
  private final int[] protocol;
  private final @Nullable Sample[] held;
  private final long[] free = new long[AdapterKind.values().length];
  private final PriorityQueue<Late> late =
      new PriorityQueue<>(Comparator.comparingLong(Late::time).thenComparingLong(Late::number));
  private long number;
  private long writes;

  /** A report on its way. */
  private record Late(long time, long number, Sample sample) {}

  public Wire(CampusModel model, FaultBoard board, long seed) {
    this.board = board;
    this.seed = seed;
    protocol = new int[model.points().size()];
    for (int i = 0; i < protocol.length; i++) {
      protocol[i] = model.points().get(i).address().adapter().ordinal();
    }
    held = new Sample[protocol.length];
  }

  /** A device reports; it comes out now, later, twice or never. */
  public void send(int point, Sample sample, long now, Consumer<Sample> to) {
    long count = number++;
    if (board.has(FaultKind.SERVER_DOWN) || strikes(FaultKind.LINK_LOSS, LOSS, point, count)) {
      return;
    }
    Sample before = held[point];
    held[point] = null;
    if (before == null && strikes(FaultKind.LINK_REORDER, OVERTAKEN, point, count)) {
      held[point] = sample;
      return;
    }
    carry(point, sample, now, to);
    if (strikes(FaultKind.LINK_DUPLICATE, TWICE, point, count)) {
      carry(point, sample, now, to);
    }
    if (before != null) {
      carry(point, before, now, to);
    }
  }

  private void carry(int point, Sample sample, long now, Consumer<Sample> to) {
    long time = now + Math.round(board.level(FaultKind.LINK_DELAY, point, 0));
    double rate = board.level(FaultKind.LINK_SLOW, point, 0);
    if (rate > 0) {
      time = Math.max(time, free[protocol[point]]);
      free[protocol[point]] = time + Math.round(1000 / rate);
    }
    if (time <= now) {
      to.accept(sample);
    } else {
      late.add(new Late(time, number++, sample));
    }
  }

  /** Hands on what has arrived by now; once nothing slows any link, all that waits comes at once. */
  public void deliver(long now, Consumer<Sample> to) {
    boolean slowed = board.has(FaultKind.LINK_SLOW) || board.has(FaultKind.LINK_DELAY);
    if (!slowed) {
      Arrays.fill(free, 0);
    }
    while (!late.isEmpty() && (!slowed || late.element().time() <= now)) {
      Sample sample = late.remove().sample();
      if (!board.has(FaultKind.SERVER_DOWN)) {
        to.accept(sample);
      }
    }
  }

  /** True if the next write to a point, or its answer, is lost on the way. */
  public boolean losesWrite(int point) {
    return board.has(FaultKind.SERVER_DOWN)
        || board.has(FaultKind.LINK_LOSS, point)
            && strikes(FaultKind.LINK_LOSS, ANSWER, point, writes++);
  }

  private boolean strikes(FaultKind kind, long channel, int point, long count) {
    return board.has(kind, point)
        && Chance.at(seed, channel, count) * 100 < board.level(kind, point, 0);
  }

  public void save(ByteWriter out) {
    out.whole(number).whole(writes);
    for (long time : free) {
      out.whole(time);
    }
    List<Late> all = new ArrayList<>(late);
    all.sort(Comparator.comparingLong(Late::time).thenComparingLong(Late::number));
    out.list(all, (to, one) -> put(to.whole(one.time()).whole(one.number()), one.sample()));
    List<Sample> waiting = new ArrayList<>();
    for (Sample sample : held) {
      if (sample != null) {
        waiting.add(sample);
      }
    }
    out.list(waiting, Wire::put);
  }

  private static void put(ByteWriter out, Sample sample) {
    out.point(sample.point())
        .value(sample.value())
        .quality(sample.quality())
        .whole(sample.sourceTime());
  }

  private static Sample take(ByteReader in) {
    return new Sample(in.point(), in.value(), in.quality(), in.whole(), true);
  }

  /**
   * @param index of a point in the model, by its id
   */
  public void load(ByteReader in, java.util.function.ToIntFunction<Sample> index) {
    number = in.whole();
    writes = in.whole();
    for (int i = 0; i < free.length; i++) {
      free[i] = in.whole();
    }
    late.clear();
    late.addAll(in.list(from -> new Late(from.whole(), from.whole(), take(from))));
    Arrays.fill(held, null);
    in.list(Wire::take).forEach(sample -> held[index.applyAsInt(sample)] = sample);
  }
}
