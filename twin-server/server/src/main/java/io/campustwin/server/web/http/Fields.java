package io.campustwin.server.web.http;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Strict reading of a JSON object: unknown fields and wrong types are refused by name. */
public final class Fields {
  private static final long EXACT = 1L << 53;

  private final JsonObject json;

  private Fields(JsonObject json) {
    this.json = json;
  }

  /** Refuses any field that is not in {@code known}. */
  public static Fields of(JsonObject json, Set<String> known) {
    for (String name : json.fieldNames()) {
      if (!known.contains(name)) {
        throw Refusals.badField(
            name,
            "不存在；可用字段：" + String.join("、", known.stream().sorted().toList()),
            "is not known; known are: "
                + String.join(", ", known.stream().sorted().toList()));
      }
    }
    return new Fields(json);
  }

  public boolean has(String name) {
    return json.containsKey(name);
  }

  /** The value as JSON gives it. */
  public @Nullable Object raw(String name) {
    return json.getValue(name);
  }

  /** A text of 1 to {@code longest} signs without control characters. */
  public String text(String name, int longest) {
    return findText(name, longest).orElseThrow(() -> Refusals.badField(name, "缺失", "is missing"));
  }

  public Optional<String> findText(String name, int longest) {
    Object value = json.getValue(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!(value instanceof String text)) {
      throw Refusals.badField(name, "必须是文本", "must be a text");
    }
    if (text.isEmpty() || text.length() > longest) {
      throw Refusals.badField(
          name, "长度必须为 1 到 " + longest, "must have 1 to " + longest + " characters");
    }
    if (text.chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n')) {
      throw Refusals.badField(name, "含有控制字符", "holds control characters");
    }
    return Optional.of(text);
  }

  /** A whole number in a range. */
  public int integer(String name, int low, int high) {
    Object value = json.getValue(name);
    if (value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && number.doubleValue() >= low
        && number.doubleValue() <= high) {
      return number.intValue();
    }
    throw Refusals.badField(
        name,
        "必须是 " + low + " 到 " + high + " 的整数",
        "must be a whole number from " + low + " to " + high);
  }

  /** A whole number that every JSON reader takes exactly: at most 2^53 either way. */
  public long whole(String name, long otherwise) {
    Object value = json.getValue(name);
    if (value == null) {
      return otherwise;
    }
    if ((value instanceof Integer || value instanceof Long)
        && Math.abs(((Number) value).longValue()) <= EXACT) {
      return ((Number) value).longValue();
    }
    throw Refusals.badField(name, "必须是整数", "must be a whole number");
  }

  public boolean bool(String name, boolean otherwise) {
    Object value = json.getValue(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof Boolean bool) {
      return bool;
    }
    throw Refusals.badField(name, "必须是 true 或 false", "must be true or false");
  }

  /** A moment: RFC 3339 text or epoch milliseconds; 0 if absent. */
  public long time(String name) {
    Object value = json.getValue(name);
    if (value == null) {
      return 0;
    }
    Optional<Long> time = parseTime(value);
    return time.orElseThrow(() -> Refusals.badField(
        name,
        "必须是 RFC 3339 时间（如 2026-01-31T08:00:00Z）或毫秒时间戳",
        "must be an RFC 3339 time such as 2026-01-31T08:00:00Z, or epoch milliseconds"));
  }

  /** Epoch ms of an RFC 3339 text or a number of milliseconds. */
  static Optional<Long> parseTime(Object value) {
    if (value instanceof Number number) {
      return number.longValue() > 0 ? Optional.of(number.longValue()) : Optional.empty();
    }
    String text = value.toString();
    if (text.matches("\\d{1,15}")) {
      return Optional.of(Long.parseLong(text));
    }
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException notAnOffsetTime) {
      return Optional.empty();
    }
  }

  /** Epoch ms as answers carry it; null for 0, which means never. */
  public static @Nullable Long time(long millis) {
    return millis == 0 ? null : millis;
  }
}
