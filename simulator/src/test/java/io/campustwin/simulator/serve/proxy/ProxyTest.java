package io.campustwin.simulator.serve.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.adapter.mqtt.BrokerOptions;
import io.campustwin.adapter.mqtt.BrokerUser;
import io.campustwin.adapter.mqtt.EmbeddedBroker;
import io.campustwin.adapter.mqtt.MqttAdapter;
import io.campustwin.adapter.mqtt.MqttDevices;
import io.campustwin.adapter.mqtt.MqttOptions;
import io.campustwin.adapter.opcua.OpcUaAdapter;
import io.campustwin.adapter.opcua.OpcUaDevices;
import io.campustwin.adapter.opcua.OpcUaOptions;
import io.campustwin.adapter.opcua.OpcUaServerOptions;
import io.campustwin.adapter.spi.Adapter;
import io.campustwin.adapter.spi.FieldSink;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LinkStatus;
import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.CampusModel;
import io.campustwin.asset.Point;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Sample;
import io.campustwin.signal.WriteOutcome;
import io.campustwin.simulator.world.World;
import io.campustwin.simulator.world.WorldOptions;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxies before the real protocols of the small campus. */
class ProxyTest {
  private static final byte LAST = 100;

  private final CampusModel model = Objects.requireNonNull(
      CampusReader.read(BundledCampus.find("small").orElseThrow()).model());
  private final World world = World.of(model, WorldOptions.of(3, 1_773_194_700_000L));
  private final Map<PointId, Sample> heard = new HashMap<>();
  private final Map<String, LinkState> links = new HashMap<>();

  @TempDir
  Path folder;

  private final FieldSink sink = new FieldSink() {
    @Override
    public void samples(List<Sample> samples) {
      news(() -> samples.forEach(sample -> heard.put(sample.point(), sample)));
    }

    @Override
    public void link(LinkStatus status) {
      news(() -> links.put(status.device(), status.state()));
    }

    @Override
    public void deviceSlots(PointId point, List<DeviceSlot> slots) {}
  };

  private synchronized void news(Runnable change) {
    change.run();
    notifyAll();
  }

  private synchronized void await(String what, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (!condition.getAsBoolean()) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      assertThat(left).as("%s; heard %s; links %s", what, heard.keySet(), links).isPositive();
      wait(left);
    }
  }

  private static InetSocketAddress local(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private List<Point> points(AdapterKind kind) {
    return model.points().stream()
        .filter(point -> point.address().adapter() == kind)
        .toList();
  }

  /** All is heard, the line goes down and everybody knows, it comes back and all is heard again. */
  private void downAndUp(Adapter adapter, VirtualDevices devices, TcpProxy proxy)
      throws InterruptedException {
    List<Point> points = points(devices.kind());
    devices.start(points, (device, write) -> WriteOutcome.ACKNOWLEDGED);
    adapter.start(points, sink);
    List<Sample> due = new ArrayList<>();
    world.due(world.now(), due::add);
    Set<PointId> ours = points.stream().map(Point::id).collect(Collectors.toSet());
    due.removeIf(sample -> !ours.contains(sample.point()));
    assertThat(due).hasSameSizeAs(points);
    devices.show(due);
    await("all points heard", () -> heard.size() == points.size());
    proxy.disturb(Disturbance.DOWN);
    await("the break is noticed", this::isBroken);
    news(heard::clear);
    proxy.disturb(Disturbance.delay(30));
    await("all points heard again", () -> !isBroken() && heard.size() == points.size());
  }

  /** The adapter's own link is down, or it is told that every device is. */
  private boolean isBroken() {
    return links.get("") != LinkState.UP
        || links.entrySet().stream()
            .noneMatch(link -> !link.getKey().isEmpty() && link.getValue() == LinkState.UP);
  }

  @Test
  void a1_mqttDevicesBehindAProxyGoAndReturn() throws Exception {
    BrokerUser user = new BrokerUser("field", "secret", List.of());
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.loopback(0, List.of(user)));
        TcpProxy proxy = TcpProxy.start(local(broker.port()), 0, 1);
        MqttAdapter adapter = new MqttAdapter(options(broker.port(), "adapter"));
        MqttDevices devices = new MqttDevices(options(proxy.port(), "devices"))) {
      downAndUp(adapter, devices, proxy);
    }
  }

  private static MqttOptions options(int port, String client) {
    return new MqttOptions("127.0.0.1", port, "field", "secret", "small", client);
  }

  @Test
  void a2_opcUaClientsBehindAProxyGoAndReturn() throws Exception {
    OpcUaServerOptions server =
        new OpcUaServerOptions("127.0.0.1", 0, "campus", "secret", folder.resolve("server"), false);
    try (OpcUaDevices devices = new OpcUaDevices(server);
        TcpProxy proxy = TcpProxy.start(local(devices.port()), 0, 1);
        OpcUaAdapter adapter = new OpcUaAdapter(new OpcUaOptions(
            "opc.tcp://127.0.0.1:" + proxy.port() + "/campus",
            "campus",
            "secret",
            folder.resolve("client")))) {
      downAndUp(adapter, devices, proxy);
    }
  }

  /** What a server behind the proxy hears of the numbers from 0 to 99, in the order in which it does. */
  private static List<Integer> heardOf(Disturbance disturbance) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (DatagramSocket server = new DatagramSocket(0, here);
        DatagramSocket client = new DatagramSocket(0, here);
        UdpProxy proxy = UdpProxy.start(local(server.getLocalPort()), 0, 5)) {
      proxy.disturb(disturbance);
      for (int i = 0; i < LAST; i++) {
        client.send(new DatagramPacket(new byte[] {(byte) i}, 1, local(proxy.port())));
      }
      server.setSoTimeout(200);
      List<Integer> seen = new ArrayList<>();
      for (int tries = disturbance.down() ? 1 : 100; tries > 0; tries--) {
        client.send(new DatagramPacket(new byte[] {LAST}, 1, local(proxy.port())));
        if (isLastHeard(server, seen)) {
          return seen;
        }
      }
      return seen;
    }
  }

  private static boolean isLastHeard(DatagramSocket server, List<Integer> seen) throws IOException {
    try {
      while (true) {
        DatagramPacket packet = new DatagramPacket(new byte[9], 9);
        server.receive(packet);
        if (packet.getData()[0] == LAST) {
          return true;
        }
        seen.add((int) packet.getData()[0]);
      }
    } catch (SocketTimeoutException quiet) {
      return false; // the last was lost, or all are
    }
  }

  @Test
  void b1_datagramsAreLostRepeatedAndOvertakenByASeed() throws IOException {
    assertThat(heardOf(Disturbance.NONE)).hasSize(100).isSorted();
    List<Integer> lossy = heardOf(Disturbance.loss(0.3));
    assertThat(lossy).hasSizeBetween(50, 85).isSorted();
    assertThat(heardOf(Disturbance.loss(0.3))).isEqualTo(lossy);
    assertThat(heardOf(Disturbance.duplicate(0.3))).hasSizeBetween(115, 150).isSorted();
    List<Integer> mixed = heardOf(Disturbance.reorder(0.3));
    assertThat(mixed).hasSizeBetween(99, 100).doesNotHaveDuplicates();
    assertThat(mixed).isNotEqualTo(mixed.stream().sorted().toList());
    assertThat(heardOf(Disturbance.DOWN)).isEmpty();
  }

  /** An hour of delay is on its way; when the line is mended nobody waits for it. */
  @Test
  void b2_whatWaitsInAStreamGoesWhenTheLineIsMended() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        TcpProxy proxy = TcpProxy.start(local(server.getLocalPort()), 0, 1)) {
      proxy.disturb(Disturbance.delay(3_600_000));
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
          Socket served = server.accept()) {
        client.getOutputStream().write("all".getBytes(StandardCharsets.US_ASCII));
        served.setSoTimeout(200);
        assertThatThrownBy(() -> served.getInputStream().read())
            .isInstanceOf(SocketTimeoutException.class);
        proxy.disturb(Disturbance.NONE);
        served.setSoTimeout(60_000);
        assertThat(served.getInputStream().readNBytes(3)).asString().isEqualTo("all");
      }
    }
  }

  /** Both ends hear of a proxy that is closed, and none of its threads stays. */
  @Test
  void b3_noThreadOutlivesAProxyAndItsConnections() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        TcpProxy proxy = TcpProxy.start(local(server.getLocalPort()), 0, 1)) {
      proxy.disturb(Disturbance.delay(3_600_000));
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
          Socket served = server.accept()) {
        client.getOutputStream().write(new byte[100]);
        proxy.close();
        client.setSoTimeout(60_000);
        served.setSoTimeout(60_000);
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        assertThat(served.getInputStream().read()).isEqualTo(-1);
      }
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("tcp-proxy") || thread.getName().startsWith("udp-proxy")) {
        thread.join(60_000);
        assertThat(thread.isAlive()).as(thread.getName()).isFalse();
      }
    }
  }
}
