package io.campustwin.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditStoreTest {
  private static final long DAY = Duration.ofDays(1).toMillis();

  @TempDir
  Path folder;

  private SqliteAuditStore store;

  @BeforeEach
  void open() throws IOException {
    store = SqliteAuditStore.open(folder.resolve("audit.db"), Duration.ofDays(200));
  }

  @AfterEach
  void close() throws IOException {
    store.close();
  }

  @Test
  void a1_entriesAreNumberedChainedAndPagedNewestFirst() throws IOException {
    AuditEntry first = store.append(5, "admin", "login", "", "ok", "");
    AuditEntry second = store.append(6, "admin", "command", "c1", "denied", "其他楼宇");
    assertThat(first.number()).isEqualTo(1);
    assertThat(second.hash()).hasSize(64).isNotEqualTo(first.hash());
    close();
    open();
    AuditEntry third = store.append(7, "visitor", "login", "", "failed", "");
    assertThat(store.list(Long.MAX_VALUE, 10)).containsExactly(third, second, first);
    assertThat(store.list(3, 1)).containsExactly(second);
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void b1_aChangedEntryIsNamed() throws Exception {
    fill(5);
    tamper("UPDATE entry SET outcome = 'denied' WHERE number = 3");
    assertThat(store.verify()).hasValue(3);
  }

  @Test
  void b2_aRemovedEntryIsNamedAlsoAtTheEnd() throws Exception {
    fill(5);
    tamper("DELETE FROM entry WHERE number = 5");
    assertThat(store.verify()).hasValue(5);
    tamper("DELETE FROM entry WHERE number = 2");
    assertThat(store.verify()).hasValue(2);
  }

  @Test
  void b3_theFileItselfRefusesChanges() throws IOException {
    fill(2);
    assertThatThrownBy(() -> sql("UPDATE entry SET user = 'x'"))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> sql("DELETE FROM entry")).hasMessageContaining("append-only");
  }

  @Test
  void c1_oldEntriesArePrunedAndTheRestStaysProven() throws Exception {
    for (int i = 0; i < 255; i++) {
      store.append(i * DAY, "admin", "login", "", "ok", "");
    }
    assertThat(store.list(Long.MAX_VALUE, 999)).hasSize(255);
    store.append(255 * DAY, "admin", "login", "", "ok", "");
    assertThat(store.list(Long.MAX_VALUE, 999)).hasSize(201);
    assertThat(store.verify()).isEmpty();
    tamper("DELETE FROM entry WHERE number = 56");
    assertThat(store.verify()).hasValue(56);
  }

  @Test
  void c2_lessThanSixMonthsIsRefused() {
    assertThatThrownBy(() -> SqliteAuditStore.open(folder.resolve("short.db"), Duration.ofDays(30)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at least 183 days");
  }

  private void fill(int entries) throws IOException {
    for (int i = 0; i < entries; i++) {
      store.append(i, "admin", "login", "t" + i, "ok", "");
    }
    assertThat(store.verify()).isEmpty();
  }

  private void tamper(String sql) throws SQLException {
    sql("DROP TRIGGER IF EXISTS entry_never_changes");
    sql("DROP TRIGGER IF EXISTS entry_stays");
    sql(sql);
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("audit.db"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
