package io.campustwin.engine.linkage;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;

/** The canonical bytes of a linkage's run. */
public final class LinkageBytes {
  private LinkageBytes() {}

  public static void write(ByteWriter out, LinkageRun run) {
    out.text(run.id()).text(run.linkage()).text(run.place());
    out.list(run.causes(), ByteWriter::point);
    out.whole(run.causeTime()).list(run.effects(), LinkageBytes::effect).whole(run.released());
    LinkageRun.Drill drill = run.drill();
    out.flag(drill != null);
    if (drill != null) {
      out.text(drill.user()).text(drill.reason());
    }
  }

  static LinkageRun read(ByteReader in) {
    return new LinkageRun(
        in.text(),
        in.text(),
        in.text(),
        in.list(ByteReader::point),
        in.whole(),
        in.list(LinkageBytes::effect),
        in.whole(),
        in.flag() ? new LinkageRun.Drill(in.text(), in.text()) : null);
  }

  private static void effect(ByteWriter out, EffectRun effect) {
    out.text(effect.effect()).word(effect.by()).point(effect.target()).value(effect.expected());
    out.whole(effect.sent()).whole(effect.acknowledged()).whole(effect.confirmed());
    out.whole(effect.limitMillis()).word(effect.outcome()).text(effect.reason());
  }

  private static EffectRun effect(ByteReader in) {
    return new EffectRun(
        in.text(),
        in.word(EffectRun.By.class),
        in.point(),
        in.value(),
        in.whole(),
        in.whole(),
        in.whole(),
        in.whole(),
        in.word(EffectRun.Outcome.class),
        in.text());
  }
}
