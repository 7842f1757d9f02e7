// SPDX-License-Identifier: GPL-3.0-or-later
package io.campustwin.adapter.bacnet;

import io.campustwin.adapter.bacnet.client.BacnetAdapter;
import io.campustwin.adapter.bacnet.client.BacnetTiming;
import io.campustwin.adapter.bacnet.device.BacnetDevices;
import io.campustwin.adapter.bacnet.device.Witness;
import io.campustwin.adapter.spi.LinkState;
import io.campustwin.adapter.spi.contract.Await;
import io.campustwin.adapter.spi.contract.RecordingSink;
import io.campustwin.adapter.spi.contract.RecordingWorld;
import io.campustwin.asset.AdapterKind;
import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two room-controller panels with a lamp each, a level and a scene, their adapter, and a world that takes all. */
final class SmallNetwork implements AutoCloseable {
  static final String A1 = "BAC-A1";
  static final String A2 = "BAC-A2";
  static final PointId LAMP = PointId.of("A101-LG1.group.state");
  static final PointId LEVEL = PointId.of("A101-LG1.group.level");
  static final PointId POWER = PointId.of("A101-LG1.group.power");
  static final PointId SCENE = PointId.of("A101-RC1.room.scene");
  static final PointId OTHER = PointId.of("A201-LG1.group.state");
  static final List<String> SCENES = List.of("off", "lesson", "exam");

  final List<Point> points = List.of(
      point(LAMP, A1, "1001/binary-output/1", ValueType.BOOL, "bool", true),
      point(LEVEL, A1, "1001/analog-output/1", ValueType.NUMBER, "%", true),
      point(POWER, A1, "1001/analog-input/1", ValueType.NUMBER, "W", false),
      point(SCENE, A1, "1001/multi-state-output/1", ValueType.ENUM, "enum", true),
      point(OTHER, A2, "1002/binary-output/1", ValueType.BOOL, "bool", true));
  final RecordingWorld world = new RecordingWorld();
  final RecordingSink sink = new RecordingSink();
  final BacnetDevices devices;
  final BacnetAdapter adapter;

  SmallNetwork(BacnetTiming timing, Witness witness) {
    devices = new BacnetDevices(InetAddress.getLoopbackAddress(), 0, Map.of(), witness);
    adapter = new BacnetAdapter(
        BacnetAdapterTest.directory(devices), timing, InetAddress.getLoopbackAddress());
    devices.start(points, world);
    show(LAMP, Value.of(false));
    show(LEVEL, Value.of(0));
    show(POWER, Value.of(0));
    show(SCENE, Value.of("off"));
    show(OTHER, Value.of(false));
    adapter.start(points, sink);
    Await.until("both up", () -> isUp(A1) && isUp(A2));
    Await.until("all good", () -> points.stream().allMatch(point -> isGood(point.id())));
  }

  void show(PointId point, Value value) {
    devices.show(List.of(new Sample(point, value, Quality.GOOD, 0, true)));
  }

  boolean isUp(String device) {
    return sink.state(device).equals(Optional.of(LinkState.UP));
  }

  boolean isGood(PointId point) {
    return sink.newest(point).filter(sample -> sample.quality().isGood()).isPresent();
  }

  boolean has(PointId point, Value value) {
    return sink.newest(point).filter(sample -> sample.value().equals(value)).isPresent();
  }

  @Override
  public void close() {
    adapter.close();
    devices.close();
  }

  private static Point point(
      PointId id, String device, String address, ValueType type, String unit, boolean writable) {
    String equipment = id.text().substring(0, id.text().indexOf('.'));
    PointTemplate template = new PointTemplate(
        id.text().substring(equipment.length() + 1),
        new Name("点", "point"),
        type,
        type == ValueType.ENUM ? SCENES : List.of(),
        unit,
        0,
        unit.equals("%") ? 100 : 10_000,
        writable,
        20_000,
        1,
        2_000,
        null,
        null,
        false);
    return new Point(
        id,
        new Name(id.text(), id.text()),
        template,
        equipment,
        "lighting-group",
        "A101",
        "lighting",
        new FieldAddress(AdapterKind.BACNET, device, address, unit));
  }
}
