package io.campustwin.simulator.thermal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.campustwin.codec.BundledCampus;
import io.campustwin.codec.CampusReader;
import io.campustwin.simulator.building.CampusShell;
import io.campustwin.simulator.envelope.Construction;
import io.campustwin.simulator.envelope.HeatPlan;
import io.campustwin.simulator.envelope.HeatPlan.Partition;
import io.campustwin.simulator.envelope.HeatPlan.Room;
import io.campustwin.simulator.envelope.Layer;
import io.campustwin.simulator.envelope.Surface;
import io.campustwin.simulator.envelope.Surface.Behind;
import io.campustwin.simulator.envelope.Surface.Pose;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.junit.jupiter.api.Test;

/** Heat is neither made nor lost, a steady room is what a sum by hand gives, and threads change no bit. */
final class HeatBalanceTest {
  private static final Construction BRICK =
      Construction.of("brick", new Layer("brick", 0.2, 0.5, 1400, 1000));
  private static final Construction THIN =
      Construction.of("thin", new Layer("board", 0.02, 0.2, 800, 1000));

  @Test
  void a1_heatIsNeitherMadeNorLost() {
    for (HeatPlan plan : List.of(twoRooms(), demo())) {
      HeatBalance rooms = HeatBalance.of(plan, 900);
      Day day = new Day(rooms);
      Outdoors outdoors = rooms.outdoors();
      HeatInput input = rooms.input();
      double before = rooms.stored();
      for (int step = 0; step < 7 * 96; step++) {
        day.weather(step, outdoors);
        day.load(step, 0, rooms.size(), input);
        rooms.advance(outdoors, input);
        double came = 0;
        for (int r = 0; r < rooms.size(); r++) {
          came += 900 * rooms.gained(r);
        }
        double after = rooms.stored();
        assertThat(after - before).isCloseTo(came, within(1e-9 * after));
        before = after;
      }
    }
  }

  @Test
  void a2_aSteadyRoomLosesWhatItsWallsAndAirTakeAway() {
    Surface floor = new Surface("floor", Pose.FLOOR, 20, BRICK, new Behind.Shelter());
    HeatPlan plan =
        new HeatPlan(List.of(new Room("room", 60, 0, List.of(floor))), List.of(), List.of(), 0);
    HeatBalance rooms = HeatBalance.of(plan, 900);
    HeatInput input = rooms.input();
    Outdoors outdoors = rooms.outdoors();
    outdoors.air(0, 0);
    outdoors.prepare();
    input.airFlow[0] = 10;
    input.heatTo[0] = 20;
    for (int step = 0; step < 3000; step++) {
      rooms.advance(outdoors, input);
    }
    assertThat(rooms.air(0)).isCloseTo(20, within(1e-9));
    assertThat(rooms.gained(0)).isCloseTo(0, within(1e-3));
    double wall = rooms.plant(0) - 10 * 20;
    assertThat(wall).isBetween(20 * 20 / (0.4 + 1.2), 20 * 20 / (0.4 + 0.2));
  }

  @Test
  void a3_whatWasPutInStaysInWhateverTheStep() {
    Surface mass = new Surface("mass", Pose.WALL, 10, THIN, new Behind.Insulated());
    HeatPlan plan =
        new HeatPlan(List.of(new Room("room", 30, 0, List.of(mass))), List.of(), List.of(), 0);
    double[] end = new double[2];
    for (int i = 0; i < 2; i++) {
      HeatBalance rooms = HeatBalance.of(plan, i == 0 ? 60 : 900);
      HeatInput input = rooms.input();
      input.convective[0] = 50;
      Outdoors outdoors = rooms.outdoors();
      outdoors.prepare();
      for (int step = 0; step < (i == 0 ? 60 : 4); step++) {
        rooms.advance(outdoors, input);
      }
      end[i] = rooms.stored();
    }
    assertThat(end[0]).isCloseTo(end[1], within(1e-9 * end[0]));
  }

  @Test
  void b1_threadsAndRangesChangeNoBit() {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      double[][] ends = new double[3][];
      for (int threads = 1; threads <= 3; threads++) {
        HeatBalance rooms = HeatBalance.of(demo(), 900);
        new HeatRun(rooms, new Day(rooms), threads).run(0, 3 * 96, pool);
        ends[threads - 1] = new double[rooms.size()];
        for (int r = 0; r < rooms.size(); r++) {
          ends[threads - 1][r] = rooms.air(r) + 1000 * rooms.plant(r);
        }
      }
      assertThat(ends[1]).isEqualTo(ends[0]);
      assertThat(ends[2]).isEqualTo(ends[0]);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void b2_aRunGoesOnFromACopyWithTheSameBits() {
    HeatBalance whole = HeatBalance.of(demo(), 900);
    Day day = new Day(whole);
    HeatRun run = new HeatRun(whole, day, 1);
    run.run(0, 100, Runnable::run);
    HeatBalance copy = HeatBalance.of(whole.plan(), 900);
    copy.copyFrom(whole);
    run.run(100, 200, Runnable::run);
    new HeatRun(copy, day, 1).run(100, 200, Runnable::run);
    for (int r = 0; r < whole.size(); r++) {
      assertThat(copy.air(r)).isEqualTo(whole.air(r));
    }
  }

  @Test
  void b3_weatherThatStaysIsAskedForOnceWithTheSameBits() {
    double[][] ends = new double[2][];
    for (int i = 0; i < 2; i++) {
      HeatBalance rooms = HeatBalance.of(demo(), 900);
      new HeatRun(rooms, new Hourly(new Day(rooms), i == 1), 1).run(0, 96, Runnable::run);
      ends[i] = IntStream.range(0, rooms.size()).mapToDouble(rooms::air).toArray();
    }
    assertThat(ends[1]).isEqualTo(ends[0]);
  }

  @Test
  void b4_stepByStepGivesTheBitsOfARunInBlocks() {
    HeatBalance blocks = HeatBalance.of(demo(), 900);
    new HeatRun(blocks, new Day(blocks), 2).run(0, 60, command -> new Thread(command).start());
    HeatBalance whole = HeatBalance.of(demo(), 900);
    Day day = new Day(whole);
    Outdoors outdoors = whole.outdoors();
    HeatInput input = whole.input();
    for (int step = 0; step < 60; step++) {
      day.weather(step, outdoors);
      day.load(step, 0, whole.size(), input);
      whole.advance(outdoors, input);
    }
    for (int r = 0; r < whole.size(); r++) {
      assertThat(whole.air(r)).isEqualTo(blocks.air(r));
      assertThat(whole.gained(r)).isEqualTo(blocks.gained(r));
    }
  }

  @Test
  void c1_aRoomCostsLessThanFourKilobytes() {
    assertThat(HeatBalance.of(demo(), 900).bytesPerRoom()).isLessThan(4096);
  }

  @Test
  void c2_aWarmNeighbourWarmsAColdRoom() {
    HeatBalance rooms = HeatBalance.of(twoRooms(), 900);
    HeatInput input = rooms.input();
    Outdoors outdoors = rooms.outdoors();
    outdoors.air(0, 0);
    outdoors.prepare();
    input.heatTo[0] = 25;
    for (int step = 0; step < 2000; step++) {
      rooms.advance(outdoors, input);
    }
    assertThat(rooms.air(1)).isBetween(5.0, 24.0);
  }

  private static HeatPlan twoRooms() {
    Surface floor = new Surface("floor", Pose.FLOOR, 20, BRICK, new Behind.Shelter());
    Room a = new Room("a", 60, 1000, List.of(floor));
    Room b = new Room("b", 60, 1000, List.of(floor));
    return new HeatPlan(
        List.of(a, b), List.of(new Partition(0, 1, Pose.WALL, 15, THIN)), List.of(), 0);
  }

  private static HeatPlan demo() {
    return CampusShell.of(
            Objects.requireNonNull(
                CampusReader.read(BundledCampus.find("demo").orElseThrow()).model()),
            100)
        .plan();
  }

  /** A made-up day: a cold night, a sunny noon, lessons. */
  private record Day(HeatBalance rooms) implements HeatRun.Drive {
    @Override
    public void weather(int step, Outdoors outdoors) {
      double angle = 2 * Math.PI * (step % 96) / 96;
      double sun = Math.max(0, -FastMath.cos(angle));
      for (int f = 0; f < rooms.plan().facades().size(); f++) {
        outdoors.sun(f, sun, 600 * sun, 150 * sun);
      }
      outdoors.air(5 - 8 * FastMath.cos(angle), -5);
      outdoors.wind(3 + FastMath.sin(angle), 2);
      outdoors.prepare();
    }

    @Override
    public void load(int step, int from, int to, HeatInput input) {
      boolean lesson = step % 96 > 32 && step % 96 < 68;
      for (int r = from; r < to; r++) {
        input.convective[r] = lesson ? 500 + r : 0;
        input.radiant[r] = lesson ? 400 : 0;
        input.airFlow[r] = lesson ? 60 : 20;
        input.supply[r] = 8;
        input.heatTo[r] = lesson ? 18 : 8;
        input.coolTo[r] = 26;
      }
    }

    @Override
    public void done(int step, int from, int to, HeatBalance done) {}
  }

  /** Weather of a day that stays for an hour; {@code told} says so to the run. */
  private record Hourly(Day day, boolean told) implements HeatRun.Drive {
    @Override
    public void weather(int step, Outdoors outdoors) {
      day.weather(step / 4 * 4, outdoors);
    }

    @Override
    public boolean isSteady(int step) {
      return told && step % 4 > 0;
    }

    @Override
    public void load(int step, int from, int to, HeatInput input) {
      day.load(step, from, to, input);
    }

    @Override
    public void done(int step, int from, int to, HeatBalance done) {}
  }
}
