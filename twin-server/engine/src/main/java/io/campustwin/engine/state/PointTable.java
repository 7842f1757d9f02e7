package io.campustwin.engine.state;

import io.campustwin.asset.CampusModel;
import io.campustwin.asset.PointTemplate;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Quality;
import io.campustwin.signal.Value;
import io.campustwin.signal.ValueType;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The live state of all points in rows, about 50 bytes a point. Freezing copies one pointer per {@value PointRows#SIZE}
 * points; the first report into a chunk after that copies its 512 bytes. One writer.
 *
 * <p>Rules of quality: a report that fits sets value and quality; a number outside its point's range is kept as
 * uncertain(out-of-range); one that does not fit the type, and one that the field itself calls bad, keeps the last
 * value and its times and turns it bad.
 */
public final class PointTable {
  private static final byte NEVER = PointColumns.code(Quality.bad(Quality.Reason.NEVER_REPORTED));

  /** The lowest code of a bad quality. */
  private static final byte FIRST_BAD = NEVER;

  private static final byte OUT_OF_RANGE =
      PointColumns.code(Quality.uncertain(Quality.Reason.OUT_OF_RANGE));
  private static final byte NOT_CONVERTIBLE =
      PointColumns.code(Quality.bad(Quality.Reason.NOT_CONVERTIBLE));

  private final PointDirectory directory;

  /** By handle twice, numbers between which a report is no news; the first above the second where every report is. */
  private final double[] quiet;

  private final Band band = new Band();

  /** Handles that the restored bytes knew. */
  private int known;

  private final long[][] rows;
  private final @Nullable PointExtra[][] extras;

  /** By chunk of rows, the freeze after which it was copied; the other by chunk of extras. */
  private final int[] epochs;

  private final int[] extraEpochs;

  private final PointColumns columns;
  private final Templates templates;
  private int epoch;

  private PointTable(PointDirectory directory) {
    this.directory = directory;
    rows = PointRows.empty(directory, NEVER);
    extras = PointExtra.empty(directory.size());
    epochs = new int[rows.length];
    extraEpochs = new int[extras.length];
    columns = new PointColumns(directory, rows, extras);
    templates = new Templates(directory);
    quiet = nobodyListens(directory.size());
  }

  private PointTable(PointTable from) {
    directory = from.directory;
    known = from.known;
    epoch = from.epoch;
    rows = from.rows.clone();
    extras = from.extras.clone();
    epochs = from.epochs.clone();
    extraEpochs = from.extraEpochs.clone();
    columns = new PointColumns(directory, rows, extras);
    templates = from.templates;
    quiet = nobodyListens(directory.size());
  }

  private static double[] nobodyListens(int points) {
    double[] bands = new double[2 * points];
    for (int i = 0; i < bands.length; i += 2) {
      bands[i] = Double.NEGATIVE_INFINITY;
      bands[i + 1] = Double.POSITIVE_INFINITY;
    }
    return bands;
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
    return new PointColumns(directory, rows.clone(), extras.clone());
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
   * Has rows and bands of some reports on their way from memory: they lie scattered, and one by one each would be waited
   * for. As many at once as the nearest cache holds.
   *
   * @return how many of them are of points in the model
   */
  public int fetch(ReportBatch batch, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      int handle = batch.handle(i);
      long marks = rows[PointRows.chunk(handle)][PointRows.at(handle) + PointRows.MARKS];
      boolean banded = !Double.isNaN(quiet[2 * handle]);
      count += PointRows.template(marks) != 0 && banded ? 1 : 0;
    }
    return count;
  }

  /**
   * Takes over one report by the rules above.
   *
   * @param out takes the state of the point after it
   * @return true if it is news to those who listen: a word that is not bad, outside the band they agreed on; false for a
   *     point that is not in the model, of which nothing is taken over
   */
  public boolean report(ReportBatch batch, int index, long now, StateBatch out) {
    int handle = batch.handle(index);
    long[] chunk = writable(handle);
    int at = PointRows.at(handle);
    int template = PointRows.template(chunk[at + PointRows.MARKS]);
    if (template == 0) {
      out.skip();
      return false;
    }
    boolean fits = store(chunk, template, batch, index, now);
    long marks = chunk[at + PointRows.MARKS];
    PointExtra extra = (marks & PointRows.EXTRA) == 0 ? null : columns.extra(handle);
    if (!fits) {
      out.keep(chunk, at, extra);
      return false;
    }
    out.add(PointRows.quality(chunk, at), extra);
    return isNews(handle, PointRows.number(chunk, at));
  }

  /** Value, times and quality of a report; false if the value is bad, which leaves the last one. */
  private boolean store(long[] chunk, int template, ReportBatch batch, int index, long now) {
    int at = PointRows.at(batch.handle(index));
    byte quality = batch.qualityCode(index);
    if (quality >= FIRST_BAD || !store(chunk, template, batch, index)) {
      PointRows.setQuality(chunk, at, quality >= FIRST_BAD ? quality : NOT_CONVERTIBLE);
      return false;
    }
    long source = batch.sourceTime(index);
    chunk[at + PointRows.SOURCE] = source == 0 ? now : source;
    chunk[at + PointRows.RECEIVE] = now;
    boolean outside = templates.isOutside(template, PointRows.number(chunk, at));
    int flags = PointRows.HAS_VALUE | (batch.isSimulated(index) ? PointRows.SIMULATED : 0);
    chunk[at + PointRows.MARKS] =
        PointRows.reported(chunk[at + PointRows.MARKS], outside ? OUT_OF_RANGE : quality, flags);
    return true;
  }

  private boolean isNews(int handle, double number) {
    return number < quiet[2 * handle] || number > quiet[2 * handle + 1];
  }

  /**
   * From now on every report of this point is news, until its listeners agree on a band. Most points have nobody who acts
   * on what they report, and their reports are over when they are stored.
   */
  public void listen(int handle) {
    quiet[2 * handle] = Double.POSITIVE_INFINITY;
    quiet[2 * handle + 1] = Double.NEGATIVE_INFINITY;
  }

  /**
   * Asks those who listen to a point what is no news of it after what it has just said. The band holds until somebody
   * begins to {@link #listen}.
   */
  public void agree(int handle, ObjIntConsumer<Band> listeners) {
    band.open(PointRows.number(columns.rows(handle), PointRows.at(handle)));
    if (directory.template(handle).type() == ValueType.TEXT) {
      band.close();
    } else {
      listeners.accept(band, handle);
    }
    quiet[2 * handle] = band.from();
    quiet[2 * handle + 1] = band.to();
  }

  public void setQuality(int handle, Quality quality) {
    PointRows.setQuality(writable(handle), PointRows.at(handle), PointColumns.code(quality));
  }

  public void setSlots(int handle, List<Slot> slots) {
    putExtra(handle, columns.extra(handle).withSlots(slots));
  }

  /** True if the point has a value that is not bad, and its device should have reported again by now. */
  public boolean isOverdue(int handle, long now) {
    long received = columns.receiveTime(handle);
    if (received == 0 || !directory.isAlive(handle)) {
      return false;
    }
    long period = directory.template(handle).periodMillis();
    return now - received > period * 8 / 5 && columns.quality(handle).level() != Quality.Level.BAD;
  }

  /** False if the value does not fit the point; nothing is changed then. */
  private boolean store(long[] chunk, int template, ReportBatch batch, int index) {
    int handle = batch.handle(index);
    int kind = batch.kind(index);
    if (kind == ReportBatch.TEXT) {
      return storeText(handle, directory.numbered(template), batch.text(index));
    }
    boolean fits = templates.takes(template, kind);
    if (fits) {
      put(chunk, handle, batch.number(index));
    }
    return fits;
  }

  private boolean storeText(int handle, PointTemplate template, String text) {
    if (template.type() == ValueType.TEXT) {
      PointExtra before = columns.extra(handle);
      if (!text.equals(before.text())) {
        putExtra(handle, before.withText(text));
      }
      return true;
    }
    int state = template.type() == ValueType.ENUM ? template.states().indexOf(text) : -1;
    if (state >= 0) {
      put(writable(handle), handle, state);
    }
    return state >= 0;
  }

  private static void put(long[] chunk, int handle, double number) {
    chunk[PointRows.at(handle) + PointRows.NUMBER] = Double.doubleToRawLongBits(number);
  }

  private long[] writable(int handle) {
    int index = PointRows.chunk(handle);
    long[] chunk = rows[index];
    if (epochs[index] < epoch) {
      chunk = chunk.clone();
      rows[index] = chunk;
      epochs[index] = epoch;
    }
    return chunk;
  }

  private void putExtra(int handle, PointExtra extra) {
    int index = PointExtra.chunk(handle);
    if (extraEpochs[index] < epoch) {
      extras[index] = extras[index].clone();
      extraEpochs[index] = epoch;
    }
    extras[index][PointExtra.at(handle)] = extra;
    writable(handle)[PointRows.at(handle) + PointRows.MARKS] |= PointRows.EXTRA;
  }

  /** Writes ids by handle, then each point's state; slots are kept by the priority array. */
  public void save(ByteWriter out) {
    out.list(directory.ids(), ByteWriter::point);
    for (int handle = 0; handle < directory.size(); handle++) {
      boolean alive = directory.isAlive(handle);
      out.value(alive ? columns.value(handle) : null);
      out.quality(columns.quality(handle));
      long[] words = columns.rows(handle);
      int at = PointRows.at(handle);
      out.u8(alive ? PointRows.flags(words, at) : 0);
      out.whole(alive ? words[at + PointRows.SOURCE] : 0);
      out.whole(alive ? words[at + PointRows.RECEIVE] : 0);
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
    long[] words = writable(handle);
    if (store(words, directory.templateNumber(handle), one.build(), 0)) {
      int at = PointRows.at(handle);
      words[at + PointRows.SOURCE] = source;
      words[at + PointRows.RECEIVE] = receive;
      words[at + PointRows.MARKS] =
          PointRows.reported(words[at + PointRows.MARKS], PointColumns.code(quality), flags);
    }
  }
}
