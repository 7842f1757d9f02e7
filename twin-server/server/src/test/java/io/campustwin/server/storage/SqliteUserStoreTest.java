package io.campustwin.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteUserStoreTest {
  private static final User LI = new User(
      "li.na", "operator", Set.of("B", "A"), true, false, 1_700_000_000_000L, 1_700_000_000_000L);

  @TempDir
  Path folder;

  private SqliteUserStore store;

  @BeforeEach
  void open() throws IOException {
    store = SqliteUserStore.open(folder.resolve("users.db"));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void a1_anAccountIsKeptOverAReopen() throws IOException {
    assertThat(store.create(LI, "密码 one".toCharArray())).isTrue();
    assertThat(store.create(LI, "other".toCharArray())).isFalse();
    store.close();
    open();
    assertThat(store.find("li.na")).contains(keyed(LI));
    assertThat(store.find("nobody")).isEmpty();
    assertThat(store.list()).containsExactly(keyed(LI));
    assertThat(store.verify("li.na", "密码 one".toCharArray())).isTrue();
    assertThat(store.verify("li.na", "密码 two".toCharArray())).isFalse();
    assertThat(store.verify("nobody", "-".toCharArray())).isFalse();
  }

  @Test
  void a2_aChangedPasswordReplacesTheOld() throws IOException {
    store.create(LI, "initial".toCharArray());
    assertThat(store.changePassword("li.na", "chosen".toCharArray(), false, 1_700_000_000_009L))
        .isTrue();
    assertThat(store.changePassword("nobody", "chosen".toCharArray(), false, 1_700_000_000_009L))
        .isFalse();
    assertThat(store.verify("li.na", "initial".toCharArray())).isFalse();
    assertThat(store.verify("li.na", "chosen".toCharArray())).isTrue();
    assertThat(store.find("li.na").orElseThrow().mustChange()).isFalse();
    assertThat(store.find("li.na").orElseThrow().changed()).isEqualTo(1_700_000_000_009L);
  }

  @Test
  void a3_aDisabledAccountCannotLogIn() throws IOException {
    store.create(LI, "secret".toCharArray());
    User off =
        new User("li.na", "engineer", Set.of(), false, true, LI.created(), 1_700_000_000_009L);
    assertThat(store.update(off)).isTrue();
    assertThat(store.update(new User("nobody", "admin", Set.of(), false, false, 0, 0)))
        .isFalse();
    assertThat(store.find("li.na")).contains(keyed(off));
    assertThat(store.verify("li.na", "secret".toCharArray())).isFalse();
  }

  @Test
  void b1_theHashIsSaltedSlowAndNamesItsCost() throws Exception {
    store.create(LI, "secret".toCharArray());
    store.create(new User("wang", "admin", Set.of(), false, false, 1, 1), "secret".toCharArray());
    String first = stored("li.na");
    assertThat(first).startsWith("pbkdf2-sha512$210000$").doesNotContain("secret");
    assertThat(stored("wang")).isNotEqualTo(first);
  }

  @Test
  void b2_anOldCheaperHashIsRenewedAtLogin() throws Exception {
    store.create(LI, "secret".toCharArray());
    set("li.na", PasswordHash.of("secret".toCharArray(), 1_000).toString());
    assertThat(store.verify("li.na", "wrong".toCharArray())).isFalse();
    assertThat(stored("li.na")).startsWith("pbkdf2-sha512$1000$");
    assertThat(store.verify("li.na", "secret".toCharArray())).isTrue();
    assertThat(stored("li.na")).startsWith("pbkdf2-sha512$210000$");
    assertThat(store.verify("li.na", "secret".toCharArray())).isTrue();
  }

  @Test
  void b3_aHashOfAnotherKindIsRefused() {
    assertThatThrownBy(() -> PasswordHash.parse("md5$x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void c1_aPersonIsKnownByAKeyThatOutlivesTheName() throws Exception {
    store.create(LI, "secret".toCharArray());
    String key = store.keyOf("li.na");
    assertThat(key).matches("u:[0-9a-f]{16}").isEqualTo(store.keyOf("li.na"));
    assertThat(store.keyOf("os:root")).isNotEqualTo(key);
    assertThat(store.listPeople()).containsEntry(key, "li.na").containsValue("os:root");
    assertThat(store.list()).hasSize(1);
    assertThat(store.erase("li.na", 7)).isTrue();
    assertThat(store.erase("li.na", 7)).isFalse();
    assertThat(store.find("li.na")).isEmpty();
    assertThat(store.verify("li.na", "secret".toCharArray())).isFalse();
    assertThat(store.listPeople()).doesNotContainKey(key);
    assertThat(store.create(LI, "secret".toCharArray())).isTrue();
    assertThat(store.keyOf("li.na")).isNotEqualTo(key);
  }

  @Test
  void c2_erasingThatWasCutShortIsMadeUpForAtTheNextOpening() throws Exception {
    store.create(LI, "secret".toCharArray());
    try (Connection connection = connect();
        PreparedStatement update =
            connection.prepareStatement("UPDATE person SET name = NULL, erased = 1")) {
      update.executeUpdate();
    }
    store.close();
    open();
    try (Connection connection = connect();
        PreparedStatement select = connection.prepareStatement("SELECT erased FROM person");
        ResultSet row = select.executeQuery()) {
      assertThat(row.getLong(1)).isEqualTo(2);
    }
    byte[] file = java.nio.file.Files.readAllBytes(folder.resolve("users.db"));
    assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("li.na");
  }

  /** As the store gives it, with the key that it chose. */
  private User keyed(User user) throws IOException {
    return new User(
        store.keyOf(user.name()),
        user.name(),
        user.role(),
        user.buildings(),
        user.mustChange(),
        user.disabled(),
        user.created(),
        user.changed());
  }

  private String stored(String name) throws Exception {
    try (Connection connection = connect();
        PreparedStatement select = connection.prepareStatement(
            "SELECT password FROM account JOIN person ON person = key WHERE name = ?")) {
      select.setString(1, name);
      try (ResultSet row = select.executeQuery()) {
        return row.getString(1);
      }
    }
  }

  private void set(String name, String hash) throws Exception {
    try (Connection connection = connect();
        PreparedStatement update = connection.prepareStatement(
            "UPDATE account SET password = ? WHERE person = (SELECT key FROM person WHERE name = ?)")) {
      update.setString(1, hash);
      update.setString(2, name);
      update.executeUpdate();
    }
  }

  private Connection connect() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("users.db"));
  }
}
