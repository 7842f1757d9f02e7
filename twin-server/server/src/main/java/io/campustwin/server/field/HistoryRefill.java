package io.campustwin.server.field;

import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.InputCodec;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.server.storage.HistoryRow;
import io.campustwin.server.storage.HistoryStore;
import io.campustwin.signal.Sample;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives history what a crash took from it: the reports in the journal since its newest snapshot, which is stored at
 * every orderly stop. Costs nothing after such a stop, at most the reports of ten minutes after a crash.
 */
public final class HistoryRefill {
  private HistoryRefill() {}

  /**
   * How many rows were handed to history; to be called before the kernel writes.
   *
   * @param directory of the recovered engine
   */
  public static long run(JournalStore journal, HistoryStore history, PointDirectory directory)
      throws IOException {
    JournalStore.Saved saved = journal.findSnapshot();
    long from = saved == null ? 1 : saved.sequence() + 1;
    return history.refill(journal, from, record -> rows(record, directory));
  }

  private static List<HistoryRow> rows(byte[] record, PointDirectory directory) {
    Input input = InputCodec.decode(record);
    if (input instanceof Input.Reports columns) {
      return rows(columns, directory);
    }
    return input instanceof Input.Samples named
        ? named.samples().stream().map(sample -> row(named.now(), sample)).toList()
        : List.of();
  }

  private static List<HistoryRow> rows(Input.Reports input, PointDirectory directory) {
    ReportBatch batch = input.reports();
    List<HistoryRow> rows = new ArrayList<>(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      if (directory.isAlive(batch.handle(i))) {
        rows.add(row(input.now(), batch.sample(i, directory)));
      }
    }
    return rows;
  }

  private static HistoryRow row(long now, Sample sample) {
    long time = sample.quality().isGood() ? sample.sourceTime() : now;
    return new HistoryRow(sample.point(), time, sample.value(), sample.quality());
  }
}
