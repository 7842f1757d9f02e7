// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import io.campustwin.adapter.bacnet.client.BacnetAdapter;
import io.campustwin.adapter.bacnet.client.BacnetTiming;
import io.campustwin.adapter.bacnet.device.BacnetDevices;
import io.campustwin.adapter.bacnet.device.Witness;
import io.campustwin.adapter.bacnet.wire.BacnetDirectory;
import io.campustwin.adapter.bacnet.wire.DeviceEntry;
import io.campustwin.adapter.link.EdgeHost;
import io.campustwin.adapter.link.LinkAddress;
import io.campustwin.adapter.link.LinkDevicesHost;
import io.campustwin.asset.Point;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What runs: the devices with their link to the world, the adapter with its link to the server, or both. */
final class Program implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Program.class);

  /** What the program is started for. */
  enum Role {
    ADAPTER,
    DEVICES
  }

  /**
   * @param host own address for all sockets
   * @param relayPort where a Who-Is finds every device, 0 for a free one
   * @param portsFile where devices are found: written by the devices, read by the adapter; null for none
   * @param witness file for the writes the devices receive; null for none
   */
  record Settings(
      List<Point> points,
      Set<Role> roles,
      String brokerHost,
      int brokerPort,
      @Nullable String user,
      @Nullable String password,
      InetAddress host,
      int relayPort,
      @Nullable Path portsFile,
      @Nullable Path witness) {
    LinkAddress link(String id) {
      return new LinkAddress(brokerHost, brokerPort, user, password, id);
    }
  }

  private final Settings settings;
  private @Nullable WitnessFile witness;
  private @Nullable BacnetDevices devices;
  private @Nullable LinkDevicesHost devicesHost;
  private @Nullable EdgeHost edgeHost;

  private Program(Settings settings) {
    this.settings = settings;
  }

  static Program start(Settings settings) {
    Program program = new Program(settings);
    try {
      if (settings.roles().contains(Role.DEVICES)) {
        program.startDevices();
      }
      if (settings.roles().contains(Role.ADAPTER)) {
        program.startAdapter();
      }
      return program;
    } catch (RuntimeException e) {
      program.close();
      throw e;
    }
  }

  @Override
  public void close() {
    if (edgeHost != null) {
      edgeHost.close();
    }
    if (devicesHost != null) {
      devicesHost.close();
    }
    if (witness != null) {
      try {
        witness.close();
      } catch (IOException e) {
        LOG.debug("witness: {}", e.toString());
      }
    }
  }

  private void startDevices() {
    Witness sees = openWitness();
    BacnetDevices made =
        new BacnetDevices(settings.host(), settings.relayPort(), earlierPorts(), sees);
    devices = made;
    LinkDevicesHost host = new LinkDevicesHost(settings.link(LinkAddress.BACNET_DEVICES), made);
    devicesHost = host;
    try {
      host.start(settings.points());
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new Complaint("BACnet 设备未能启动：" + e.getMessage(), String.valueOf(e.getMessage()));
    }
    Path path = settings.portsFile();
    if (path != null) {
      try {
        new PortsFile(path).write(made.relay(), made.directory());
      } catch (IOException e) {
        throw notWritable("--ports", path, e);
      }
    }
  }

  private Witness openWitness() {
    Path path = settings.witness();
    if (path == null) {
      return Witness.NONE;
    }
    try {
      WitnessFile opened = new WitnessFile(path);
      witness = opened;
      return opened;
    } catch (IOException e) {
      throw notWritable("--witness", path, e);
    }
  }

  private static Complaint notWritable(String option, Path path, IOException e) {
    return new Complaint(
        option + " 指定的文件 " + path + " 无法写入（" + e + "）；请检查路径与权限",
        "the file " + path + " of " + option + " cannot be written (" + e
            + "); check path and rights");
  }

  /** Ports of an earlier run, so that others find the devices where they were. */
  private Map<String, Integer> earlierPorts() {
    Map<String, Integer> ports = new HashMap<>();
    for (DeviceEntry entry : listed()) {
      ports.put(entry.device(), entry.address().getPort());
    }
    return ports;
  }

  private List<DeviceEntry> listed() {
    Path path = settings.portsFile();
    if (path == null) {
      return List.of();
    }
    try {
      return new PortsFile(path).read();
    } catch (IOException e) {
      LOG.warn("ports file {}: {}", path, e.getMessage());
      return List.of();
    }
  }

  private void startAdapter() {
    BacnetDevices ours = devices;
    BacnetDirectory directory = device -> find(ours == null ? listed() : ours.directory(), device);
    BacnetAdapter adapter = new BacnetAdapter(directory, BacnetTiming.DEFAULT, settings.host());
    EdgeHost host = new EdgeHost(settings.link(LinkAddress.BACNET), adapter);
    edgeHost = host;
    host.start(settings.points());
  }

  private static Optional<InetSocketAddress> find(List<DeviceEntry> entries, String device) {
    return entries.stream()
        .filter(entry -> entry.device().equals(device))
        .map(DeviceEntry::address)
        .findFirst();
  }
}
