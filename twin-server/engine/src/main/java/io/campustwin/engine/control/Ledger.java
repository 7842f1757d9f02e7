package io.campustwin.engine.control;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.engine.state.ChunkLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every command's items with the times of their states. The newest {@value #LIMIT} items are kept; a command id is
 * known, and so never actuates twice, as long as its items are. Where a command's items lie never changes, so the index
 * is shared with frozen views and only the items are copied on write.
 */
public final class Ledger {
  public static final int LIMIT = 20_000;

  private final ChunkLog<CommandItem> log = new ChunkLog<>();
  private final Map<String, Range> ranges = new ConcurrentHashMap<>();
  private final Map<String, Range> byAge = new LinkedHashMap<>();
  private long base;

  /** Where a command's items lie in the log. */
  private record Range(long start, int count) {}

  boolean knows(String command) {
    return ranges.containsKey(command);
  }

  /** Opens a command of {@code count} items and returns the index of the first. */
  long open(String command, int count) {
    Range range = new Range(log.end(), count);
    ranges.put(command, range);
    byAge.put(command, range);
    return range.start();
  }

  void append(CommandItem item) {
    log.append(item);
  }

  CommandItem get(long index) {
    return log.get(index);
  }

  /** Enters a state at {@code now} and returns the item as it is then. */
  CommandItem enter(long index, CommandState state, CommandReason reason, String detail, long now) {
    CommandItem old = log.get(index);
    CommandItem item = new CommandItem(
        old.id(),
        old.command(),
        old.owner(),
        old.point(),
        old.value(),
        old.priority(),
        state,
        reason.word(),
        detail,
        times(old.times(), state, now));
    log.set(index, item);
    return item;
  }

  /** Drops the oldest commands beyond the limit, never one that is still under way. */
  void trim() {
    var oldest = byAge.entrySet().iterator();
    while (log.end() - log.start() > LIMIT && oldest.hasNext()) {
      Map.Entry<String, Range> entry = oldest.next();
      if (!isFinished(entry.getValue())) {
        return;
      }
      ranges.remove(entry.getKey());
      log.dropBefore(entry.getValue().start() + entry.getValue().count());
      oldest.remove();
    }
  }

  private boolean isFinished(Range range) {
    for (long index = range.start(); index < range.start() + range.count(); index++) {
      if (!log.get(index).state().isFinal()) {
        return false;
      }
    }
    return true;
  }

  public View freeze() {
    return new View(log.freeze(), ranges);
  }

  private static Map<CommandState, Long> times(
      Map<CommandState, Long> before, CommandState state, long now) {
    Map<CommandState, Long> times = new EnumMap<>(CommandState.class);
    times.putAll(before);
    times.put(state, now);
    return Collections.unmodifiableMap(times);
  }

  /** The ledger at one moment. */
  public static final class View {
    private final ChunkLog.View<CommandItem> items;
    private final Map<String, Range> ranges;

    private View(ChunkLog.View<CommandItem> items, Map<String, Range> ranges) {
      this.items = items;
      this.ranges = ranges;
    }

    public List<CommandItem> listItems(String command) {
      Range range = ranges.get(command);
      if (range == null || range.start() < items.start()) {
        return List.of();
      }
      List<CommandItem> found = new ArrayList<>(range.count());
      long end = Math.min(items.end(), range.start() + range.count());
      for (long index = range.start(); index < end; index++) {
        found.add(items.get(index));
      }
      return found;
    }

    public List<CommandItem> newest(int limit) {
      return items.newest(limit);
    }
  }

  void save(ByteWriter out) {
    List<Map.Entry<String, Range>> commands = List.copyOf(byAge.entrySet());
    out.count(log.start());
    out.list(
        commands, (to, entry) -> to.text(entry.getKey()).count(entry.getValue().count()));
    for (long index = log.start(); index < log.end(); index++) {
      CommandBytes.write(out, log.get(index));
    }
  }

  /** Item indexes start again from 0 in the restored ledger; {@link #index} finds an item by its old one. */
  static Ledger restore(ByteReader in) {
    Ledger ledger = new Ledger();
    ledger.base = in.count();
    long at = 0;
    int commands = in.size();
    for (int i = 0; i < commands; i++) {
      String command = in.text();
      Range range = new Range(at, in.small());
      ledger.ranges.put(command, range);
      ledger.byAge.put(command, range);
      at += range.count();
    }
    for (long i = 0; i < at; i++) {
      ledger.log.append(CommandBytes.read(in));
    }
    return ledger;
  }

  /** The index now of an item that had {@code saved} when the ledger was saved. */
  long index(long saved) {
    return saved - base;
  }
}
