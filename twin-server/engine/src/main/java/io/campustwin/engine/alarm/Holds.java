package io.campustwin.engine.alarm;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.PointDirectory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Holds by point, at most one of a kind each. */
final class Holds {
  private final Map<Integer, EnumMap<Hold.Kind, Hold>> byPoint = new TreeMap<>();

  /** The hold that decides, null if none. */
  @Nullable
  Hold find(int handle) {
    Map<Hold.Kind, Hold> held = byPoint.get(handle);
    return held == null ? null : held.values().iterator().next();
  }

  @Nullable
  Hold find(int handle, Hold.Kind kind) {
    Map<Hold.Kind, Hold> held = byPoint.get(handle);
    return held == null ? null : held.get(kind);
  }

  void put(int handle, Hold hold) {
    byPoint.computeIfAbsent(handle, key -> new EnumMap<>(Hold.Kind.class)).put(hold.kind(), hold);
  }

  void remove(int handle, Hold.Kind kind) {
    Map<Hold.Kind, Hold> held = byPoint.get(handle);
    if (held != null) {
      held.remove(kind);
      if (held.isEmpty()) {
        byPoint.remove(handle);
      }
    }
  }

  /** Those whose time is over, by handle and kind. */
  List<Ended> ended(long now) {
    List<Ended> ended = new ArrayList<>();
    byPoint.forEach((handle, held) -> held.values().stream()
        .filter(hold -> hold.until() != 0 && hold.until() <= now)
        .forEach(hold -> ended.add(new Ended(handle, hold))));
    return ended;
  }

  /** All, by handle and kind. */
  List<Hold> list() {
    List<Hold> all = new ArrayList<>();
    byPoint.values().forEach(held -> all.addAll(held.values()));
    return all;
  }

  /** A hold whose time is over. */
  record Ended(int handle, Hold hold) {}

  void save(ByteWriter out) {
    out.list(list(), (to, hold) -> {
      to.point(hold.point()).word(hold.kind()).text(hold.by()).text(hold.reason());
      to.whole(hold.since()).whole(hold.until());
    });
  }

  /** Holds of points that vanished are forgotten. */
  void restore(PointDirectory directory, ByteReader in) {
    List<Hold> saved = in.list(one -> new Hold(
        one.point(), one.word(Hold.Kind.class), one.text(), one.text(), one.whole(), one.whole()));
    for (Hold hold : saved) {
      int handle = directory.find(hold.point());
      if (handle >= 0 && directory.point(handle).template().alarm() != null) {
        put(handle, hold);
      }
    }
  }
}
