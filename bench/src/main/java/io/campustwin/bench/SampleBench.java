package io.campustwin.bench;

import io.campustwin.engine.kernel.Engine;
import io.campustwin.engine.kernel.Input;
import io.campustwin.engine.kernel.Output;
import io.campustwin.engine.state.PointDirectory;
import io.campustwin.engine.state.ReportBatch;
import io.campustwin.signal.ValueType;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * One report of one of 100,000 points in batches of 1,000, shuffled over all of them: through the engine, and as the
 * plainest thing that could be done with it. A score is the time of one report.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(BigCampus.BATCH)
@SuppressWarnings("NullAway.Init") // JMH calls open() before anything else
public class SampleBench {
  private static final byte GOOD = 1;
  private static final byte UNCERTAIN = 2;

  private Engine engine;
  private List<ReportBatch> batches;
  private Plain plain;
  private int next;
  private long now;

  /** Makes the campus and warms every chunk. */
  @Setup
  public void open() {
    BigCampus campus = BigCampus.generate();
    engine = campus.engine();
    PointDirectory directory = engine.snapshot().directory();
    batches = BigCampus.batches(directory);
    plain = new Plain(directory, batches);
    now = BigCampus.noon();
  }

  /** As a running server's reports go: state, alarms, linkages, confirmation, outputs. */
  @Benchmark
  public List<Output> engine() {
    next = (next + 1) % batches.size();
    return engine.apply(new Input.Reports(++now, batches.get(next)));
  }

  /** The same with a snapshot for readers after every 50 batches, so that chunks are copied as in a server. */
  @Benchmark
  public List<Output> engineWithSnapshots() {
    if (now % 50 == 0) {
      engine.snapshot();
    }
    return engine();
  }

  /** The baseline. */
  @Benchmark
  public byte[] plain() {
    next = (next + 1) % batches.size();
    return plain.take(next, ++now);
  }

  /** Columns of numbers, qualities and times, a check of bounds, and nothing else. */
  private static final class Plain {
    private final int[][] handles;
    private final double[][] reported;
    private final double[] min;
    private final double[] max;
    private final double[] numbers;
    private final byte[] qualities;
    private final long[] times;

    Plain(PointDirectory directory, List<ReportBatch> batches) {
      int count = directory.size();
      min = new double[count];
      max = new double[count];
      numbers = new double[count];
      qualities = new byte[count];
      times = new long[count];
      for (int handle = 0; handle < count; handle++) {
        boolean number = directory.template(handle).type() == ValueType.NUMBER;
        min[handle] = number ? directory.template(handle).min() : 0;
        max[handle] = number ? directory.template(handle).max() : 1;
      }
      handles = new int[batches.size()][];
      reported = new double[batches.size()][];
      for (int i = 0; i < batches.size(); i++) {
        ReportBatch batch = batches.get(i);
        handles[i] =
            java.util.stream.IntStream.range(0, batch.size()).map(batch::handle).toArray();
        reported[i] =
            java.util.Arrays.stream(handles[i]).mapToDouble(h -> min[h]).toArray();
      }
    }

    byte[] take(int batch, long now) {
      int[] to = handles[batch];
      double[] values = reported[batch];
      for (int i = 0; i < to.length; i++) {
        int handle = to[i];
        double value = values[i];
        numbers[handle] = value;
        qualities[handle] = value < min[handle] || value > max[handle] ? UNCERTAIN : GOOD;
        times[handle] = now;
      }
      return qualities;
    }
  }
}
