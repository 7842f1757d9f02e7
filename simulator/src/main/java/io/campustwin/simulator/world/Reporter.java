package io.campustwin.simulator.world;

import io.campustwin.asset.Point;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import io.campustwin.simulator.fault.Wire;
import java.util.function.Consumer;

/**
 * Decides which points are reported: at once after a write or a change of state, a number when it has moved by its
 * tolerance or a hundredth of its range (a large count by one), everything when its period has elapsed. Frozen
 * points repeat what they last said; silent devices say nothing.
 */
final class Reporter {
  private final PointTable table;
  private final Faults faults;
  private final Wire wire;
  private final double[] lastNumber;
  private final String[] lastText;
  private final long[] lastTime;
  private final double[] step;
  private final long[] period;
  private final boolean[] numeric;

  Reporter(PointTable table, Faults faults, Wire wire) {
    this.table = table;
    this.faults = faults;
    this.wire = wire;
    int size = table.size();
    lastNumber = new double[size];
    lastText = new String[size];
    lastTime = new long[size];
    step = new double[size];
    period = new long[size];
    numeric = new boolean[size];
    for (int i = 0; i < size; i++) {
      PointTemplate template = table.point(i).template();
      numeric[i] = template.type() == ValueType.NUMBER;
      boolean counted = template.unit().equals("count") && range(template) > 500;
      double part = counted ? 1 : range(template) / 100;
      step[i] = numeric[i] ? Math.max(template.tolerance(), part) : 0;
      period[i] = Math.max(1000, template.periodMillis());
      lastTime[i] = Long.MIN_VALUE / 2;
      lastText[i] = "";
    }
  }

  private static double range(PointTemplate template) {
    double range = template.max() - template.min();
    return Double.isFinite(range) ? range : 0;
  }

  void due(long now, Consumer<Sample> to) {
    wire.deliver(now, to);
    for (int i = 0; i < lastTime.length; i++) {
      boolean urgent = table.takeUrgent(i);
      if (urgent || now - lastTime[i] >= period[i] || hasMoved(i)) {
        report(i, now, to);
      }
    }
  }

  /** Reports one point now, whatever its period. */
  void report(int i, long now, Consumer<Sample> to) {
    Point point = table.point(i);
    boolean first = lastTime[i] < 0;
    boolean frozen = faults.isFrozen(i) && !first;
    if (!frozen) {
      lastNumber[i] = table.number(i);
      lastText[i] = table.text(i);
    }
    lastTime[i] = first ? now - spread(i) : now;
    if (!faults.isSilent(point.address().device()) && !faults.isMute(i)) {
      long stamp = now + faults.skew(i);
      wire.send(i, new Sample(point.id(), shown(i, now), Quality.GOOD, stamp, true), now, to);
    }
  }

  private boolean hasMoved(int i) {
    if (faults.isFrozen(i)) {
      return false;
    }
    double moved = Math.abs(table.number(i) - lastNumber[i]);
    return numeric[i]
        ? moved >= step[i] && step[i] > 0
        : moved > 0 || !table.text(i).equals(lastText[i]);
  }

  private Value shown(int i, long now) {
    Value value = table.point(i).template().type() == ValueType.TEXT
        ? Value.of(lastText[i])
        : table.value(i, lastNumber[i]);
    double error = faults.error(i, now);
    return value instanceof Value.Num num && error != 0 ? Value.of(num.number() + error) : value;
  }

  /** Devices do not report in step: after the first time each point has its own phase. */
  private long spread(int i) {
    return Math.floorMod(i * 7919L, Math.max(1, period[i] / 1000)) * 1000;
  }

  void save(ByteWriter out) {
    out.reals(lastNumber).wholes(lastTime);
    for (String text : lastText) {
      out.text(text);
    }
  }

  void load(ByteReader in) {
    in.reals(lastNumber);
    in.wholes(lastTime);
    for (int i = 0; i < lastText.length; i++) {
      lastText[i] = in.text();
    }
  }
}
