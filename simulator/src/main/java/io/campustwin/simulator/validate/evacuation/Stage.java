package io.campustwin.simulator.validate.evacuation;

import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.FloorplanBuilder;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Microscopic;
import io.campustwin.simulator.evacuation.Mode;
import io.campustwin.simulator.evacuation.Person;
import io.campustwin.simulator.evacuation.Population;
import io.campustwin.simulator.validate.Finding;
import io.campustwin.simulator.validate.Finding.Measured;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rooms and runs that several tests share. All lengths in m. */
final class Stage {
  static final long SEED = 42;
  static final String DIRECTION = "direction: ";
  private static final double MOST = 1200;

  private Stage() {}

  /** A straight corridor that begins at x = 0; its exit, door 0, is its whole far end. */
  static Floorplan corridor(double length, double width) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("corridor", 0, 0, 0, length, 0, length, width, 0, width);
    drawing.door("exit", room, Floorplan.OUTSIDE, length, 0, length, width);
    return drawing.build();
  }

  /** A flight with an exit, door 0, at its upper or lower end. */
  static Floorplan flight(double length, double width, boolean up) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.flight("flight", 0, length, width);
    double end = up ? length : 0;
    drawing.door("exit", room, Floorplan.OUTSIDE, end, 0, end, width);
    return drawing.build();
  }

  /** A room with one door in the middle of its upper wall. */
  static Floorplan room(double width, double depth, double door) {
    FloorplanBuilder drawing = new FloorplanBuilder();
    int room = drawing.room("room", 0, 0, 0, width, 0, width, depth, 0, depth);
    double from = (width - door) / 2;
    drawing.door("exit", room, Floorplan.OUTSIDE, from, depth, from + door, depth);
    return drawing.build();
  }

  static List<Person> crowd(Floorplan plan, int room, int count, Gait gait) {
    return new Population(plan, SEED).spread(room, count, gait);
  }

  static Microscopic run(Floorplan plan, List<Person> persons, Mode mode) {
    Microscopic run = new Microscopic(plan, persons, Microscopic.Settings.of(mode));
    run.run(MOST);
    return run;
  }

  /** Seconds until all are out, NaN if somebody stays. */
  static double seconds(Floorplan plan, List<Person> persons, Mode mode) {
    Microscopic run = run(plan, persons, mode);
    return run.out() == run.persons() ? run.time() : Double.NaN;
  }

  /** Seconds at which each person first moved, after which all were led out. */
  static double[] departures(Floorplan plan, List<Person> persons) {
    Microscopic run = new Microscopic(plan, persons, Microscopic.Settings.of(Mode.REALISTIC));
    double[] first = new double[persons.size()];
    Arrays.fill(first, Double.NaN);
    while (run.out() < run.persons() && run.time() < MOST) {
      run.step();
      for (int i = 0; i < first.length; i++) {
        double moved = Math.abs(run.x(i) - persons.get(i).x())
            + Math.abs(run.y(i) - persons.get(i).y());
        first[i] = Double.isNaN(first[i]) && moved > 0.01 ? run.time() : first[i];
      }
    }
    return first;
  }

  static Finding within(String test, Measured measured, double low, double high, String source) {
    return Finding.within(test, measured, low, high, source);
  }

  static Measured seconds(String metric, double value) {
    return new Measured(metric, value, "s");
  }

  static Measured ratio(String metric, double value) {
    return new Measured(metric, value, "");
  }

  static Measured speed(String metric, double value) {
    return new Measured(metric, value, "m/s");
  }

  /** A flow, free of the last bits, for a limit is met exactly. */
  static Measured flow(String metric, double value) {
    return new Measured(metric, Math.rint(value * 1e9) / 1e9, "1/(m s)");
  }

  static Measured count(String metric, double value) {
    return new Measured(metric, value, "");
  }

  /** Persons assigned to a door. */
  static List<Person> by(List<Person> persons, int door) {
    List<Person> assigned = new ArrayList<>();
    persons.forEach(person -> assigned.add(person.by(door)));
    return assigned;
  }
}
