package io.campustwin.simulator.validate.ahead;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A world set up from two days of points of the demo school beside the school itself, whose truth is known: a heated
 * week and a hot one. Nobody published figures for that, so each estimate is held against the naive start (walls as warm
 * as the air, fresh air, nobody), and the air against what ISO 7726 asks of a thermometer.
 */
public final class AheadSuite {
  /** Required accuracy of air temperature, K. */
  private static final double THERMOMETER = 0.5;

  private static final String ISO = "ISO 7726:1998, table 2, required";
  private static final String NAIVE = "naive start: walls as the air, fresh air, nobody";
  private static final long SEED = 20_260_311;

  private AheadSuite() {}

  /** On the demo school. */
  public static CaseSuite suite() {
    return suite("demo");
  }

  /** On a bundled school. */
  public static CaseSuite suite(String school) {
    return new CaseSuite("ahead")
        .with("heated", found -> run(school, "heated", "2026-03-08T02:20:00Z", found))
        .with("hot", found -> run(school, "hot", "2026-06-14T02:20:00Z", found));
  }

  private static void run(String school, String name, String start, List<Finding> found) {
    CampusFiles files = BundledCampus.find(school).orElseThrow();
    CampusModel model = Objects.requireNonNull(CampusReader.read(files).model());
    Trial trial = new Trial(model, RulesReader.read(files, model).rules());
    Trial.Result result = trial.run(SEED, Instant.parse(start).toEpochMilli());
    Expect naive = new Expect(found, name, NAIVE);
    start(naive, result);
    ahead(naive, result.naive().ahead(), result.known().ahead(), "");
    ahead(naive, result.naive().ahead(), result.forecast().ahead(), "Forecast");
    new Expect(found, name, ISO)
        .within("airAhead", result.known().ahead().air(), "K", 0, THERMOMETER);
  }

  private static void start(Expect expect, Trial.Result result) {
    Distance ours = result.known().start();
    Distance theirs = result.naive().start();
    expect.info("airStart", ours.air(), "K");
    expect.within("massStart", ours.masses(), "K", 0, theirs.masses());
    expect.info("massStartNaive", theirs.masses(), "K");
    expect.within("co2Start", ours.carbon(), "ppm", 0, theirs.carbon());
    expect.info("co2StartNaive", theirs.carbon(), "ppm");
    expect.within("peopleStart", ours.people(), "persons", 0, theirs.people());
    expect.info("peopleStartNaive", theirs.people(), "persons");
  }

  private static void ahead(Expect expect, Distance theirs, Distance ours, String which) {
    expect.within("airAhead" + which, ours.air(), "K", 0, theirs.air());
    expect.info("airAheadNaive" + which, theirs.air(), "K");
    expect.within("co2Ahead" + which, ours.carbon(), "ppm", 0, theirs.carbon());
    expect.info("co2AheadNaive" + which, theirs.carbon(), "ppm");
    expect.info("peopleAhead" + which, ours.people(), "persons");
  }
}
