package io.campustwin.server.field;

import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.CampusModel;
import io.campustwin.codec.CampusFiles;
import io.campustwin.engine.kernel.Cutting;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Kernel;
import io.campustwin.engine.kernel.KernelHealth;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.rule.Rules;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The twin of a running server: a kernel on a thread of its own, and the field around it. */
public final class LiveTwin implements Twin, AutoCloseable {
  private final TwinPlan plan;
  private final Kernel kernel;
  private final OutputHub hub;
  private final FieldHost field;
  private final LongSupplier clock;
  private final Thread writer;

  /** Syncs the journal while the writer applies. */
  private final ExecutorService journal;

  /**
   * @param hub that {@code kernel} publishes to
   * @param field that offers to {@code kernel}
   * @param clock epoch ms
   */
  public LiveTwin(
      TwinPlan plan, Kernel kernel, OutputHub hub, FieldHost field, LongSupplier clock) {
    this.plan = plan;
    this.kernel = kernel;
    this.hub = hub;
    this.field = field;
    this.clock = clock;
    this.journal = Executors.newSingleThreadExecutor(task -> new Thread(task, "journal"));
    this.writer = new Thread(kernel.journalOn(journal)::run, "kernel");
  }

  /** Starts the writer, then the field. */
  public void start() {
    hub.listen(field::take);
    writer.start();
    field.start();
  }

  public Kernel kernel() {
    return kernel;
  }

  @Override
  public CampusModel model() {
    return plan.model();
  }

  @Override
  public Rules rules() {
    return kernel.snapshot().rules();
  }

  @Override
  public CampusFiles files() {
    return plan.files();
  }

  @Override
  public KernelHealth health() {
    return kernel.health();
  }

  @Override
  public Snapshot snapshot() {
    return kernel.snapshot();
  }

  @Override
  public long now() {
    return clock.getAsLong();
  }

  @Override
  public CompletionStage<@Nullable Void> offer(Input input) {
    return kernel.offer(input);
  }

  @Override
  public CompletionStage<Cutting> cut() {
    return kernel.cut();
  }

  @Override
  public void listen(Consumer<List<Output>> listener) {
    hub.listen(listener);
  }

  @Override
  public List<AdapterReport> listAdapters() {
    return field.listAdapters();
  }

  @Override
  public List<LinkStatus> listDevices() {
    return field.listDevices();
  }

  /** Ends the field first, so that nothing more comes in, then the writer once it has stored what it has. */
  @Override
  public void close() {
    field.close();
    kernel.stop();
    try {
      writer.join(4000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    journal.shutdown();
  }
}
