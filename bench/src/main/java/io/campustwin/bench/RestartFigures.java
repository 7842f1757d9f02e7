package io.campustwin.bench;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.PointTemplate;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.journal.JournalStore;
import io.campustwin.engine.journal.SegmentJournal;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.InputCodec;
import io.campustwin.engine.kernel.Kernel;
import io.campustwin.engine.rule.Rules;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.server.storage.DiskFiles;
import io.campustwin.signal.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A restart after 24 hours of the demo school: every point at its period, a tick a second, a snapshot every ten minutes
 * or 50,000 inputs as the kernel takes them, and the end just before the next one, as after a crash. Beside it, reading
 * the same snapshot and records without using them.
 */
final class RestartFigures {
  private static final long SECONDS = 24 * 3_600;
  private static final long SNAPSHOT_SECONDS = 600;
  private static final long SNAPSHOT_INPUTS = 50_000;
  private static final long GROUP_SECONDS = 30;

  private final CampusModel model;
  private final Rules rules;
  private final Engine engine;
  private final List<byte[]> group = new ArrayList<>();
  private long stored;

  private RestartFigures(CampusModel model, Rules rules) {
    this.model = model;
    this.rules = rules;
    this.engine = Engine.of(model, rules);
  }

  static List<Figure> measure(Path parent) throws IOException {
    CampusFiles files = BundledCampus.find("demo").orElseThrow();
    CampusModel model = Objects.requireNonNull(CampusReader.read(files).model(), "the demo school");
    RestartFigures bench =
        new RestartFigures(model, RulesReader.read(files, model).rules());
    Files.createDirectories(parent);
    Path folder = Files.createTempDirectory(parent, "bench");
    try {
      bench.live(folder.resolve("journal"));
      return bench.restart(folder.resolve("journal"));
    } finally {
      RunningKernel.delete(folder);
    }
  }

  private List<Figure> restart(Path file) throws IOException {
    try (JournalStore store = SegmentJournal.open(DiskFiles.open(file))) {
      long start = System.nanoTime();
      Kernel.recover(model, rules, store);
      double seconds = (System.nanoTime() - start) / 1e9;
      start = System.nanoTime();
      JournalStore.Saved saved = store.findSnapshot();
      long[] read = new long[2];
      store.read(saved == null ? 1 : saved.sequence() + 1, (sequence, bytes) -> {
        read[0]++;
        read[1] += bytes.length;
      });
      double plain = (System.nanoTime() - start) / 1e9;
      return List.of(
          new Figure("restart", seconds, "s", plain, "<= 5 s"),
          new Figure("restart-inputs", read[0], "1", null, "for information"));
    }
  }

  /** A day, as the kernel would have journaled it. */
  private void live(Path file) throws IOException {
    try (JournalStore store = SegmentJournal.open(DiskFiles.open(file))) {
      store.saveSnapshot(0, engine.save());
      for (long second = 0; second < SECONDS; second++) {
        long now = BigCampus.noon() + second * 1_000;
        report(now, second);
        apply(new Input.Tick(now));
        if (second % GROUP_SECONDS == GROUP_SECONDS - 1) {
          flush(store);
        }
        boolean due = second % SNAPSHOT_SECONDS == SNAPSHOT_SECONDS - 1 && second < SECONDS - 1;
        if (due || engine.sequence() - stored >= SNAPSHOT_INPUTS) {
          flush(store);
          stored = engine.sequence();
          store.saveSnapshot(stored, engine.save());
        }
      }
      flush(store);
    }
  }

  private void flush(JournalStore store) throws IOException {
    if (!group.isEmpty()) {
      store.append(engine.sequence() - group.size() + 1, List.copyOf(group));
      group.clear();
    }
  }

  private void apply(Input input) {
    engine.apply(input);
    group.add(InputCodec.encode(input));
  }

  private void report(long now, long second) {
    PointDirectory directory = engine.snapshot().directory();
    ReportBatch.Builder batch = new ReportBatch.Builder(256);
    for (int handle = 0; handle < directory.size(); handle++) {
      PointTemplate template = directory.template(handle);
      long period = Math.max(1, template.periodMillis() / 1_000);
      if ((second + handle) % period == 0) {
        BigCampus.report(batch, handle, template, (int) (now / template.periodMillis() % 2));
        batch.stamp(Quality.GOOD, now - handle % 900, true);
      }
    }
    ReportBatch reports = batch.build();
    if (reports.size() > 0) {
      apply(new Input.Reports(now, reports));
    }
  }
}
