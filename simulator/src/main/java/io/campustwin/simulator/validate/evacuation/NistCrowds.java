package io.campustwin.simulator.validate.evacuation;

import static io.campustwin.simulator.validate.evacuation.Stage.within;

import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.FloorplanBuilder;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Microscopic;
import io.campustwin.simulator.evacuation.Microscopic.Settings;
import io.campustwin.simulator.evacuation.Mode;
import io.campustwin.simulator.evacuation.Person;
import io.campustwin.simulator.evacuation.Population;
import io.campustwin.simulator.validate.Finding;
import java.util.ArrayList;
import java.util.List;

/** NIST TN 1822 tests 2.7 to 5.2: what persons do to each other and what exits do to them. */
final class NistCrowds {
  private static final String NIST = "NIST TN 1822 ";
  private static final Gait NORMAL = Gait.even(1.25);
  private static final double BUDGET = 60;

  private NistCrowds() {}

  static List<Finding> lift(String id) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int upper = drawing.room("upper", 0, 0, 0, 10, 0, 10, 10, 0, 10);
    int lower = drawing.room("lower", 1, 0, 0, 10, 0, 10, 10, 0, 10);
    double[] door = {4, 10, 6, 10};
    int lift = drawing.portal("lift", upper, door, lower, new double[] {4, 0, 6, 0});
    drawing.door("exit", lower, Floorplan.OUTSIDE, 4, 10, 6, 10);
    Floorplan plan = drawing.build();
    Microscopic run =
        new Microscopic(plan, Stage.crowd(plan, upper, 20, NORMAL), Settings.of(Mode.REALISTIC));
    run.lift(lift, 8, 30);
    run.run(600);
    double[] rides = run.log().passes(lift);
    int most = 0;
    for (int ride = 1; ride < 20; ride++) {
      int count = 0;
      for (double time : rides) {
        count += time > 30 * ride && time <= 30 * (ride + 1) ? 1 : 0;
      }
      most = Math.max(most, count);
    }
    String source = NIST + "2.7: all by lift, 8 persons every 30 s";
    return List.of(
        within(id, Stage.count("out", run.out()), 20, 20, source),
        within(id, Stage.count("mostInALift", most), 1, 8, source));
  }

  static List<Finding> counterflow(String id) {
    double before = Double.NaN;
    double most = 0;
    List<Finding> findings = new ArrayList<>();
    for (int against : new int[] {0, 10, 50, 100}) {
      int crossed = against(against);
      String metric = "crossedAgainst" + against;
      findings.add(Finding.info(id, Stage.count(metric, crossed), NIST + "2.8: of 100"));
      most = Double.isNaN(before) ? 0 : Math.max(most, crossed - before);
      before = crossed;
    }
    findings.add(within(
        id,
        Stage.count("mostMoreAgainstMore", most),
        Double.NaN,
        0,
        NIST + "2.8: the more come against 100 persons, the fewer have crossed after " + BUDGET
            + " s"));
    return findings;
  }

  /** How many of 100 persons have crossed from left to right in time. */
  private static int against(int count) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int left = drawing.room("left", 0, 0, 0, 10, 0, 10, 10, 0, 10);
    int middle = drawing.room("middle", 0, 10, 4, 20, 4, 20, 6, 10, 6);
    int right = drawing.room("right", 0, 20, 0, 30, 0, 30, 10, 20, 10);
    drawing.door("a", left, middle, 10, 4, 10, 6);
    drawing.door("b", middle, right, 20, 4, 20, 6);
    int exitRight = drawing.door("right", right, Floorplan.OUTSIDE, 30, 0, 30, 10);
    int exitLeft = drawing.door("left", left, Floorplan.OUTSIDE, 0, 0, 0, 10);
    Floorplan plan = drawing.build();
    List<Person> persons = Stage.by(Stage.crowd(plan, left, 100, NORMAL), exitRight);
    if (count > 0) {
      persons.addAll(Stage.by(Stage.crowd(plan, right, count, NORMAL), exitLeft));
    }
    Microscopic run = new Microscopic(plan, persons, Settings.of(Mode.REALISTIC));
    run.run(BUDGET);
    return run.log().passes(exitRight).length;
  }

  static List<Finding> groups(String id) {
    Floorplan plan = Stage.corridor(40, 5);
    Population population = new Population(plan, Stage.SEED);
    List<Person> persons = new ArrayList<>();
    for (Person one : population.spread(0, FloorplanBuilder.box(0, 0, 4, 5), 5, NORMAL)) {
      persons.add(one.walking(persons.isEmpty() ? Gait.even(0.5) : NORMAL).in(1));
    }
    for (Person one :
        population.spread(0, FloorplanBuilder.box(10, 0, 15, 5), 10, Gait.even(0.2))) {
      persons.add(one.in(2));
    }
    Microscopic run = Stage.run(plan, persons, Mode.REALISTIC);
    double first = Double.POSITIVE_INFINITY;
    double last = 0;
    for (int i = 0; i < 5; i++) {
      first = Math.min(first, run.left(i));
      last = Math.max(last, run.left(i));
    }
    String source = NIST + "2.9: a group of five arrives within 10 s";
    return List.of(
        within(id, Stage.seconds("arrivalSpread", last - first), Double.NaN, 10, source));
  }

  static List<Finding> impaired(String id) {
    Floorplan plan = Stage.room(8, 5, 1);
    List<Person> able = Stage.crowd(plan, 0, 24, NORMAL);
    List<Person> mixed = new ArrayList<>();
    for (Person person : able) {
      mixed.add(mixed.size() % 4 == 0 ? person.walking(Gait.IMPAIRED) : person);
    }
    double ratio =
        Stage.seconds(plan, mixed, Mode.REALISTIC) / Stage.seconds(plan, able, Mode.REALISTIC);
    String source =
        Stage.DIRECTION + NIST + "2.10: it takes longer if a quarter is impaired in moving";
    return List.of(within(id, Stage.ratio("timeRatio", ratio), 1, Double.NaN, source));
  }

  /** A room with an exit in each side wall, both as far. */
  private static Floorplan twoSides(double left) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("room", 0, -left, 0, 10, 0, 10, 10, -left, 10);
    drawing.door("first", room, Floorplan.OUTSIDE, -left, 4.5, -left, 5.5);
    drawing.door("second", room, Floorplan.OUTSIDE, 10, 4.5, 10, 5.5);
    return drawing.build();
  }

  static List<Finding> followers(String id) {
    int alone = chosen(0);
    int social = chosen(0.8);
    String source = Stage.DIRECTION
        + NIST
        + "3.2: undecided persons follow those who are known to leave by the second exit";
    return List.of(
        Finding.info(id, Stage.count("bySecondAlone", alone), NIST + "3.2"),
        within(id, Stage.count("moreBySecondExit", social - alone), 1, Double.NaN, source));
  }

  private static int chosen(double social) {
    Floorplan plan = twoSides(9);
    List<Person> persons = new ArrayList<>();
    Population population = new Population(plan, Stage.SEED);
    for (Person one : population.spread(0, FloorplanBuilder.box(-5, 0, 5, 10), 30, NORMAL)) {
      persons.add(persons.size() % 2 == 0 ? one.by(1) : one.after(2));
    }
    Microscopic run = new Microscopic(plan, persons, new Settings(Mode.REALISTIC, social, false));
    run.run(300);
    return run.log().passes(1).length;
  }

  static List<Finding> familiar(String id) {
    int free = byFarther(-1);
    int known = byFarther(1);
    String source =
        Stage.DIRECTION + NIST + "3.3: more leave by the exit they know though it is farther";
    return List.of(
        Finding.info(id, Stage.count("byFartherUnknown", free), NIST + "3.3"),
        within(id, Stage.count("moreByFamiliarExit", known - free), 1, Double.NaN, source));
  }

  private static int byFarther(int door) {
    Floorplan plan = twoSides(7);
    List<Person> persons = new ArrayList<>();
    Stage.crowd(plan, 0, 20, NORMAL).forEach(one -> persons.add(one.knowing(door)));
    return Stage.run(plan, persons, Mode.REALISTIC).log().passes(1).length;
  }

  static List<Finding> closing(String id) {
    Floorplan plan = twoSides(2);
    Microscopic run =
        new Microscopic(plan, Stage.crowd(plan, 0, 20, NORMAL), Settings.of(Mode.REALISTIC));
    run.run(1);
    int before = run.log().passes(0).length;
    run.close(0);
    run.run(300);
    String source = NIST + "4.1: exit 1 shuts at 1 s, the rest leaves by exit 2";
    int after = run.log().passes(0).length - before;
    return List.of(
        within(id, Stage.count("byShutExitAfterwards", after), 0, 0, source),
        within(id, Stage.count("out", run.out()), 20, 20, source));
  }

  static List<Finding> congestion(String id) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("room", 0, 0, 0, 8, 0, 8, 5, 0, 5);
    int corridor = drawing.room("corridor", 0, 8, 1.5, 23, 1.5, 23, 3.5, 8, 3.5);
    drawing.door("neck", room, corridor, 8, 2, 8, 3);
    drawing.door("exit", corridor, Floorplan.OUTSIDE, 23, 1.5, 23, 3.5);
    Floorplan plan = drawing.build();
    Microscopic run =
        new Microscopic(plan, Stage.crowd(plan, room, 100, NORMAL), Settings.of(Mode.REALISTIC));
    int atExit = 0;
    int midway = 0;
    while (run.out() < run.persons() && run.time() < 600) {
      run.step();
      atExit = Math.max(atExit, inside(run, 6, 8));
      midway = Math.max(midway, inside(run, 14.5, 16.5));
    }
    String source = NIST + "5.1: denser at the room's exit than half way along the corridor";
    return List.of(within(
        id, Stage.ratio("midwayToExitDensity", (double) midway / atExit), Double.NaN, 1, source));
  }

  private static int inside(Microscopic run, double from, double to) {
    int count = 0;
    for (int i = 0; i < run.persons(); i++) {
      boolean here = run.roomOf(i) >= 0 && run.x(i) >= from && run.x(i) < to;
      count += here && run.y(i) >= 1.5 && run.y(i) < 3.5 ? 1 : 0;
    }
    return count;
  }

  static List<Finding> largestFlow(String id) {
    Floorplan plan = Stage.room(8, 5, 1);
    List<Person> persons = Stage.crowd(plan, 0, 100, NORMAL);
    double flow = Stage.run(plan, persons, Mode.REGULATORY).log().flow(0, 0);
    String source = NIST + "5.2 (IMO): at most 1.33 through 1 m, regulatory mode";
    return List.of(within(id, Stage.flow("specificFlow", flow), Double.NaN, 1.33, source));
  }
}
