package io.campustwin.simulator.evacuation;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an evacuation shows: who left when, passes and queues at every door, who is on every plane, and positions for
 * the viewer. Sampled once a second, passes exactly.
 */
public final class Log {
  private final double[][] passes;
  private final int[] passed;
  private final List<int[]> queues;
  private final List<int[]> onPlane;
  private final List<float[]> positions;
  private final boolean tracks;

  Log(int doors, boolean tracks) {
    passes = new double[doors][16];
    passed = new int[doors];
    queues = new ArrayList<>();
    onPlane = new ArrayList<>();
    positions = new ArrayList<>();
    this.tracks = tracks;
  }

  private Log(Log other) {
    passes = new double[other.passes.length][];
    for (int door = 0; door < passes.length; door++) {
      passes[door] = other.passes[door].clone();
    }
    passed = other.passed.clone();
    queues = new ArrayList<>(other.queues);
    onPlane = new ArrayList<>(other.onPlane);
    positions = new ArrayList<>(other.positions);
    tracks = other.tracks;
  }

  Log copy() {
    return new Log(this);
  }

  void pass(int door, double time) {
    if (passed[door] == passes[door].length) {
      passes[door] = Arrays.copyOf(passes[door], 2 * passed[door]);
    }
    passes[door][passed[door]++] = time;
  }

  void sample(Agents a, int[] there, int[] queue) {
    sample(there, queue);
    if (tracks) {
      float[] where = new float[3 * a.count];
      for (int i = 0; i < a.count; i++) {
        where[3 * i] = (float) a.x[i];
        where[3 * i + 1] = (float) a.y[i];
        where[3 * i + 2] = a.plane[i];
      }
      positions.add(where);
    }
  }

  void sample(int[] there, int[] queue) {
    queues.add(queue);
    onPlane.add(there);
  }

  /** Times at which somebody passed a door, s, rising. */
  public double[] passes(int door) {
    return Arrays.copyOf(passes[door], passed[door]);
  }

  /** Persons who wait at a door (bound for it and slower than half their speed), second by second. */
  public int[] queue(int door) {
    return queues.stream().mapToInt(row -> row[door]).toArray();
  }

  /** Persons on a plane, second by second. */
  public int[] onPlane(int plane) {
    return onPlane.stream().mapToInt(row -> row[plane]).toArray();
  }

  /** Second after which a plane stays empty; 0 if nobody was there. */
  public int emptied(int plane) {
    int last = -1;
    for (int second = 0; second < onPlane.size(); second++) {
      last = onPlane.get(second)[plane] > 0 ? second : last;
    }
    return last + 1;
  }

  /** Seconds sampled. */
  public int seconds() {
    return onPlane.size();
  }

  /** x, y and plane (-1: gone) of every person in a second; empty if tracks were not asked for. */
  public float[] positions(int second) {
    return tracks ? positions.get(second) : new float[0];
  }

  /**
   * Persons a second through a door between its first and its last pass (Method A of Zhang 2012), 0 if fewer than two
   * passed.
   *
   * @param from passes before this one do not count
   */
  public double flow(int door, int from) {
    int last = passed[door] - 1;
    return last <= from ? 0 : (last - from) / (passes[door][last] - passes[door][from]);
  }

  void save(ByteWriter out) {
    for (int door = 0; door < passes.length; door++) {
      out.reals(passes(door));
    }
    out.list(queues, Log::put).list(onPlane, Log::put);
  }

  /** Takes on the lists of another one of the same plan; positions are not among them. */
  void load(ByteReader in) {
    for (int door = 0; door < passes.length; door++) {
      List<Double> times = in.list(ByteReader::finite);
      passed[door] = times.size();
      int room = 16;
      while (room < passed[door]) {
        room *= 2;
      }
      passes[door] = new double[room];
      for (int k = 0; k < passed[door]; k++) {
        passes[door][k] = times.get(k);
      }
    }
    queues.clear();
    queues.addAll(in.list(Log::take));
    onPlane.clear();
    onPlane.addAll(in.list(Log::take));
  }

  private static void put(ByteWriter out, int[] row) {
    out.count(row.length);
    for (int count : row) {
      out.count(count);
    }
  }

  private static int[] take(ByteReader in) {
    return in.list(ByteReader::small).stream().mapToInt(Integer::intValue).toArray();
  }
}
