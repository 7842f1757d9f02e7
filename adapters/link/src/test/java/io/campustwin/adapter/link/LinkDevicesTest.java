package io.campustwin.adapter.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.adapter.spi.VirtualDevices;
import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.adapter.spi.contract.Await;
import io.campustwin.adapter.spi.contract.RecordingWorld;
import io.campustwin.adapter.spi.contract.SamplePoints;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Virtual devices in another process than their world. */
class LinkDevicesTest {
  private final List<Point> points = SamplePoints.all(
      row -> new FieldAddress(AdapterKind.BACNET, row.device(), row.id().text(), row.rawUnit()));
  private final RecordingWorld world = new RecordingWorld();
  private final FakeDevices fake = new FakeDevices();
  private TestBroker broker;
  private LinkAddress address;
  private LinkDevices near;
  private LinkDevicesHost far;

  @BeforeEach
  void start() {
    broker = new TestBroker();
    address = broker.address("devices");
    near = new LinkDevices(AdapterKind.BACNET, address);
    far = new LinkDevicesHost(address, fake);
  }

  @AfterEach
  void close() {
    near.close();
    far.close();
    broker.close();
  }

  @Test
  void a1_devicesAreSilentUntilTheWorldHasToldThemEverything() {
    far.start(points);
    assertThat(fake.silent).containsExactlyInAnyOrder(SamplePoints.FIRST, SamplePoints.SECOND);
    near.show(List.of(sample(SamplePoints.SETPOINT, 21)));
    near.start(points, world);
    Await.until("devices speak", () -> fake.silent.isEmpty());
    assertThat(fake.shown).containsEntry(SamplePoints.SETPOINT, Value.of(21));
  }

  @Test
  void a2_theNewestValueArrives() {
    begin();
    for (int n = 0; n < 1000; n++) {
      near.show(List.of(sample(SamplePoints.SETPOINT, n)));
    }
    Await.until("last value", () -> Value.of(999).equals(fake.shown.get(SamplePoints.SETPOINT)));
  }

  @Test
  void b1_aWriteGoesToTheWorldAndItsAnswerBack() {
    begin();
    assertThat(fake.write(21.5).kind()).isEqualTo(WriteOutcome.Kind.ACKNOWLEDGED);
    world.refuse(true);
    assertThat(fake.write(22.5).kind()).isEqualTo(WriteOutcome.Kind.REFUSED);
    assertThat(world.of(SamplePoints.SETPOINT))
        .extracting(FieldWrite::value)
        .containsExactly(Value.of(21.5), Value.of(22.5));
  }

  @Test
  void c1_silenceIsKeptOverAReconnection() {
    begin();
    near.silence(SamplePoints.FIRST, true);
    Await.until("first silent", () -> fake.silent.equals(Set.of(SamplePoints.FIRST)));
    broker.stop();
    Await.until("all silent", () -> fake.silent.size() == 2);
    near.show(List.of(sample(SamplePoints.SETPOINT, 19)));
    broker.start();
    Await.until("second speaks", () -> fake.silent.equals(Set.of(SamplePoints.FIRST)));
    assertThat(fake.shown).containsEntry(SamplePoints.SETPOINT, Value.of(19));
    near.silence(SamplePoints.FIRST, false);
    Await.until("both speak", () -> fake.silent.isEmpty());
  }

  @Test
  void c2_withoutAWorldTheDevicesFallSilentAndTakeNoWrite() {
    begin();
    near.close();
    Await.until("all silent", () -> fake.silent.size() == 2);
    assertThat(fake.write(20).kind()).isEqualTo(WriteOutcome.Kind.LINK_DOWN);
    near = new LinkDevices(AdapterKind.BACNET, address);
    near.show(List.of(sample(SamplePoints.OTHER, 17)));
    near.start(points, world);
    Await.until("both speak", () -> fake.silent.isEmpty());
    assertThat(fake.shown).containsEntry(SamplePoints.OTHER, Value.of(17));
  }

  private void begin() {
    near.start(points, world);
    far.start(points);
    Await.until("devices speak", () -> fake.silent.isEmpty());
  }

  private static Sample sample(PointId point, double value) {
    return new Sample(point, Value.of(value), Quality.GOOD, 1_790_000_000_000L, true);
  }

  /** Devices on no wire at all. */
  private static final class FakeDevices implements VirtualDevices {
    final Map<PointId, Value> shown = new ConcurrentHashMap<>();
    final Set<String> silent = ConcurrentHashMap.newKeySet();
    private @Nullable WriteHandler world;

    WriteOutcome write(double value) {
      return world.written(
          SamplePoints.FIRST,
          new FieldWrite("", SamplePoints.SETPOINT, Value.of(value), 8, Long.MAX_VALUE));
    }

    @Override
    public AdapterKind kind() {
      return AdapterKind.BACNET;
    }

    @Override
    public void start(List<Point> points, WriteHandler handler) {
      world = handler;
    }

    @Override
    public void show(List<Sample> samples) {
      samples.forEach(sample -> shown.put(sample.point(), sample.value()));
    }

    @Override
    public void silence(String device, boolean hush) {
      if (hush) {
        silent.add(device);
      } else {
        silent.remove(device);
      }
    }

    @Override
    public void close() {}
  }
}
