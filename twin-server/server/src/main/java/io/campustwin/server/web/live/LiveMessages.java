package io.campustwin.server.web.live;

import io.campustwin.engine.alarm.Alarm;
import io.campustwin.engine.state.PointState;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compact form of the feed. An image row is {@code [handle, id, value, quality, age]}, a change is {@code [handle,
 * value, quality, age]}: age is the message's time less the source time, ms. Quality is 0 for good, 10 + reason for
 * uncertain, 20 + reason for bad; the words stand in the greeting. Numbers have six significant digits.
 */
final class LiveMessages {
  private static final MathContext SIX = new MathContext(6);

  private LiveMessages() {}

  /** Words for the quality numbers. */
  static JsonObject qualityWords() {
    JsonObject words = new JsonObject().put("0", "good");
    for (Quality.Reason reason : Quality.Reason.values()) {
      if (reason != Quality.Reason.NONE) {
        words.put(Integer.toString(10 + reason.ordinal()), "uncertain " + reason.word());
        words.put(Integer.toString(20 + reason.ordinal()), "bad " + reason.word());
      }
    }
    return words;
  }

  static JsonArray image(List<PointState> states, long now) {
    JsonArray rows = new JsonArray();
    for (PointState state : states) {
      rows.add(new JsonArray()
          .add(state.handle())
          .add(state.id().text())
          .add(value(state.value()))
          .add(quality(state.quality()))
          .add(age(state, now)));
    }
    return rows;
  }

  static JsonArray changes(List<PointState> states, long now) {
    JsonArray rows = new JsonArray();
    for (PointState state : states) {
      rows.add(new JsonArray()
          .add(state.handle())
          .add(value(state.value()))
          .add(quality(state.quality()))
          .add(age(state, now)));
    }
    return rows;
  }

  static JsonArray alarms(List<Alarm> alarms) {
    JsonArray rows = new JsonArray();
    for (Alarm alarm : alarms) {
      rows.add(new JsonArray()
          .add(alarm.id())
          .add(alarm.state().word())
          .add(alarm.rule().priority().word()));
    }
    return rows;
  }

  private static long age(PointState state, long now) {
    return state.sourceTime() == 0 ? -1 : now - state.sourceTime();
  }

  private static int quality(Quality quality) {
    return switch (quality.level()) {
      case GOOD -> 0;
      case UNCERTAIN -> 10 + quality.reason().ordinal();
      case BAD -> 20 + quality.reason().ordinal();
    };
  }

  private static @Nullable Object value(@Nullable Value value) {
    if (value instanceof Value.Num number) {
      double plain = number.number();
      return plain == Math.rint(plain) && Math.abs(plain) < 1e15
          ? (Object) (long) plain
          : (Object) new BigDecimal(plain, SIX).doubleValue();
    }
    if (value instanceof Value.Bool bool) {
      return bool.on();
    }
    return value instanceof Value.Text text ? text.text() : null;
  }
}
