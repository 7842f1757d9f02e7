package io.campustwin.server.boptest;

import io.campustwin.place.Name;
import io.campustwin.simulator.boptest.Knob;
import io.campustwin.simulator.boptest.TestCase;
import io.campustwin.simulator.boptest.Zone;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Test cases and their points as documents. */
final class Describe {
  private Describe() {}

  private static JsonObject point(@Nullable String unit, Name words) {
    return new JsonObject().put("Unit", unit).put("Description", words.en() + " / " + words.zh());
  }

  private static JsonObject bounded(
      @Nullable String unit, Name words, @Nullable Double low, @Nullable Double high) {
    return point(unit, words).put("Minimum", low).put("Maximum", high);
  }

  static JsonObject measurements(TestCase test) {
    JsonObject all = new JsonObject();
    test.measurements()
        .forEach(one -> all.put(one.name(), bounded(one.unit(), one.description(), null, null)));
    return all;
  }

  static JsonObject inputs(TestCase test) {
    JsonObject all = new JsonObject();
    for (Knob knob : test.inputs()) {
      Name words = knob.description();
      Name enable = new Name("启用覆盖：" + words.zh(), "Activation of " + words.en());
      all.put(knob.name() + "_activate", bounded(null, enable, null, null));
      all.put(knob.name() + "_u", bounded(knob.unit(), words, knob.minimum(), knob.maximum()));
    }
    return all;
  }

  static JsonObject forecastPoints(TestCase test) {
    JsonObject all = new JsonObject();
    test.boundary()
        .courses()
        .forEach((name, course) -> all.put(name, point(course.unit(), course.description())));
    return all;
  }

  /** What the indicators are made of; BOPTEST keeps it in files of the test case. */
  static JsonObject testCase(TestCase test) {
    JsonObject kpis = new JsonObject();
    JsonArray zones = new JsonArray();
    for (Zone zone : test.zones()) {
      zones.add(zone.id());
      kpis.put("AirZoneTemperature[" + zone.id() + "]", list(List.of(zone.temperature())));
      kpis.put("CO2Concentration[" + zone.id() + "]", list(List.of(zone.co2())));
    }
    kpis.put("ElectricPower", list(test.electricPower()));
    if (!test.districtHeat().isEmpty()) {
      kpis.put("DistrictHeatingPower", list(test.districtHeat()));
    }
    return new JsonObject()
        .put("testcaseid", test.name())
        .put("area", test.area())
        .put("year", TestCase.YEAR)
        .put("step", TestCase.STEP)
        .put("zones", zones)
        .put("kpis", kpis);
  }

  private static JsonArray list(List<String> names) {
    return new JsonArray(names);
  }
}
