package io.campustwin.server.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Persons and their accounts in one SQLite file. {@code person} is the one table where a name stands; everything else,
 * here and in every other file, knows a person by the key. An erased person keeps the key and nothing else; until the
 * file is swept of the old bytes the person is marked as being erased, so that a stop in between is made up for at the
 * next opening.
 */
public final class SqliteUserStore implements UserStore, AutoCloseable {
  private static final List<String> MIGRATIONS = List.of("""
          CREATE TABLE account (
            name TEXT PRIMARY KEY, role TEXT NOT NULL, buildings TEXT NOT NULL, must_change INTEGER NOT NULL,
            disabled INTEGER NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, password TEXT NOT NULL) WITHOUT ROWID""", """
          CREATE TABLE person (
            key TEXT PRIMARY KEY, name TEXT UNIQUE, erased INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID

          INSERT INTO person (key, name) SELECT 'u:' || lower(hex(randomblob(8))), name FROM account

          ALTER TABLE account RENAME TO account_by_name

          CREATE TABLE account (
            person TEXT PRIMARY KEY, role TEXT NOT NULL, buildings TEXT NOT NULL, must_change INTEGER NOT NULL,
            disabled INTEGER NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, password TEXT NOT NULL) WITHOUT ROWID

          INSERT INTO account SELECT person.key, role, buildings, must_change, disabled, created, changed, password
            FROM account_by_name JOIN person ON person.name = account_by_name.name

          DROP TABLE account_by_name""");
  private static final String COLUMNS =
      "role, buildings, must_change, disabled, created, changed, password";
  private static final String SELECT =
      "SELECT key, name, role, buildings, must_change, disabled, created, changed"
          + " FROM account JOIN person ON person = key ";
  private static final String BY_NAME = " WHERE person = (SELECT key FROM person WHERE name = ?)";

  /** Mark of a person whose old bytes may still lie in the file. */
  private static final int BEING_ERASED = 1;

  private final SqliteFile file;
  private final PasswordHash nobody = PasswordHash.nobody();

  private SqliteUserStore(SqliteFile file) {
    this.file = file;
  }

  public static SqliteUserStore open(Path path) throws IOException {
    SqliteUserStore store = new SqliteUserStore(SqliteFile.open(path, MIGRATIONS, 0));
    try {
      store.finishErasing();
      return store;
    } catch (IOException fault) {
      store.close();
      throw fault;
    }
  }

  @Override
  public String keyOf(String name) throws IOException {
    return file.write(connection -> key(connection, name));
  }

  private static String key(Connection connection, String name) throws SQLException {
    change(
        connection,
        "INSERT INTO person (key, name) VALUES ('u:' || lower(hex(randomblob(8))), ?)"
            + " ON CONFLICT (name) DO NOTHING",
        name);
    try (PreparedStatement select =
        connection.prepareStatement("SELECT key FROM person WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getString(1);
      }
    }
  }

  @Override
  public Map<String, String> listPeople() throws IOException {
    return file.read(connection -> {
      Map<String, String> people = new LinkedHashMap<>();
      try (PreparedStatement select = connection.prepareStatement(
              "SELECT key, name FROM person WHERE name IS NOT NULL ORDER BY key");
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          people.put(row.getString(1), row.getString(2));
        }
      }
      return people;
    });
  }

  @Override
  public boolean erase(String name, long now) throws IOException {
    boolean known = file.write(connection -> {
      change(connection, "DELETE FROM account" + BY_NAME, name);
      return change(
          connection,
          "UPDATE person SET name = NULL, erased = " + BEING_ERASED + " WHERE name = ?",
          name);
    });
    if (known) {
      finishErasing(now);
    }
    return known;
  }

  /** Makes up for a stop in the middle of erasing; the moment is not known any more, so the least possible stands. */
  private void finishErasing() throws IOException {
    boolean begun = file.read(connection -> {
      try (PreparedStatement select =
              connection.prepareStatement("SELECT 1 FROM person WHERE erased = " + BEING_ERASED);
          ResultSet row = select.executeQuery()) {
        return row.next();
      }
    });
    if (begun) {
      finishErasing(BEING_ERASED + 1);
    }
  }

  private void finishErasing(long now) throws IOException {
    file.sweep();
    file.write(connection -> {
      try (PreparedStatement update = connection.prepareStatement(
          "UPDATE person SET erased = ? WHERE erased = " + BEING_ERASED)) {
        update.setLong(1, now);
        return update.executeUpdate();
      }
    });
  }

  private static boolean change(Connection connection, String sql, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, name);
      return statement.executeUpdate() > 0;
    }
  }

  @Override
  public Optional<User> find(String name) throws IOException {
    return file.read(connection -> {
      try (PreparedStatement select = connection.prepareStatement(SELECT + BY_NAME)) {
        select.setString(1, name);
        return users(select).stream().findFirst();
      }
    });
  }

  @Override
  public List<User> list() throws IOException {
    return file.read(connection -> {
      try (PreparedStatement select = connection.prepareStatement(SELECT + "ORDER BY name")) {
        return users(select);
      }
    });
  }

  @Override
  public boolean create(User user, char[] password) throws IOException {
    String hash = PasswordHash.of(password).toString();
    return file.write(connection -> {
      String key = key(connection, user.name());
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO account (person, "
          + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (person) DO NOTHING")) {
        insert.setString(1, key);
        insert.setString(2, user.role());
        insert.setString(3, join(user.buildings()));
        insert.setBoolean(4, user.mustChange());
        insert.setBoolean(5, user.disabled());
        insert.setLong(6, user.created());
        insert.setLong(7, user.changed());
        insert.setString(8, hash);
        return insert.executeUpdate() == 1;
      }
    });
  }

  @Override
  public boolean verify(String name, char[] password) throws IOException {
    Optional<String> stored = findHash(name);
    PasswordHash hash = stored.map(PasswordHash::parse).orElse(nobody);
    boolean right = hash.matches(password) && stored.isPresent();
    if (right && hash.isWeak()) {
      setHash(name, PasswordHash.of(password), stored.get());
    }
    return right;
  }

  @Override
  public boolean changePassword(String name, char[] password, boolean mustChange, long now)
      throws IOException {
    String hash = PasswordHash.of(password).toString();
    return file.write(connection -> {
      try (PreparedStatement update = connection.prepareStatement(
          "UPDATE account SET password = ?, must_change = ?, changed = ?" + BY_NAME)) {
        update.setString(1, hash);
        update.setBoolean(2, mustChange);
        update.setLong(3, now);
        update.setString(4, name);
        return update.executeUpdate() == 1;
      }
    });
  }

  @Override
  public boolean update(User user) throws IOException {
    return file.write(connection -> {
      try (PreparedStatement update = connection.prepareStatement(
          "UPDATE account SET role = ?, buildings = ?, disabled = ?, changed = ?,"
              + " must_change = ?" + BY_NAME)) {
        update.setString(1, user.role());
        update.setString(2, join(user.buildings()));
        update.setBoolean(3, user.disabled());
        update.setLong(4, user.changed());
        update.setBoolean(5, user.mustChange());
        update.setString(6, user.name());
        return update.executeUpdate() == 1;
      }
    });
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** The hash of an account that may log in. */
  private Optional<String> findHash(String name) throws IOException {
    return file.read(connection -> {
      try (PreparedStatement select = connection.prepareStatement(
          "SELECT password FROM account" + BY_NAME + " AND disabled = 0")) {
        select.setString(1, name);
        try (ResultSet row = select.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
      }
    });
  }

  private void setHash(String name, PasswordHash hash, String old) throws IOException {
    file.write(connection -> {
      try (PreparedStatement update = connection.prepareStatement(
          "UPDATE account SET password = ?" + BY_NAME + " AND password = ?")) {
        update.setString(1, hash.toString());
        update.setString(2, name);
        update.setString(3, old);
        return update.executeUpdate();
      }
    });
  }

  private static List<User> users(PreparedStatement select) throws SQLException {
    List<User> users = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        users.add(new User(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            split(row.getString(4)),
            row.getBoolean(5),
            row.getBoolean(6),
            row.getLong(7),
            row.getLong(8)));
      }
    }
    return users;
  }

  private static String join(Set<String> ids) {
    return String.join("\n", new TreeSet<>(ids));
  }

  private static Set<String> split(String ids) {
    return ids.isEmpty() ? Set.of() : Set.of(ids.split("\n"));
  }
}
