package io.campustwin.adapter.spi.contract;

import io.campustwin.asset.FieldAddress;
import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.ValueType;
import java.util.List;
import java.util.function.Function;

/** The little world of the contract suite: two devices, a point of every type, one raw unit that differs. */
public final class SamplePoints {
  public static final String FIRST = "A101-FC1";
  public static final String SECOND = "A102-FC1";
  public static final PointId RUNNING = PointId.of(FIRST + ".unit.running");
  public static final PointId SETPOINT = PointId.of(FIRST + ".zone.setpoint");
  public static final PointId MODE = PointId.of(FIRST + ".unit.mode");
  public static final PointId MESSAGE = PointId.of(FIRST + ".unit.message");
  public static final PointId TEMPERATURE = PointId.of(FIRST + ".zone.temperature");
  public static final PointId OTHER = PointId.of(SECOND + ".zone.setpoint");
  public static final List<String> MODES = List.of("off", "cool", "heat", "fan");

  private SamplePoints() {}

  /** The points with the addresses that one protocol gives them; the address function sees id and type. */
  public static List<Point> all(Function<Row, FieldAddress> address) {
    return List.of(
        point(new Row(FIRST, RUNNING, ValueType.BOOL, "bool", "bool"), true, address),
        point(new Row(FIRST, SETPOINT, ValueType.NUMBER, "°C", "K"), true, address),
        point(new Row(FIRST, MODE, ValueType.ENUM, "enum", "enum"), true, address),
        point(new Row(FIRST, MESSAGE, ValueType.TEXT, "text", "text"), true, address),
        point(new Row(FIRST, TEMPERATURE, ValueType.NUMBER, "°C", "°C"), false, address),
        point(new Row(SECOND, OTHER, ValueType.NUMBER, "°C", "°C"), true, address));
  }

  /**
   * What an address is made from.
   *
   * @param rawUnit unit on the wire
   */
  public record Row(String device, PointId id, ValueType type, String unit, String rawUnit) {}

  private static Point point(Row row, boolean writable, Function<Row, FieldAddress> address) {
    String name = row.id().text().substring(row.device().length() + 1);
    PointTemplate template = new PointTemplate(
        name,
        new Name(name, name),
        row.type(),
        row.type() == ValueType.ENUM ? MODES : List.of(),
        row.unit(),
        -40,
        60,
        writable,
        20_000,
        0.1,
        2_000,
        null,
        null,
        false);
    return new Point(
        row.id(),
        new Name(row.id().text(), row.id().text()),
        template,
        row.device(),
        "fan-coil",
        "A101",
        "hvac",
        address.apply(row));
  }
}
