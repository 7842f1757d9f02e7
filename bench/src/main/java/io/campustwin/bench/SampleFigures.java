package io.campustwin.bench;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs {@link SampleBench} by JMH, each method in a process of its own. */
final class SampleFigures {
  private SampleFigures() {}

  static List<Figure> measure() throws RunnerException {
    Map<String, Double> scores = new TreeMap<>();
    for (RunResult result : new Runner(new OptionsBuilder()
            .include(SampleBench.class.getSimpleName())
            .forks(1)
            .warmupIterations(4)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(5)
            .measurementTime(TimeValue.seconds(1))
            .jvmArgs("-Xms1g", "-Xmx1g", "-XX:+UseSerialGC")
            .verbosity(VerboseMode.SILENT)
            .build())
        .run()) {
      scores.put(result.getPrimaryResult().getLabel(), result.getPrimaryResult().getScore());
    }
    Double plain = scores.get("plain");
    return List.of(
        new Figure(
            "sample", scores.getOrDefault("engine", Double.NaN), "ns", plain, "<= 5 x baseline"),
        new Figure(
            "sample-with-snapshots",
            scores.getOrDefault("engineWithSnapshots", Double.NaN),
            "ns",
            plain,
            "for information"));
  }
}
