package io.campustwin.bench;

import io.campustwin.engine.journal.SegmentJournal;
import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Kernel;
import io.campustwin.engine.kernel.Output;
import io.campustwin.server.storage.DiskFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A kernel on its thread with the server's own store in a folder that goes away with it. */
final class RunningKernel implements AutoCloseable {
  private final Path folder;
  private final MeasuredStore store;
  private final Kernel kernel;
  private final Thread writer;
  private final ExecutorService journal;
  private final long begun = System.nanoTime();

  private RunningKernel(Path folder, Engine engine, Consumer<List<Output>> publish)
      throws IOException {
    this.folder = folder;
    this.store = new MeasuredStore(SegmentJournal.open(DiskFiles.open(folder.resolve("journal"))));
    this.kernel = new Kernel(engine, store, publish, this::now);
    this.journal = Executors.newSingleThreadExecutor();
    this.writer = new Thread(kernel.journalOn(journal)::run, "kernel");
    writer.start();
  }

  static RunningKernel start(Path parent, Engine engine, Consumer<List<Output>> publish)
      throws IOException {
    Files.createDirectories(parent);
    return new RunningKernel(Files.createTempDirectory(parent, "bench"), engine, publish);
  }

  /** Epoch ms of a clock that goes on from the campus's own noon. */
  long now() {
    return BigCampus.noon() + (System.nanoTime() - begun) / 1_000_000;
  }

  Kernel kernel() {
    return kernel;
  }

  MeasuredStore store() {
    return store;
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() throws IOException {
    kernel.stop();
    try {
      writer.join(20_000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    journal.shutdown();
    store.close();
    delete(folder);
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
