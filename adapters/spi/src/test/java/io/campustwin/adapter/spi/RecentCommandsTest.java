package io.campustwin.adapter.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.signal.WriteOutcome;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class RecentCommandsTest {
  private final RecentCommands recent = new RecentCommands(2);
  private int acted;

  @Test
  void a1_actsOncePerId() {
    send("a", WriteOutcome.Kind.ACKNOWLEDGED);
    send("a", WriteOutcome.Kind.ACKNOWLEDGED);
    assertThat(acted).isEqualTo(1);
  }

  @Test
  void a2_aWriteNeverSentCanBeTriedAgain() {
    send("a", WriteOutcome.Kind.LINK_DOWN);
    send("a", WriteOutcome.Kind.ACKNOWLEDGED);
    assertThat(acted).isEqualTo(2);
  }

  @Test
  void a3_memoryIsBounded() {
    send("a", WriteOutcome.Kind.ACKNOWLEDGED);
    send("b", WriteOutcome.Kind.ACKNOWLEDGED);
    send("c", WriteOutcome.Kind.ACKNOWLEDGED);
    send("a", WriteOutcome.Kind.ACKNOWLEDGED);
    assertThat(acted).isEqualTo(4);
  }

  @Test
  void a4_anEmptyIdIsNeverRemembered() {
    send("", WriteOutcome.Kind.ACKNOWLEDGED);
    send("", WriteOutcome.Kind.ACKNOWLEDGED);
    assertThat(acted).isEqualTo(2);
  }

  private void send(String id, WriteOutcome.Kind kind) {
    CompletionStage<WriteOutcome> outcome = recent.once(id, () -> {
      acted++;
      return CompletableFuture.completedFuture(WriteOutcome.of(kind, ""));
    });
    assertThat(outcome).isCompleted();
  }
}
