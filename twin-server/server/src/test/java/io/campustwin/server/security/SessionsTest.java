package io.campustwin.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.server.storage.User;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Sessions end when they should; guessing gets slower. */
class SessionsTest {
  private static final Principal ANN = new Principal("ann", Role.OPERATOR, Set.of(), false);

  private final AtomicLong clock = new AtomicLong(1_000_000);
  private final Sessions sessions = new Sessions(clock::get, 1000, 5000);

  @Test
  void a1_aTokenIsLongAndGood() {
    String token = sessions.begin(ANN);
    assertThat(token).hasSizeGreaterThanOrEqualTo(43);
    assertThat(sessions.find(token).orElseThrow().principal()).isEqualTo(ANN);
    assertThat(sessions.find(token + "x")).isEmpty();
  }

  @Test
  void a2_useKeepsItAliveUpToTheLongest() {
    String token = sessions.begin(ANN);
    for (int i = 0; i < 6; i++) {
      clock.addAndGet(800);
      assertThat(sessions.find(token)).isPresent();
    }
    clock.addAndGet(800);
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void a3_idleEndsIt() {
    String token = sessions.begin(ANN);
    clock.addAndGet(1000);
    assertThat(sessions.isGood(token)).isFalse();
    assertThat(sessions.find(token)).isEmpty();
  }

  @Test
  void a4_aChangedAccountEndsItsSessions() {
    String token = sessions.begin(ANN);
    sessions.endOutdated(user(clock.get()));
    assertThat(sessions.isGood(token)).isTrue();
    sessions.endOutdated(user(clock.get() + 1));
    assertThat(sessions.isGood(token)).isFalse();
  }

  private static User user(long changed) {
    return new User("ann", "operator", Set.of(), false, false, 1, changed);
  }

  @Test
  void b1_guessingGetsSlower() {
    LoginGuard guard = new LoginGuard(clock::get, 3);
    guard.failed("ann");
    guard.failed("ann");
    assertThat(guard.waitMillis("ann")).isZero();
    guard.failed("ann");
    assertThat(guard.waitMillis("ann")).isEqualTo(1000);
    guard.failed("ann");
    assertThat(guard.waitMillis("ann")).isEqualTo(2000);
    guard.succeeded("ann");
    assertThat(guard.waitMillis("ann")).isZero();
  }

  @Test
  void b2_passwords() {
    assertThat(PasswordRules.isAcceptable("admin", "short-1")).isFalse();
    assertThat(PasswordRules.isAcceptable("admin", "aaaaaaaaaaaaaaaa")).isFalse();
    assertThat(PasswordRules.isAcceptable("admin", "my-Admin-word-7")).isFalse();
    assertThat(PasswordRules.isAcceptable("admin", PasswordRules.random())).isTrue();
  }
}
