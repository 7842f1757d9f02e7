package io.campustwin.simulator.validate.evacuation;

import static io.campustwin.simulator.validate.evacuation.Stage.within;

import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Microscopic;
import io.campustwin.simulator.evacuation.Mode;
import io.campustwin.simulator.evacuation.Person;
import io.campustwin.simulator.evacuation.Population;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.weather.Chance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.distribution.WeibullDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;

/** NIST TN 1822 tests 1.1 and 2.1 to 2.6: what single persons do. */
final class NistPersons {
  private static final String NIST = "NIST TN 1822 ";

  private NistPersons() {}

  static List<Finding> premovement(String id) {
    Map<String, RealDistribution> laws = new LinkedHashMap<>();
    laws.put("uniform", new UniformRealDistribution(10, 100));
    laws.put("gamma", new GammaDistribution(1.291, 103.901));
    laws.put("logNormal", new LogNormalDistribution(4.586, 0.967));
    laws.put("weibull", new WeibullDistribution(1.195, 139.285));
    List<Finding> findings = new ArrayList<>();
    laws.forEach((name, law) -> {
      Floorplan plan = Stage.room(5, 8, 1);
      List<Person> persons = new ArrayList<>();
      for (Person person : Stage.crowd(plan, 0, 10, Gait.even(1.2))) {
        double draw = Chance.at(Stage.SEED, 31, persons.size());
        persons.add(person.after(law.inverseCumulativeProbability(draw)));
      }
      double p = new KolmogorovSmirnovTest()
          .kolmogorovSmirnovTest(law, Stage.departures(plan, persons), false);
      String source = NIST + "1.1: start times follow the law, Kolmogorov-Smirnov p > 0.05";
      findings.add(within(id, Stage.ratio("p-" + name, p), 0.05, Double.NaN, source));
    });
    return findings;
  }

  static List<Finding> corridor(String id) {
    Floorplan plan = Stage.corridor(41, 2);
    List<Person> one = List.of(Person.at(0, 1, 1, Gait.even(1)));
    double speed = 40 / Stage.seconds(plan, one, Mode.REALISTIC);
    return List.of(
        within(id, Stage.speed("speed", speed), 0.95, 1.05, NIST + "2.1: 40 m at 1.0 ± 0.05 m/s"));
  }

  static List<Finding> stairs(String id) {
    List<Finding> findings = new ArrayList<>();
    for (boolean up : new boolean[] {true, false}) {
      Floorplan plan = Stage.flight(101, 2, up);
      List<Person> one = List.of(Person.at(0, up ? 1 : 100, 1, Gait.even(1)));
      double speed = 100 / Stage.seconds(plan, one, Mode.REALISTIC);
      String source = NIST + "2.2: 100 m of stair at 1.0 ± 0.05 m/s";
      findings.add(
          within(id, Stage.speed(up ? "speedUp" : "speedDown", speed), 0.95, 1.05, source));
    }
    return findings;
  }

  static List<Finding> speeds(String id) {
    Floorplan plan = Stage.corridor(21, 200);
    Population population = new Population(plan, Stage.SEED);
    List<Person> persons = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      double speed = 1.2 + 0.2 * population.normal(32, i);
      persons.add(Person.at(0, 1, 2 * i + 1, Gait.even(speed)));
    }
    Microscopic run = Stage.run(plan, persons, Mode.REALISTIC);
    double[] walked = new double[100];
    for (int i = 0; i < 100; i++) {
      walked[i] = 20 / run.left(i);
    }
    double p = new KolmogorovSmirnovTest()
        .kolmogorovSmirnovTest(new NormalDistribution(1.2, 0.2), walked, false);
    String source = NIST + "2.4: 100 walked speeds are of N(1.2, 0.2), Kolmogorov-Smirnov p > 0.05";
    return List.of(within(id, Stage.ratio("p", p), 0.05, Double.NaN, source));
  }

  static List<Finding> smoke(String id) {
    List<Finding> findings = new ArrayList<>();
    for (double extinction : new double[] {0, 1, 3, 7.5, 15}) {
      Floorplan plan = Stage.corridor(21, 2);
      List<Person> one = List.of(Person.at(0, 1, 1, Gait.even(1.25)));
      Microscopic run = new Microscopic(plan, one, Microscopic.Settings.of(Mode.REALISTIC));
      run.smoke(0, extinction, 0);
      double expected = 1.25 * Math.max(0.1, 1 - 0.0807 * extinction);
      double speed = 20 / run.run(600);
      String source = NIST + "2.5: v0 max(0.1, 1 - 0.0807 K) (FDS+Evac), ± 5 %";
      findings.add(within(
          id,
          Stage.speed("speedAtK" + extinction, speed),
          0.95 * expected,
          1.05 * expected,
          source));
    }
    return findings;
  }

  static List<Finding> dose(String id) {
    Floorplan plan = Stage.corridor(600, 2);
    List<Person> one = List.of(Person.at(0, 1, 1, Gait.even(1)));
    Microscopic run = new Microscopic(plan, one, Microscopic.Settings.of(Mode.REALISTIC));
    run.smoke(0, 0, 5000);
    while (run.dose(0) < 1 && run.out() == 0) {
      run.step();
    }
    double fell = run.time();
    double x = run.x(0);
    run.run(fell + 10);
    double perMinute = 3.317e-5 * org.apache.commons.math3.util.FastMath.pow(5000, 1.036) * 25 / 30;
    double expected = 60 / perMinute;
    String source = NIST + "2.6: dose of 1 at constant 5000 ppm CO (Purser), ± 1 %";
    return List.of(
        within(id, Stage.seconds("falls", fell), 0.99 * expected, 1.01 * expected, source),
        within(
            id,
            new Finding.Measured("walksOnAfterwards", run.x(0) - x, "m"),
            Double.NaN,
            0.1,
            NIST + "2.6: whoever fell stays"));
  }
}
