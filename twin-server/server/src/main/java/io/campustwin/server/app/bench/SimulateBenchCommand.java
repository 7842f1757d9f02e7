package io.campustwin.server.app.bench;

import io.campustwin.server.app.cli.CliException;
import io.campustwin.server.app.cli.CommonOptions;
import io.campustwin.server.app.cli.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code campus bench simulate}: how fast the rooms of generated campuses run with plant, air, light and power,
 * beside a bare 5R1C loop in the same run. A year that takes longer than {@code --seconds} is cut short and its time drawn out; {@code yearShare} says how much ran.
 */
@Command(name = "simulate", mixinStandardHelpOptions = true, resourceBundle = BenchCommand.MESSAGES)
final class SimulateBenchCommand implements Callable<Integer> {
  private static final int[] SIZES = {500, 2000, 5000};
  private static final int CAMPUS = 2000;
  private static final int THREADS = 2;
  private static final double LONGEST = 600;

  @Mixin
  private final CommonOptions common = new CommonOptions();

  @Option(names = "--seconds", paramLabel = "N", descriptionKey = "bench.seconds")
  private double seconds = 60;

  @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed")
  private long seed = 1;

  @Override
  public Integer call() {
    if (!(seconds >= 1 && seconds <= LONGEST)) {
      throw CliException.badInput("--seconds 须为 1 到 600", "--seconds must be 1 to 600");
    }
    Console console = common.console();
    console.note("正在测量房间热模型", "measuring the rooms' heat model");
    BenchReport report = new BenchReport("simulate");
    HeatBench bench = new HeatBench(seed);
    double[] nanos = sizes(bench, report);
    report.add("sizeRatio", nanos[SIZES.length - 1] / nanos[0], "");
    HeatBench.Year year = bench.year(CAMPUS, THREADS, seconds);
    report
        .add("yearRooms", year.rooms(), "")
        .add("yearThreads", THREADS, "")
        .add("yearSeconds", year.seconds(), "s")
        .add("yearProcessor", year.processor(), "s")
        .add("yearShare", year.share(), "")
        .add("yearRate", year.rooms() * bench.stepsPerYear() / year.seconds(), "room-steps/s");
    report.print(console);
    return 0;
  }

  private static double[] sizes(HeatBench bench, BenchReport report) {
    double[] nanos = new double[SIZES.length];
    for (int i = 0; i < SIZES.length; i++) {
      String name = "rooms" + SIZES[i];
      HeatBench.Figure figure = bench.rooms(SIZES[i]);
      nanos[i] = figure.nanos();
      report.add(name + "Indoors", figure.rooms(), "");
      report.add(name, figure.nanos(), "ns/room-step", bench.reference(figure.rooms()));
      report.add(name + "Rate", 1e9 / figure.nanos(), "room-steps/s");
      report.add(name + "Bytes", figure.bytes(), "B/room");
    }
    return nanos;
  }
}
