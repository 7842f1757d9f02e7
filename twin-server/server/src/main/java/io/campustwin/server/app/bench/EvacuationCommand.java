package io.campustwin.server.app.bench;

import io.campustwin.asset.CampusModel;
import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.place.Space;
import io.campustwin.place.SpaceKind;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.simulator.evacuation.CampusPlan;
import io.campustwin.simulator.evacuation.Drill;
import io.campustwin.simulator.evacuation.Floorplan;
import io.campustwin.simulator.evacuation.FloorplanBuilder;
import io.campustwin.simulator.evacuation.Gait;
import io.campustwin.simulator.evacuation.Microscopic;
import io.campustwin.simulator.evacuation.Mode;
import io.campustwin.simulator.evacuation.Network;
import io.campustwin.simulator.evacuation.Person;
import io.campustwin.simulator.evacuation.Population;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code campus bench evacuation}: how much faster than real time people leave. The demo school's teaching building with
 * 1,500 pupils on the network and one by one, and 10,000 persons one by one in ten halls.
 */
@Command(
    name = "evacuation",
    mixinStandardHelpOptions = true,
    resourceBundle = BenchCommand.MESSAGES)
final class EvacuationCommand implements Callable<Integer> {
  private static final int PUPILS = 1500;
  private static final int HALLS = 10;
  private static final double MOST = 3600;
  private static final long SEED = 1;

  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Override
  public Integer call() {
    CampusModel model = Objects.requireNonNull(
        CampusReader.read(BundledCampus.find("demo").orElseThrow()).model());
    Floorplan plan = CampusPlan.of(model.campus(), "A");
    List<Person> pupils = pupils(model, plan);
    BenchReport report = new BenchReport("evacuation");
    long start = System.nanoTime();
    Network network = new Network(plan, Gait.PUPIL, Mode.REGULATORY);
    network.start(pupils);
    double drill = network.run(MOST);
    add(report, "network-1500", drill, start);
    start = System.nanoTime();
    drill = new Microscopic(plan, pupils, Microscopic.Settings.of(Mode.REGULATORY)).run(MOST);
    add(report, "microscopic-1500", drill, start);
    start = System.nanoTime();
    add(report, "microscopic-10000", halls().run(60), start);
    report.print(common.console());
    return 0;
  }

  private static void add(BenchReport report, String name, double simulated, long start) {
    double wall = (System.nanoTime() - start) * 1e-9;
    report.add(name + "-simulated", simulated, "s");
    report.add(name + "-wall", wall, "s");
    report.add(name + "-timesRealTime", simulated / wall, "");
  }

  private static List<Person> pupils(CampusModel model, Floorplan plan) {
    long rooms = model.campus().spaces().stream()
        .filter(space -> space.kind() == SpaceKind.CLASSROOM && plan.room(space.id()) >= 0)
        .count();
    int each = (int) ((PUPILS + rooms - 1) / rooms);
    List<Person> persons =
        Drill.persons(model.campus(), plan, Mode.REGULATORY, SEED, space -> inClass(space, each));
    return persons.subList(0, PUPILS);
  }

  private static int inClass(Space space, int each) {
    return space.kind() == SpaceKind.CLASSROOM ? each : 0;
  }

  private static Microscopic halls() {
    FloorplanBuilder drawing = new FloorplanBuilder();
    for (int hall = 0; hall < HALLS; hall++) {
      double y = 30.0 * hall;
      int room = drawing.room("hall" + hall, 0, FloorplanBuilder.box(0, y, 30, y + 20));
      for (int door = 0; door < 4; door++) {
        double x = door % 2 == 0 ? 4 : 25;
        double wall = door < 2 ? y : y + 20;
        drawing.door(hall + "-" + door, room, Floorplan.OUTSIDE, x, wall, x + 1, wall);
      }
    }
    Floorplan plan = drawing.build();
    Population population = new Population(plan, SEED);
    List<Person> persons = new ArrayList<>();
    for (int hall = 0; hall < HALLS; hall++) {
      persons.addAll(population.spread(hall, 1000, Gait.ofAge(50)));
    }
    return new Microscopic(plan, persons, Microscopic.Settings.of(Mode.REALISTIC));
  }
}
