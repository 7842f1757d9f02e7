package io.campustwin.server.fork;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.Fault;
import io.campustwin.engine.check.RulesCheck;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.engine.rule.RulesReading;
import io.campustwin.place.Name;
import io.campustwin.server.app.cli.FaultText;
import io.campustwin.server.field.Twin;
import io.campustwin.server.job.SimulationJob;
import io.campustwin.server.storage.HistoryStore;
import io.campustwin.server.web.http.Fields;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Request;
import io.campustwin.simulator.fault.Course;
import io.campustwin.simulator.fault.FaultBoard;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.world.WorldOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what is asked of a fork, and refuses what makes no sense before anything runs. */
public final class ForkAsks {
  /** Most hours of a run. */
  public static final int MOST_HOURS = 72;

  private static final int MOST_FAULTS = 50;
  private static final int USUAL_PAST = 24;
  private static final int LONGEST_TEXT = 200_000;

  private ForkAsks() {}

  private static Fields fields(Request request) {
    return request.fields("hours", "faults", "pastHours", "seed");
  }

  /**
   * A run.
   *
   * @param now epoch ms on the fork's clock
   */
  public static Run.Ask run(Request request, CampusModel model, long now) {
    Fields fields = fields(request);
    int hours = fields.integer("hours", 1, MOST_HOURS);
    List<Run.Injection> faults = new ArrayList<>();
    Object listed = fields.raw("faults");
    if (listed != null && !(listed instanceof JsonArray)) {
      throw Refusals.badField("faults", "必须是数组", "must be an array");
    }
    if (listed instanceof JsonArray array) {
      for (Object one : array) {
        faults.add(fault(one, model, now));
      }
    }
    if (faults.size() > MOST_FAULTS) {
      throw Refusals.badField(
          "faults", "最多 " + MOST_FAULTS + " 个", "may hold " + MOST_FAULTS + " at most");
    }
    return new Run.Ask(hours, List.copyOf(faults));
  }

  private static Run.Injection fault(Object one, CampusModel model, long now) {
    JsonObject json = one instanceof JsonObject object ? object : new JsonObject();
    Fields fields = Fields.of(json, Set.of("kind", "target", "severity", "hours"));
    String word = fields.text("kind", 60);
    FaultKind kind = FaultKind.find(word)
        .orElseThrow(() -> Refusals.badField(
            "kind",
            "没有故障“" + word + "”；见 docs/faults.md",
            "has no fault '" + word + "'; they stand in docs/faults.md"));
    double severity =
        fields.has("severity") ? number(json, "severity") : kind.scale().usual();
    double hours = fields.has("hours") ? number(json, "hours") : 0;
    Run.Injection asked =
        new Run.Injection(kind, fields.text("target", 200), severity, Math.max(0, hours));
    Optional<Name> objection = new FaultBoard(model, now)
        .inject(new io.campustwin.simulator.fault.Fault(
            kind, asked.target(), severity, Course.step(now, 0)));
    objection.ifPresent(why -> {
      throw Refusals.badField("faults", "：" + why.zh(), "is refused: " + why.en());
    });
    return asked;
  }

  private static double number(JsonObject json, String name) {
    if (json.getValue(name) instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw Refusals.badField(name, "必须是数字", "must be a number");
  }

  /** What worlds of forks are made of: the history of the server, and a timetable and climate by seed. */
  public static ForkDesk.Ground ground(Request request, Twin twin, HistoryStore history) {
    Fields fields = fields(request);
    int past = fields.has("pastHours") ? fields.integer("pastHours", 1, MOST_HOURS) : USUAL_PAST;
    WorldOptions options = WorldOptions.of(fields.whole("seed", 1), twin.now())
        .withZone(SimulationJob.zone(twin.rules()));
    return new ForkDesk.Ground(twin.model(), history, past, options);
  }

  /**
   * All rule files with one of them replaced.
   *
   * @param known those in force in the fork; empty if they are those of the campus folder
   */
  public static SortedMap<String, String> rules(
      Request request, Twin twin, SortedMap<String, String> known) {
    Fields fields = request.fields("path", "text");
    String path = fields.text("path", 200);
    SortedMap<String, String> texts =
        new TreeMap<>(known.isEmpty() ? RulesReader.texts(twin.files()) : known);
    if (!texts.containsKey(path)) {
      throw Refusals.badField(
          "path",
          "不是规则文件；可用：" + String.join("、", texts.keySet()),
          "is no rule file; there are: " + String.join(", ", texts.keySet()));
    }
    texts.put(path, fields.text("text", LONGEST_TEXT));
    RulesReading reading = RulesReader.read(texts, twin.model());
    List<Fault> faults = new ArrayList<>(reading.faults());
    faults.addAll(RulesCheck.of(twin.model(), reading));
    if (!faults.isEmpty()) {
      Name why = FaultText.of(faults.get(0));
      throw Refusals.badField("text", "：" + why.zh(), "is refused: " + why.en());
    }
    return texts;
  }
}
