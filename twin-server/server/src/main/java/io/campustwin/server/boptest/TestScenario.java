package io.campustwin.server.boptest;

import io.campustwin.simulator.boptest.Periods;
import io.campustwin.simulator.boptest.TestCase;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Price and period of a test. Forecasts are exact: of the uncertainties of BOPTEST only {@code none} is served. */
final class TestScenario {
  private static final Map<String, String> PRICES = Map.of(
      "constant", "PriceElectricPowerConstant",
      "dynamic", "PriceElectricPowerDynamic",
      "highly_dynamic", "PriceElectricPowerHighlyDynamic");
  private static final List<String> KEYS = List.of(
      "electricity_price", "time_period", "temperature_uncertainty", "solar_uncertainty", "seed");
  private final TestCase test;
  private String price = "constant";
  private @Nullable String period;

  /**
   * What is asked for, checked.
   *
   * @param day of the period's middle
   */
  record Change(
      @Nullable String price,
      @Nullable String period,
      @Nullable Integer day) {}

  TestScenario(TestCase test) {
    this.test = test;
  }

  /** Name of the price of electricity in force. */
  String price() {
    return java.util.Objects.requireNonNull(PRICES.get(price));
  }

  JsonObject toJson() {
    return payload(price, period);
  }

  private static JsonObject payload(@Nullable String price, @Nullable String period) {
    return new JsonObject()
        .put("electricity_price", price)
        .put("time_period", period)
        .putNull("temperature_uncertainty")
        .putNull("solar_uncertainty")
        .putNull("seed");
  }

  Change check(JsonObject body) {
    for (String key : body.fieldNames()) {
      if (!KEYS.contains(key)) {
        throw new BadCall(
            "情景没有参数 " + key, "there is no scenario parameter " + key + "; known: " + KEYS);
      }
    }
    refuseUncertain(body, "temperature_uncertainty");
    refuseUncertain(body, "solar_uncertainty");
    String wanted = word(body, "electricity_price");
    if (wanted != null && !PRICES.containsKey(wanted)) {
      throw unknown("electricity_price", wanted, List.of("constant", "dynamic", "highly_dynamic"));
    }
    String named = word(body, "time_period");
    if (named == null) {
      return new Change(wanted, null, null);
    }
    Map<String, Integer> days = Periods.days(test);
    Integer day = days.get(named);
    if (day == null) {
      throw unknown("time_period", named, List.copyOf(days.keySet()));
    }
    return new Change(wanted, named, day);
  }

  /** What is set now, as the answer's payload. */
  JsonObject apply(Change change) {
    String newPrice = change.price();
    if (newPrice != null) {
      price = newPrice;
    }
    String newPeriod = change.period();
    if (newPeriod != null) {
      period = newPeriod;
    }
    return payload(newPrice, null);
  }

  private static @Nullable String word(JsonObject body, String key) {
    Object value = body.getValue(key);
    return value == null || value.equals("") ? null : value.toString();
  }

  private static void refuseUncertain(JsonObject body, String key) {
    String value = word(body, key);
    if (value != null && !value.equals("none")) {
      throw unknown(key, value, List.of("none"));
    }
  }

  private static BadCall unknown(String key, String value, List<String> known) {
    return new BadCall(
        "情景参数 " + key + " 不能是 " + value + "；可用：" + known,
        "Scenario parameter " + key + " is " + value + ", but should be one of the following: "
            + known + ".");
  }
}
