package io.campustwin.engine.kernel;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.ArrayList;
import java.util.List;

/** Which command items were sent unjournaled: part of the engine's state, so that it outlives recovery and restarts. */
final class UnjournaledMarks {
  static final int LIMIT = 1_000;

  private List<UnjournaledItem> items = List.of();

  /** Marks items; the oldest go beyond the limit. */
  void add(List<String> commandItems, long now) {
    List<UnjournaledItem> more = new ArrayList<>(items);
    commandItems.forEach(item -> more.add(new UnjournaledItem(item, now)));
    items = List.copyOf(more.subList(Math.max(0, more.size() - LIMIT), more.size()));
  }

  /** Never changes once handed out. */
  List<UnjournaledItem> list() {
    return items;
  }

  void save(ByteWriter out) {
    out.list(items, (to, item) -> to.text(item.commandItem()).whole(item.sent()));
  }

  void restore(ByteReader in) {
    items = List.copyOf(in.list(from -> new UnjournaledItem(from.text(), from.whole())));
  }
}
