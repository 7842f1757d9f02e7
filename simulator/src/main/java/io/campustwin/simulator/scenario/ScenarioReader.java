package io.campustwin.simulator.scenario;

import io.campustwin.codec.Fault;
import io.campustwin.codec.tree.Tree;
import io.campustwin.codec.tree.TreeReading;
import io.campustwin.codec.tree.YamlText;
import io.campustwin.place.Name;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.smoke.Growth;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a scenario file, format version 1. */
public final class ScenarioReader {
  private static final int VERSION = 1;
  private static final int LONGEST = 7 * 86_400;
  private static final Set<String> OPS = Set.of("<=", ">=", "==");
  private final String file;
  private final List<Fault> faults = new ArrayList<>();

  private ScenarioReader(String file) {
    this.file = file;
  }

  /**
   * Reads one scenario file.
   *
   * @param file name for messages
   */
  public static ScenarioReading read(String file, byte[] yaml) {
    return new ScenarioReader(file).read(yaml);
  }

  private ScenarioReading read(byte[] yaml) {
    TreeReading reading = YamlText.read(yaml);
    Tree tree = reading.tree();
    if (tree == null || tree.kind() != Tree.Kind.MAP) {
      fault(
          Math.max(1, reading.line()),
          "not-yaml",
          new Name(
              "不是 YAML 场景文件：" + reading.problem(), "not a YAML scenario: " + reading.problem()),
          new Name("改正该行", "mend that line"));
      return new ScenarioReading(null, faults);
    }
    Scenario scenario = scenario(tree);
    return faults.isEmpty()
        ? new ScenarioReading(scenario, List.of())
        : new ScenarioReading(null, List.copyOf(faults));
  }

  private @Nullable Scenario scenario(Tree tree) {
    if ((int) tree.number("version").orElse(0) != VERSION) {
      wrong(tree, "version", "1");
    }
    if (!tree.text("clock").orElse("").equals("virtual")) {
      wrong(tree, "clock", "virtual");
    }
    String id = word(tree, "id");
    int seconds = (int) number(tree, "duration", 1, LONGEST);
    LocalDateTime start = start(tree);
    ZoneId zone = zone(tree);
    List<Scenario.Event> events = new ArrayList<>();
    tree.find("events")
        .ifPresent(list -> list.items().forEach(item -> events.add(event(item, seconds))));
    List<Scenario.Rule> rules = new ArrayList<>();
    tree.find("rules").ifPresent(list -> list.items().forEach(item -> rules.add(rule(item))));
    if (rules.isEmpty()) {
      wrong(tree, "rules", "≥ 1");
    }
    long seed = (long) tree.number("seed").orElse(1);
    return new Scenario(
        id,
        name(tree),
        tree.find("about").map(this::name),
        seed,
        start,
        zone,
        seconds,
        events,
        rules);
  }

  private LocalDateTime start(Tree tree) {
    try {
      return LocalDateTime.parse(tree.text("start").orElse(""));
    } catch (DateTimeException e) {
      wrong(tree, "start", "2026-03-11T10:05:00");
      return LocalDateTime.MIN;
    }
  }

  private ZoneId zone(Tree tree) {
    try {
      return ZoneId.of(tree.text("zone").orElse("Asia/Shanghai"));
    } catch (DateTimeException e) {
      wrong(tree, "zone", "Asia/Shanghai");
      return ZoneId.of("Asia/Shanghai");
    }
  }

  private Scenario.Event event(Tree tree, int seconds) {
    int at = (int) number(tree, "at", 0, seconds);
    Optional<Scenario.Act> act = Scenario.Act.find(tree.text("do").orElse(""));
    if (act.isEmpty()) {
      wrong(tree, "do", words(Scenario.Act.values()));
    }
    Optional<FaultKind> fault = tree.text("fault").flatMap(FaultKind::find);
    if (act.orElse(Scenario.Act.RESET) == Scenario.Act.FAULT && fault.isEmpty()) {
      wrong(tree, "fault", words(FaultKind.values()));
    }
    return new Scenario.Event(
        at,
        act.orElse(Scenario.Act.RESET),
        pick(tree, act),
        growth(tree),
        fault,
        (int) tree.number("for").orElse(0),
        (int) tree.number("ramp").orElse(0),
        tree.number("severity").orElse(fault.map(kind -> kind.scale().usual()).orElse(0.0)));
  }

  private Growth growth(Tree tree) {
    String word = tree.text("growth").orElse("fast");
    for (Growth growth : Growth.values()) {
      if (growth.name().equalsIgnoreCase(word)) {
        return growth;
      }
    }
    wrong(tree, "growth", words(Growth.values()));
    return Growth.FAST;
  }

  private Scenario.Pick pick(Tree event, Optional<Scenario.Act> act) {
    Tree tree = event.find("target").orElse(event);
    String kind = tree.text("kind").orElse("");
    if (kind.isEmpty() && act.isPresent() && act.get() != Scenario.Act.RESET) {
      wrong(event, "target", "{kind: smoke-detector, in: fire-compartment}");
    }
    String word = tree.text("in").orElse("campus");
    Optional<Scenario.Within> within = Scenario.Within.find(word);
    if (within.isEmpty()) {
      wrong(tree, "in", words(Scenario.Within.values()));
    }
    return new Scenario.Pick(
        kind,
        within.orElse(Scenario.Within.CAMPUS),
        (int) tree.number("count").orElse(1),
        tree.number("share").orElse(0),
        (int) tree.number("skip").orElse(0));
  }

  private Scenario.Rule rule(Tree tree) {
    String measure = word(tree, "measure");
    if (!measure.isEmpty() && !Measures.NAMES.contains(measure)) {
      wrong(tree, "measure", String.join(", ", Measures.NAMES));
    }
    String op = tree.text("op").orElse("");
    if (!OPS.contains(op)) {
      wrong(tree, "op", "<= >= ==");
    }
    String basis = tree.text("basis").orElse("");
    if (!basis.equals("standard") && !basis.equals("project")) {
      wrong(tree, "basis", "standard, project");
    }
    return new Scenario.Rule(
        word(tree, "id"),
        name(tree),
        measure,
        op,
        number(tree, "limit", -1e12, 1e12),
        tree.text("unit").orElse("1"),
        basis,
        tree.texts("refs"));
  }

  private Name name(Tree tree) {
    return new Name(word(tree, "zh"), word(tree, "en"));
  }

  private String word(Tree tree, String key) {
    String word = tree.text(key).orElse("");
    if (word.isBlank()) {
      wrong(tree, key, "text");
    }
    return word;
  }

  private double number(Tree tree, String key, double low, double high) {
    double number = tree.number(key).orElse(Double.NaN);
    if (!(number >= low && number <= high)) {
      wrong(tree, key, low + " – " + high);
      return low;
    }
    return number;
  }

  private static String words(Enum<?>[] values) {
    List<String> words = new ArrayList<>();
    for (Enum<?> value : values) {
      words.add(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    return String.join(", ", words);
  }

  private void wrong(Tree tree, String key, String wanted) {
    String found = tree.text(key).map(text -> "“" + text + "”").orElse("");
    fault(
        tree.lineOf(key),
        "bad-field",
        new Name(key + " 缺失或有误" + found, key + " is missing or wrong " + found),
        new Name("可用：" + wanted, "use: " + wanted));
  }

  private void fault(int line, String code, Name message, Name mend) {
    faults.add(new Fault(file, line, "", code, message, mend));
  }
}
