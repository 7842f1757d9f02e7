package io.campustwin.engine.linkage;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.Value;

/**
 * What a run needs of an effect of the platform after it has begun. Runs carry their own, so that they go on as they
 * began when the files are edited.
 *
 * @param why the linkage's name in both languages, for whoever asks what holds a point
 */
record Order(
    String effect,
    String why,
    Value value,
    int priority,
    long delayMillis,
    long holdMillis,
    long deadlineMillis,
    Effect.Until until) {
  static Order of(Linkage linkage, Effect effect) {
    return new Order(
        effect.id(),
        linkage.name().zh() + " / " + linkage.name().en(),
        effect.value(),
        effect.priority(),
        effect.delayMillis(),
        effect.holdMillis(),
        effect.deadlineMillis(),
        effect.until());
  }

  /** Levels 1 and 2. */
  boolean isLifeSafety() {
    return priority <= 2;
  }

  void write(ByteWriter out) {
    out.text(effect).text(why).value(value).count(priority).whole(delayMillis);
    out.whole(holdMillis).whole(deadlineMillis).word(until);
  }

  static Order read(ByteReader in) {
    return new Order(
        in.text(),
        in.text(),
        in.value(),
        in.small(),
        in.whole(),
        in.whole(),
        in.whole(),
        in.word(Effect.Until.class));
  }
}
