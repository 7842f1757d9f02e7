package io.campustwin.simulator.validate.evacuation;

import static io.campustwin.simulator.validate.evacuation.Stage.within;

import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.FloorplanBuilder;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Microscopic;
import io.campustwin.simulator.evacuation.Mode;
import io.campustwin.simulator.evacuation.Person;
import io.campustwin.simulator.evacuation.Population;
import io.campustwin.simulator.validate.Finding;
import java.util.ArrayList;
import java.util.List;

/** RiMEA 8, 10, 11, 13, 14 and 15: ways through buildings. */
final class RimeaBuildings {
  private static final String RIMEA = "RiMEA 4.1.1 test ";
  private static final Gait STANDARD = Gait.ofAge(50);

  private RimeaBuildings() {}

  /** One storey: two corridors with 22 rooms each, joined by a hall at x = 44. */
  private static int storey(FloorplanBuilder drawing, int level) {
    String name = "L" + level + "-";
    int hall = drawing.room(name + "hall", level, 44, 0, 48, 0, 48, 24, 44, 24);
    for (int k = 0; k < 2; k++) {
      double y = 5 + 12 * k;
      int corridor = drawing.room(name + "C" + k, level, 0, y, 44, y, 44, y + 2, 0, y + 2);
      drawing.door(name + "CD" + k, corridor, hall, 44, y, 44, y + 2);
      for (int room = 0; room < 22; room++) {
        double x = 4.0 * (room % 11);
        double low = room < 11 ? y - 5 : y + 2;
        int index = drawing.room(
            name + k + "R" + room, level, x, low, x + 4, low, x + 4, low + 5, x, low + 5);
        double wall = room < 11 ? y : y + 2;
        drawing.door(name + k + "D" + room, index, corridor, x + 1.5, wall, x + 2.5, wall);
      }
    }
    return hall;
  }

  private static Floorplan tower() {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int below = storey(drawing, 0);
    drawing.door("exit", below, Floorplan.OUTSIDE, 45, 24, 47, 24);
    for (int level = 1; level < 3; level++) {
      int hall = storey(drawing, level);
      int flight = drawing.flight("F" + level, 2 + level, 6, 2);
      double[] top = {6, 0, 6, 2};
      double[] foot = {0, 0, 0, 2};
      drawing.mouth("U" + level, hall, new double[] {48, 9, 48, 11}, flight, top);
      drawing.mouth("W" + level, below, new double[] {48, 13, 48, 15}, flight, foot);
      below = hall;
    }
    return drawing.build();
  }

  static List<Finding> storeys(String id) {
    Floorplan plan = tower();
    double[] speeds = {0.5, 0.75, 1.0};
    double[] seconds = new double[speeds.length];
    List<Finding> findings = new ArrayList<>();
    for (int k = 0; k < speeds.length; k++) {
      List<Person> persons = new ArrayList<>();
      Population population = new Population(plan, Stage.SEED);
      for (int room = 0; room < plan.rooms().size(); room++) {
        if (plan.rooms().get(room).id().contains("R")) {
          persons.addAll(population.spread(room, 4, Gait.even(speeds[k])));
        }
      }
      seconds[k] = Stage.seconds(plan, persons, Mode.REALISTIC);
      String series = RIMEA + "8: 528 persons, three storeys; a series, no threshold";
      findings.add(Finding.info(id, Stage.seconds("timeAt" + speeds[k], seconds[k]), series));
    }
    String falls = Stage.DIRECTION + RIMEA + "8: time falls with speed";
    double worst = Math.max(seconds[1] / seconds[0], seconds[2] / seconds[1]);
    findings.add(within(id, Stage.ratio("largestTimeRatio", worst), Double.NaN, 1, falls));
    return findings;
  }

  static List<Finding> assigned(String id) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int corridor = drawing.room("corridor", 0, 0, 5, 18, 5, 18, 7, 0, 7);
    int main = drawing.door("main", corridor, Floorplan.OUTSIDE, 0, 5.4, 0, 6.6);
    int second = drawing.door("second", corridor, Floorplan.OUTSIDE, 18, 5.4, 18, 6.6);
    for (int room = 0; room < 12; room++) {
      double x = 3.0 * (room % 6);
      double low = room < 6 ? 7 : 0;
      int index =
          drawing.room("room" + (room + 1), 0, x, low, x + 3, low, x + 3, low + 5, x, low + 5);
      double wall = room < 6 ? 7 : 5;
      drawing.door("door" + (room + 1), index, corridor, x + 1, wall, x + 1.9, wall);
    }
    Floorplan plan = drawing.build();
    List<Person> persons = new ArrayList<>();
    for (int room = 1; room <= 12; room++) {
      int door = room <= 4 || room >= 7 && room <= 10 ? main : second;
      List<Person> own = Stage.crowd(plan, room, room == 3 ? 1 : 2, STANDARD);
      persons.addAll(Stage.by(own, door));
    }
    Microscopic run = Stage.run(plan, persons, Mode.REALISTIC);
    String source = "RiMEA 4.1.1 test 10, NIST TN 1822 3.1: 23 persons by their own exits";
    int mainCount = run.log().passes(main).length;
    int secondCount = run.log().passes(second).length;
    return List.of(
        within(id, Stage.count("byMainExit", mainCount), 15, 15, source),
        within(id, Stage.count("bySecondExit", secondCount), 8, 8, source));
  }

  static List<Finding> twoExits(String id) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("hall", 0, 0, 0, 30, 0, 30, 20, 0, 20);
    int near = drawing.door("near", room, Floorplan.OUTSIDE, 21, 0, 22, 0);
    int far = drawing.door("far", room, Floorplan.OUTSIDE, 27, 0, 28, 0);
    Floorplan plan = drawing.build();
    Population population = new Population(plan, Stage.SEED);
    List<Person> packed =
        population.spread(room, FloorplanBuilder.box(0, 0, 13, 20), 1000, STANDARD);
    Microscopic run = Stage.run(plan, population.aged(packed, 50, 20), Mode.REALISTIC);
    double byNear = run.log().passes(near).length;
    double byFar = run.log().passes(far).length;
    String source = Stage.DIRECTION + RIMEA + "11: the nearer exit leads, the other is used";
    return List.of(
        within(id, Stage.ratio("farToNear", byFar / byNear), Double.NaN, 1, source),
        within(id, Stage.count("byFarExit", byFar), 1, Double.NaN, source));
  }

  /** A room, a neck of 2 m, a corridor of 10 m, then a stair of the same width and length or more corridor. */
  private static Floorplan stairway(int rise) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("room", 0, 0, 0, 10, 0, 10, 10, 0, 10);
    int corridor = drawing.room("corridor", 0, 10, 4, 20, 4, 20, 6, 10, 6);
    drawing.door("neck", room, corridor, 10, 4, 10, 6);
    double[] end = {20, 4, 20, 6};
    if (rise == 0) {
      int more = drawing.room("more", 0, 20, 4, 30, 4, 30, 6, 20, 6);
      drawing.door("on", corridor, more, end);
      drawing.door("exit", more, Floorplan.OUTSIDE, 30, 4, 30, 6);
    } else {
      int flight = drawing.flight("flight", 1, 10, 2);
      double near = rise > 0 ? 0 : 10;
      drawing.mouth("on", corridor, end, flight, new double[] {near, 0, near, 2});
      drawing.door("exit", flight, Floorplan.OUTSIDE, 10 - near, 0, 10 - near, 2);
    }
    return drawing.build();
  }

  static List<Finding> stairJam(String id) {
    double[] flow = new double[3];
    for (int k = 0; k < 3; k++) {
      Floorplan plan = stairway(k - 1);
      List<Person> persons = Stage.crowd(plan, 0, 150, STANDARD);
      persons = new Population(plan, Stage.SEED).aged(persons, 50, 20);
      flow[k] = Stage.run(plan, persons, Mode.REALISTIC).log().flow(1, 30) / 2;
    }
    String source = Stage.DIRECTION + RIMEA + "13: ";
    return List.of(
        within(
            id,
            Stage.ratio("stairUpToCorridor", flow[2] / flow[1]),
            Double.NaN,
            1,
            source + "the stair passes less than the corridor, people wait at it"),
        within(
            id,
            Stage.ratio("stairUpToDown", flow[2] / flow[0]),
            Double.NaN,
            1,
            source + "down is faster than up"),
        Finding.info(id, Stage.flow("stairUp", flow[2]), RIMEA + "13"),
        Finding.info(id, Stage.flow("stairDown", flow[0]), RIMEA + "13"));
  }

  static List<Finding> longWay(String id) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("room", 0, 0, 0, 10, 0, 10, 10, 0, 10);
    int up = drawing.flight("up", 1, 5, 2);
    int down = drawing.flight("down", 2, 5, 2);
    double[] foot = {0, 0, 0, 2};
    double[] top = {5, 0, 5, 2};
    int stairs = drawing.mouth("stairs", room, new double[] {10, 4, 10, 6}, up, foot);
    drawing.mouth("ridge", up, top, down, top);
    drawing.door("exitStairs", down, Floorplan.OUTSIDE, foot);
    int level = drawing.room("level", 0, 10, 8, 40, 8, 40, 10, 10, 10);
    int way = drawing.door("way", room, level, 10, 8, 10, 10);
    drawing.door("exitLevel", level, Floorplan.OUTSIDE, 40, 8, 40, 10);
    Floorplan plan = drawing.build();
    List<Person> few = Stage.crowd(plan, room, 10, STANDARD);
    Microscopic run = Stage.run(plan, few, Mode.REALISTIC);
    double overStairs = run.log().passes(stairs).length;
    double bySlope = 5 / STANDARD.up() + 5 / STANDARD.down();
    double byLevel = 30 / STANDARD.level();
    double quick = bySlope < byLevel ? overStairs : run.log().passes(way).length;
    return List.of(
        Finding.info(
            id,
            Stage.ratio("shareOverStairs", overStairs / 10),
            RIMEA + "14: record the preference (10 m over stairs, 30 m level)"),
        within(
            id,
            Stage.ratio("shareOfQuickerWay", quick / 10),
            0.5,
            Double.NaN,
            Stage.DIRECTION + RIMEA + "14: most take the way that is quicker"));
  }

  static List<Finding> bend(String id) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("bend", 0, 0, 0, 20, 0, 20, 20, 18, 20, 18, 2, 0, 2);
    drawing.door("exit", room, Floorplan.OUTSIDE, 18, 20, 20, 20);
    double bent = crowded(drawing.build());
    double inner = crowded(Stage.corridor(36, 2));
    double outer = crowded(Stage.corridor(40, 2));
    String source = Stage.DIRECTION
        + RIMEA
        + "15: round the corner takes longer than straight along the inner wall's length, ";
    return List.of(
        within(id, Stage.ratio("cornerToInner", bent / inner), 1, Double.NaN, source + "36 m"),
        within(
            id,
            Stage.ratio("cornerToOuter", bent / outer),
            Double.NaN,
            1,
            Stage.DIRECTION + RIMEA + "15: and less than along the outer wall's, 40 m"));
  }

  private static double crowded(Floorplan plan) {
    Population population = new Population(plan, Stage.SEED);
    List<Person> persons = population.spread(0, FloorplanBuilder.box(0, 0, 15, 2), 60, STANDARD);
    return Stage.seconds(plan, persons, Mode.REALISTIC);
  }
}
