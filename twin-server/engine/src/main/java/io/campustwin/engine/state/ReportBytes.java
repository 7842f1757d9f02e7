package io.campustwin.engine.state;

import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.Quality;

/**
 * The record form of reports: the difference of the handle to the one before, a head (bits 0-2 what follows, 3
 * simulated, 4 not good, 5 device time is not the record's), then the number, the quality and the time as far as the head
 * says so. Whole numbers below 2^31 take their short form.
 */
public final class ReportBytes {
  private static final int KIND = 7;
  private static final int WHOLE = 5;
  private static final int SIMULATED = 8;
  private static final int NOT_GOOD = 16;
  private static final int OTHER_TIME = 32;

  /** Bytes of a report, somewhat more than most take. */
  private static final int USUAL = 18;

  private ReportBytes() {}

  /** @param now of the input, from which device times are counted */
  public static void write(ByteWriter out, ReportBatch batch, long now) {
    out.grow(USUAL * batch.size()).count(batch.size());
    int before = 0;
    for (int i = 0; i < batch.size(); i++) {
      out.whole(batch.handle(i) - before);
      before = batch.handle(i);
      report(out, batch, i, now);
    }
  }

  private static void report(ByteWriter out, ReportBatch batch, int i, long now) {
    int kind = batch.kind(i);
    boolean whole = kind == ReportBatch.NUMBER && isWhole(batch.number(i));
    boolean good = batch.qualityCode(i) == 0;
    boolean other = batch.sourceTime(i) != now;
    int head = whole ? WHOLE : kind;
    head |= batch.isSimulated(i) ? SIMULATED : 0;
    out.u8(head | (good ? 0 : NOT_GOOD) | (other ? OTHER_TIME : 0));
    if (whole) {
      out.whole((long) batch.number(i));
    } else if (kind == ReportBatch.NUMBER) {
      out.real(batch.number(i));
    } else if (kind == ReportBatch.TEXT) {
      out.text(batch.text(i));
    }
    if (!good) {
      out.quality(batch.quality(i));
    }
    if (other) {
      out.whole(batch.sourceTime(i) - now);
    }
  }

  /** Negative zero is not whole: its sign would be lost. */
  private static boolean isWhole(double number) {
    return (int) number == number && Double.doubleToLongBits(number) != Long.MIN_VALUE;
  }

  /** @throws BadBytes if the bytes are not what {@link #write} writes */
  public static ReportBatch read(ByteReader in, long now) {
    int size = in.size();
    ReportBatch.Builder batch = new ReportBatch.Builder(size);
    long handle = 0;
    for (int i = 0; i < size; i++) {
      handle += in.whole();
      if (handle < 0 || handle > Integer.MAX_VALUE) {
        throw new BadBytes("impossible handle " + handle + " in report " + i);
      }
      int head = in.u8();
      value(in, batch, (int) handle, head & KIND);
      Quality quality = (head & NOT_GOOD) == 0 ? Quality.GOOD : in.quality();
      long time = (head & OTHER_TIME) == 0 ? now : now + in.whole();
      batch.stamp(quality, time, (head & SIMULATED) != 0);
    }
    return batch.build();
  }

  private static void value(ByteReader in, ReportBatch.Builder batch, int handle, int kind) {
    switch (kind) {
      case ReportBatch.FALSE, ReportBatch.TRUE -> batch.flag(handle, kind == ReportBatch.TRUE);
      case ReportBatch.NUMBER -> batch.number(handle, in.finite());
      case WHOLE -> batch.number(handle, in.whole());
      case ReportBatch.TEXT -> batch.text(handle, in.text());
      default -> throw new BadBytes("not a kind of report: " + kind);
    }
  }
}
