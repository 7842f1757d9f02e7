package io.campustwin.server.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Accounts in one SQLite file: the one table where a person's name stands. */
public final class SqliteUserStore implements UserStore, AutoCloseable {
  private static final List<String> MIGRATIONS = List.of("""
          CREATE TABLE account (
            name TEXT PRIMARY KEY, role TEXT NOT NULL, buildings TEXT NOT NULL, must_change INTEGER NOT NULL,
            disabled INTEGER NOT NULL, created INTEGER NOT NULL, changed INTEGER NOT NULL, password TEXT NOT NULL) WITHOUT ROWID""");
  private static final String COLUMNS =
      "name, role, buildings, must_change, disabled, created, changed";

  private final SqliteFile file;
  private final PasswordHash nobody = PasswordHash.nobody();

  private SqliteUserStore(SqliteFile file) {
    this.file = file;
  }

  public static SqliteUserStore open(Path path) throws IOException {
    return new SqliteUserStore(SqliteFile.open(path, MIGRATIONS, 0));
  }

  @Override
  public Optional<User> find(String name) throws IOException {
    return file.read(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT " + COLUMNS + " FROM account WHERE name = ?")) {
        select.setString(1, name);
        return users(select).stream().findFirst();
      }
    });
  }

  @Override
  public List<User> list() throws IOException {
    return file.read(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement("SELECT " + COLUMNS + " FROM account ORDER BY name")) {
        return users(select);
      }
    });
  }

  @Override
  public boolean create(User user, char[] password) throws IOException {
    String hash = PasswordHash.of(password).toString();
    return file.write(connection -> {
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO account (" + COLUMNS
          + ", password) VALUES (?, ?, ?, ?, ?, ?, ?, ?)" + " ON CONFLICT (name) DO NOTHING")) {
        insert.setString(1, user.name());
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
          "UPDATE account SET password = ?, must_change = ?, changed = ? WHERE name = ?")) {
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
              + " must_change = ? WHERE name = ?")) {
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
          "SELECT password FROM account WHERE name = ? AND disabled = 0")) {
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
          "UPDATE account SET password = ? WHERE name = ? AND password = ?")) {
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
            split(row.getString(3)),
            row.getBoolean(4),
            row.getBoolean(5),
            row.getLong(6),
            row.getLong(7)));
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
