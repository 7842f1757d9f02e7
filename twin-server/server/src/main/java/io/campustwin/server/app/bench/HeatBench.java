package io.campustwin.server.app.bench;

import io.campustwin.codec.CampusFiles;
import io.campustwin.codec.CampusGenerator;
import io.campustwin.codec.CampusReader;
import io.campustwin.simulator.building.CampusShell;
import io.campustwin.simulator.thermal.HeatBalance;
import io.campustwin.simulator.thermal.HeatRun;
import io.campustwin.simulator.weather.EpwField;
import io.campustwin.simulator.weather.WeatherYear;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** How fast rooms of generated campuses are with plant, air, light and power, beside a bare 5R1C loop in the same run. */
final class HeatBench {
  private static final int STEPS_PER_HOUR = 4;
  private static final int WARM_UP = 2_000_000;
  private static final int MEASURED = 6_000_000;
  private final WeatherYear year = WeatherYear.denver();
  private final long seed;

  /**
   * Figures of one size.
   *
   * @param rooms that the campus has indoors
   * @param nanos a room and step, one thread
   * @param bytes of columns and state, a room
   */
  record Figure(int rooms, double nanos, double bytes) {}

  /**
   * A year of many rooms.
   *
   * @param rooms indoors
   * @param seconds wall time of the year
   * @param processor time of all threads for the year, s: what a machine without other work would share among its cores
   * @param share of the year that was run, 1 for all of it
   */
  record Year(int rooms, double seconds, double processor, double share) {}

  HeatBench(long seed) {
    this.seed = seed;
  }

  int stepsPerYear() {
    return year.hours() * STEPS_PER_HOUR;
  }

  /** Nanoseconds a room and step of a campus of so many rooms. */
  Figure rooms(int count) {
    CampusShell shell = shell(count);
    HeatBalance rooms = HeatBalance.of(shell.plan(), 3600.0 / STEPS_PER_HOUR);
    int size = rooms.size();
    HeatRun run = new HeatRun(rooms, new SchoolYear(year, shell, STEPS_PER_HOUR), 1);
    int warm = Math.max(96, WARM_UP / size);
    run.run(0, warm, Runnable::run);
    int steps = Math.max(96, MEASURED / size);
    long start = System.nanoTime();
    run.run(warm, warm + steps, Runnable::run);
    double nanos = (System.nanoTime() - start) / (double) steps / size;
    return new Figure(size, nanos, rooms.bytesPerRoom());
  }

  /** A year in quarter hours on {@code threads}, cut short after about {@code most} seconds. */
  Year year(int count, int threads, double most) {
    CampusShell shell = shell(count);
    HeatBalance rooms = HeatBalance.of(shell.plan(), 3600.0 / STEPS_PER_HOUR);
    SchoolYear school = new SchoolYear(year, shell, STEPS_PER_HOUR);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      HeatRun run = new HeatRun(rooms, school, threads);
      long used = processor();
      long start = System.nanoTime();
      int done = 0;
      while (done < school.steps() && System.nanoTime() - start < most * 1e9) {
        int end = Math.min(school.steps(), done + 960);
        run.run(done, end, pool);
        done = end;
      }
      double share = done / (double) school.steps();
      double seconds = (System.nanoTime() - start) / 1e9 / share;
      return new Year(rooms.size(), seconds, (processor() - used) / 1e9 / share, share);
    } finally {
      pool.shutdown();
    }
  }

  /** Processor time of this process, ns. */
  private static long processor() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  /** Nanoseconds a room and step of the bare loop. */
  double reference(int count) {
    ReferenceLoop loop = new ReferenceLoop(count);
    double sum = 0;
    long start = 0;
    int warm = WARM_UP / count;
    int steps = MEASURED / count;
    for (int step = 0; step < warm + steps; step++) {
      if (step == warm) {
        start = System.nanoTime();
      }
      int hour = step / STEPS_PER_HOUR % year.hours();
      double outdoor = year.value(EpwField.DRY_BULB, hour);
      sum += loop.step(outdoor, 2 * year.value(EpwField.GLOBAL, hour), 18, 26);
    }
    double nanos = (System.nanoTime() - start) / (double) steps / count;
    return Double.isFinite(sum) ? nanos : Double.NaN;
  }

  private CampusShell shell(int count) {
    var files = CampusFiles.of(CampusGenerator.generate(count, seed));
    var model = Objects.requireNonNull(CampusReader.read(files).model());
    return CampusShell.of(model, year.place().altitude());
  }
}
