package io.campustwin.adapter.link;

import io.campustwin.adapter.spi.Adapter;
import io.campustwin.adapter.spi.AdapterCounters;
import io.campustwin.adapter.spi.AdapterStatistics;
import io.campustwin.adapter.spi.Discovered;
import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.adapter.spi.PointTable;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The near end of a link: an adapter that lives in another process ({@link EdgeHost}), shown here as if it were local,
 * with the kind of the hosted one. While the edge is away the whole link is {@link LinkState#RETRYING}; when it is back
 * the values are refreshed by the edge, not from here. A write is sent at most once and ends
 * {@link WriteOutcome.Kind#NO_ANSWER} if the edge does not answer in time.
 */
public final class LinkAdapter implements Adapter {
  /** What the BACnet adapter of the BACnet program can do. */
  public static final Set<Capability> BACNET = Set.of(
      Capability.PRIORITY,
      Capability.SUBSCRIBE,
      Capability.BROWSE,
      Capability.READ,
      Capability.DEVICE_STATE);

  private static final Logger LOG = LoggerFactory.getLogger(LinkAdapter.class);
  private static final long ANSWER_MILLIS = 3_000;
  private static final long BROWSE_MILLIS = 20_000;
  private static final int TICKS_UNTIL_ASKED_AGAIN = 6;

  private final AdapterKind kind;
  private final Set<Capability> capabilities;
  private final LongSupplier clock;
  private final LinkEnd end;
  private final AdapterCounters counters = new AdapterCounters();
  private volatile PointTable points = new PointTable(List.of());
  private volatile LinkStatus status;
  private @Nullable FieldSink sink;

  // Only on the link's thread.
  private String edgeSession = "";
  private long taken;
  private boolean complete;
  private int ticks;
  private boolean wasUp;

  /**
   * @param kind of the hosted adapter
   * @param capabilities of the hosted adapter
   */
  public LinkAdapter(AdapterKind kind, Set<Capability> capabilities, LinkAddress address) {
    this(kind, capabilities, address, System::currentTimeMillis);
  }

  /**
   * @param clock epoch milliseconds, for deadlines and the since of a link state
   */
  public LinkAdapter(
      AdapterKind kind, Set<Capability> capabilities, LinkAddress address, LongSupplier clock) {
    this.kind = kind;
    this.capabilities = Set.copyOf(capabilities);
    this.clock = clock;
    this.status = new LinkStatus(kind, "", LinkState.CONNECTING, clock.getAsLong(), "");
    this.end = new LinkEnd(address, "server", "edge", new FromEdge());
  }

  @Override
  public AdapterKind kind() {
    return kind;
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public void start(List<Point> points, FieldSink sink) {
    this.points = new PointTable(points);
    this.sink = sink;
    sink.link(status);
    end.open();
  }

  @Override
  public CompletionStage<WriteOutcome> write(FieldWrite write) {
    return send(write).thenApply(outcome -> {
      counters.write(outcome);
      return outcome;
    });
  }

  private CompletableFuture<WriteOutcome> send(FieldWrite write) {
    Optional<WriteOutcome> refusal = points.refusal(write, capabilities, clock.getAsLong());
    if (refusal.isPresent()) {
      return CompletableFuture.completedFuture(refusal.get());
    }
    if (!end.isPeerUp()) {
      return CompletableFuture.completedFuture(
          WriteOutcome.of(WriteOutcome.Kind.LINK_DOWN, status.detail()));
    }
    return end.ask("write", LinkCodec.encode(write), ANSWER_MILLIS)
        .thenApply(LinkCodec::outcome)
        .exceptionally(LinkAdapter::unanswered);
  }

  private static WriteOutcome unanswered(Throwable error) {
    Throwable cause = error.getCause() == null ? error : error.getCause();
    if (cause instanceof IllegalStateException) {
      return WriteOutcome.of(WriteOutcome.Kind.LINK_DOWN, "");
    }
    String detail = cause instanceof TimeoutException ? "edge did not answer" : cause.toString();
    return WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, detail);
  }

  @Override
  public CompletionStage<List<Sample>> read(List<PointId> wanted) {
    if (!end.isPeerUp()) {
      return CompletableFuture.completedFuture(unread(wanted));
    }
    return end.ask("read", LinkCodec.encodePoints(wanted), ANSWER_MILLIS)
        .thenApply(LinkCodec::samples)
        .exceptionally(error -> unread(wanted));
  }

  private List<Sample> unread(List<PointId> wanted) {
    long now = clock.getAsLong();
    return wanted.stream()
        .flatMap(id -> points.find(id).stream())
        .map(point -> points.unanswered(point, Quality.Reason.LINK_DOWN, now))
        .toList();
  }

  @Override
  public CompletionStage<List<Discovered>> browse() {
    if (!capabilities.contains(Capability.BROWSE) || !end.isPeerUp()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return end.ask("browse", LinkCodec.bytes(LinkCodec.message()), BROWSE_MILLIS)
        .thenApply(LinkCodec::discovered)
        .exceptionally(error -> List.of());
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
    end.close();
    if (status.state() != LinkState.GIVEN_UP) {
      become(new LinkStatus(kind, "", LinkState.GIVEN_UP, clock.getAsLong(), "closed"));
    }
  }

  private void become(LinkStatus next) {
    status = next;
    if (sink != null) {
      sink.link(next);
    }
  }

  private void askForAll() {
    ticks = 0;
    end.tell("refresh", LinkCodec.bytes(LinkCodec.message()));
  }

  private void take(LinkCodec.Batch batch) {
    if (!batch.session().equals(edgeSession)) {
      edgeSession = batch.session();
      taken = batch.number() - 1;
    }
    if (batch.number() > taken) {
      taken = batch.number();
      deliver(batch.reports());
    }
    end.tell("took", LinkCodec.bytes(LinkCodec.message().put("e", edgeSession).put("n", taken)));
  }

  private void deliver(List<Report> reports) {
    FieldSink to = sink;
    if (to == null) {
      return;
    }
    List<Sample> run = new ArrayList<>();
    for (Report report : reports) {
      if (report instanceof Report.OfSample of) {
        points
            .find(of.sample().point())
            .flatMap(point -> points.plain(point, of.sample()))
            .ifPresentOrElse(run::add, counters::rejected);
        continue;
      }
      pass(run, to);
      if (report instanceof Report.OfLink of) {
        onLink(of.status(), to);
      } else if (report instanceof Report.OfSlots of) {
        to.deviceSlots(of.point(), of.slots());
      } else {
        complete = true;
      }
    }
    pass(run, to);
  }

  private void pass(List<Sample> run, FieldSink to) {
    if (!run.isEmpty()) {
      counters.samples(run.size());
      counters.clockOffset(run.get(run.size() - 1).sourceTime() - clock.getAsLong());
      to.samples(List.copyOf(run));
      run.clear();
    }
  }

  private void onLink(LinkStatus reported, FieldSink to) {
    if (!reported.device().isEmpty()) {
      to.link(reported);
      return;
    }
    boolean comesUp = reported.state() == LinkState.UP && status.state() != LinkState.UP;
    if (comesUp && wasUp) {
      counters.reconnected();
    }
    wasUp = wasUp || comesUp;
    if (reported.state() != status.state() || !reported.detail().equals(status.detail())) {
      become(reported);
    }
  }

  private final class FromEdge implements LinkEnd.Listener {
    @Override
    public void peerUp(String session) {
      complete = false;
      askForAll();
    }

    @Override
    public void peerDown() {
      become(new LinkStatus(kind, "", LinkState.RETRYING, clock.getAsLong(), "edge lost"));
    }

    @Override
    public void told(String subject, byte[] payload) {
      if (!subject.equals("report")) {
        return;
      }
      try {
        take(LinkCodec.batch(payload, kind));
      } catch (IllegalArgumentException e) {
        counters.rejected();
        LOG.warn("edge link {}: report dropped: {}", kind.word(), e.getMessage());
      }
    }

    @Override
    public CompletionStage<byte[]> asked(String subject, byte[] payload) {
      return CompletableFuture.failedFuture(new IllegalArgumentException(subject));
    }

    @Override
    public void tick() {
      if (end.isPeerUp() && !complete && ++ticks >= TICKS_UNTIL_ASKED_AGAIN) {
        askForAll();
      }
      if (!end.isPeerUp() && status.state() == LinkState.CONNECTING && ++ticks >= 4) {
        become(new LinkStatus(kind, "", LinkState.RETRYING, clock.getAsLong(), "no edge yet"));
      }
    }
  }
}
