package io.campustwin.server.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real kills of a real process; {@code campus bench crash} does the same with more of them. */
class CrashRunTest {
  private static final int KILLS = 10;

  @TempDir
  Path folder;

  @Test
  void a1_nothingAcknowledgedIsLostAndNothingActsTwice() throws Exception {
    List<Integer> progress = new ArrayList<>();
    CrashRun.Result result = CrashRun.run(folder, KILLS, 7, progress::add);
    assertThat(result.lost()).isZero();
    assertThat(result.appliedTwice()).isZero();
    assertThat(result.acknowledged()).isGreaterThan(1_000);
    assertThat(result.repeated()).isPositive();
    assertThat(progress).hasSize(KILLS).endsWith(100);
  }

  @Test
  void b1_theBookSeesWhatWasSentTwiceAndRepeatsWhatWasNotAnswered() {
    WriteBook book = new WriteBook();
    assertThat(book.send(3)).isEqualTo("w 1\nw 2\nw 3\n");
    assertThat(book.hear("s 1")).isFalse();
    assertThat(book.hear("a 1")).isTrue();
    assertThat(book.hear("x 3")).isTrue();
    assertThat(book.hear("r")).isFalse();
    assertThat(book.died()).containsExactly(1L);
    assertThat(book.send(3)).isEqualTo("w 3\nw 2\nw 4\n");
    book.hear("s 1");
    book.hear("a 2");
    assertThat(book.sentTwice()).isEqualTo(1);
    assertThat(book.repeated()).isEqualTo(1);
    assertThat(book.refused()).isEqualTo(1);
    assertThat(book.acknowledged()).isEqualTo(2);
  }
}
