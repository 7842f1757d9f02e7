package io.campustwin.engine.branch;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.InputCodec;
import io.campustwin.engine.kernel.OutputHash;
import io.campustwin.engine.rule.Rules;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal through the same code again: the same range gives the same hash of outputs, at any speed and on any
 * machine. Snapshots let older records be dropped, so a replay begins at the oldest snapshot kept; a range that begins
 * later is reached by applying what lies before it without counting its outputs.
 */
public final class Replay {
  private Replay() {}

  /**
   * What was replayed.
   *
   * @param snapshot sequence of the snapshot it began from, 0 for the beginning of the data folder
   * @param first sequence whose outputs are in the hash
   * @param last sequence applied; {@code first - 1} if there was none
   * @param start epoch ms of the first input counted, 0 if none
   * @param end epoch ms of the last
   * @param hash of the outputs of {@code first} to {@code last}
   */
  public record Report(long snapshot, long first, long last, long start, long end, String hash) {
    public long inputs() {
      return last - first + 1;
    }
  }

  /** The range asked for is not in the journal any more, or not yet. */
  public static final class OutOfRange extends Exception {
    private static final long serialVersionUID = 1L;

    private final long first;
    private final long last;

    OutOfRange(long first, long last) {
      super("the journal holds the inputs " + first + " to " + last);
      this.first = first;
      this.last = last;
    }

    /** The first input that can be replayed. */
    public long first() {
      return first;
    }

    /** The newest input of the journal. */
    public long last() {
      return last;
    }
  }

  /**
   * Replays a range.
   *
   * @param from first sequence to count, 0 for the first there is
   * @param to last sequence to apply, 0 for the last there is
   * @param pace hears the time (epoch ms) of every input counted before it is applied, and may wait
   * @throws OutOfRange if the journal does not hold the whole range
   * @throws BadBytes if a record or the snapshot is damaged
   */
  public static Report run(Source source, long from, long to, LongConsumer pace)
      throws IOException, OutOfRange {
    JournalStore.Saved saved = source.store().findOldestSnapshot();
    long begin = saved == null ? 0 : saved.sequence();
    long first = from == 0 ? begin + 1 : from;
    Pass pass = new Pass(source.start(saved), first, to == 0 ? Long.MAX_VALUE : to, pace);
    source.store().read(begin + 1, pass::take);
    boolean early = first <= begin;
    boolean late = to > pass.seen || from > pass.seen || to != 0 && to < first;
    if (early || late) {
      throw new OutOfRange(begin + 1, pass.seen);
    }
    return pass.report(begin);
  }

  /** Where the inputs come from, and the campus they are of. */
  public record Source(CampusModel model, Rules rules, JournalStore store) {
    private Engine start(JournalStore.@Nullable Saved saved) {
      return saved == null
          ? Engine.of(model, rules)
          : Engine.restore(model, rules, saved.snapshot());
    }
  }

  /** One run over the records. */
  private static final class Pass {
    private final Engine engine;
    private final OutputHash hash = new OutputHash();
    private final long first;
    private final long to;
    private final LongConsumer pace;
    private long seen;
    private long start;

    Pass(Engine engine, long first, long to, LongConsumer pace) {
      this.engine = engine;
      this.first = first;
      this.to = to;
      this.pace = pace;
      this.seen = engine.sequence();
    }

    void take(long sequence, byte[] record) {
      if (sequence != seen + 1) {
        throw new BadBytes("input " + (seen + 1) + " is missing; the next is " + sequence);
      }
      seen = sequence;
      if (sequence > to) {
        return;
      }
      Input input = InputCodec.decode(record);
      if (sequence >= first) {
        start = sequence == first ? input.now() : start;
        pace.accept(input.now());
        hash.add(engine.apply(input));
      } else {
        engine.apply(input);
      }
    }

    Report report(long snapshot) {
      long last = engine.sequence();
      return new Report(snapshot, first, last, start, start == 0 ? 0 : engine.now(), hash.hex());
    }
  }
}
