package io.campustwin.server.web.api;

import io.campustwin.asset.PointTemplate;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.signal.Value;

/** JSON values to point values, checked against the point's description. */
final class PointValues {
  private static final int LONGEST_TEXT = 500;

  private PointValues() {}

  /** Whether a JSON value is of the kind that the point holds; its range is not looked at. */
  static boolean fits(PointTemplate template, Object raw) {
    return switch (template.type()) {
      case BOOL -> raw instanceof Boolean;
      case NUMBER -> raw instanceof Number;
      case ENUM -> raw instanceof String text && template.states().contains(text);
      case TEXT -> raw instanceof String;
    };
  }

  /** The value; refuses a wrong type or a value out of the point's range. */
  static Value read(PointTemplate template, Object raw) {
    return switch (template.type()) {
      case BOOL -> {
        if (raw instanceof Boolean on) {
          yield Value.of(on);
        }
        throw bad(template, "必须是 true 或 false", "must be true or false");
      }
      case NUMBER -> number(template, raw);
      case ENUM -> {
        if (raw instanceof String text && template.states().contains(text)) {
          yield Value.of(text);
        }
        String states = String.join(", ", template.states());
        throw bad(template, "必须是以下之一：" + states, "must be one of: " + states);
      }
      case TEXT -> {
        if (raw instanceof String text && text.length() <= LONGEST_TEXT) {
          yield Value.of(text);
        }
        throw bad(
            template,
            "必须是不超过 " + LONGEST_TEXT + " 字的文本",
            "must be a text of at most " + LONGEST_TEXT + " characters");
      }
    };
  }

  private static Value number(PointTemplate template, Object raw) {
    if (!(raw instanceof Number number) || !Double.isFinite(number.doubleValue())) {
      throw bad(template, "必须是数字", "must be a number");
    }
    double value = number.doubleValue();
    if (value < template.min() || value > template.max()) {
      String range = template.min() + " … " + template.max() + " " + template.unit();
      throw bad(template, "超出范围 " + range, "lies outside " + range);
    }
    return Value.of(value);
  }

  private static Refusal bad(PointTemplate template, String zh, String en) {
    return Refusals.of(
        422,
        "bad-value",
        "点位“" + template.name() + "”的值" + zh,
        "the value for '" + template.name() + "' " + en);
  }
}
