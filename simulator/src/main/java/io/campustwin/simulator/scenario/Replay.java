package io.campustwin.simulator.scenario;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.campustwin.place.Name;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  private static final JsonFactory JSON = new JsonFactory();

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

  /** The document {@code Replay} of the API, in UTF-8. Written straight: as a tree it would take ten times the room. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeNumberField("start", start);
      json.writeNumberField("seconds", seconds);
      texts(json, "spaces", spaces);
      people(json);
      texts(json, "points", points.stream().map(PointId::text).toList());
      changes(json);
      marks(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("memory cannot be written", impossible);
    }
    return bytes.toByteArray();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private void people(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("people");
    for (int[] row : people) {
      json.writeArray(row, 0, row.length);
    }
    json.writeEndArray();
  }

  private void changes(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("changes");
    for (Change change : changes) {
      json.writeStartArray();
      json.writeNumber(change.at());
      json.writeNumber(change.point());
      value(json, change.value());
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private void marks(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("events");
    for (Mark mark : marks) {
      json.writeStartObject();
      json.writeNumberField("at", mark.at() / 1000.0);
      json.writeStringField("kind", mark.kind().word());
      json.writeObjectFieldStart("text");
      json.writeStringField("zh", mark.text().zh());
      json.writeStringField("en", mark.text().en());
      json.writeEndObject();
      json.writeStringField("place", mark.place().isEmpty() ? null : mark.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Whole numbers go without their point: a tenth of the document. */
  private static void value(JsonGenerator json, Value value) throws IOException {
    if (value instanceof Value.Bool bool) {
      json.writeBoolean(bool.on());
    } else if (value instanceof Value.Text text) {
      json.writeString(text.text());
    } else if (value instanceof Value.Num number) {
      double figure = number.number();
      if (figure == Math.rint(figure) && Math.abs(figure) < 1e15) {
        json.writeNumber((long) figure);
      } else {
        json.writeNumber(figure);
      }
    }
  }
}
