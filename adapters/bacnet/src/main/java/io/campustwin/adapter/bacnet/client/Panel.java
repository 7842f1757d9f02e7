// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.client;

import com.serotonin.bacnet4j.npdu.ip.IpNetworkUtils;
import com.serotonin.bacnet4j.type.Encodable;
import com.serotonin.bacnet4j.type.constructed.Address;
import com.serotonin.bacnet4j.type.constructed.PropertyReference;
import com.serotonin.bacnet4j.type.constructed.ReadAccessSpecification;
import com.serotonin.bacnet4j.type.constructed.SequenceOf;
import com.serotonin.bacnet4j.type.enumerated.ObjectType;
import com.serotonin.bacnet4j.type.enumerated.PropertyIdentifier;
import com.serotonin.bacnet4j.type.primitive.ObjectIdentifier;
import io.campustwin.adapter.bacnet.wire.BacnetDirectory;
import io.campustwin.adapter.bacnet.wire.ObjectAddress;
import io.campustwin.adapter.bacnet.wire.Station;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.asset.Point;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * One device as the adapter sees it: found, subscribed, polled, missed and found again. Everything here runs on the
 * adapter's one thread.
 *
 * <pre>
 * CONNECTING ──answers──▶ UP ──no answer twice──▶ RETRYING ──answers──▶ UP
 * </pre>
 */
final class Panel {
  private static final int CHUNK = 20;
  private static final int SUBSCRIPTIONS_AT_ONCE = 8;
  private static final int MISSES_ALLOWED = 1;

  /** What a panel reports to the adapter. */
  interface Listener {
    void stateChanged(Panel panel, LinkState state, String detail);

    void read(Panel panel, List<Point> points, Client.Readings readings);
  }

  private final String device;
  private final int instance;
  private final Map<ObjectIdentifier, Point> points = new LinkedHashMap<>();
  private final Client client;
  private final BacnetDirectory directory;
  private final BacnetTiming timing;
  private final Executor thread;
  private final Listener listener;
  private final Set<Point> arraysWanted = new LinkedHashSet<>();
  private volatile LinkState state = LinkState.CONNECTING;
  private volatile @Nullable Address address;
  private volatile boolean simulated;
  private boolean asking;
  private boolean polling;
  private int misses;
  private long heardAt;
  private long pollAt;
  private long retryAt;
  private long renewAt;

  Panel(
      String device,
      List<Point> its,
      Client client,
      BacnetDirectory directory,
      BacnetTiming timing,
      Executor thread,
      Listener listener) {
    this.device = device;
    this.client = client;
    this.directory = directory;
    this.timing = timing;
    this.thread = thread;
    this.listener = listener;
    int found = -1;
    for (Point point : its) {
      ObjectAddress parsed = ObjectAddress.parse(point.address().address()).orElseThrow();
      points.put(parsed.object(), point);
      found = parsed.instance();
    }
    this.instance = found;
  }

  String device() {
    return device;
  }

  int instance() {
    return instance;
  }

  LinkState state() {
    return state;
  }

  boolean isSimulated() {
    return simulated;
  }

  @Nullable
  Address address() {
    return address;
  }

  @Nullable
  Point find(ObjectIdentifier object) {
    return points.get(object);
  }

  /** Called a few times a second. */
  void tick(long now) {
    if (state != LinkState.UP) {
      if (now >= retryAt && !asking) {
        retryAt = now + timing.retryMillis();
        connect(now);
      }
      return;
    }
    if (now >= pollAt) {
      // A little earlier for each device than for the one before: they do not all speak at once.
      pollAt = now + timing.pollMillis() - timing.pollMillis() * (instance % 16) / 64;
      poll();
    }
    if (now >= renewAt) {
      renewAt = now + timing.covLifetimeSeconds() * 500L;
      subscribe();
    }
    if (now - heardAt > timing.heartbeatMillis() && !asking) {
      probe();
    }
  }

  /** The device said something. */
  void heard(long now) {
    heardAt = now;
    misses = 0;
  }

  /** A request was not answered: find out whether the device is there at all. */
  void doubt() {
    if (state == LinkState.UP && !asking) {
      probe();
    }
  }

  /** Reads the points now, and the arrays of those that have one. */
  void readSoon(Point point) {
    boolean first = arraysWanted.isEmpty();
    arraysWanted.add(point);
    if (first) {
      thread.execute(() -> {
        List<Point> wanted = List.copyOf(arraysWanted);
        arraysWanted.clear();
        read(wanted);
      });
    }
  }

  /** Reads points from the device; the readings also go to the listener. */
  CompletableFuture<Client.Readings> read(List<Point> wanted) {
    Address to = address;
    if (to == null) {
      return CompletableFuture.failedFuture(new IllegalStateException("no address"));
    }
    return client
        .read(to, specifications(wanted))
        .whenCompleteAsync(
            (readings, error) -> {
              if (error == null) {
                listener.read(this, wanted, readings);
              } else if (!Answers.isRefusal(error)) {
                doubt();
              }
            },
            thread);
  }

  private void connect(long now) {
    var found = directory.find(device);
    if (found.isEmpty()) {
      down("its address is not known");
      return;
    }
    Address to = IpNetworkUtils.toAddress(found.get());
    address = to;
    asking = true;
    client
        .read(to, new ObjectIdentifier(ObjectType.device, instance), PropertyIdentifier.modelName)
        .whenCompleteAsync(
            (model, error) -> {
              asking = false;
              if (error != null && !Answers.isRefusal(error)) {
                down("no answer from " + found.get().getHostString() + ":"
                    + found.get().getPort());
              } else {
                up(error == null && Station.VIRTUAL.equals(model.toString()));
              }
            },
            thread);
  }

  private void up(boolean isSimulated) {
    simulated = isSimulated;
    misses = 0;
    pollAt = 0;
    renewAt = 0;
    heardAt = Long.MAX_VALUE / 2;
    polling = false;
    state = LinkState.UP;
    listener.stateChanged(this, state, "");
  }

  private void down(String why) {
    if (state != LinkState.RETRYING) {
      state = LinkState.RETRYING;
      listener.stateChanged(this, state, why);
    }
  }

  private void probe() {
    Address to = address;
    if (to == null) {
      return;
    }
    asking = true;
    client
        .read(
            to, new ObjectIdentifier(ObjectType.device, instance), PropertyIdentifier.systemStatus)
        .whenCompleteAsync(
            (status, error) -> {
              asking = false;
              if (error == null || Answers.isRefusal(error)) {
                listener.read(this, List.of(), new Client.Readings(Map.of()));
              } else if (misses++ < MISSES_ALLOWED) {
                probe();
              } else {
                retryAt = 0;
                down("does not answer");
              }
            },
            thread);
  }

  private void poll() {
    if (!polling) {
      polling = true;
      pollFrom(List.copyOf(points.values()), 0);
    }
  }

  private void pollFrom(List<Point> all, int from) {
    if (from >= all.size() || state != LinkState.UP) {
      polling = false;
      return;
    }
    int to = Math.min(all.size(), from + CHUNK);
    read(all.subList(from, to))
        .whenCompleteAsync(
            (readings, error) -> {
              if (error == null || Answers.isRefusal(error)) {
                pollFrom(all, to);
              } else {
                polling = false;
              }
            },
            thread);
  }

  private void subscribe() {
    Iterator<ObjectIdentifier> objects = List.copyOf(points.keySet()).iterator();
    for (int n = 0; n < SUBSCRIPTIONS_AT_ONCE; n++) {
      subscribeNext(objects);
    }
  }

  /** A device without COV refuses; the poll is enough then. */
  private void subscribeNext(Iterator<ObjectIdentifier> objects) {
    Address to = address;
    if (!objects.hasNext() || state != LinkState.UP || to == null) {
      return;
    }
    client
        .subscribe(to, objects.next(), timing.covLifetimeSeconds())
        .whenCompleteAsync(
            (ack, error) -> {
              if (error == null || Answers.isRefusal(error)) {
                subscribeNext(objects);
              } else {
                doubt();
              }
            },
            thread);
  }

  private static List<ReadAccessSpecification> specifications(List<Point> wanted) {
    List<ReadAccessSpecification> all = new ArrayList<>(wanted.size());
    for (Point point : wanted) {
      ObjectAddress parsed = ObjectAddress.parse(point.address().address()).orElseThrow();
      List<PropertyReference> properties = new ArrayList<>();
      properties.add(new PropertyReference(PropertyIdentifier.presentValue));
      properties.add(new PropertyReference(PropertyIdentifier.statusFlags));
      if (point.template().writable() && parsed.isCommandable()) {
        properties.add(new PropertyReference(PropertyIdentifier.priorityArray));
      }
      all.add(new ReadAccessSpecification(parsed.object(), new SequenceOf<>(properties)));
    }
    return all;
  }

  /** Reads what the device has, for browsing; only by name and place. */
  CompletableFuture<Encodable> objectList() {
    Address to = address;
    return to == null
        ? CompletableFuture.failedFuture(new IllegalStateException("no address"))
        : client.read(
            to, new ObjectIdentifier(ObjectType.device, instance), PropertyIdentifier.objectList);
  }
}
