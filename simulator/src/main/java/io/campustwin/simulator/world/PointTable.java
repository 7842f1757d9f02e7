package io.campustwin.simulator.world;

import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The true state of every point, in columns: a number (booleans 0 and 1, states by their place in the list) or a text.
 * A write to a slow actuator waits in {@code wanted} until its time has come.
 */
final class PointTable {
  private static final long NEVER = Long.MAX_VALUE;
  private final List<Point> points;
  private final Map<PointId, Integer> index = new HashMap<>();
  private final Map<String, Map<String, Integer>> byEquipment = new HashMap<>();
  private final double[] numbers;
  private final String[] texts;
  private final Value[] wanted;
  private final long[] ready;
  private final boolean[] urgent;

  PointTable(List<Point> points) {
    this.points = points;
    int size = points.size();
    numbers = new double[size];
    texts = new String[size];
    wanted = new Value[size];
    ready = new long[size];
    urgent = new boolean[size];
    Arrays.fill(ready, NEVER);
    for (int i = 0; i < size; i++) {
      Point point = points.get(i);
      index.put(point.id(), i);
      byEquipment
          .computeIfAbsent(point.equipment(), key -> new HashMap<>())
          .put(point.template().name(), i);
      texts[i] = "";
      wanted[i] = Value.of(0);
      Value rest = point.template().restValue();
      if (rest != null) {
        put(i, rest);
      } else {
        numbers[i] = Math.max(0, point.template().min());
      }
    }
  }

  /** Why a point does not take a value, null for rest; empty if it does. */
  static Optional<String> objection(PointTemplate template, @Nullable Value value) {
    if (!template.writable()) {
      return Optional.of("read only");
    }
    if (value == null) {
      return Optional.empty();
    }
    boolean fits =
        switch (template.type()) {
          case BOOL -> value instanceof Value.Bool;
          case NUMBER ->
            value instanceof Value.Num num
                && num.number() >= template.min()
                && num.number() <= template.max();
          case ENUM -> value instanceof Value.Text text && template.states().contains(text.text());
          case TEXT -> value instanceof Value.Text;
        };
    return fits ? Optional.empty() : Optional.of(wish(template) + ", not " + value);
  }

  private static String wish(PointTemplate template) {
    return switch (template.type()) {
      case BOOL -> "takes true or false";
      case NUMBER -> "takes " + template.min() + " to " + template.max() + " " + template.unit();
      case ENUM -> "takes one of " + template.states();
      case TEXT -> "takes text";
    };
  }

  int size() {
    return points.size();
  }

  Point point(int i) {
    return points.get(i);
  }

  /** Index, -1 if there is no such point. */
  int find(PointId id) {
    return index.getOrDefault(id, -1);
  }

  /** Index, -1 if the equipment has no such point. */
  int find(String equipment, String name) {
    return byEquipment.getOrDefault(equipment, Map.of()).getOrDefault(name, -1);
  }

  double number(int i) {
    return numbers[i];
  }

  String text(int i) {
    return texts[i];
  }

  /** Sets a number, held inside the point's range. */
  void set(int i, double number) {
    if (points.get(i).template().type() == ValueType.NUMBER) {
      double low = points.get(i).template().min();
      double high = points.get(i).template().max();
      numbers[i] = Math.max(low, Math.min(high, number));
    } else {
      numbers[i] = number;
    }
  }

  void setText(int i, String text) {
    texts[i] = text;
  }

  /** Place of a state's word in the point's list, -1 if it has none such. */
  int code(int i, String state) {
    return points.get(i).template().states().indexOf(state);
  }

  void put(int i, Value value) {
    if (value instanceof Value.Bool bool) {
      numbers[i] = bool.on() ? 1 : 0;
    } else if (value instanceof Value.Num num) {
      set(i, num.number());
    } else if (value instanceof Value.Text text) {
      if (points.get(i).template().type() == ValueType.ENUM) {
        numbers[i] = Math.max(0, code(i, text.text()));
      } else {
        texts[i] = text.text();
      }
    }
  }

  Value value(int i) {
    return value(i, numbers[i]);
  }

  /** The point's value if its number were {@code number}. */
  Value value(int i, double number) {
    return switch (points.get(i).template().type()) {
      case BOOL -> Value.of(number >= 0.5);
      case NUMBER -> Value.of(number);
      case ENUM -> Value.of(points.get(i).template().states().get((int) number));
      case TEXT -> Value.of(texts[i]);
    };
  }

  /** Has the actuator carry {@code value} out at {@code when}; at once if that is not later than {@code now}. */
  void want(int i, Value value, long when, long now) {
    if (when <= now) {
      ready[i] = NEVER;
      put(i, value);
    } else {
      wanted[i] = value;
      ready[i] = when;
    }
    urgent[i] = true;
  }

  /** Carries out what has become ready. */
  void settle(long now) {
    for (int i = 0; i < ready.length; i++) {
      if (ready[i] <= now) {
        put(i, wanted[i]);
        ready[i] = NEVER;
        urgent[i] = true;
      }
    }
  }

  /** True once after a write, so that it is shown without waiting for a change. */
  boolean takeUrgent(int i) {
    boolean was = urgent[i];
    urgent[i] = false;
    return was;
  }

  void save(ByteWriter out) {
    out.reals(numbers).wholes(ready).flags(urgent);
    for (int i = 0; i < texts.length; i++) {
      out.text(texts[i]).value(ready[i] == NEVER ? null : wanted[i]);
    }
  }

  void load(ByteReader in) {
    in.reals(numbers);
    in.wholes(ready);
    in.flags(urgent);
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.text();
      Value value = in.findValue();
      wanted[i] = value == null ? Value.of(0) : value;
    }
  }

  /** Time an actuator needs, ms, never more than two thirds of what its model allows. */
  static long slowness(Point point, Value value) {
    boolean on = value.equals(Value.of("on"));
    long needed =
        switch (point.template().name()) {
          case "panel.power" -> on ? 4_000 : 500;
          case "chiller.state" -> on ? 9_000 : 3_000;
          case "lab.power" -> on ? 3_000 : 500;
          case "ahu.fanSpeed" -> 5_000;
          case "gate.mode" -> 1_500;
          case "barrier.mode" -> 2_000;
          case "ap.radioEnabled" -> 2_000;
          case "valve.state" -> 2_500;
          default -> 0;
        };
    return Math.min(needed, point.template().settleMillis() * 2 / 3);
  }
}
