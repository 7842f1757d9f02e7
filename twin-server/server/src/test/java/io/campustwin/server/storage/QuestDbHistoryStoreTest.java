package io.campustwin.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.journal.MemoryJournalStore;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestDbHistoryStoreTest {
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long NOON = 20_000 * DAY + DAY / 2;
  private static final PointId LAMP = PointId.of("A101-LG1.group.state");
  private static final PointId ROOM = PointId.of("A101-FC1.zone.temperature");
  private static final PointId PANEL = PointId.of("A101-IP1.panel.message");

  @TempDir
  Path folder;

  private QuestDbHistoryStore store;

  @BeforeEach
  void open() throws IOException {
    store = QuestDbHistoryStore.open(folder, StorageLimits.DEFAULT);
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void a1_everyKindOfValueAndQualityComesBack() throws IOException {
    List<HistoryRow> lamp = List.of(
        row(LAMP, NOON, Value.of(true), Quality.GOOD),
        row(LAMP, NOON + 1, Value.of(false), Quality.bad(Quality.Reason.DEVICE_SILENT)),
        row(LAMP, NOON + 2, null, Quality.bad(Quality.Reason.NEVER_REPORTED)));
    List<HistoryRow> panel =
        List.of(row(PANEL, NOON, Value.of("今日停课 — \"all\" 'clear'"), Quality.GOOD));
    List<HistoryRow> room = new ArrayList<>();
    for (Quality.Reason reason : Quality.Reason.values()) {
      if (reason != Quality.Reason.NONE) {
        room.add(row(ROOM, NOON + reason.ordinal(), Value.of(-0.1), Quality.uncertain(reason)));
      }
    }
    store.append(lamp);
    store.append(panel);
    store.append(room);
    store.flush();
    assertThat(store.query(LAMP, NOON, NOON + 100, 10)).isEqualTo(lamp);
    assertThat(store.query(PANEL, NOON, NOON + 100, 10)).isEqualTo(panel);
    assertThat(store.query(ROOM, NOON, NOON + 100, 10)).isEqualTo(room);
    assertThat(store.newest()).isEqualTo(NOON + Quality.Reason.values().length - 1);
  }

  @Test
  void a2_aQueryKeepsToItsRangeAndLimitWhateverTheOrderOfArrival() throws IOException {
    for (int i : new int[] {5, 3, 9, 1, 7}) {
      store.append(List.of(room(NOON + i)));
      store.flush();
    }
    assertThat(times(NOON + 3, NOON + 9, 10)).containsExactly(NOON + 3, NOON + 5, NOON + 7);
    assertThat(times(0, Long.MAX_VALUE, 2)).containsExactly(NOON + 1, NOON + 3);
    assertThat(times(Long.MIN_VALUE, NOON + 2, 2)).containsExactly(NOON + 1);
    assertThat(times(NOON, NOON, 2)).isEmpty();
    assertThat(times(NOON, NOON + 9, 0)).isEmpty();
    assertThat(store.query(LAMP, 0, Long.MAX_VALUE, 10)).isEmpty();
  }

  @Test
  void b1_rowsOutliveAReopenAndTheSameRowTwiceIsOne() throws IOException {
    store.append(List.of(room(NOON), room(NOON + 1)));
    store.close();
    open();
    store.append(List.of(room(NOON), room(NOON + 1), room(NOON + 2)));
    store.flush();
    assertThat(times(0, Long.MAX_VALUE, 10)).containsExactly(NOON, NOON + 1, NOON + 2);
  }

  @Test
  void b2_whatACrashTookIsFilledAgainFromTheJournal() throws IOException {
    try (JournalStore journal = new MemoryJournalStore()) {
      for (int i = 1; i <= 50; i++) {
        journal.append(i, List.of(Long.toString(NOON + i).getBytes(StandardCharsets.UTF_8)));
      }
      store.append(List.of(room(NOON + 1), room(NOON + 2)));
      store.flush();
      long rows = store.refill(
          journal,
          1,
          record -> List.of(room(Long.parseLong(new String(record, StandardCharsets.UTF_8)))));
      assertThat(rows).isEqualTo(50);
    }
    assertThat(times(0, Long.MAX_VALUE, 100)).hasSize(50).startsWith(NOON + 1).endsWith(NOON + 50);
  }

  @Test
  void c1_daysBeyondTheAgeAreDroppedAndThoseOfAWrongClock() throws IOException {
    store.append(List.of(
        room(0), room(NOON - 31 * DAY), room(NOON - 30 * DAY), room(NOON), room(NOON + 900 * DAY)));
    store.trim(NOON);
    assertThat(times(0, Long.MAX_VALUE, 10)).containsExactly(NOON - 30 * DAY, NOON);
    store.append(List.of(room(NOON + 1)));
    store.flush();
    assertThat(times(0, Long.MAX_VALUE, 10)).hasSize(3);
  }

  @Test
  void c2_theOldestDaysBeyondTheSizeAreDropped() throws IOException {
    store.close();
    Path small = Files.createDirectory(folder.resolve("small"));
    store = QuestDbHistoryStore.open(small, new StorageLimits(Duration.ofDays(30), 1));
    store.append(List.of(room(NOON - 2 * DAY), room(NOON - DAY), room(NOON)));
    store.trim(NOON);
    assertThat(times(0, Long.MAX_VALUE, 10)).containsExactly(NOON);
  }

  private List<Long> times(long from, long to, int limit) throws IOException {
    return store.query(ROOM, from, to, limit).stream().map(HistoryRow::time).toList();
  }

  private static HistoryRow room(long time) {
    return row(ROOM, time, Value.of(21.5), Quality.GOOD);
  }

  private static HistoryRow row(PointId point, long time, Value value, Quality quality) {
    return new HistoryRow(point, time, value, quality);
  }
}
