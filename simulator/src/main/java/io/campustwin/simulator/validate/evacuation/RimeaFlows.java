package io.campustwin.simulator.validate.evacuation;

import static io.campustwin.simulator.validate.evacuation.Stage.within;

import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.FloorplanBuilder;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Log;
import io.campustwin.simulator.evacuation.Microscopic;
import io.campustwin.simulator.evacuation.Mode;
import io.campustwin.simulator.evacuation.Network;
import io.campustwin.simulator.evacuation.Person;
import io.campustwin.simulator.evacuation.Population;
import io.campustwin.simulator.validate.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.util.FastMath;

/** RiMEA 4, 9, 12 and 16 and the flow of doors: what crowds do. */
final class RimeaFlows {
  private static final String RIMEA = "RiMEA 4.1.1 test ";
  private static final String LABORATORY =
      "laboratory bottlenecks (Kretz, Seyfried, Mueller, Nagai, Daamen): 1.6 to 2.5";
  private static final double LENGTH = 40;
  private static final double WIDTH = 4;
  private static final double OVAL = 8 + 6 * Math.PI;

  private RimeaFlows() {}

  /** A corridor whose ends are joined, so that a density stays what it is. */
  private static Microscopic ring(double length, double width, int persons) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("ring", 0, 0, 0, length, 0, length, width, 0, width);
    double[] end = {length, 0, length, width};
    double[] begin = {0, 0, 0, width};
    drawing.portal("seam", room, end, room, begin);
    Floorplan plan = drawing.build();
    List<Person> crowd = new ArrayList<>();
    crowd.addAll(Stage.crowd(plan, room, persons, Gait.even(1.2)));
    Microscopic run = new Microscopic(plan, crowd, Microscopic.Settings.of(Mode.REALISTIC));
    run.circulate();
    return run;
  }

  /** The oval of test 16: straights of 4 m, half circles of radius 3 m, 0.8 m wide; persons evenly along it. */
  private static Microscopic oval(int persons) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int low = drawing.room("low", 0, 0, 2.6, 4, 2.6, 4, 3.4, 0, 3.4);
    int right = drawing.room("right", 0, halfRing(4, -1));
    int high = drawing.room("high", 0, 0, -3.4, 4, -3.4, 4, -2.6, 0, -2.6);
    int left = drawing.room("left", 0, halfRing(0, 1));
    drawing.door("a", low, right, 4, 2.6, 4, 3.4);
    drawing.door("b", right, high, 4, -3.4, 4, -2.6);
    drawing.door("c", high, left, 0, -3.4, 0, -2.6);
    drawing.door("d", left, low, 0, 2.6, 0, 3.4);
    Floorplan plan = drawing.build();
    List<Person> file = new ArrayList<>();
    for (int i = 0; i < persons; i++) {
      double[] at = along((i + 0.5) * OVAL / persons);
      file.add(Person.at(plan.locate(0, at[0], at[1]), at[0], at[1], Gait.even(1.2)));
    }
    Microscopic run = new Microscopic(plan, file, Microscopic.Settings.of(Mode.REALISTIC));
    run.circulate();
    return run;
  }

  private static double[] halfRing(double x, int side) {
    double[] corners = new double[4 * 17];
    for (int k = 0; k <= 16; k++) {
      double angle = Math.PI * k / 16;
      double across = -side * FastMath.sin(angle);
      double up = FastMath.cos(angle);
      corners[2 * k] = x + 3.4 * across;
      corners[2 * k + 1] = 3.4 * up;
      corners[corners.length - 2 - 2 * k] = x + 2.6 * across;
      corners[corners.length - 1 - 2 * k] = 2.6 * up;
    }
    return corners;
  }

  /** The point of the middle line so far from its begin. */
  private static double[] along(double metres) {
    double half = 4 + 3 * Math.PI;
    double s = metres % half;
    double turn = metres < half ? 1 : -1;
    double angle = Math.max(0, s - 4) / 3;
    double x = (s < 4 ? s : 4 + 3 * FastMath.sin(angle)) - 2;
    double y = 3 * FastMath.cos(angle);
    return new double[] {2 + turn * x, turn * y};
  }

  static List<Finding> density(String id) {
    List<Finding> findings = new ArrayList<>();
    double before = Double.POSITIVE_INFINITY;
    double worst = 0;
    for (double density : new double[] {0.5, 1, 2, 3}) {
      double[] speeds = areas(density);
      double scatter = Gait.SCATTER;
      double there = speeds[3];
      double low = Math.min(weidmann(there), hydraulic(there)) * (1 - scatter);
      double high = Math.max(weidmann(there), hydraulic(there)) * (1 + scatter);
      String metric = String.format(Locale.ROOT, "speedAt%.1f", density);
      findings.add(within(
          id,
          Stage.speed(metric, speeds[0]),
          low,
          high,
          RIMEA
              + "4: diagrams of Weidmann and SFPE at v0 1.2 m/s and the measured density"
              + " ± 19.3 % scatter of speeds"));
      String measured = "densityAt" + density;
      findings.add(Finding.info(
          id, new Finding.Measured(measured, there, "1/m2"), RIMEA + "4: in the main area"));
      worst = Math.max(worst, speeds[0] / before);
      before = speeds[0];
      double control =
          Math.max(Math.abs(speeds[1] / speeds[0] - 1), Math.abs(speeds[2] / speeds[0] - 1));
      findings.add(Finding.info(
          id, Stage.ratio("controlDeviation" + density, control), RIMEA + "4: areas agree"));
    }
    String falls = RIMEA + "4: speed falls with density";
    findings.add(within(id, Stage.ratio("largestSpeedRatio", worst), Double.NaN, 1, falls));
    return findings;
  }

  private static double weidmann(double density) {
    double exponent = -1.913 * (1 / density - 1 / 5.4);
    return 1.2 * (1 - FastMath.exp(exponent));
  }

  private static double hydraulic(double density) {
    return 1.2 * Math.min(1, (1 - 0.266 * density) / 0.85);
  }

  /** Mean speeds, by the way of each last second, in three areas of 2 m by 2 m over 60 s, and the first's density. */
  private static double[] areas(double density) {
    Microscopic run = ring(LENGTH, WIDTH, (int) Math.round(density * LENGTH * WIDTH));
    double[][] corners = {{19, 1}, {9, 1}, {19, 2}};
    double[] sum = new double[3];
    int[] count = new int[3];
    double[] x = new double[run.persons()];
    double[] y = new double[run.persons()];
    while (run.time() < 70) {
      for (int i = 0; i < x.length; i++) {
        x[i] = run.x(i);
        y[i] = run.y(i);
      }
      run.run(Math.rint(run.time()) + 1 - 1e-6);
      for (int i = 0; i < x.length && run.time() > 11.5; i++) {
        for (int area = 0; area < 3; area++) {
          boolean inside = isIn(corners[area], run.x(i), run.y(i));
          sum[area] += inside ? walked(run.x(i) - x[i], run.y(i) - y[i]) : 0;
          count[area] += inside ? 1 : 0;
        }
      }
    }
    double measured = count[0] / (59 * 4.0);
    return new double[] {sum[0] / count[0], sum[1] / count[1], sum[2] / count[2], measured};
  }

  private static boolean isIn(double[] corner, double x, double y) {
    return x >= corner[0] && x < corner[0] + 2 && y >= corner[1] && y < corner[1] + 2;
  }

  private static double walked(double dx, double dy) {
    return Math.sqrt(dx * dx + dy * dy);
  }

  static List<Finding> singleFile(String id) {
    double half = median(13);
    double middle = median(21);
    double dense = median(40);
    String source = RIMEA + "16: values published as inside the 10 to 90 % band";
    return List.of(
        within(id, Stage.speed("medianSpeedAt0.5", half), 0.90, 1.267, source),
        within(id, Stage.speed("medianSpeedAt0.8", middle), 0.88, 0.969, source),
        Finding.info(
            id,
            Stage.speed("medianSpeedAt1.5", dense),
            RIMEA + "16: 0.36 is the median at 1.25 to 1.5, the band itself is not at hand"),
        within(
            id,
            Stage.ratio("fallsWithDensity", Math.max(middle / half, dense / middle)),
            Double.NaN,
            1,
            Stage.DIRECTION + RIMEA + "16"));
  }

  /** Median speed of persons in single file after three laps. */
  private static double median(int persons) {
    Microscopic run = oval(persons);
    double settle = 3 * OVAL / 1.2;
    double[] speeds = new double[persons * 60];
    int n = 0;
    while (n < speeds.length) {
      run.step();
      boolean sample = run.time() > settle && Math.abs(run.time() - Math.rint(run.time())) < 0.01;
      for (int i = 0; sample && i < persons; i++) {
        speeds[n++] = run.speed(i);
      }
    }
    Arrays.sort(speeds);
    return speeds[speeds.length / 2];
  }

  static Floorplan hall(int doors) {
    double[][] at = {{4, 0, 5, 0}, {25, 0, 26, 0}, {4, 20, 5, 20}, {25, 20, 26, 20}};
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("hall", 0, 0, 0, 30, 0, 30, 20, 0, 20);
    for (int k = 0; k < doors; k++) {
      drawing.door("door" + k, room, Floorplan.OUTSIDE, at[k]);
    }
    return drawing.build();
  }

  static List<Finding> hall(String id) {
    List<Finding> findings = new ArrayList<>();
    double[] free = new double[2];
    double[] code = new double[2];
    for (int k = 0; k < 2; k++) {
      Floorplan plan = hall(4 - 2 * k);
      List<Person> persons = Stage.crowd(plan, 0, 1000, Gait.ofAge(50));
      List<Person> drawn = new Population(plan, Stage.SEED).aged(persons, 50, 20);
      free[k] = Stage.seconds(plan, drawn, Mode.REALISTIC);
      code[k] = Stage.seconds(plan, persons, Mode.REGULATORY);
      Network network = new Network(plan, Gait.ofAge(50), Mode.REGULATORY);
      network.start(persons);
      String metric = "networkToMicroscopic-" + (4 - 2 * k) + "doors";
      findings.add(within(
          id,
          Stage.ratio(metric, network.run(1200) / code[k]),
          0.85,
          1.15,
          "the two models of the regulatory mode agree within 15 %"));
    }
    report(id, free, code, findings);
    return findings;
  }

  private static void report(String id, double[] free, double[] code, List<Finding> findings) {
    String doubles = Stage.DIRECTION + RIMEA + "9: about doubles (JuPedSim's gate 1.6 to 2.4)";
    findings.add(within(id, Stage.ratio("ratioRealistic", free[1] / free[0]), 1.6, 2.4, doubles));
    findings.add(within(id, Stage.ratio("ratioRegulatory", code[1] / code[0]), 1.6, 2.4, doubles));
    String vadere = "no criterion; Vadere's gates 108-132 s and 180-220 s";
    findings.add(Finding.info(id, Stage.seconds("fourDoorsRealistic", free[0]), vadere));
    findings.add(Finding.info(id, Stage.seconds("twoDoorsRealistic", free[1]), vadere));
    String flows = "1000 persons over four doors of 1.33 1/s: 188 s and the walk, about 207 s";
    findings.add(Finding.info(id, Stage.seconds("fourDoorsRegulatory", code[0]), flows));
    findings.add(Finding.info(id, Stage.seconds("twoDoorsRegulatory", code[1]), flows));
  }

  /** Two rooms of 10 m by 10 m and what joins them: widths and lengths of the passages. */
  private static Floorplan rooms(double width, double length, double[] exit) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int first = drawing.room("first", 0, 0, 0, 10, 0, 10, 10, 0, 10);
    double low = 5 - width / 2;
    double high = 5 + width / 2;
    double end = 10 + length;
    int neck = drawing.room("neck", 0, 10, low, end, low, end, high, 10, high);
    int second = drawing.room("second", 0, end, 0, end + 10, 0, end + 10, 10, end, 10);
    drawing.door("in", first, neck, 10, low, 10, high);
    drawing.door("through", neck, second, end, low, end, high);
    double[] moved = {end + exit[0], exit[1], end + exit[2], exit[3]};
    drawing.door("goal", second, Floorplan.OUTSIDE, moved);
    return drawing.build();
  }

  private static Microscopic standard(Floorplan plan) {
    List<Person> persons = Stage.crowd(plan, 0, 150, Gait.ofAge(50));
    return Stage.run(plan, new Population(plan, Stage.SEED).aged(persons, 50, 20), Mode.REALISTIC);
  }

  static List<Finding> necks(String id) {
    double[] wall = {10, 0, 10, 10};
    double[] side = {1, 0, 2, 0};
    double[] corner = {10, 8, 10, 9};
    Microscopic near = standard(rooms(1, 0.2, side));
    Microscopic far = standard(rooms(1, 0.2, corner));
    Microscopic thin = standard(rooms(1, 0.2, wall));
    Microscopic deep = standard(rooms(1, 5, wall));
    double[] middle = {10, 4.5, 10, 5.5};
    Log twice = standard(rooms(1, 0.2, middle)).log();
    List<Finding> findings = new ArrayList<>(List.of(
        within(
            id,
            Stage.ratio("a-nearGoalToFarGoal", near.time() / far.time()),
            Double.NaN,
            1,
            RIMEA + "12a: a nearer goal is faster"),
        within(
            id,
            Stage.ratio("b-longToShortNeck", last(deep.log()) / last(thin.log())),
            1,
            Double.NaN,
            RIMEA + "12b: the first room empties later through the long one"),
        Finding.info(id, Stage.flow("c-firstNeck", twice.flow(1, 20)), RIMEA + "12c: report"),
        Finding.info(id, Stage.flow("c-secondNeck", twice.flow(2, 20)), RIMEA + "12c: report")));
    widths(id, wall, findings);
    return findings;
  }

  /** When the last person left the first room. */
  private static double last(Log log) {
    double[] passes = log.passes(0);
    return passes[passes.length - 1];
  }

  private static void widths(String id, double[] wall, List<Finding> findings) {
    double before = 0;
    double least = Double.POSITIVE_INFINITY;
    for (double width : new double[] {0.8, 1.0, 1.2}) {
      double flow = standard(rooms(width, 0.2, wall)).log().flow(1, 20);
      least = Math.min(least, flow - before);
      before = flow;
      String source = RIMEA + "12d: J = 1.9 w; " + LABORATORY;
      findings.add(within(id, Stage.flow("d-flowAt" + width, flow / width), 1.6, 2.5, source));
    }
    findings.add(within(
        id,
        new Finding.Measured("d-leastRise", least, "1/s"),
        0,
        Double.NaN,
        RIMEA + "12d: flow rises with width"));
  }

  static List<Finding> doors(String id) {
    List<Finding> findings = new ArrayList<>();
    for (double width : new double[] {0.8, 1.0, 1.2, 1.6, 2.0, 2.5}) {
      Floorplan plan = Stage.room(10, 10, width);
      List<Person> persons = Stage.crowd(plan, 0, 200, Gait.ofAge(30));
      double code = Stage.run(plan, persons, Mode.REGULATORY).log().flow(0, 20) / width;
      List<Person> drawn = new Population(plan, Stage.SEED).aged(persons, 30, 10);
      double free = Stage.run(plan, drawn, Mode.REALISTIC).log().flow(0, 20) / width;
      String limit = "IMO MSC.1/Circ.1533: at most 1.33";
      findings.add(within(id, Stage.flow("regulatory-" + width, code), Double.NaN, 1.33, limit));
      findings.add(within(id, Stage.flow("realistic-" + width, free), 1.6, 2.5, LABORATORY));
    }
    return findings;
  }
}
