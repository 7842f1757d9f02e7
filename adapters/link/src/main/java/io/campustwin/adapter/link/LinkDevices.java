package io.campustwin.adapter.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Virtual devices that live in another process ({@link LinkDevicesHost}), as the world sees them. Values shown are sent
 * in batches, of several for one point only the newest; when the other end comes (back), every current value and every
 * silence is told anew. The writes the devices receive come back here and are answered by the world.
 */
public final class LinkDevices implements VirtualDevices {
  private static final Logger LOG = LoggerFactory.getLogger(LinkDevices.class);
  private static final int BATCH = 500;
  private static final int WINDOW = 8;
  private static final long GATHER_MILLIS = 5;

  private final AdapterKind kind;
  private final LinkEnd end;
  private final Object lock = new Object();
  private final Map<PointId, Sample> current = new LinkedHashMap<>();
  private final Map<PointId, Sample> pending = new LinkedHashMap<>();
  private final Set<String> silent = new TreeSet<>();
  private final AtomicBoolean draining = new AtomicBoolean();
  private int inFlight;
  private @Nullable WriteHandler world;

  /**
   * @param kind of the devices at the other end
   */
  public LinkDevices(AdapterKind kind, LinkAddress address) {
    this.kind = kind;
    this.end = new LinkEnd(address, "world", "devices", new FromDevices());
  }

  @Override
  public AdapterKind kind() {
    return kind;
  }

  @Override
  public void start(List<Point> points, WriteHandler world) {
    this.world = world;
    end.open();
  }

  @Override
  public void show(List<Sample> samples) {
    synchronized (lock) {
      for (Sample sample : samples) {
        current.put(sample.point(), sample);
        pending.put(sample.point(), sample);
      }
    }
    drainSoon();
  }

  @Override
  public void silence(String device, boolean hush) {
    synchronized (lock) {
      if (hush ? silent.add(device) : silent.remove(device)) {
        end.tell("silent", silences());
      }
    }
  }

  /** True while the process with the devices is there. */
  public boolean isPeerUp() {
    return end.isPeerUp();
  }

  @Override
  public void close() {
    end.close();
  }

  private byte[] silences() {
    var message = LinkCodec.message();
    ArrayNode devices = message.putArray("d");
    silent.forEach(devices::add);
    return LinkCodec.bytes(message);
  }

  private void drainSoon() {
    if (end.isPeerUp() && draining.compareAndSet(false, true)) {
      end.thread().schedule(this::drain, GATHER_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void drain() {
    draining.set(false);
    while (end.isPeerUp()) {
      List<Sample> batch = new ArrayList<>();
      synchronized (lock) {
        Iterator<Sample> oldest = pending.values().iterator();
        while (inFlight < WINDOW && oldest.hasNext() && batch.size() < BATCH) {
          batch.add(oldest.next());
          oldest.remove();
        }
        if (batch.isEmpty()) {
          return;
        }
        inFlight++;
      }
      end.tell("show", LinkCodec.encodeSamples(batch)).whenComplete((sent, error) -> {
        synchronized (lock) {
          inFlight--;
        }
        drainSoon();
      });
    }
  }

  /** All values, then all silences, then the word that it was all. */
  private void tellAll() {
    synchronized (lock) {
      pending.clear();
      List<Sample> all = new ArrayList<>(current.values());
      for (int from = 0; from < all.size(); from += BATCH) {
        List<Sample> part = all.subList(from, Math.min(all.size(), from + BATCH));
        end.tell("show", LinkCodec.encodeSamples(part));
      }
      end.tell("silent", silences());
      end.tell("complete", LinkCodec.bytes(LinkCodec.message()));
    }
  }

  private WriteOutcome written(JsonNode message) {
    WriteHandler to = world;
    FieldWrite write = LinkCodec.write(message);
    if (to == null) {
      return WriteOutcome.of(WriteOutcome.Kind.LINK_DOWN, "the world has not started");
    }
    return to.written(message.path("d").asText(), write);
  }

  private final class FromDevices implements LinkEnd.Listener {
    @Override
    public void peerUp(String session) {
      drainSoon();
    }

    @Override
    public void peerDown() {
      LOG.info("link to {} devices lost", kind.word());
    }

    @Override
    public void told(String subject, byte[] payload) {
      if (subject.equals("refresh")) {
        tellAll();
      }
    }

    @Override
    public CompletionStage<byte[]> asked(String subject, byte[] payload) {
      try {
        return CompletableFuture.completedFuture(
            LinkCodec.encode(written(LinkCodec.parse(payload))));
      } catch (RuntimeException e) {
        LOG.warn("write from a {} device not carried out: {}", kind.word(), e.toString());
        return CompletableFuture.failedFuture(e);
      }
    }

    @Override
    public void tick() {
      drainSoon();
    }
  }
}
