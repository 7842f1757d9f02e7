package io.campustwin.simulator.batch;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.simulator.weather.ClimateZone;
import io.campustwin.simulator.weather.EpwWeather;
import java.util.Map;

/**
 * What came of the days.
 *
 * @param hash SHA-256 of all rows, in hexadecimal
 * @param rows of each table, without its head
 * @param totals energy in kWh by building and system, water and gas by meter
 * @param commands how many ended in which final state
 * @param alarms raised
 * @param linkageRuns begun
 */
public record SimulationResult(
    String campus,
    SimulationPlan plan,
    String hash,
    Map<Table, Integer> rows,
    ObjectNode totals,
    Map<String, Integer> commands,
    int alarms,
    int linkageRuns) {

  /** The document of the run, the same bytes for the same run. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("campus", campus)
        .put("seed", plan.seed())
        .put("from", plan.from().toString())
        .put("zone", plan.zone().getId())
        .put("days", plan.days())
        .put("step", plan.stepSeconds())
        .put("hash", hash);
    ObjectNode weather = json.putObject("weather");
    EpwWeather file = plan.weather();
    weather.put("source", file == null ? "generated" : "epw");
    ClimateZone climate = plan.climate();
    if (climate != null) {
      weather.put("climate", climate.word());
    }
    if (file != null) {
      weather.put("latitude", file.latitude()).put("longitude", file.longitude());
    }
    json.set("totals", totals);
    ObjectNode ended = json.putObject("commands");
    commands.forEach(ended::put);
    json.put("alarms", alarms).put("linkageRuns", linkageRuns);
    ObjectNode counts = json.putObject("rows");
    rows.forEach((table, count) -> counts.put(table.file(), count));
    return json;
  }
}
