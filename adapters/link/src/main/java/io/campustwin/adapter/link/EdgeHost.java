package io.campustwin.adapter.link;

import io.campustwin.adapter.spi.Adapter;
import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.adapter.spi.RecentCommands;
import io.campustwin.asset.Point;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The far end of a link: hosts a real {@link Adapter} in an edge process and bridges it to the {@link LinkAdapter} of
 * the same link. It stores a bounded number of reports while the server is away and forwards them in order; after every
 * reconnection it tells the current value of every point, every link state and every device slot anew. A command id it
 * has seen is answered with the first outcome and never carried out again.
 */
public final class EdgeHost implements AutoCloseable {
  /** Most reports stored while the server is away: a quarter of an hour of 1,000 points at a second each. */
  public static final int STORE_LIMIT = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(EdgeHost.class);
  private static final int BATCH = 500;
  private static final int WINDOW = 16;
  private static final long GATHER_MILLIS = 5;
  private static final int COMMANDS_REMEMBERED = 20_000;

  private final Adapter adapter;
  private final LongSupplier clock;
  private final LinkEnd end;
  private final Object lock = new Object();
  private final Outbox outbox;
  private final Map<PointId, Sample> values = new LinkedHashMap<>();
  private final Map<String, LinkStatus> links = new LinkedHashMap<>();
  private final Map<PointId, List<DeviceSlot>> slots = new LinkedHashMap<>();
  private final AtomicBoolean draining = new AtomicBoolean();
  private final RecentCommands commands = new RecentCommands(COMMANDS_REMEMBERED);

  /** Does not connect yet. The adapter is closed with the host. */
  public EdgeHost(LinkAddress address, Adapter adapter) {
    this(address, adapter, STORE_LIMIT, System::currentTimeMillis);
  }

  /**
   * @param storeLimit most reports stored while the server is away
   * @param clock epoch milliseconds, for deadlines
   */
  public EdgeHost(LinkAddress address, Adapter adapter, int storeLimit, LongSupplier clock) {
    this.adapter = adapter;
    this.clock = clock;
    this.outbox = new Outbox(storeLimit, BATCH, WINDOW);
    this.end = new LinkEnd(address, "edge", "server", new FromServer());
  }

  /** Starts the adapter and the link; returns at once. */
  public void start(List<Point> points) {
    adapter.start(points, new Collector());
    end.open();
  }

  /** True while the server's end is there. */
  public boolean isServerUp() {
    return end.isPeerUp();
  }

  /** Reports dropped because the server was away for longer than the store lasts. */
  public long dropped() {
    synchronized (lock) {
      return outbox.dropped();
    }
  }

  @Override
  public void close() {
    adapter.close();
    end.close();
  }

  private void drainSoon() {
    if (end.isPeerUp() && draining.compareAndSet(false, true)) {
      end.thread().schedule(this::drain, GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void drain() {
    draining.set(false);
    while (end.isPeerUp()) {
      Outbox.Numbered batch;
      synchronized (lock) {
        batch = outbox.next();
      }
      if (batch == null) {
        return;
      }
      LinkCodec.Batch message = new LinkCodec.Batch(end.self(), batch.number(), batch.reports());
      end.tell("report", LinkCodec.encode(message));
    }
  }

  /** Puts everything known into the outbox, behind what is stored. */
  private void tellAll() {
    synchronized (lock) {
      outbox.add(new Report.OfLink(adapter.status()));
      values.values().forEach(sample -> outbox.add(new Report.OfSample(sample)));
      links.values().forEach(status -> outbox.add(new Report.OfLink(status)));
      slots.forEach((point, held) -> outbox.add(new Report.OfSlots(point, held)));
      outbox.add(new Report.Complete());
    }
    drainSoon();
  }

  private CompletionStage<WriteOutcome> write(FieldWrite write) {
    return commands.once(write.commandId(), () -> {
      if (clock.getAsLong() > write.deadline()) {
        return CompletableFuture.completedFuture(
            WriteOutcome.of(WriteOutcome.Kind.EXPIRED, "at the edge"));
      }
      return adapter.write(write);
    });
  }

  /** What the hosted adapter reports to. */
  private final class Collector implements FieldSink {
    @Override
    public void samples(List<Sample> samples) {
      synchronized (lock) {
        for (Sample sample : samples) {
          values.put(sample.point(), sample);
          outbox.add(new Report.OfSample(sample));
        }
      }
      drainSoon();
    }

    @Override
    public void link(LinkStatus status) {
      synchronized (lock) {
        if (!status.device().isEmpty()) {
          links.put(status.device(), status);
        }
        outbox.add(new Report.OfLink(status));
      }
      drainSoon();
    }

    @Override
    public void deviceSlots(PointId point, List<DeviceSlot> held) {
      synchronized (lock) {
        slots.put(point, held);
        outbox.add(new Report.OfSlots(point, held));
      }
      drainSoon();
    }
  }

  private final class FromServer implements LinkEnd.Listener {
    @Override
    public void peerUp(String session) {
      LOG.info("edge link: server is there");
      synchronized (lock) {
        outbox.lost();
      }
      drainSoon();
    }

    @Override
    public void peerDown() {
      synchronized (lock) {
        outbox.lost();
      }
    }

    @Override
    public void told(String subject, byte[] payload) {
      switch (subject) {
        case "took" -> {
          var message = LinkCodec.parse(payload);
          if (message.path("e").asText().equals(end.self())) {
            synchronized (lock) {
              outbox.acknowledged(message.path("n").asLong());
            }
            drainSoon();
          }
        }
        case "refresh" -> tellAll();
        default -> LOG.debug("edge link: unknown message {}", subject);
      }
    }

    @Override
    public CompletionStage<byte[]> asked(String subject, byte[] payload) {
      return switch (subject) {
        case "write" ->
          write(LinkCodec.write(LinkCodec.parse(payload))).thenApply(LinkCodec::encode);
        case "read" -> adapter.read(LinkCodec.points(payload)).thenApply(LinkCodec::encodeSamples);
        case "browse" -> adapter.browse().thenApply(LinkCodec::encodeDiscovered);
        default ->
          CompletableFuture.failedFuture(
              new IllegalArgumentException("unknown question: " + subject));
      };
    }

    @Override
    public void tick() {
      drainSoon();
    }
  }
}
