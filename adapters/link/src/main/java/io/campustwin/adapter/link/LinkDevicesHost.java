package io.campustwin.adapter.link;

import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.WriteOutcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts real {@link VirtualDevices} for a world in another process ({@link LinkDevices}). The devices are silent on the
 * wire until the world has told them every value, and fall silent when the link to it drops: they never invent one. A
 * write that a device takes is carried to the world and waits for its answer.
 */
public final class LinkDevicesHost implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LinkDevicesHost.class);
  private static final long ANSWER_MILLIS = 1_500;
  private static final int TICKS_UNTIL_ASKED_AGAIN = 4;

  private final VirtualDevices devices;
  private final LinkEnd end;
  private final Set<String> all = new TreeSet<>();

  // Only on the link's thread, after start.
  private Set<String> hushed = Set.of();
  private boolean speaking;
  private int ticks;

  /** Does not connect yet. The devices are closed with the host. */
  public LinkDevicesHost(LinkAddress address, VirtualDevices devices) {
    this.devices = devices;
    this.end = new LinkEnd(address, "devices", "world", new FromWorld());
  }

  /** Brings the devices up, silent, and opens the link. */
  public void start(List<Point> points) {
    points.forEach(point -> all.add(point.address().device()));
    all.forEach(device -> devices.silence(device, true));
    devices.start(points, this::written);
    all.forEach(device -> devices.silence(device, true));
    end.open();
  }

  /** True while the world is there. */
  public boolean isWorldUp() {
    return end.isPeerUp();
  }

  @Override
  public void close() {
    end.close();
    devices.close();
  }

  private WriteOutcome written(String device, FieldWrite write) {
    if (!end.isPeerUp()) {
      return WriteOutcome.of(WriteOutcome.Kind.LINK_DOWN, "no world");
    }
    try {
      return LinkCodec.outcome(
          end.ask("written", LinkCodec.encode(device, write), ANSWER_MILLIS).join());
    } catch (CompletionException e) {
      return WriteOutcome.of(WriteOutcome.Kind.NO_ANSWER, "the world did not answer");
    }
  }

  private void askForAll() {
    ticks = 0;
    end.tell("refresh", LinkCodec.bytes(LinkCodec.message()));
  }

  private void hush(Set<String> now) {
    for (String device : all) {
      if (now.contains(device) != hushed.contains(device) || !speaking) {
        devices.silence(device, now.contains(device));
      }
    }
    hushed = now;
  }

  private final class FromWorld implements LinkEnd.Listener {
    @Override
    public void peerUp(String session) {
      askForAll();
    }

    @Override
    public void peerDown() {
      speaking = false;
      all.forEach(device -> devices.silence(device, true));
      LOG.info("world lost: {} devices fall silent", all.size());
    }

    @Override
    public void told(String subject, byte[] payload) {
      switch (subject) {
        case "show" -> devices.show(LinkCodec.samples(payload));
        case "silent" -> {
          Set<String> now = new TreeSet<>();
          LinkCodec.parse(payload).path("d").forEach(device -> now.add(device.asText()));
          if (speaking) {
            hush(now);
          } else {
            hushed = now;
          }
        }
        case "complete" -> {
          if (!speaking) {
            hush(hushed);
            speaking = true;
            LOG.info("world is there: {} devices speak", all.size() - hushed.size());
          }
        }
        default -> LOG.debug("unknown message {}", subject);
      }
    }

    @Override
    public CompletionStage<byte[]> asked(String subject, byte[] payload) {
      return CompletableFuture.failedFuture(new IllegalArgumentException(subject));
    }

    @Override
    public void tick() {
      if (end.isPeerUp() && !speaking && ++ticks >= TICKS_UNTIL_ASKED_AGAIN) {
        askForAll();
      }
    }
  }
}
