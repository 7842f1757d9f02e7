package io.campustwin.server.boptest;

import io.campustwin.simulator.boptest.Emulation;
import io.campustwin.simulator.boptest.History;
import io.campustwin.simulator.boptest.Kpis;
import io.campustwin.simulator.boptest.Periods;
import io.campustwin.simulator.boptest.TestCase;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One selected test: what its verbs do. Called by its own thread only, but for {@link #stop}. It begins at time 0 without
 * warm-up when nobody initializes it. The ratio of computing time is by the wall clock, all else by virtual time.
 */
final class TestRun {
  private static final long LARGEST_WARMUP = 60 * 86_400L;
  private static final long LONGEST_STEP = 31 * 86_400L;
  private static final long MOST_NUMBERS = 4_000_000;
  private static final long MOST_KEPT = 16_000_000;
  private final TestCase test;
  private final TestScenario scenario;
  private volatile boolean stopped;
  private @Nullable Emulation emulation;
  private long start;
  private long step = TestCase.STEP;
  private long end = Long.MAX_VALUE;
  private double ratios;
  private long pauses;
  private long since = -1;

  TestRun(TestCase test) {
    this.test = test;
    scenario = new TestScenario(test);
  }

  TestCase test() {
    return test;
  }

  /** Ends what is under way within a simulated minute; by any thread. */
  void stop() {
    stopped = true;
  }

  private Emulation running() {
    Emulation present = emulation;
    return present == null ? begin(0, 0, Long.MAX_VALUE) : present;
  }

  private Emulation begin(long at, long warmup, long until) {
    emulation = null;
    Emulation fresh = new Emulation(test, at, warmup, () -> !stopped);
    emulation = fresh;
    start = at;
    end = until;
    ratios = 0;
    pauses = 0;
    since = -1;
    return fresh;
  }

  Answer initialize(JsonObject body) {
    long at = Arguments.seconds(body, "start_time", 0);
    long warmup = Arguments.seconds(body, "warmup_period", 0);
    if (warmup > LARGEST_WARMUP) {
      throw new BadCall(
          "warmup_period 最多 " + LARGEST_WARMUP + " 秒",
          "warmup_period is at most " + LARGEST_WARMUP + " s");
    }
    long until = body.getValue("final_time") == null
        ? Long.MAX_VALUE
        : Arguments.seconds(body, "final_time", at);
    Emulation fresh = begin(at, warmup, until);
    return Answer.of(
        "Test simulation initialized successfully to " + at + "s with warmup period of " + warmup
            + "s.",
        state(fresh));
  }

  private static JsonObject state(Emulation run) {
    JsonObject all = new JsonObject();
    run.history().last().forEach(all::put);
    return all;
  }

  Answer advance(JsonObject body) {
    Overrides overrides = Overrides.read(test, body);
    if (since >= 0) {
      ratios += (System.nanoTime() - since) / 1e9 / step;
      pauses++;
    }
    Emulation run = running();
    long from = run.time();
    if (from >= end) {
      return Answer.of("End of test case scenario time period reached.", new JsonObject());
    }
    if (run.history().room() > MOST_KEPT) {
      throw new BadCall("本次测试记录已满，请重新 initialize", "this test's record is full; initialize anew");
    }
    run.advance(Math.min(end, from + step), overrides.active());
    since = System.nanoTime();
    String said = overrides.warnings().isEmpty()
        ? "Advanced simulation successfully from " + from + "s to " + run.time() + "s."
        : String.join(" ", overrides.warnings());
    return Answer.of(said, state(run));
  }

  Answer step() {
    return Answer.of("Queried the control step successfully.", step);
  }

  Answer setStep(JsonObject body) {
    long wanted = Arguments.seconds(body, "step", 1);
    if (wanted > LONGEST_STEP) {
      throw new BadCall("step 最多 " + LONGEST_STEP + " 秒", "step is at most " + LONGEST_STEP + " s");
    }
    step = wanted;
    return Answer.of("Control step set successfully.", new JsonObject().put("step", step));
  }

  Answer scenario() {
    return Answer.of("Queried current test case for scenario successfully.", scenario.toJson());
  }

  /** A period initializes the test; a price alone leaves it where it is. */
  Answer setScenario(JsonObject body) {
    TestScenario.Change change = scenario.check(body);
    JsonObject payload = scenario.apply(change);
    Integer day = change.day();
    if (day != null) {
      long at = Periods.start(day);
      Emulation fresh = begin(at, Periods.WARMUP, at + Periods.LENGTH);
      payload.put("time_period", state(fresh));
    }
    return Answer.of("Test case scenario was set successfully.", payload);
  }

  Answer results(JsonObject body) {
    List<String> names = new ArrayList<>(Arguments.names(body, "point_names"));
    names.remove("time");
    double first = Arguments.number("start_time", body.getValue("start_time"));
    double last = Arguments.number("final_time", body.getValue("final_time"));
    History history = running().history();
    refuseUnknown(names, name -> history.has(name), "inputs and measurements");
    int from = history.from(first);
    int to = Math.max(from, history.to(last));
    refuseMany((names.size() + 1.0) * (to - from));
    JsonObject payload = new JsonObject();
    names.forEach(name -> payload.put(name, array(history.values(name, from, to))));
    payload.put("time", array(history.times(from, to)));
    return Answer.of("Queried results data successfully for point names " + names + ".", payload);
  }

  private static JsonArray array(double[] values) {
    JsonArray array = new JsonArray(new ArrayList<>(values.length));
    for (double value : values) {
      array.add(value);
    }
    return array;
  }

  private static void refuseUnknown(
      List<String> names, java.util.function.Predicate<String> knows, String where) {
    List<String> unknown = names.stream().filter(name -> !knows.test(name)).toList();
    if (!unknown.isEmpty()) {
      throw new BadCall(
          "point_names 中没有 " + unknown,
          "Invalid point name(s) " + unknown
              + " in parameter point_names. Check lists of available " + where + ".");
    }
  }

  private static void refuseMany(double numbers) {
    if (numbers > MOST_NUMBERS) {
      throw new BadCall(
          "一次最多返回 " + MOST_NUMBERS + " 个数；请减少点或缩短时段",
          "one answer holds at most " + MOST_NUMBERS
              + " numbers; ask for fewer points or less time");
    }
  }

  Answer forecast(JsonObject body) {
    List<String> names = Arguments.names(body, "point_names");
    long horizon = Arguments.seconds(body, "horizon", 0);
    long interval = Arguments.seconds(body, "interval", 1);
    Map<String, ?> courses = test.boundary().courses();
    refuseUnknown(
        names, name -> name.equals("time") || courses.containsKey(name), "forecast points");
    refuseMany((names.size() + 1.0) * (horizon / interval + 1));
    long now = running().time();
    int count = (int) (horizon / interval) + 1;
    JsonObject payload = new JsonObject();
    payload.put("time", course(t -> t, now, interval, count));
    for (String name : names) {
      if (!name.equals("time")) {
        payload.put(name, course(test.boundary().get(name), now, interval, count));
      }
    }
    return Answer.of("Queried the forecast data successfully.", payload);
  }

  private static JsonArray course(LongToDoubleFunction at, long now, long interval, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = at.applyAsDouble(now + i * interval);
    }
    return array(values);
  }

  Answer kpi() {
    Kpis kpis = Kpis.of(test, running().history(), (double) start, scenario.price());
    JsonObject payload = new JsonObject()
        .put("tdis_tot", kpis.tdis())
        .put("idis_tot", kpis.idis())
        .put("ener_tot", kpis.ener())
        .put("cost_tot", kpis.cost())
        .put("emis_tot", kpis.emis())
        .put("pele_tot", kpis.pele())
        .putNull("pgas_tot")
        .put("pdih_tot", kpis.pdih())
        .put("time_rat", pauses == 0 ? null : ratios / pauses);
    return Answer.of("Queried KPIs successfully.", payload);
  }
}
