package io.campustwin.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.LoopbackAdapter;
import io.campustwin.adapter.spi.LoopbackDevices;
import io.campustwin.adapter.spi.contract.Await;
import io.campustwin.adapter.spi.contract.RecordingSink;
import io.campustwin.adapter.spi.contract.RecordingWorld;
import io.campustwin.adapter.spi.contract.SamplePoints;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens at the two ends of a link when one of them, or the broker between, goes away. */
class EdgeHostTest {
  private static final long T0 = 1_790_000_000_000L;

  private final List<Point> points = SamplePoints.all(
      row -> new FieldAddress(AdapterKind.BACNET, row.device(), row.id().text(), row.rawUnit()));
  private final RecordingSink sink = new RecordingSink();
  private final RecordingWorld world = new RecordingWorld();
  private final LoopbackDevices devices = new LoopbackDevices(AdapterKind.BACNET);
  private TestBroker broker;
  private LinkAddress address;
  private LoopbackAdapter hosted;
  private EdgeHost edge;
  private LinkAdapter server;

  @BeforeEach
  void start() {
    broker = new TestBroker();
    address = broker.address("edge-host");
    devices.start(points, world);
    hosted = new LoopbackAdapter(devices, System::currentTimeMillis);
    edge = new EdgeHost(address, hosted, 1_000, System::currentTimeMillis);
    edge.start(points);
    server = newServer();
  }

  private LinkAdapter newServer() {
    LinkAdapter made = new LinkAdapter(AdapterKind.BACNET, LinkAdapter.BACNET, address);
    made.start(points, sink);
    return made;
  }

  @AfterEach
  void close() {
    server.close();
    edge.close();
    devices.close();
    broker.close();
  }

  @Test
  void a1_whatHappenedWhileTheServerWasAwayIsForwardedInOrder() {
    awaitUp();
    server.close();
    Await.until("server missed", () -> !edge.isServerUp());
    for (int n = 0; n < 300; n++) {
      show(n % 50, T0 + n);
    }
    sink.clear();
    server = newServer();
    Await.until("the newest", () -> sink.newest(SamplePoints.SETPOINT)
        .filter(sample -> sample.sourceTime() == T0 + 299)
        .isPresent());
    List<Long> times = sink.of(SamplePoints.SETPOINT).stream()
        .map(Sample::sourceTime)
        .distinct()
        .toList();
    assertThat(times).hasSize(300).isSorted();
    assertThat(edge.dropped()).isZero();
  }

  @Test
  void a2_theStoreHasABoundAndDropsTheOldest() {
    awaitUp();
    server.close();
    Await.until("server missed", () -> !edge.isServerUp());
    for (int n = 0; n < 1_500; n++) {
      show(n % 50, T0 + n);
    }
    assertThat(edge.dropped()).isPositive();
    sink.clear();
    server = newServer();
    Await.until("the newest", () -> sink.newest(SamplePoints.SETPOINT)
        .filter(sample -> sample.sourceTime() == T0 + 1_499)
        .isPresent());
  }

  @Test
  void b1_anEdgeThatDiesIsMissedAndItsSuccessorRefreshesEveryValue() {
    awaitUp();
    show(21, T0);
    Await.until("a value", () -> sink.newest(SamplePoints.SETPOINT).isPresent());
    edge.close();
    Await.until("edge missed", () -> sink.state("").equals(Optional.of(LinkState.RETRYING)));
    assertThat(write("w.0").kind()).isEqualTo(WriteOutcome.Kind.LINK_DOWN);
    sink.clear();
    hosted = new LoopbackAdapter(devices, System::currentTimeMillis);
    edge = new EdgeHost(address, hosted);
    edge.start(points);
    Await.until("up again", () -> sink.state("").equals(Optional.of(LinkState.UP)));
    show(23, T0 + 1);
    Await.until("values again", () -> sink.newest(SamplePoints.SETPOINT).isPresent());
    assertThat(write("w.0").kind()).isEqualTo(WriteOutcome.Kind.ACKNOWLEDGED);
    assertThat(world.of(SamplePoints.SETPOINT)).hasSize(1);
  }

  @Test
  void b2_aSilentDeviceIsStillSilentToAServerThatComesLater() {
    awaitUp();
    show(21, T0);
    devices.silence(SamplePoints.FIRST, true);
    Await.until(
        "device down",
        () -> sink.state(SamplePoints.FIRST).filter(s -> s != LinkState.UP).isPresent());
    server.close();
    sink.clear();
    server = newServer();
    Await.until(
        "told again",
        () -> sink.state(SamplePoints.FIRST).filter(s -> s != LinkState.UP).isPresent());
  }

  private void awaitUp() {
    Await.until("up", () -> sink.state("").equals(Optional.of(LinkState.UP)));
  }

  private void show(double value, long time) {
    devices.show(
        List.of(new Sample(SamplePoints.SETPOINT, Value.of(value), Quality.GOOD, time, true)));
  }

  private WriteOutcome write(String id) {
    return Await.value(server.write(new FieldWrite(
        id, SamplePoints.SETPOINT, Value.of(22), 8, System.currentTimeMillis() + 10_000)));
  }
}
