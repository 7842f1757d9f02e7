package io.campustwin.server.app.bench;

import io.campustwin.server.app.cli.Console;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;

/** The figures of one bench, for people line by line, or as the one document that all benches share. */
final class BenchReport {
  private final String bench;
  private final JsonArray results = new JsonArray();

  BenchReport(String bench) {
    this.bench = bench;
  }

  /** A figure that stands alone. */
  BenchReport add(String name, double value, String unit) {
    results.add(new JsonObject()
        .put("name", name)
        .put("value", plain(value))
        .put("unit", unit)
        .putNull("baseline")
        .putNull("ratio"));
    return this;
  }

  /** A figure beside another that was measured in the same run. */
  BenchReport add(String name, double value, String unit, double baseline) {
    results.add(new JsonObject()
        .put("name", name)
        .put("value", plain(value))
        .put("unit", unit)
        .put("baseline", plain(baseline))
        .put("ratio", plain(value / baseline)));
    return this;
  }

  private static Number plain(double value) {
    return value == Math.rint(value) ? (Number) (long) value : (Number) value;
  }

  void print(Console console) {
    for (int i = 0; i < results.size(); i++) {
      JsonObject one = results.getJsonObject(i);
      String line =
          one.getString("name") + " " + one.getValue("value") + " " + one.getString("unit");
      console.result(line.strip(), line.strip());
    }
    console.document(
        new JsonObject().put("bench", bench).put("machine", machine()).put("results", results));
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%d cores, %s %s, Java %s",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version().feature());
  }
}
