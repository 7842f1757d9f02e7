package io.campustwin.simulator.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.List;
import java.util.Locale;

/**
 * A run to be played again: where people were at every second, what every point showed as the twin saw it, and what is
 * worth a mark on a time bar.
 *
 * @param start epoch ms
 * @param spaces ids in the order of the counts
 * @param people a row a second: first the count of every space, then pairs of space index and new count
 * @param points ids
 * @param changes in order of time; the values at the start come first, at 0
 * @param marks in order of time
 */
public record Replay(
    long start,
    int seconds,
    List<String> spaces,
    List<int[]> people,
    List<PointId> points,
    List<Change> changes,
    List<Mark> marks) {

  /**
   * A point shows a value.
   *
   * @param at ms from the start
   * @param point index in the list of points
   */
  public record Change(int at, int point, Value value) {}

  /**
   * Something worth a mark.
   *
   * @param at ms from the start
   * @param place id of a space or piece of equipment, empty for none
   */
  public record Mark(long at, Kind kind, Name text, String place) {}

  /** Closed list of marks. */
  public enum Kind {
    /** The scenario did something to the campus. */
    INJECTED,
    /** A life-safety alarm reached the console. */
    ALARM,
    /** A linkage fired. */
    LINKAGE,
    /** Nobody is left in the building. */
    EMPTY;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The document {@code Replay} of the API. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("start", start).put("seconds", seconds);
    ArrayNode ids = json.putArray("spaces");
    spaces.forEach(ids::add);
    ArrayNode rows = json.putArray("people");
    for (int[] counts : people) {
      ArrayNode row = rows.addArray();
      for (int number : counts) {
        row.add(number);
      }
    }
    ArrayNode names = json.putArray("points");
    points.forEach(point -> names.add(point.text()));
    ArrayNode list = json.putArray("changes");
    changes.forEach(change -> add(list, change));
    ArrayNode events = json.putArray("events");
    marks.forEach(mark -> add(events, mark));
    return json;
  }

  private static void add(ArrayNode list, Change change) {
    ArrayNode entry = list.addArray().add(change.at()).add(change.point());
    Value value = change.value();
    if (value instanceof Value.Bool bool) {
      entry.add(bool.on());
    } else if (value instanceof Value.Num number) {
      add(entry, number.number());
    } else if (value instanceof Value.Text text) {
      entry.add(text.text());
    }
  }

  /** Whole numbers without their point: a tenth of the document. */
  private static void add(ArrayNode entry, double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e15) {
      entry.add((long) number);
    } else {
      entry.add(number);
    }
  }

  private static void add(ArrayNode events, Mark mark) {
    ObjectNode event =
        events.addObject().put("at", mark.at() / 1000.0).put("kind", mark.kind().word());
    event.putObject("text").put("zh", mark.text().zh()).put("en", mark.text().en());
    event.put("place", mark.place().isEmpty() ? null : mark.place());
  }
}
