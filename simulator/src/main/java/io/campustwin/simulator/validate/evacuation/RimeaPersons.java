package io.campustwin.simulator.validate.evacuation;

import static io.campustwin.simulator.validate.evacuation.Stage.count;
import static io.campustwin.simulator.validate.evacuation.Stage.within;

import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.FloorplanBuilder;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Microscopic;
import io.campustwin.simulator.evacuation.Mode;
import io.campustwin.simulator.evacuation.Person;
import io.campustwin.simulator.evacuation.Population;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.weather.Chance;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/** RiMEA 1, 2, 3, 5, 6 and 7: what single persons do. */
final class RimeaPersons {
  private static final String RIMEA = "RiMEA 4.1.1 test ";
  private static final double[][] GROUPS = {{0.58, 1.61}, {1.41, 1.54}, {0.68, 1.41}, {0.46, 0.76}};

  private RimeaPersons() {}

  static List<Finding> corridor(String id) {
    Floorplan plan = Stage.corridor(41, 2);
    List<Person> one = List.of(Person.at(0, 1, 1, Gait.even(1.33)));
    double seconds = Stage.seconds(plan, one, Mode.REALISTIC);
    return List.of(within(
        id, Stage.seconds("time", seconds), 26, 34, RIMEA + "1: 40 m at 1.33 m/s in 26 to 34 s"));
  }

  static List<Finding> upstairs(String id) {
    Floorplan plan = Stage.flight(10.5, 2, true);
    List<Person> one = List.of(Person.at(0, 0.5, 1, new Gait(1.33, 0.50, 0.65)));
    double seconds = Stage.seconds(plan, one, Mode.REALISTIC);
    return List.of(within(
        id, Stage.seconds("time", seconds), 19, 21, RIMEA + "2: 10 m up at 0.50 m/s, 20 s ± 5 %"));
  }

  static List<Finding> downstairs(String id) {
    Floorplan plan = Stage.flight(10.5, 2, false);
    List<Person> one = List.of(Person.at(0, 10, 1, new Gait(1.33, 0.50, 0.65)));
    double seconds = Stage.seconds(plan, one, Mode.REALISTIC);
    return List.of(within(
        id,
        Stage.seconds("time", seconds),
        15.38 * 0.95,
        15.38 * 1.05,
        RIMEA + "3: 10 m down at 0.65 m/s, 15.38 s ± 5 %"));
  }

  static List<Finding> premovement(String id) {
    Floorplan plan = Stage.room(5, 8, 1);
    List<Person> persons = new ArrayList<>();
    for (Person person : Stage.crowd(plan, 0, 10, Gait.even(1.33))) {
      persons.add(person.after(10.0 * (persons.size() + 1)));
    }
    double[] first = Stage.departures(plan, persons);
    double worst = 0;
    for (int i = 0; i < first.length; i++) {
      worst = Math.max(worst, Math.abs(first[i] - persons.get(i).delay()));
    }
    return List.of(within(
        id,
        Stage.seconds("worstDeparture", worst),
        Double.NaN,
        0.2,
        RIMEA + "5: each starts at its own time, within 0.2 s (FlowSIMPro's check)"));
  }

  static Floorplan bend() {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("bend", 0, 0, 0, 12, 0, 12, 12, 10, 12, 10, 2, 0, 2);
    drawing.door("exit", room, Floorplan.OUTSIDE, 10, 12, 12, 12);
    return drawing.build();
  }

  static List<Finding> corner(String id) {
    Floorplan plan = bend();
    Polygon start = FloorplanBuilder.box(0, 0, 6, 2);
    List<Person> persons = new Population(plan, Stage.SEED).spread(0, start, 20, Gait.even(1.33));
    Microscopic run = new Microscopic(plan, persons, Microscopic.Settings.of(Mode.REALISTIC));
    Polygon shape = plan.rooms().get(0).shape();
    int inWall = 0;
    while (run.out() < run.persons() && run.time() < 300) {
      run.step();
      for (int i = 0; i < run.persons(); i++) {
        Coordinate at = new Coordinate(run.x(i), run.y(i));
        boolean walks = run.roomOf(i) >= 0;
        inWall += walks && !shape.covers(shape.getFactory().createPoint(at)) ? 1 : 0;
      }
    }
    String source = "RiMEA 4.1.1 test 6, NIST TN 1822 2.3: ";
    return List.of(
        within(id, count("out", run.out()), 20, 20, source + "all round the corner"),
        within(id, count("positionsInWall", inWall), 0, 0, source + "none through the wall"));
  }

  static List<Finding> ages(String id) {
    List<Finding> findings = new ArrayList<>();
    String[] names = {"under30", "30to50", "over50", "impaired"};
    for (int group = 0; group < names.length; group++) {
      double[] speeds = walked(group, GROUPS[group][0], GROUPS[group][1]);
      int inside = 0;
      for (double speed : speeds) {
        boolean fits = speed > GROUPS[group][0] - 0.01 && speed < GROUPS[group][1] + 0.01;
        inside += fits ? 1 : 0;
      }
      String source = Stage.DIRECTION + RIMEA + "7: 50 persons, all speeds in the group's range";
      findings.add(within(id, count("inRange-" + names[group], inside), 50, 50, source));
    }
    return findings;
  }

  /** Speeds over 20 m of 50 persons side by side, drawn evenly from a range. */
  private static double[] walked(int channel, double low, double high) {
    Floorplan plan = Stage.corridor(21, 100);
    List<Person> persons = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      double speed = low + (high - low) * Chance.at(Stage.SEED, channel, i);
      persons.add(Person.at(0, 1, 2 * i + 1, Gait.even(speed)));
    }
    Microscopic run = Stage.run(plan, persons, Mode.REALISTIC);
    double[] speeds = new double[50];
    for (int i = 0; i < speeds.length; i++) {
      speeds[i] = 20 / run.left(i);
    }
    return speeds;
  }
}
