package io.campustwin.simulator.validate.ahead;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusReader;
import io.campustwin.engine.rule.RulesReader;
import io.campustwin.simulator.validate.CaseSuite;
import io.campustwin.simulator.validate.Expect;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.ahead.Distance.Figure;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A world set up from two days of points of a school beside the school itself, whose truth is known: a heated week and a
 * hot one. Nobody published figures for that, so each estimate is held against the naive start (walls as warm
 * as the air, fresh air, nobody), and the air against what ISO 7726 asks of a thermometer.
 */
public final class AheadSuite {
  /** Required accuracy of air temperature, K. */
  private static final double THERMOMETER = 0.5;

  private static final String ISO = "ISO 7726:1998, table 2, required";
  private static final String NAIVE = "naive start: walls as the air, fresh air, nobody";
  private static final long SEED = 20_260_311;

  private AheadSuite() {}

  /** On the small school in both weeks and on the demo school in the heated one. */
  public static CaseSuite suite() {
    return new CaseSuite("ahead")
        .with("heated", found -> run("small", "heated", "2026-03-08T02:20:00Z", found))
        .with("hot", found -> run("small", "hot", "2026-06-14T02:20:00Z", found))
        .with("demo", found -> run("demo", "demo", "2026-03-08T02:20:00Z", found));
  }

  private static void run(String school, String name, String start, List<Finding> found) {
    CampusFiles files = BundledCampus.find(school).orElseThrow();
    CampusModel model = Objects.requireNonNull(CampusReader.read(files).model());
    Trial trial = new Trial(model, RulesReader.read(files, model).rules());
    Trial.Result result = trial.run(SEED, Instant.parse(start).toEpochMilli());
    Expect naive = new Expect(found, name, NAIVE);
    start(naive, result);
    for (Figure figure : List.of(Figure.AIR, Figure.AIR_ALL, Figure.CARBON)) {
      ahead(naive, result, figure);
    }
    naive.info("peopleAhead", result.forecast().ahead().of(Figure.PEOPLE), "persons");
    new Expect(found, name, ISO)
        .within("airAhead", result.known().ahead().of(Figure.AIR), "K", 0, THERMOMETER);
  }

  /** People are those found without counters. */
  private static void start(Expect expect, Trial.Result result) {
    Distance naive = result.naive().start();
    expect.info("airStart", result.known().start().of(Figure.AIR), "K");
    for (Figure figure : List.of(Figure.MASS, Figure.MASS_ALL, Figure.CARBON)) {
      beside(expect, word(figure) + "Start", figure, result.known().start(), naive);
    }
    beside(expect, "peopleStart", Figure.PEOPLE, result.forecast().start(), naive);
  }

  private static void ahead(Expect expect, Trial.Result result, Figure figure) {
    Distance naive = result.naive().ahead();
    beside(expect, word(figure) + "Ahead", figure, result.known().ahead(), naive);
    expect.info(word(figure) + "AheadForecast", result.forecast().ahead().of(figure), figure.unit);
  }

  private static void beside(
      Expect expect, String metric, Figure figure, Distance ours, Distance naive) {
    expect.within(metric, ours.of(figure), figure.unit, 0, naive.of(figure));
    expect.info(metric + "Naive", naive.of(figure), figure.unit);
  }

  private static String word(Figure figure) {
    return switch (figure) {
      case AIR -> "air";
      case AIR_ALL -> "airAll";
      case CARBON -> "co2";
      case MASS -> "mass";
      case MASS_ALL -> "massAll";
      case PEOPLE -> "people";
    };
  }
}
