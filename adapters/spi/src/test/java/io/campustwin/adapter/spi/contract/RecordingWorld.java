package io.campustwin.adapter.spi.contract;

import io.campustwin.adapter.spi.WriteHandler;
import io.campustwin.signal.FieldWrite;
import io.campustwin.signal.PointId;
import io.campustwin.signal.WriteOutcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A world that takes every write, or refuses all of them, and remembers what it was asked. */
public final class RecordingWorld implements WriteHandler {
  private final List<FieldWrite> writes = new CopyOnWriteArrayList<>();
  private volatile boolean refusing;

  @Override
  public WriteOutcome written(String device, FieldWrite write) {
    writes.add(write);
    return refusing
        ? WriteOutcome.of(WriteOutcome.Kind.REFUSED, "local operation")
        : WriteOutcome.ACKNOWLEDGED;
  }

  public void refuse(boolean refuse) {
    refusing = refuse;
  }

  public List<FieldWrite> of(PointId point) {
    return writes.stream().filter(write -> write.point().equals(point)).toList();
  }
}
