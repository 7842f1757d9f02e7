package io.campustwin.engine.state;

import io.campustwin.asset.CampusModel;
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
 * The live state of all points in rows of 32 bytes, and as much again for the newest frozen view. Freezing copies one pointer
 * per {@value PointRows#SIZE} points, and the 512 bytes of every chunk into which something was reported. One writer.
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

  private final Bands quiet = new Bands();

  private final Band band = new Band();

  /** Handles that the restored bytes knew. */
  private int known;

  private final LiveRows rows;
  private final PointExtras extras;
  private final Templates templates;

  private PointTable(PointDirectory directory) {
    this.directory = directory;
    rows = new LiveRows(directory, NEVER);
    extras = new PointExtras();
    templates = new Templates(directory);
  }

  private PointTable(PointTable from) {
    directory = from.directory;
    known = from.known;
    rows = from.rows.fork();
    extras = from.extras.fork();
    templates = from.templates;
    quiet.room(extras.last());
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
    return row(handle).state(directory, handle);
  }

  public @Nullable Value value(int handle) {
    return row(handle).value(directory.template(handle));
  }

  /** Occupied slots by level. */
  public List<Slot> slots(int handle) {
    return extra(handle).slots();
  }

  public Quality quality(int handle) {
    return PointColumns.quality(PointRows.quality(rows.words(), LiveRows.at(handle)));
  }

  public long receiveTime(int handle) {
    return rows.words()[LiveRows.at(handle) + PointRows.RECEIVE];
  }

  private PointRow row(int handle) {
    return new PointRow(rows.words(), LiveRows.at(handle), extra(handle));
  }

  private PointExtra extra(int handle) {
    return extras.of(rows.marks(handle));
  }

  public PointColumns freeze() {
    return new PointColumns(directory, rows.freeze(), extras.freeze());
  }

  /** A table of its own with the same content. Listeners are not taken over. */
  public PointTable fork() {
    return new PointTable(this);
  }

  /**
   * Has rows and bands of some reports on their way from memory: they lie scattered, and one by one each would be waited
   * for. As many at once as the nearest cache holds.
   *
   * @return how many of them are of points in the model
   */
  public int fetch(ReportBatch batch, int from, int to) {
    long[] words = rows.words();
    int count = 0;
    for (int i = from; i < to; i++) {
      int handle = batch.handle(i);
      int at = LiveRows.at(handle);
      long marks = words[at + PointRows.MARKS];
      boolean numbered = !Double.isNaN(PointRows.number(words, at));
      boolean banded = quiet.isKnown(PointRows.place(marks));
      count += PointRows.template(marks) != 0 && numbered && banded ? 1 : 0;
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
    long[] words = rows.words();
    int at = LiveRows.at(handle);
    int template = PointRows.template(words[at + PointRows.MARKS]);
    if (template == 0) {
      out.skip();
      return false;
    }
    rows.touch(handle);
    boolean fits = store(words, template, batch, index, now);
    long marks = words[at + PointRows.MARKS];
    PointExtra extra = (marks & PointRows.EXTRA) == 0 ? null : extras.of(marks);
    if (!fits) {
      out.keep(words, at, extra);
      return false;
    }
    out.add((byte) marks, extra);
    return quiet.isOutside(PointRows.place(marks), PointRows.number(words, at));
  }

  /** Value, times and quality of a report; false if the value is bad, which leaves the last one. */
  private boolean store(long[] words, int template, ReportBatch batch, int index, long now) {
    int at = LiveRows.at(batch.handle(index));
    byte quality = batch.qualityCode(index);
    if (quality >= FIRST_BAD || !store(words, template, batch, index)) {
      PointRows.setQuality(words, at, quality >= FIRST_BAD ? quality : NOT_CONVERTIBLE);
      return false;
    }
    long source = batch.sourceTime(index);
    words[at + PointRows.SOURCE] = source == 0 ? now : source;
    words[at + PointRows.RECEIVE] = now;
    boolean outside = templates.isOutside(template, PointRows.number(words, at));
    int flags = PointRows.HAS_VALUE | (batch.isSimulated(index) ? PointRows.SIMULATED : 0);
    words[at + PointRows.MARKS] =
        PointRows.reported(words[at + PointRows.MARKS], outside ? OUT_OF_RANGE : quality, flags);
    return true;
  }

  /**
   * From now on every report of this point is news, until its listeners agree on a band. Most points have nobody who acts
   * on what they report, and their reports are over when they are stored.
   */
  public void listen(int handle) {
    quiet.set(place(handle), Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
  }

  /** The place of a point beside the rows, from now on if it had none. */
  private int place(int handle) {
    long marks = rows.marks(handle);
    int place = PointRows.place(marks);
    if (place == 0) {
      place = extras.take();
      quiet.room(place);
      rows.setMarks(handle, PointRows.placed(marks, place));
    }
    return place;
  }

  /**
   * Asks those who listen to a point what is no news of it after what it has just said. The band holds until somebody
   * begins to {@link #listen}.
   */
  public void agree(int handle, ObjIntConsumer<Band> listeners) {
    band.open(PointRows.number(rows.words(), LiveRows.at(handle)));
    if (directory.template(handle).type() == ValueType.TEXT) {
      band.close();
    } else {
      listeners.accept(band, handle);
    }
    quiet.set(place(handle), band.from(), band.to());
  }

  public void setQuality(int handle, Quality quality) {
    rows.touch(handle);
    PointRows.setQuality(rows.words(), LiveRows.at(handle), PointColumns.code(quality));
  }

  public void setSlots(int handle, List<Slot> slots) {
    putExtra(handle, extra(handle).withSlots(slots));
  }

  /** True if the point has a value that is not bad, and its device should have reported again by now. */
  public boolean isOverdue(int handle, long now) {
    long received = receiveTime(handle);
    if (received == 0 || !directory.isAlive(handle)) {
      return false;
    }
    long period = directory.template(handle).periodMillis();
    return now - received > period * 8 / 5 && quality(handle).level() != Quality.Level.BAD;
  }

  /** False if the value does not fit the point; nothing is changed then. */
  private boolean store(long[] words, int template, ReportBatch batch, int index) {
    int handle = batch.handle(index);
    int kind = batch.kind(index);
    if (kind == ReportBatch.TEXT) {
      return storeText(handle, template, batch.text(index));
    }
    boolean fits = templates.takes(template, kind);
    if (fits) {
      put(words, handle, batch.number(index));
    }
    return fits;
  }

  private boolean storeText(int handle, int template, String text) {
    int state = templates.stateOf(template, text);
    if (state >= 0) {
      put(rows.words(), handle, state);
      return true;
    }
    if (!templates.isText(template)) {
      return false;
    }
    PointExtra before = extra(handle);
    if (!text.equals(before.text())) {
      putExtra(handle, before.withText(text));
    }
    return true;
  }

  private static void put(long[] words, int handle, double number) {
    words[LiveRows.at(handle) + PointRows.NUMBER] = Double.doubleToRawLongBits(number);
  }

  private void putExtra(int handle, PointExtra extra) {
    extras.put(place(handle), extra);
    rows.setMarks(handle, rows.marks(handle) | PointRows.EXTRA);
  }

  /** Writes ids by handle, then each point's state; slots are kept by the priority array. */
  public void save(ByteWriter out) {
    out.list(directory.ids(), ByteWriter::point);
    for (int handle = 0; handle < directory.size(); handle++) {
      boolean alive = directory.isAlive(handle);
      out.value(alive ? value(handle) : null);
      out.quality(quality(handle));
      long[] words = rows.words();
      int at = LiveRows.at(handle);
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
    rows.touch(handle);
    long[] words = rows.words();
    if (store(words, directory.templateNumber(handle), one.build(), 0)) {
      int at = LiveRows.at(handle);
      words[at + PointRows.SOURCE] = source;
      words[at + PointRows.RECEIVE] = receive;
      words[at + PointRows.MARKS] =
          PointRows.reported(words[at + PointRows.MARKS], PointColumns.code(quality), flags);
    }
  }
}
