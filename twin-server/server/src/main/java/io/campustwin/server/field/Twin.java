package io.campustwin.server.field;

import io.campustwin.adapter.spi.AdapterStatistics;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.codec.CampusFiles;
import io.campustwin.engine.kernel.Cutting;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.KernelHealth;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.kernel.Snapshot;
import io.campustwin.engine.rule.Rules;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The running twin as the doors see it. Any thread. */
public interface Twin {
  CampusModel model();

  /** Linkages, schedules and interlocks in force. */
  Rules rules();

  /** The campus folder as it is now, edits since the start included. */
  CampusFiles files();

  Snapshot snapshot();

  /** Epoch ms of the wall clock: the "now" of every input. */
  long now();

  /** Completes once the input is in the journal and applied; fails if it cannot be journaled. */
  CompletionStage<@Nullable Void> offer(Input input);

  /** The twin at this moment, for a fork; fails when the writer has stopped. */
  CompletionStage<Cutting> cut();

  /** How the writer and its journal are. */
  KernelHealth health();

  /** Hands every group of outputs to {@code listener}, on the writer's own thread: queue and return at once. */
  void listen(Consumer<List<Output>> listener);

  /** One line per adapter. */
  List<AdapterReport> listAdapters();

  /** Devices whose state is known, the silent ones among them. */
  List<LinkStatus> listDevices();

  /** An adapter's link and counts. */
  record AdapterReport(AdapterKind kind, LinkStatus link, AdapterStatistics counts, int points) {}
}
