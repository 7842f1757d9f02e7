package io.campustwin.simulator.serve.proxy;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The proxies before the real protocols of the small campus. */
class ProxyTest {
  private final CampusModel model = Objects.requireNonNull(
      CampusReader.read(BundledCampus.find("small").orElseThrow()).model());
  private final World world = World.of(model, WorldOptions.of(3, 1_773_194_700_000L));
  private final Map<PointId, Sample> heard = new ConcurrentHashMap<>();
  private final Map<String, LinkState> links = new ConcurrentHashMap<>();

  @TempDir
  Path folder;

  private final FieldSink sink = new FieldSink() {
    @Override
    public void samples(List<Sample> samples) {
      samples.forEach(sample -> {
        if (sample.quality().isGood()) {
          heard.put(sample.point(), sample);
        } else {
          heard.remove(sample.point());
        }
      });
    }

    @Override
    public void link(LinkStatus status) {
      links.put(status.device(), status.state());
    }

    @Override
    public void deviceSlots(PointId point, List<DeviceSlot> slots) {}
  };

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.currentTimeMillis() + 60_000;
    while (!condition.getAsBoolean()) {
      assertThat(System.currentTimeMillis()).as(what).isLessThan(deadline);
      Thread.onSpinWait();
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
  private void downAndUp(Adapter adapter, VirtualDevices devices, TcpProxy proxy) {
    List<Point> points = points(devices.kind());
    devices.start(points, (device, write) -> WriteOutcome.ACKNOWLEDGED);
    adapter.start(points, sink);
    List<Sample> due = new ArrayList<>();
    world.due(world.now(), sample -> {
      if (points.stream().anyMatch(point -> point.id().equals(sample.point()))) {
        due.add(sample);
      }
    });
    devices.show(due);
    await("all points heard", () -> heard.size() == points.size());
    proxy.disturb(Disturbance.DOWN);
    await("the break is noticed", () -> links.values().stream().noneMatch(LinkState.UP::equals));
    heard.clear();
    proxy.disturb(Disturbance.delay(30));
    await("all points heard again", () -> heard.size() == points.size());
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

  /** A server that sends everything back, behind the proxy; what comes back, in the order in which it does. */
  private static List<Integer> echoed(Disturbance disturbance, int count) throws Exception {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (DatagramSocket server = new DatagramSocket(0, here);
        DatagramSocket client = new DatagramSocket(0, here);
        UdpProxy proxy = UdpProxy.start(local(server.getLocalPort()), 0, 5)) {
      proxy.disturb(disturbance);
      for (int i = 0; i < count; i++) {
        client.send(new DatagramPacket(new byte[] {(byte) i}, 1, local(proxy.port())));
      }
      server.setSoTimeout(700);
      List<Integer> seen = new ArrayList<>();
      try {
        while (true) {
          DatagramPacket packet = new DatagramPacket(new byte[9], 9);
          server.receive(packet);
          seen.add(packet.getData()[0] & 0xFF);
        }
      } catch (java.net.SocketTimeoutException quiet) {
        return seen;
      }
    }
  }

  @Test
  void b1_datagramsAreLostRepeatedAndOvertakenByASeed() throws Exception {
    assertThat(echoed(Disturbance.NONE, 100)).hasSize(100).isSorted();
    List<Integer> lossy = echoed(Disturbance.loss(0.3), 100);
    assertThat(lossy).hasSizeBetween(50, 85).isSorted();
    assertThat(echoed(Disturbance.loss(0.3), 100)).isEqualTo(lossy);
    assertThat(echoed(Disturbance.duplicate(0.3), 100)).hasSizeBetween(115, 150);
    assertThat(echoed(Disturbance.reorder(0.3), 100)).hasSizeBetween(99, 100);
    assertThat(echoed(Disturbance.DOWN, 20)).isEmpty();
  }
}
