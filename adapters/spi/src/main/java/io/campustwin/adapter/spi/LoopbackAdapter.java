package io.campustwin.adapter.spi;

import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An adapter without a wire: it speaks to {@link LoopbackDevices} of the same process and stands in for any protocol.
 * With {@code Runnable::run} as executor every callback comes on the caller's thread, so that a scenario on virtual time
 * is one sequence of events; any other executor must run tasks one after another, in order.
 */
public final class LoopbackAdapter implements Adapter {
  private final LoopbackDevices devices;
  private final LongSupplier clock;
  private final Executor executor;
  private final Set<Capability> capabilities;
  private final AdapterCounters counters = new AdapterCounters();
  private volatile PointTable table = new PointTable(List.of());
  private volatile @Nullable FieldSink sink;
  private volatile LinkStatus status;
  private volatile boolean closed;

  /** Calls back on the caller's thread. */
  public LoopbackAdapter(LoopbackDevices devices, LongSupplier clock) {
    this(devices, clock, Runnable::run);
  }

  /**
   * @param clock epoch milliseconds, virtual or real
   * @param executor runs the callbacks, in order
   */
  public LoopbackAdapter(LoopbackDevices devices, LongSupplier clock, Executor executor) {
    this.devices = devices;
    this.clock = clock;
    this.executor = executor;
    EnumSet<Capability> all = EnumSet.allOf(Capability.class);
    if (!devices.hasPriority()) {
      all.remove(Capability.PRIORITY);
    }
    this.capabilities = Collections.unmodifiableSet(all);
    this.status = new LinkStatus(devices.kind(), "", LinkState.CONNECTING, clock.getAsLong(), "");
  }

  @Override
  public AdapterKind kind() {
    return devices.kind();
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public void start(List<Point> points, FieldSink receiver) {
    table = new PointTable(points);
    sink = receiver;
    linkUp();
  }

  /** The fault "link down": nothing passes either way until {@link #restore}. */
  public void cut() {
    if (isUp()) {
      devices.unplug();
      enter(LinkState.RETRYING, "link cut");
    }
  }

  /** The link is back: the devices repeat what they show. */
  public void restore() {
    if (!isUp() && sink != null && !closed) {
      counters.reconnected();
      linkUp();
    }
  }

  private void linkUp() {
    Plug plug = new Plug();
    enter(LinkState.UP, "");
    devices.plugIn(plug);
    devices.repeat(plug);
  }

  @Override
  public CompletionStage<WriteOutcome> write(FieldWrite write) {
    CompletionStage<WriteOutcome> outcome = table
        .refusal(write, capabilities, clock.getAsLong())
        .<CompletionStage<WriteOutcome>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> send(write));
    return outcome.whenComplete((answer, failure) -> {
      if (answer != null) {
        counters.write(answer);
      }
    });
  }

  private CompletionStage<WriteOutcome> send(FieldWrite write) {
    return isUp()
        ? devices.write(write)
        : CompletableFuture.completedFuture(
            WriteOutcome.of(WriteOutcome.Kind.LINK_DOWN, status.detail()));
  }

  @Override
  public CompletionStage<List<Sample>> read(List<PointId> points) {
    boolean up = isUp();
    Quality.Reason reason = up ? Quality.Reason.DEVICE_SILENT : Quality.Reason.LINK_DOWN;
    List<Sample> samples = points.stream()
        .flatMap(id -> table.find(id).stream())
        .map(point -> (up ? devices.read(point.id()) : Optional.<Sample>empty())
            .orElseGet(() -> table.unanswered(point, reason, clock.getAsLong())))
        .toList();
    return CompletableFuture.completedFuture(samples);
  }

  @Override
  public CompletionStage<List<Discovered>> browse() {
    List<Discovered> found = isUp()
        ? devices.points().stream()
            .map(point -> new Discovered(
                point.address().device(),
                point.address().address(),
                point.name().en()))
            .toList()
        : List.of();
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public LinkStatus status() {
    return status;
  }

  @Override
  public AdapterStatistics statistics() {
    return counters.read();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      devices.unplug();
      status = new LinkStatus(kind(), "", LinkState.GIVEN_UP, clock.getAsLong(), "closed");
    }
  }

  private boolean isUp() {
    return status.state() == LinkState.UP && !closed;
  }

  private void enter(LinkState state, String detail) {
    LinkStatus next = new LinkStatus(kind(), "", state, clock.getAsLong(), detail);
    status = next;
    tell(receiver -> receiver.link(next));
  }

  private void tell(Consumer<FieldSink> news) {
    FieldSink receiver = sink;
    if (receiver != null) {
      executor.execute(() -> news.accept(receiver));
    }
  }

  /** The adapter's end of the loop; deaf once the adapter is closed. */
  private final class Plug implements LoopbackDevices.Plug {
    @Override
    public void heard(List<Sample> samples) {
      List<Sample> mapped =
          samples.stream().flatMap(sample -> judged(sample).stream()).toList();
      if (!mapped.isEmpty()) {
        counters.samples(mapped.size());
        tell(receiver -> receiver.samples(mapped));
      }
    }

    private Optional<Sample> judged(Sample sample) {
      Optional<Sample> mapped =
          table.find(sample.point()).flatMap(point -> table.plain(point, sample));
      if (mapped.isEmpty()) {
        counters.rejected();
      }
      return mapped;
    }

    @Override
    public void silent(String device, boolean silent) {
      LinkState state = silent ? LinkState.RETRYING : LinkState.UP;
      String detail = silent ? "device does not answer" : "";
      LinkStatus news = new LinkStatus(kind(), device, state, clock.getAsLong(), detail);
      tell(receiver -> receiver.link(news));
    }

    @Override
    public void slots(PointId point, List<DeviceSlot> slots) {
      if (table.find(point).isPresent()) {
        tell(receiver -> receiver.deviceSlots(point, slots));
      }
    }
  }
}
