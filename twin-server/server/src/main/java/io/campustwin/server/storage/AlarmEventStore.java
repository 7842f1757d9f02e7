package io.campustwin.server.storage;

import io.campustwin.asset.AlarmRule;
import io.campustwin.engine.alarm.AlarmEvent;
import io.campustwin.engine.alarm.AlarmState;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The events of alarms for good, in one SQLite file, by their numbers: writing one again changes nothing. About 100
 * bytes an event; none is ever dropped. Any thread.
 */
public final class AlarmEventStore implements AutoCloseable {
  private static final List<String> MIGRATIONS = List.of("""
          CREATE TABLE event (
            number INTEGER PRIMARY KEY, time INTEGER NOT NULL, point TEXT NOT NULL, alarm TEXT NOT NULL,
            kind TEXT NOT NULL, state TEXT NOT NULL, priority TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL)

          CREATE INDEX event_time ON event (time)""");

  private final SqliteFile file;

  private AlarmEventStore(SqliteFile file) {
    this.file = file;
  }

  /** Opens or creates the file. */
  public static AlarmEventStore open(Path path) throws IOException {
    return new AlarmEventStore(SqliteFile.open(path, MIGRATIONS, 0));
  }

  /** Durable when this returns. */
  public void append(List<AlarmEvent> events) throws IOException {
    file.write(connection -> {
      try (PreparedStatement insert = connection.prepareStatement(
          "INSERT OR IGNORE INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
        for (AlarmEvent event : events) {
          insert(insert, event);
        }
        return events.size();
      }
    });
  }

  private static void insert(PreparedStatement insert, AlarmEvent event) throws SQLException {
    insert.setLong(1, event.number());
    insert.setLong(2, event.time());
    insert.setString(3, event.point().text());
    insert.setString(4, event.alarm());
    insert.setString(5, event.kind().name());
    insert.setString(6, event.state().name());
    insert.setString(7, event.priority().name());
    insert.setString(8, type(event.value()));
    insert.setString(9, event.value() == null ? "" : event.value().toString());
    insert.executeUpdate();
  }

  /** At most {@code limit} events with a number above {@code after} and not before {@code from}, in their order. */
  public List<AlarmEvent> list(long after, long from, int limit) throws IOException {
    return file.read(connection -> {
      List<AlarmEvent> events = new ArrayList<>();
      try (PreparedStatement select = connection.prepareStatement(
          "SELECT * FROM event WHERE number > ? AND time >= ? ORDER BY number LIMIT ?")) {
        select.setLong(1, after);
        select.setLong(2, from);
        select.setInt(3, limit);
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            events.add(event(row));
          }
        }
      }
      return events;
    });
  }

  /** Number of the newest event, 0 if there is none. */
  public long last() throws IOException {
    return file.read(AlarmEventStore::last);
  }

  private static long last(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT ifnull(max(number), 0) FROM event");
        ResultSet row = select.executeQuery()) {
      return row.getLong(1);
    }
  }

  private static AlarmEvent event(ResultSet row) throws SQLException {
    return new AlarmEvent(
        row.getLong(1),
        row.getLong(2),
        PointId.of(row.getString(3)),
        row.getString(4),
        AlarmEvent.Kind.valueOf(row.getString(5)),
        AlarmState.valueOf(row.getString(6)),
        AlarmRule.Priority.valueOf(row.getString(7)),
        value(row.getString(8), row.getString(9)));
  }

  private static String type(@Nullable Value value) {
    return value == null ? "none" : value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Value value(String type, String text) {
    return switch (type) {
      case "bool" -> Value.of(Boolean.parseBoolean(text));
      case "num" -> Value.of(Double.parseDouble(text));
      case "text" -> Value.of(text);
      default -> null;
    };
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
