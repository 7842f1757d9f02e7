package io.campustwin.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What was done is in the audit in the end, in its order, however long the disk was full. */
class PatientAuditTest {
  private final FullableStore store = new FullableStore();
  private final PatientAudit audit = new PatientAudit(store);

  /** An audit that has room or not. */
  private static final class FullableStore implements AuditStore {
    private final List<String> written = new ArrayList<>();
    private boolean full;

    @Override
    public AuditEntry append(
        long time, String user, String action, String target, String outcome, String detail)
        throws IOException {
      if (full) {
        throw new IOException("full");
      }
      written.add(time + " " + target);
      return new AuditEntry(written.size(), time, user, action, target, outcome, detail, "");
    }

    @Override
    public List<AuditEntry> list(long before, int limit) {
      return List.of();
    }

    @Override
    public OptionalLong verify() {
      return OptionalLong.empty();
    }
  }

  private boolean follow(int time) {
    return audit.follow(time, "bob", "command", "c" + time, "ok", "");
  }

  @Test
  void a1_entriesWaitInOrderAndGoBeforeTheNext() throws IOException {
    assertThat(follow(1)).isTrue();
    store.full = true;
    assertThat(follow(2)).isFalse();
    assertThat(follow(3)).isFalse();
    assertThatThrownBy(() -> audit.append(4, "bob", "logout", "c4", "ok", ""))
        .isInstanceOf(IOException.class);
    assertThat(audit.tryWaiting()).isFalse();
    store.full = false;
    audit.append(5, "bob", "login", "c5", "ok", "");
    assertThat(store.written).containsExactly("1 c1", "2 c2", "3 c3", "5 c5");
  }

  @Test
  void a2_whoReadsTheAuditSeesThem() throws IOException {
    store.full = true;
    assertThat(follow(1)).isFalse();
    assertThat(audit.list(Long.MAX_VALUE, 9)).isEmpty();
    store.full = false;
    assertThat(audit.list(Long.MAX_VALUE, 9)).isEmpty();
    assertThat(store.written).containsExactly("1 c1");
    assertThat(audit.verify()).isEmpty();
  }

  @Test
  void b1_thereIsAnEndToWaiting() {
    store.full = true;
    for (int time = 0; time <= PatientAudit.ROOM; time++) {
      follow(time);
    }
    store.full = false;
    assertThat(audit.tryWaiting()).isTrue();
    assertThat(store.written).hasSize(PatientAudit.ROOM).startsWith("1 c1");
  }
}
