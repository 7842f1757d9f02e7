package io.campustwin.server.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.journal.MemoryJournalStore;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.InputCodec;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.server.storage.HistoryRow;
import io.campustwin.server.storage.QuestDbHistoryStore;
import io.campustwin.server.storage.StorageLimits;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal holds and history lost comes back, once. */
class HistoryRefillTest {
  private static final PointDirectory DIRECTORY = PointDirectory.of(
      CampusReader.read(BundledCampus.find("demo").orElseThrow()).model(), List.of());
  private static final PointId POINT = DIRECTORY.ids().stream()
      .filter(id -> DIRECTORY.template(DIRECTORY.find(id)).type() == ValueType.NUMBER)
      .findFirst()
      .orElseThrow();
  private static final long NOON = 1_772_500_000_000L;

  @TempDir
  Path folder;

  @Test
  void a1_reportsSinceTheSnapshotComeBackOnce() throws IOException {
    MemoryJournalStore journal = new MemoryJournalStore();
    journal.append(1, List.of(report(0), report(1), report(2)));
    journal.saveSnapshot(1, new byte[] {1});
    try (QuestDbHistoryStore history = QuestDbHistoryStore.open(folder, StorageLimits.DEFAULT)) {
      assertThat(HistoryRefill.run(journal, history, DIRECTORY)).isEqualTo(2);
      assertThat(HistoryRefill.run(journal, history, DIRECTORY)).isEqualTo(2);
      history.flush();
      assertThat(history.query(POINT, 0, Long.MAX_VALUE, 10))
          .extracting(HistoryRow::time, HistoryRow::value)
          .containsExactly(tuple(NOON + 1, Value.of(401)), tuple(NOON + 2, Value.of(402)));
    }
  }

  private static byte[] report(int n) {
    Sample sample = new Sample(POINT, Value.of(400.0 + n), Quality.GOOD, NOON + n, true);
    long now = NOON + 1000 + n;
    return InputCodec.encode(
        n == 1
            ? new Input.Samples(now, List.of(sample))
            : new Input.Reports(now, ReportBatch.of(DIRECTORY, List.of(sample))));
  }
}
