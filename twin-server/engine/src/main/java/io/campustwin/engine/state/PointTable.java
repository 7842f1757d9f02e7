package io.campustwin.engine.state;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Sample;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The live state of all points in columns, about 40 bytes a point. Freezing copies one pointer per 256 points; the
 * first report into a chunk after that copies its 10 KB. One writer.
 *
 * <p>Rules of quality: a report that fits sets value and quality; a number outside its point's range is kept as
 * uncertain(out-of-range); one that does not fit the type, and one that the field itself calls bad, keeps the last
 * value and its times and turns it bad.
 */
public final class PointTable {
  private final PointDirectory directory;
  private final PointChunk[] chunks;
  private final PointColumns columns;
  private int epoch;

  private PointTable(PointDirectory directory) {
    this.directory = directory;
    int count = (directory.size() + PointChunk.SIZE - 1) / PointChunk.SIZE;
    chunks = new PointChunk[count];
    columns = new PointColumns(directory, chunks);
    byte never = PointColumns.code(Quality.bad(Quality.Reason.NEVER_REPORTED));
    for (int i = 0; i < count; i++) {
      chunks[i] = new PointChunk(0);
      java.util.Arrays.fill(chunks[i].quality, never);
    }
  }

  public static PointTable of(CampusModel model) {
    return new PointTable(PointDirectory.of(model, List.of()));
  }

  public PointDirectory directory() {
    return directory;
  }

  public PointState state(int handle) {
    return columns.state(handle);
  }

  public @Nullable Value value(int handle) {
    return columns.value(handle);
  }

  public Quality quality(int handle) {
    return columns.quality(handle);
  }

  public long receiveTime(int handle) {
    return columns.chunk(handle).receiveTimes[PointColumns.row(handle)];
  }

  public PointColumns freeze() {
    epoch++;
    return new PointColumns(directory, chunks.clone());
  }

  /** Takes over one report, by the rules above. */
  public void report(int handle, Sample sample, long now) {
    if (sample.quality().level() == Quality.Level.BAD) {
      setQuality(handle, sample.quality());
      return;
    }
    PointTemplate template = directory.point(handle).template();
    if (!store(handle, template, sample.value())) {
      setQuality(handle, Quality.bad(Quality.Reason.NOT_CONVERTIBLE));
      return;
    }
    PointChunk chunk = writable(handle);
    int row = PointColumns.row(handle);
    chunk.flags[row] =
        (byte) (PointChunk.HAS_VALUE | (sample.simulated() ? PointChunk.SIMULATED : 0));
    chunk.sourceTimes[row] = sample.sourceTime() == 0 ? now : sample.sourceTime();
    chunk.receiveTimes[row] = now;
    boolean outside = sample.value() instanceof Value.Num num
        && (num.number() < template.min() || num.number() > template.max());
    chunk.quality[row] = PointColumns.code(
        outside ? Quality.uncertain(Quality.Reason.OUT_OF_RANGE) : sample.quality());
  }

  public void setQuality(int handle, Quality quality) {
    writable(handle).quality[PointColumns.row(handle)] = PointColumns.code(quality);
  }

  public void setSlots(int handle, List<Slot> slots) {
    writable(handle).setSlots(PointColumns.row(handle), List.copyOf(slots));
  }

  /** True if the point has a value that is not bad, and its device should have reported again by now. */
  public boolean isOverdue(int handle, long now) {
    PointChunk chunk = columns.chunk(handle);
    int row = PointColumns.row(handle);
    if (chunk.receiveTimes[row] == 0 || !directory.isAlive(handle)) {
      return false;
    }
    long period = directory.point(handle).template().periodMillis();
    return now - chunk.receiveTimes[row] > period * 8 / 5
        && columns.quality(handle).level() != Quality.Level.BAD;
  }

  /** False if the value does not fit the point; nothing is changed then. */
  private boolean store(int handle, PointTemplate template, Value value) {
    int row = PointColumns.row(handle);
    if (value instanceof Value.Bool bool && template.type() == ValueType.BOOL) {
      writable(handle).numbers[row] = bool.on() ? 1 : 0;
    } else if (value instanceof Value.Num num && template.type() == ValueType.NUMBER) {
      writable(handle).numbers[row] = num.number();
    } else if (value instanceof Value.Text text && template.type() == ValueType.TEXT) {
      writable(handle).setText(row, text.text());
    } else if (value instanceof Value.Text text
        && template.type() == ValueType.ENUM
        && template.states().contains(text.text())) {
      writable(handle).numbers[row] = template.states().indexOf(text.text());
    } else {
      return false;
    }
    return true;
  }

  private PointChunk writable(int handle) {
    int index = handle / PointChunk.SIZE;
    PointChunk chunk = chunks[index];
    if (chunk.epoch < epoch) {
      chunk = chunk.copy(epoch);
      chunks[index] = chunk;
    }
    return chunk;
  }

  /** Writes ids by handle, then each point's state; slots are kept by the priority array. */
  public void save(ByteWriter out) {
    out.list(directory.ids(), ByteWriter::point);
    for (int handle = 0; handle < directory.size(); handle++) {
      boolean alive = directory.isAlive(handle);
      out.value(alive ? columns.value(handle) : null);
      out.quality(columns.quality(handle));
      PointChunk chunk = columns.chunk(handle);
      int row = PointColumns.row(handle);
      out.u8(alive ? chunk.flags[row] : 0);
      out.whole(alive ? chunk.sourceTimes[row] : 0).whole(alive ? chunk.receiveTimes[row] : 0);
    }
  }

  /** Reads what {@link #save} wrote and fits it to {@code model}, which may have been edited since. */
  public static PointTable restore(CampusModel model, ByteReader in) {
    List<PointId> known = in.list(ByteReader::point);
    PointTable table = new PointTable(PointDirectory.of(model, known));
    for (int handle = 0; handle < known.size(); handle++) {
      table.restorePoint(handle, in);
    }
    return table;
  }

  private void restorePoint(int handle, ByteReader in) {
    Value value = in.findValue();
    Quality quality = in.quality();
    int flags = in.u8();
    long source = in.whole();
    long receive = in.whole();
    if (!directory.isAlive(handle)) {
      return;
    }
    if (value == null) {
      setQuality(handle, quality);
    } else if (store(handle, directory.point(handle).template(), value)) {
      PointChunk chunk = writable(handle);
      int row = PointColumns.row(handle);
      chunk.flags[row] = (byte) flags;
      chunk.sourceTimes[row] = source;
      chunk.receiveTimes[row] = receive;
      chunk.quality[row] = PointColumns.code(quality);
    }
  }
}
