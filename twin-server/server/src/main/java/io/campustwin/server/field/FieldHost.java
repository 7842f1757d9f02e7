package io.campustwin.server.field;

import io.campustwin.adapter.spi.Adapter;
import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins adapters and kernel: reports go in stamped with the wall clock, writes go out, and time passes every 500 ms.
 * Adapters are added before {@link #start}.
 */
public final class FieldHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FieldHost.class);
  private static final long TICK_MILLIS = 500;

  private final CampusModel model;
  private final PointDirectory directory;
  private final Consumer<Input> kernel;
  private final LongSupplier clock;
  private final Map<AdapterKind, Adapter> adapters = new EnumMap<>(AdapterKind.class);
  private final Map<AdapterKind, Integer> counts = new EnumMap<>(AdapterKind.class);
  private final Map<String, LinkStatus> devices = new ConcurrentHashMap<>();
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "field-tick"));

  /**
   * @param directory of the engine behind {@code kernel}
   * @param kernel takes inputs; returns at once
   * @param clock epoch ms
   */
  public FieldHost(
      CampusModel model, PointDirectory directory, Consumer<Input> kernel, LongSupplier clock) {
    this.model = model;
    this.directory = directory;
    this.kernel = kernel;
    this.clock = clock;
  }

  public void add(Adapter adapter) {
    adapters.put(adapter.kind(), adapter);
  }

  /** Starts every adapter with its points, and the passing of time. */
  public void start() {
    for (Adapter adapter : adapters.values()) {
      List<Point> points = model.points().stream()
          .filter(point -> point.address().adapter() == adapter.kind())
          .toList();
      counts.put(adapter.kind(), points.size());
      adapter.start(points, new Sink());
    }
    ticker.scheduleAtFixedRate(
        () -> kernel.accept(new Input.Tick(clock.getAsLong())),
        TICK_MILLIS,
        TICK_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /** Sends the writes among the outputs; on the writer's thread. */
  public void take(List<Output> outputs) {
    for (Output output : outputs) {
      if (output instanceof Output.Write write) {
        send(write.adapter(), write.write());
      }
    }
  }

  private void send(AdapterKind kind, FieldWrite write) {
    Adapter adapter = adapters.get(kind);
    if (adapter == null) {
      answer(write, WriteOutcome.of(WriteOutcome.Kind.LINK_DOWN, "no adapter for " + kind.word()));
      return;
    }
    adapter
        .write(write)
        .whenComplete((outcome, failure) ->
            answer(write, outcome == null ? broken(write, failure) : outcome));
  }

  private static WriteOutcome broken(FieldWrite write, @Nullable Throwable failure) {
    LOG.error("the adapter of {} failed on a write", write.point(), failure);
    return WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, "adapter fault");
  }

  private void answer(FieldWrite write, WriteOutcome outcome) {
    kernel.accept(new Input.Written(clock.getAsLong(), write.commandId(), outcome));
  }

  public List<Twin.AdapterReport> listAdapters() {
    List<Twin.AdapterReport> reports = new ArrayList<>();
    adapters.forEach((kind, adapter) -> reports.add(new Twin.AdapterReport(
        kind, adapter.status(), adapter.statistics(), counts.getOrDefault(kind, 0))));
    return reports;
  }

  public List<LinkStatus> listDevices() {
    return devices.values().stream()
        .sorted(Comparator.comparing(LinkStatus::adapter).thenComparing(LinkStatus::device))
        .toList();
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    adapters.values().forEach(Adapter::close);
  }

  private final class Sink implements FieldSink {
    @Override
    public void samples(List<Sample> samples) {
      ReportBatch batch = ReportBatch.of(directory, samples);
      if (batch.size() > 0) {
        kernel.accept(new Input.Reports(clock.getAsLong(), batch));
      }
    }

    @Override
    public void link(LinkStatus status) {
      if (!status.device().isEmpty()) {
        devices.put(status.adapter() + " " + status.device(), status);
      }
      kernel.accept(new Input.Link(clock.getAsLong(), status));
    }

    @Override
    public void deviceSlots(PointId point, List<DeviceSlot> slots) {
      kernel.accept(new Input.Slots(clock.getAsLong(), point, List.copyOf(slots)));
    }
  }
}
