package io.campustwin.engine.state;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/** The canonical bytes of a point's state and of a slot. */
public final class PointBytes {
  private PointBytes() {}

  public static void write(ByteWriter out, PointState state) {
    out.point(state.id()).count(state.handle()).value(state.value()).quality(state.quality());
    out.whole(state.sourceTime()).whole(state.receiveTime()).flag(state.simulated());
    out.list(state.slots(), PointBytes::slot);
  }

  public static void slot(ByteWriter out, Slot slot) {
    out.u8(slot.level()).value(slot.value()).text(slot.owner()).text(slot.reason());
    out.whole(slot.since()).whole(slot.expires()).text(slot.commandId());
  }

  public static Slot slot(ByteReader in) {
    return new Slot(in.u8(), in.value(), in.text(), in.text(), in.whole(), in.whole(), in.text());
  }
}
