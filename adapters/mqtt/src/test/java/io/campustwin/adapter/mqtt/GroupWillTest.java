package io.campustwin.adapter.mqtt;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.contract.Await;
import io.campustwin.adapter.spi.contract.RecordingSink;
import io.campustwin.adapter.spi.contract.RecordingWorld;
import io.campustwin.adapter.spi.contract.SamplePoints;
import io.campustwin.adapter.spi.contract.TcpProxy;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The devices' shared connection dies without a goodbye: the broker's last will speaks for all of them. */
class GroupWillTest {
  private static final List<String> BOTH = List.of(SamplePoints.FIRST, SamplePoints.SECOND);
  private final RecordingSink sink = new RecordingSink();

  @Test
  void a1_allDevicesOfATornConnectionAreOfflineAndReturn() throws IOException {
    BrokerUser user = new BrokerUser("field", "secret", List.of());
    List<Point> points = SamplePoints.all(GroupWillTest::address);
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.loopback(0, List.of(user)));
        TcpProxy proxy = new TcpProxy(broker.port());
        MqttAdapter adapter = new MqttAdapter(options(broker.port(), "adapter"));
        MqttDevices devices = new MqttDevices(options(proxy.port(), "devices"))) {
      adapter.start(points, sink);
      devices.start(points, new RecordingWorld());
      BOTH.forEach(device -> awaitState(device, LinkState.UP));
      proxy.tear();
      BOTH.forEach(device -> awaitHeard(device, LinkState.RETRYING));
      BOTH.forEach(device -> awaitState(device, LinkState.UP));
    }
  }

  private void awaitHeard(String device, LinkState state) {
    Await.until(device + " was " + state, () -> sink.links().stream()
        .anyMatch(link -> link.device().equals(device) && link.state() == state));
  }

  private void awaitState(String device, LinkState state) {
    Await.until(device + " " + state, () -> sink.state(device).equals(Optional.of(state)));
  }

  private static MqttOptions options(int port, String client) {
    return new MqttOptions("127.0.0.1", port, "field", "secret", "test", client);
  }

  private static FieldAddress address(SamplePoints.Row row) {
    String name = row.id().text().substring(row.device().length() + 1);
    return new FieldAddress(
        AdapterKind.MQTT, row.device(), "campus/test/" + row.device() + "/" + name, row.rawUnit());
  }
}
