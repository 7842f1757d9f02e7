package io.campustwin.engine.control;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The canonical bytes of a command's item. */
public final class CommandBytes {
  private CommandBytes() {}

  public static void write(ByteWriter out, CommandItem item) {
    out.text(item.id()).text(item.command()).text(item.owner()).point(item.point());
    out.value(item.value()).whole(item.priority()).word(item.state());
    out.text(item.reason()).text(item.detail());
    List<Map.Entry<CommandState, Long>> times = List.copyOf(item.times().entrySet());
    out.list(times, (to, time) -> to.word(time.getKey()).whole(time.getValue()));
  }

  /** A request as it stands in the journal. */
  public static void write(ByteWriter out, CommandRequest request) {
    out.text(request.id()).text(request.owner()).list(request.targets(), ByteWriter::point);
    out.value(request.value()).whole(request.priority()).text(request.reason());
    out.whole(request.expires()).whole(request.deadline());
    CommandTerms terms = request.terms();
    out.text(terms.scene()).list(terms.values(), ByteWriter::value).flag(terms.waits());
    out.count(terms.perSecond()).real(terms.watts());
  }

  public static CommandRequest readRequest(ByteReader in) {
    return new CommandRequest(
        in.text(),
        in.text(),
        in.list(ByteReader::point),
        in.findValue(),
        (int) in.whole(),
        in.text(),
        in.whole(),
        in.whole(),
        new CommandTerms(in.text(), in.list(ByteReader::value), in.flag(), in.small(), in.real()));
  }

  static CommandItem read(ByteReader in) {
    return new CommandItem(
        in.text(),
        in.text(),
        in.text(),
        in.point(),
        in.findValue(),
        (int) in.whole(),
        in.word(CommandState.class),
        in.text(),
        in.text(),
        readTimes(in));
  }

  private static Map<CommandState, Long> readTimes(ByteReader in) {
    Map<CommandState, Long> times = new EnumMap<>(CommandState.class);
    int count = in.size();
    for (int i = 0; i < count; i++) {
      times.put(in.word(CommandState.class), in.whole());
    }
    return Collections.unmodifiableMap(times);
  }
}
