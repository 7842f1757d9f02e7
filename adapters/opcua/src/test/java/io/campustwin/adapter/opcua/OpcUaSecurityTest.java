package io.campustwin.adapter.opcua;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.contract.Await;
import io.campustwin.adapter.spi.contract.RecordingSink;
import io.campustwin.adapter.spi.contract.RecordingWorld;
import io.campustwin.adapter.spi.contract.SamplePoints;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.milo.opcua.sdk.client.OpcUaClient;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.types.builtin.DataValue;
import org.eclipse.milo.opcua.stack.core.types.builtin.LocalizedText;
import org.eclipse.milo.opcua.stack.core.types.builtin.NodeId;
import org.eclipse.milo.opcua.stack.core.types.builtin.Variant;
import org.eclipse.milo.opcua.stack.core.types.enumerated.TimestampsToReturn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who gets in, whom we trust, and what a foreign client sees. */
class OpcUaSecurityTest {
  @TempDir
  static Path security;

  private final List<Point> points = SamplePoints.all(OpcUaSecurityTest::address);
  private final RecordingWorld world = new RecordingWorld();
  private final RecordingSink sink = new RecordingSink();

  @Test
  void a1_aWrongPasswordIsAStateWithTheReason() throws IOException {
    try (OpcUaDevices devices = devices(0, "server", false);
        OpcUaAdapter adapter = adapter(devices, "wrong")) {
      adapter.start(points, sink);
      Await.until("refused", () -> sink.state("").equals(Optional.of(LinkState.RETRYING)));
      assertThat(adapter.status().detail()).isNotBlank();
    }
  }

  @Test
  void a2_anotherCertificateAtTheSamePlaceIsNotTrusted() throws IOException {
    int port = LastingPort.find();
    try (OpcUaDevices devices = devices(port, "server", false);
        OpcUaAdapter adapter = adapter(devices, "secret")) {
      adapter.start(points, sink);
      Await.until("trusted", () -> sink.state("").equals(Optional.of(LinkState.UP)));
    }
    try (OpcUaDevices other = devices(port, "other", false);
        OpcUaAdapter adapter = adapter(other, "secret")) {
      RecordingSink second = new RecordingSink();
      adapter.start(points, second);
      Await.until("distrusted", () -> second.state("").equals(Optional.of(LinkState.RETRYING)));
      assertThat(adapter.status().detail()).contains("another certificate").contains("delete");
    }
  }

  @Test
  void a3_withoutTheSwitchNobodyIsAnonymous() throws IOException {
    try (OpcUaDevices devices = devices(0, "server", false)) {
      assertThatThrownBy(() -> OpcUaClient.create(devices.endpoint())).isNotNull();
    }
  }

  @Test
  void b1_aForeignClientSeesTheDeviceInItsRawUnitAndMayOnlyRead() throws Exception {
    try (OpcUaDevices devices = devices(0, "server", true)) {
      devices.show(List.of(
          new Sample(SamplePoints.SETPOINT, Value.of(20), Quality.GOOD, 1_790_000_000_000L, true),
          new Sample(SamplePoints.MODE, Value.of("heat"), Quality.GOOD, 1_790_000_000_000L, true)));
      OpcUaClient client = OpcUaClient.create(devices.endpoint());
      client.connect();
      NodeId setpoint = node(client, SamplePoints.SETPOINT.text());
      NodeId mode = node(client, SamplePoints.MODE.text());
      DataValue kelvin = client.readValue(0, TimestampsToReturn.Both, setpoint);
      assertThat(kelvin.value().value()).isEqualTo(293.15);
      assertThat(client.readValue(0, TimestampsToReturn.Both, mode).value().value())
          .isEqualTo(2);
      Object states = client
          .readValue(0, TimestampsToReturn.Both, node(client, SamplePoints.MODE + "#EnumStrings"))
          .value()
          .value();
      assertThat((LocalizedText[]) states)
          .extracting(LocalizedText::text)
          .containsExactlyElementsOf(SamplePoints.MODES);
      assertThat(client
              .readValue(
                  0,
                  TimestampsToReturn.Both,
                  node(client, SamplePoints.SETPOINT + "#EngineeringUnits"))
              .value()
              .isNotNull())
          .isTrue();
      assertThat(client
              .writeValues(List.of(setpoint), List.of(DataValue.valueOnly(Variant.ofDouble(300))))
              .get(0)
              .value())
          .isEqualTo(StatusCodes.Bad_UserAccessDenied);
      assertThat(world.of(SamplePoints.SETPOINT)).isEmpty();
      client.disconnect();
    }
  }

  @Test
  void c1_thePrivateKeyIsItsOwnersOnly() throws IOException {
    try (OpcUaDevices devices = devices(0, "server", false)) {
      assertThat(devices.port()).isPositive();
      assertThat(Files.getPosixFilePermissions(security.resolve("server/opcua-server.key")))
          .hasSize(2);
    }
  }

  @Test
  void c2_aPortInUseIsNamed() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThatThrownBy(() -> devices(taken.getLocalPort(), "server", false))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort());
    }
  }

  private static NodeId node(OpcUaClient client, String identifier) {
    return new NodeId(client.getNamespaceTable().getIndex(NodeNames.NAMESPACE), identifier);
  }

  private OpcUaDevices devices(int port, String folder, boolean open) throws IOException {
    OpcUaDevices devices = new OpcUaDevices(new OpcUaServerOptions(
        "127.0.0.1", port, "field", "secret", security.resolve(folder), open));
    devices.start(points, world);
    return devices;
  }

  private OpcUaAdapter adapter(OpcUaDevices devices, String password) {
    return new OpcUaAdapter(
        new OpcUaOptions(devices.endpoint(), "field", password, security.resolve("client")));
  }

  private static FieldAddress address(SamplePoints.Row row) {
    return new FieldAddress(
        AdapterKind.OPCUA, row.device(), "ns=1;s=" + row.id().text(), row.rawUnit());
  }
}
