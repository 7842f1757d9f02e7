// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet.device;

import com.serotonin.bacnet4j.type.enumerated.PropertyIdentifier;
import com.serotonin.bacnet4j.type.primitive.CharacterString;
import io.campustwin.adapter.bacnet.wire.DeviceEntry;
import io.campustwin.adapter.bacnet.wire.ObjectAddress;
import io.campustwin.adapter.bacnet.wire.Station;
import io.campustwin.adapter.bacnet.wire.UdpHub;
import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.Point;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The BACnet/IP devices of a virtual campus: one device object and one socket for each network device of the map, all on
 * one loopback address, told apart by their ports. They answer ReadProperty(Multiple), WriteProperty(Multiple),
 * SubscribeCOV(Property) and Who-Is; a device that is silenced neither hears nor says anything.
 */
public final class BacnetDevices implements VirtualDevices {
  private static final Logger LOG = LoggerFactory.getLogger(BacnetDevices.class);

  private final InetAddress host;
  private final Map<String, Integer> preferredPorts;
  private final Witness witness;
  private final int relayPort;
  private final UdpHub hub = new UdpHub("bacnet-devices");
  private @Nullable BroadcastRelay relay;
  private final Map<String, Station> stations = new LinkedHashMap<>();
  private final Map<PointId, VirtualPoint> points = new ConcurrentHashMap<>();
  private final Set<String> silent = ConcurrentHashMap.newKeySet();

  /** On free ports of the loopback address. */
  public BacnetDevices() {
    this(InetAddress.getLoopbackAddress(), 0, Map.of(), Witness.NONE);
  }

  /**
   * @param relayPort where a Who-Is finds every device; 0 takes a free port
   * @param preferredPorts by device; one that is taken, or a device not named, gets a free port
   */
  public BacnetDevices(
      InetAddress host, int relayPort, Map<String, Integer> preferredPorts, Witness witness) {
    this.host = host;
    this.relayPort = relayPort;
    this.preferredPorts = Map.copyOf(preferredPorts);
    this.witness = witness;
  }

  @Override
  public AdapterKind kind() {
    return AdapterKind.BACNET;
  }

  /** A point without a readable address is an {@link IllegalArgumentException}: a campus is checked before. */
  @Override
  public synchronized void start(List<Point> all, WriteHandler world) {
    Map<String, List<Point>> byDevice = new LinkedHashMap<>();
    for (Point point : all) {
      byDevice
          .computeIfAbsent(point.address().device(), key -> new ArrayList<>())
          .add(point);
    }
    byDevice.forEach((device, its) -> stations.put(device, bringUp(device, its, world)));
    relay = BroadcastRelay.open(
        hub,
        new InetSocketAddress(host, relayPort),
        stations.values().stream().map(Station::network).toList());
    LOG.info("{} BACnet devices with {} objects", stations.size(), points.size());
  }

  /** Where a Who-Is finds every device, after {@link #start}. */
  public synchronized InetSocketAddress relay() {
    BroadcastRelay open = relay;
    if (open == null) {
      throw new IllegalStateException("not started");
    }
    return open.local();
  }

  /** Where each device listens, after {@link #start}. */
  public synchronized List<DeviceEntry> directory() {
    List<DeviceEntry> entries = new ArrayList<>();
    stations.forEach((device, station) -> entries.add(
        new DeviceEntry(device, station.getInstanceNumber(), station.network().local())));
    return entries;
  }

  @Override
  public void show(List<Sample> samples) {
    for (Sample sample : samples) {
      VirtualPoint point = points.get(sample.point());
      if (point != null) {
        point.show(sample);
      }
    }
  }

  @Override
  public synchronized void silence(String device, boolean hush) {
    if (hush) {
      silent.add(device);
    } else {
      silent.remove(device);
    }
    Station station = stations.get(device);
    if (station != null) {
      station.network().mute(hush);
    }
  }

  @Override
  public synchronized void close() {
    stations.values().forEach(Station::terminate);
    stations.clear();
    if (relay != null) {
      relay.close();
    }
    hub.close();
  }

  private Station bringUp(String device, List<Point> its, WriteHandler world) {
    int instance = address(its.get(0)).instance();
    int preferred = preferredPorts.getOrDefault(device, 0);
    try {
      return open(device, its, world, instance, preferred);
    } catch (Exception taken) {
      if (preferred == 0) {
        throw new IllegalStateException(
            "BACnet device " + device + " does not start: " + taken.getMessage(), taken);
      }
      LOG.warn("port {} of BACnet device {} is taken, using a free one", preferred, device);
    }
    try {
      return open(device, its, world, instance, 0);
    } catch (Exception e) {
      throw new IllegalStateException(
          "BACnet device " + device + " does not start: " + e.getMessage(), e);
    }
  }

  private Station open(String device, List<Point> its, WriteHandler world, int instance, int port)
      throws Exception {
    Station station = Station.of(instance, hub, new InetSocketAddress(host, port));
    for (Point point : its) {
      ObjectAddress address = address(point);
      if (address.instance() != instance) {
        throw new IllegalArgumentException(
            point.id() + " has device instance " + address.instance() + ", not " + instance);
      }
      points.put(point.id(), new VirtualPoint(station, point, address.object(), world, witness));
    }
    station.network().mute(silent.contains(device));
    station
        .writePropertyInternal(PropertyIdentifier.objectName, new CharacterString(device))
        .writePropertyInternal(PropertyIdentifier.modelName, new CharacterString(Station.VIRTUAL))
        .writePropertyInternal(PropertyIdentifier.vendorName, new CharacterString("Campus Twin"))
        .initialize();
    return station;
  }

  private static ObjectAddress address(Point point) {
    return ObjectAddress.parse(point.address().address())
        .orElseThrow(() -> new IllegalArgumentException(
            point.id() + " has no BACnet address: '" + point.address().address() + "'"));
  }
}
