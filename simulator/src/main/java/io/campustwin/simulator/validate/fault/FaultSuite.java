package io.campustwin.simulator.validate.fault;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusGenerator;
import io.campustwin.codec.CampusReader;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Finding.Measured;
import io.campustwin.simulator.validate.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Every fault of the library, on virtual time, beside a healthy world of the same seed: no report of the whole campus
 * differs before the onset, the labelled effect shows while it is in force, and it is gone after the fault has ended.
 */
public final class FaultSuite implements Suite {
  private static final String HEAD =
      "| fault | layer | target | usual severity | source | labelled effect | measured | before |"
          + " in force (severity) | after |\n|---|---|---|---|---|---|---|---|---|---|\n";
  private final Supplier<CampusModel> model;

  /** On a generated campus of 24 rooms, which has every kind of equipment. */
  public FaultSuite() {
    this(FaultSuite::generated);
  }

  private static CampusModel generated() {
    Map<String, byte[]> files = CampusGenerator.generate(24, 1);
    CampusFiles folder = new CampusFiles() {
      @Override
      public Optional<byte[]> find(String path) {
        return Optional.ofNullable(files.get(path));
      }

      @Override
      public List<String> list(String under) {
        return files.keySet().stream()
            .filter(path -> path.startsWith(under))
            .sorted()
            .toList();
      }
    };
    return Objects.requireNonNull(CampusReader.read(folder).model());
  }

  public FaultSuite(Supplier<CampusModel> model) {
    this.model = model;
  }

  @Override
  public String name() {
    return "faults";
  }

  @Override
  public List<String> cases() {
    return Arrays.stream(FaultKind.values()).map(FaultKind::word).toList();
  }

  @Override
  public List<Finding> run(Predicate<String> wanted) {
    List<Finding> findings = new ArrayList<>();
    outcomes(wanted).forEach((drill, outcome) -> judge(drill, outcome, findings));
    return findings;
  }

  private Map<Drill, Season.Outcome> outcomes(Predicate<String> wanted) {
    CampusModel campus = model.get();
    List<Drill> drills = Drills.on(campus).stream()
        .filter(drill -> wanted.test(drill.fault().kind().word()))
        .toList();
    Map<Drill, Season.Outcome> outcomes = new LinkedHashMap<>();
    for (Drill.Start start : Drill.Start.values()) {
      List<Drill> own = drills.stream().filter(drill -> drill.start() == start).toList();
      if (!own.isEmpty()) {
        outcomes.putAll(new Season(campus, start, own).run());
      }
    }
    return outcomes;
  }

  private static void judge(Drill drill, Season.Outcome seen, List<Finding> to) {
    FaultKind kind = drill.fault().kind();
    Drill.Label label = drill.label();
    String unit = label.gauge().unit();
    double effect = Math.abs(seen.inForce() - seen.before());
    double rest = label.rest() < 0 ? 0.9 * effect : label.rest();
    String source = kind.source();
    to.add(Finding.within(
        kind.word(),
        new Measured("reports differing before onset", seen.strays(), ""),
        0,
        0,
        source));
    to.add(Finding.within(
        kind.word(),
        new Measured(label.gauge().words() + ", in force", seen.inForce(), unit),
        label.low(),
        label.high(),
        source));
    to.add(Finding.within(
        kind.word(),
        new Measured(label.gauge().words() + ", after", seen.after(), unit),
        seen.before() - rest,
        seen.before() + rest,
        source));
  }

  /**
   * A run of all faults.
   *
   * @param table faults and effects as Markdown
   */
  public record Report(List<Finding> findings, String table) {}

  /** Runs everything once. */
  public Report report() {
    Map<Drill, Season.Outcome> outcomes = outcomes(any -> true);
    List<Finding> findings = new ArrayList<>();
    Map<FaultKind, String> rows = new EnumMap<>(FaultKind.class);
    outcomes.forEach((drill, seen) -> {
      judge(drill, seen, findings);
      rows.put(drill.fault().kind(), row(drill, seen));
    });
    return new Report(findings, HEAD + String.join("", rows.values()));
  }

  private static String row(Drill drill, Season.Outcome seen) {
    FaultKind kind = drill.fault().kind();
    FaultKind.Scale scale = kind.scale();
    String unit = scale.unit().equals("unit") ? "of the point" : scale.unit();
    String usual = scale.isUsed() ? plain(scale.usual()) + " " + unit : "–";
    String severity =
        scale.isUsed() ? " (" + plain(drill.fault().severity()) + " " + scale.unit() + ")" : "";
    Gauge gauge = drill.label().gauge();
    return "| `" + kind.word() + "` | " + kind.layer().word() + " | "
        + kind.aim().words().en()
        + " | " + usual + " | " + kind.source() + " | " + kind.effect().en() + " | "
        + gauge.words() + (gauge.unit().isEmpty() ? "" : ", " + gauge.unit()) + " | "
        + figure(seen.before()) + " | " + figure(seen.inForce()) + severity + " | "
        + figure(seen.after()) + " |\n";
  }

  private static String figure(double value) {
    return plain(Math.round(value * 100) / 100.0);
  }

  private static String plain(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
