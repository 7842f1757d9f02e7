package io.campustwin.simulator.validate.fault;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusGenerator;
import io.campustwin.codec.CampusReader;
import io.campustwin.simulator.fault.FaultKind;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Every fault of the library, on virtual time, beside a healthy world of the same seed: no report of the whole campus
 * differs before the onset, the labelled effect shows while it is in force, and it is gone, or fading as heat and air do,
 * after the fault has ended.
 */
public final class FaultSuite implements Suite {
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

  private static CampusModel demo() {
    return Objects.requireNonNull(
        CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
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
    List<String> names = new ArrayList<>();
    Arrays.stream(FaultKind.values()).map(FaultKind::word).forEach(names::add);
    names.add(SavedHour.CASE);
    return names;
  }

  @Override
  public List<Finding> run(Predicate<String> wanted) {
    List<Finding> findings = new ArrayList<>();
    outcomes(wanted).forEach((drill, outcome) -> findings.addAll(Verdicts.of(drill, outcome)));
    if (wanted.test(SavedHour.CASE)) {
      findings.addAll(SavedHour.on(demo()));
    }
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
    outcomes.forEach((drill, seen) -> findings.addAll(Verdicts.of(drill, seen)));
    return new Report(findings, FaultTable.of(outcomes));
  }
}
