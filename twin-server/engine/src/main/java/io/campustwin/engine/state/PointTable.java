package io.campustwin.engine.state;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.util.Arrays;
import java.util.List;
import java.util.function.ObjIntConsumer;
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
  private static final byte FIRST_BAD =
      PointColumns.code(Quality.bad(Quality.Reason.NEVER_REPORTED));
  private static final byte OUT_OF_RANGE =
      PointColumns.code(Quality.uncertain(Quality.Reason.OUT_OF_RANGE));
  private static final byte NOT_CONVERTIBLE =
      PointColumns.code(Quality.bad(Quality.Reason.NOT_CONVERTIBLE));

  private final PointDirectory directory;

  /** By handle, numbers between which a report is no news; from above to where every report is. */
  private final double[] quietFrom;

  private final double[] quietTo;
  private final Band band = new Band();

  /** Handles that the restored bytes knew. */
  private int known;

  private final PointChunk[] chunks;
  private final PointColumns columns;
  private int epoch;

  private PointTable(PointDirectory directory) {
    this.directory = directory;
    this.quietFrom = new double[directory.size()];
    this.quietTo = new double[directory.size()];
    listenToNobody();
    int count = (directory.size() + PointChunk.SIZE - 1) / PointChunk.SIZE;
    chunks = new PointChunk[count];
    columns = new PointColumns(directory, chunks);
    byte never = PointColumns.code(Quality.bad(Quality.Reason.NEVER_REPORTED));
    for (int i = 0; i < count; i++) {
      chunks[i] = new PointChunk(0);
      Arrays.fill(chunks[i].quality, never);
    }
  }

  private PointTable(PointTable from) {
    directory = from.directory;
    quietFrom = new double[directory.size()];
    quietTo = new double[directory.size()];
    listenToNobody();
    known = from.known;
    epoch = from.epoch;
    chunks = from.chunks.clone();
    columns = new PointColumns(directory, chunks);
  }

  private void listenToNobody() {
    Arrays.fill(quietFrom, Double.NEGATIVE_INFINITY);
    Arrays.fill(quietTo, Double.POSITIVE_INFINITY);
  }

  public static PointTable of(CampusModel model) {
    return new PointTable(PointDirectory.of(model, List.of()));
  }

  /** True if points were given handles since the state was restored, or if it never was. */
  public boolean hasNewPoints() {
    return known < directory.size();
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

  /** Occupied slots by level. */
  public List<Slot> slots(int handle) {
    return columns.slots(handle);
  }

  public Quality quality(int handle) {
    return columns.quality(handle);
  }

  public long receiveTime(int handle) {
    return columns.receiveTime(handle);
  }

  public PointColumns freeze() {
    epoch++;
    return new PointColumns(directory, chunks.clone());
  }

  /**
   * A table of its own with the same content: whichever of both writes a chunk first copies it. Listeners are not taken
   * over.
   */
  public PointTable fork() {
    epoch++;
    return new PointTable(this);
  }

  /**
   * Takes over one report of a point of the model, by the rules above.
   *
   * @return true if it is news to those who listen: a word that is not bad, outside the band they agreed on
   */
  public boolean report(ReportBatch batch, int index, long now) {
    int handle = batch.handle(index);
    PointChunk chunk = writable(handle);
    int row = PointColumns.row(handle);
    byte quality = batch.qualityCode(index);
    PointTemplate template = directory.template(handle);
    if (quality >= FIRST_BAD || !store(chunk, row, template, batch, index)) {
      chunk.quality[row] = quality >= FIRST_BAD ? quality : NOT_CONVERTIBLE;
      return false;
    }
    chunk.flags[row] =
        (byte) (PointChunk.HAS_VALUE | (batch.isSimulated(index) ? PointChunk.SIMULATED : 0));
    long source = batch.sourceTime(index);
    chunk.sourceTimes[row] = source == 0 ? now : source;
    chunk.receiveTimes[row] = now;
    double number = chunk.numbers[row];
    boolean outside =
        template.type() == ValueType.NUMBER && (number < template.min() || number > template.max());
    chunk.quality[row] = outside ? OUT_OF_RANGE : quality;
    return number < quietFrom[handle] || number > quietTo[handle];
  }

  /** Adds the state of a point to a batch. */
  public void copy(int handle, StateBatch to) {
    to.add(handle, columns.chunk(handle), PointColumns.row(handle));
  }

  /**
   * From now on every report of this point is news, until its listeners agree on a band. Most points have nobody who acts
   * on what they report, and their reports are over when they are stored.
   */
  public void listen(int handle) {
    quietFrom[handle] = Double.POSITIVE_INFINITY;
    quietTo[handle] = Double.NEGATIVE_INFINITY;
  }

  /**
   * Asks those who listen to a point what is no news of it after what it has just said. The band holds until somebody
   * begins to {@link #listen}.
   */
  public void agree(int handle, ObjIntConsumer<Band> listeners) {
    PointChunk chunk = columns.chunk(handle);
    band.open(chunk.numbers[PointColumns.row(handle)]);
    if (directory.template(handle).type() == ValueType.TEXT) {
      band.close();
    } else {
      listeners.accept(band, handle);
    }
    quietFrom[handle] = band.from();
    quietTo[handle] = band.to();
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
  private static boolean store(
      PointChunk chunk, int row, PointTemplate template, ReportBatch batch, int index) {
    int kind = batch.kind(index);
    ValueType type = template.type();
    if (kind == ReportBatch.NUMBER && type == ValueType.NUMBER) {
      chunk.numbers[row] = batch.number(index);
      return true;
    } else if (kind == ReportBatch.TEXT) {
      return storeText(chunk, row, template, batch.text(index));
    } else if (kind != ReportBatch.NUMBER && type == ValueType.BOOL) {
      chunk.numbers[row] = kind == ReportBatch.TRUE ? 1 : 0;
      return true;
    }
    return false;
  }

  private static boolean storeText(PointChunk chunk, int row, PointTemplate template, String text) {
    if (template.type() == ValueType.TEXT) {
      chunk.setText(row, text);
      return true;
    }
    int state = template.type() == ValueType.ENUM ? template.states().indexOf(text) : -1;
    if (state >= 0) {
      chunk.numbers[row] = state;
    }
    return state >= 0;
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
    table.known = known.size();
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
      return;
    }
    ReportBatch.Builder one = new ReportBatch.Builder(1);
    one.value(handle, value);
    one.stamp(quality, source, false);
    PointChunk chunk = writable(handle);
    int row = PointColumns.row(handle);
    if (store(chunk, row, directory.template(handle), one.build(), 0)) {
      chunk.flags[row] = (byte) flags;
      chunk.sourceTimes[row] = source;
      chunk.receiveTimes[row] = receive;
      chunk.quality[row] = PointColumns.code(quality);
    }
  }
}
