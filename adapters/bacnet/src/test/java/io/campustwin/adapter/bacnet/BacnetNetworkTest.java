// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import static org.assertj.core.api.Assertions.assertThat;

import com.serotonin.bacnet4j.RemoteDevice;
import com.serotonin.bacnet4j.event.DeviceEventAdapter;
import com.serotonin.bacnet4j.npdu.ip.IpNetworkUtils;
import com.serotonin.bacnet4j.service.confirmed.WritePropertyRequest;
import com.serotonin.bacnet4j.service.unconfirmed.WhoIsRequest;
import com.serotonin.bacnet4j.type.Encodable;
import com.serotonin.bacnet4j.type.constructed.Address;
import com.serotonin.bacnet4j.type.enumerated.BinaryPV;
import com.serotonin.bacnet4j.type.enumerated.ObjectType;
import com.serotonin.bacnet4j.type.enumerated.PropertyIdentifier;
import com.serotonin.bacnet4j.type.primitive.Null;
import com.serotonin.bacnet4j.type.primitive.ObjectIdentifier;
import com.serotonin.bacnet4j.type.primitive.Real;
import com.serotonin.bacnet4j.type.primitive.UnsignedInteger;
import io.campustwin.adapter.bacnet.client.BacnetTiming;
import io.campustwin.adapter.bacnet.wire.Station;
import io.campustwin.adapter.bacnet.wire.UdpHub;
import io.campustwin.adapter.spi.contract.Await;
import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.signal.WriteOutcome;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the contract does not say: COV, arrays that others write, silence, the relay, and speed. */
class BacnetNetworkTest {
  /** A poll so slow that whatever arrives in time came by COV. */
  private static final BacnetTiming COV_ONLY = new BacnetTiming(60_000, 2_000, 500, 800, 600);

  private final List<String> witnessed = new CopyOnWriteArrayList<>();
  private SmallNetwork network;
  private UdpHub hub;
  private Station foreigner;

  @BeforeEach
  void start() throws Exception {
    network = new SmallNetwork(
        COV_ONLY,
        (device, point, value, priority) ->
            witnessed.add(device + " " + point + " " + value + " " + priority));
    hub = new UdpHub("foreigner");
    foreigner =
        Station.of(4_000_000, hub, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    foreigner.initialize();
  }

  @AfterEach
  void close() {
    foreigner.terminate();
    hub.close();
    network.close();
  }

  @Test
  void a1_changesArriveByCov() {
    network.show(SmallNetwork.POWER, Value.of(36));
    Await.until("power", () -> network.has(SmallNetwork.POWER, Value.of(36)));
    network.show(SmallNetwork.SCENE, Value.of("exam"));
    Await.until("scene", () -> network.has(SmallNetwork.SCENE, Value.of("exam")));
  }

  @Test
  void a2_aForeignPriorityWriteShowsAsADeviceSlotAndReachesTheWorld() throws Exception {
    foreignWrite(1, ObjectType.binaryOutput, BinaryPV.active, 5);
    Await.until("slot 5", () -> network
        .sink
        .slots(SmallNetwork.LAMP)
        .equals(List.of(new DeviceSlot(5, Value.of(true)))));
    Await.until("lamp on", () -> network.has(SmallNetwork.LAMP, Value.of(true)));
    assertThat(network.world.of(SmallNetwork.LAMP))
        .extracting(FieldWrite::value, FieldWrite::priority)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(Value.of(true), 5));

    assertThat(write("c.1", SmallNetwork.LAMP, Value.of(false), 8).kind())
        .isEqualTo(WriteOutcome.Kind.ACKNOWLEDGED);
    Await.until("both slots", () -> network.sink.slots(SmallNetwork.LAMP).size() == 2);
    assertThat(network.has(SmallNetwork.LAMP, Value.of(true))).isTrue();
    assertThat(network.world.of(SmallNetwork.LAMP)).hasSize(1);

    foreignWrite(1, ObjectType.binaryOutput, Null.instance, 5);
    Await.until("lamp off", () -> network.has(SmallNetwork.LAMP, Value.of(false)));
    assertThat(network.world.of(SmallNetwork.LAMP)).hasSize(2);
    assertThat(witnessed)
        .containsExactly(
            "BAC-A1 A101-LG1.group.state true 5",
            "BAC-A1 A101-LG1.group.state false 8",
            "BAC-A1 A101-LG1.group.state null 5");
  }

  @Test
  void a3_aForeignWriteOutOfRangeIsRefused() {
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> foreignWrite(1, ObjectType.analogOutput, new Real(130), 8))
        .hasMessageContaining("value-out-of-range");
    assertThat(network.world.of(SmallNetwork.LEVEL)).isEmpty();
  }

  @Test
  void a4_theWorldMayDepartFromTheArrayAndIsShown() {
    write("c.2", SmallNetwork.LAMP, Value.of(true), 8);
    Await.until("lamp on", () -> network.has(SmallNetwork.LAMP, Value.of(true)));
    network.show(SmallNetwork.LAMP, Value.of(false));
    Await.until("lamp stuck", () -> network.has(SmallNetwork.LAMP, Value.of(false)));
    assertThat(network.sink.slots(SmallNetwork.LAMP)).hasSize(1);
  }

  @Test
  void a5_prioritySixIsASlotLikeAnyOther() throws Exception {
    foreignWrite(1, ObjectType.multiStateOutput, new UnsignedInteger(2), 6);
    Await.until("lesson", () -> network.has(SmallNetwork.SCENE, Value.of("lesson")));
    Await.until("slot 6", () -> network
        .sink
        .slots(SmallNetwork.SCENE)
        .equals(List.of(new DeviceSlot(6, Value.of("lesson")))));
    foreignWrite(1, ObjectType.multiStateOutput, new UnsignedInteger(3), 5);
    Await.until("exam", () -> network.has(SmallNetwork.SCENE, Value.of("exam")));
    foreignWrite(1, ObjectType.multiStateOutput, Null.instance, 5);
    Await.until("lesson again", () -> network.has(SmallNetwork.SCENE, Value.of("lesson")));
    foreignWrite(1, ObjectType.multiStateOutput, Null.instance, 6);
    Await.until("off", () -> network.has(SmallNetwork.SCENE, Value.of("off")));
    Await.until("no slot", () -> network.sink.slots(SmallNetwork.SCENE).isEmpty());
  }

  @Test
  void b1_oneDeviceFallsSilentAloneAndComesBackWithItsSubscriptions() {
    network.devices.silence(SmallNetwork.A1, true);
    Await.until("A1 down", () -> !network.isUp(SmallNetwork.A1));
    assertThat(network.isUp(SmallNetwork.A2)).isTrue();
    assertThat(write("c.3", SmallNetwork.LAMP, Value.of(true), 8).kind())
        .isEqualTo(WriteOutcome.Kind.NO_ANSWER);
    network.show(SmallNetwork.POWER, Value.of(99));
    network.devices.silence(SmallNetwork.A1, false);
    Await.until("A1 up", () -> network.isUp(SmallNetwork.A1));
    Await.until("power", () -> network.has(SmallNetwork.POWER, Value.of(99)));
    network.show(SmallNetwork.POWER, Value.of(11));
    Await.until("COV again", () -> network.has(SmallNetwork.POWER, Value.of(11)));
    assertThat(network.world.of(SmallNetwork.LAMP)).isEmpty();
  }

  @Test
  void c1_aWhoIsToTheRelayFindsEveryDevice() {
    Set<Integer> found = ConcurrentHashMap.newKeySet();
    foreigner.getEventHandler().addListener(new DeviceEventAdapter() {
      @Override
      public void iAmReceived(RemoteDevice device) {
        found.add(device.getInstanceNumber());
      }
    });
    foreigner.send(IpNetworkUtils.toAddress(network.devices.relay()), new WhoIsRequest());
    Await.until("both", () -> found.equals(Set.of(1001, 1002)));
  }

  @Test
  void d1_aHundredWritesAreConfirmedQuickly() {
    List<Long> micros = new ArrayList<>();
    for (int n = 0; n < 100; n++) {
      boolean on = n % 2 == 0;
      long begun = System.nanoTime();
      assertThat(write("s." + n, SmallNetwork.LAMP, Value.of(on), 8).kind())
          .isEqualTo(WriteOutcome.Kind.ACKNOWLEDGED);
      Await.until("read back", () -> network.has(SmallNetwork.LAMP, Value.of(on)));
      micros.add((System.nanoTime() - begun) / 1_000);
    }
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    System.out.println("100 light commands to read-back: p50 " + sorted[49] / 1000.0 + " ms, p95 "
        + sorted[94] / 1000.0 + " ms, max " + Arrays.stream(sorted).max().orElse(0) / 1000.0
        + " ms");
    assertThat(network.world.of(SmallNetwork.LAMP)).hasSize(100);
    assertThat(witnessed).hasSize(100);
  }

  private WriteOutcome write(String id, PointId point, Value value, int priority) {
    return Await.value(network.adapter.write(
        new FieldWrite(id, point, value, priority, System.currentTimeMillis() + 10_000)));
  }

  private void foreignWrite(int number, ObjectType type, Encodable value, int priority)
      throws Exception {
    InetSocketAddress first =
        BacnetAdapterTest.directory(network.devices).find(SmallNetwork.A1).orElseThrow();
    Address to = IpNetworkUtils.toAddress(first);
    foreigner
        .send(
            to,
            new WritePropertyRequest(
                new ObjectIdentifier(type, number),
                PropertyIdentifier.presentValue,
                null,
                value,
                new UnsignedInteger(priority)))
        .get();
  }
}
