package io.campustwin.server.boptest;

import io.campustwin.simulator.boptest.Knob;
import io.campustwin.simulator.boptest.TestCase;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of one advance, all checked before any is applied.
 *
 * @param active within their limits, by name of the knob
 * @param warnings of values that had to be cut to their limits
 */
record Overrides(Map<String, Double> active, List<String> warnings) {
  static Overrides read(TestCase test, JsonObject body) {
    Map<String, Knob> knobs = new HashMap<>();
    test.inputs().forEach(knob -> knobs.put(knob.name(), knob));
    Map<String, Double> values = new LinkedHashMap<>();
    Map<String, Boolean> flags = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    for (String key : body.fieldNames()) {
      Object given = body.getValue(key);
      Knob value = knob(knobs, key, "_u");
      Knob flag = knob(knobs, key, "_activate");
      if (value == null && flag == null) {
        throw new BadCall("没有输入 " + key, "Unexpected input variable: " + key + ".");
      } else if (value != null && given != null) {
        values.put(value.name(), within(value, Arguments.number(key, given), warnings));
      } else if (flag != null && given != null) {
        flags.put(flag.name(), Arguments.flag(key, given));
      }
    }
    flags.forEach((name, on) -> refuseEmpty(name, on, values));
    values.keySet().removeIf(name -> !flags.getOrDefault(name, false));
    return new Overrides(values, warnings);
  }

  private static @Nullable Knob knob(Map<String, Knob> knobs, String key, String ending) {
    return key.endsWith(ending)
        ? knobs.get(key.substring(0, key.length() - ending.length()))
        : null;
  }

  private static void refuseEmpty(String name, boolean on, Map<String, Double> values) {
    if (on && !values.containsKey(name)) {
      throw new BadCall(
          "已启用 " + name + " 但未给出 " + name + "_u",
          name + "_activate is 1, but there is no value " + name + "_u.");
    }
  }

  private static double within(Knob knob, double value, List<String> warnings) {
    double used = Math.max(knob.minimum(), Math.min(knob.maximum(), value));
    if (used != value) {
      warnings.add("WARNING: value of " + value + " for " + knob.name() + "_u is "
          + (value > used ? "above maximum" : "below minimum") + ". Using " + used
          + " / 超出范围，按 " + used + " 执行;");
    }
    return used;
  }
}
