package io.campustwin.server.field;

import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.InputCodec;
import io.campustwin.server.storage.HistoryRow;
import io.campustwin.server.storage.HistoryStore;
import io.campustwin.signal.Sample;
import java.io.IOException;
import java.util.List;

/**
 * Gives history what a crash took from it: the reports in the journal since its newest snapshot, which is stored at
 * every orderly stop. Costs nothing after such a stop, at most the reports of ten minutes after a crash.
 */
public final class HistoryRefill {
  private HistoryRefill() {}

  /** How many rows were handed to history; to be called before the kernel writes. */
  public static long run(JournalStore journal, HistoryStore history) throws IOException {
    JournalStore.Saved saved = journal.findSnapshot();
    long from = saved == null ? 1 : saved.sequence() + 1;
    return history.refill(journal, from, HistoryRefill::rows);
  }

  private static List<HistoryRow> rows(byte[] record) {
    return InputCodec.decode(record) instanceof Input.Samples input
        ? input.samples().stream().map(sample -> row(input.now(), sample)).toList()
        : List.of();
  }

  private static HistoryRow row(long now, Sample sample) {
    long time = sample.quality().isGood() ? sample.sourceTime() : now;
    return new HistoryRow(sample.point(), time, sample.value(), sample.quality());
  }
}
