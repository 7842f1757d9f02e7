package io.campustwin.simulator.validate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * One figure of ours beside the published one.
 *
 * @param test id of the case, such as {@code 600} or {@code rimea-1}
 * @param metric what is measured, such as {@code annualHeating}
 * @param value our figure
 * @param unit of all three figures; empty for a ratio
 * @param low least that is accepted, NaN if there is no such bound
 * @param high most that is accepted, NaN if there is no such bound
 * @param source where the bounds were published
 * @param verdict what follows
 */
public record Finding(
    String test,
    String metric,
    double value,
    String unit,
    double low,
    double high,
    String source,
    Verdict verdict) {

  /** Closed list; a figure without a published band is information. */
  public enum Verdict {
    PASS,
    FAIL,
    INFO;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Held against a band; a bound that is NaN does not count. A figure that is no number fails. */
  public static Finding within(
      String test, Measured measured, double low, double high, String source) {
    double value = measured.value();
    boolean fits = !Double.isNaN(value) && !(value < low) && !(value > high);
    Verdict verdict = fits ? Verdict.PASS : Verdict.FAIL;
    return new Finding(test, measured.metric(), value, measured.unit(), low, high, source, verdict);
  }

  /** A figure that nobody published a band for. */
  public static Finding info(String test, Measured measured, String source) {
    return new Finding(
        test,
        measured.metric(),
        measured.value(),
        measured.unit(),
        Double.NaN,
        Double.NaN,
        source,
        Verdict.INFO);
  }

  /** A figure of ours. */
  public record Measured(String metric, double value, String unit) {}

  /** One entry of {@code results} in the document of {@code campus validate}; bounds that do not count are null. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("case", test).put("metric", metric);
    put(json, "value", value);
    json.put("unit", unit);
    put(json, "low", low);
    put(json, "high", high);
    return json.put("source", source).put("verdict", verdict.word());
  }

  private static void put(ObjectNode json, String name, double number) {
    if (Double.isFinite(number)) {
      json.put(name, number);
    } else {
      json.putNull(name);
    }
  }
}
