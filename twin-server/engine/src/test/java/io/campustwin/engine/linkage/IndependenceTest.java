package io.campustwin.engine.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.signal.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndependenceTest {
  private static Set<String> pieces(String... ids) {
    return new LinkedHashSet<>(List.of(ids));
  }

  private static boolean isPossible(String... terms) {
    return Independence.isPossible(List.of(terms).stream()
        .map(term -> term.isEmpty() ? pieces() : pieces(term.split(" ")))
        .toList());
  }

  @Test
  void everyTermNeedsAPieceOfItsOwn() {
    assertThat(isPossible("a", "b")).isTrue();
    assertThat(isPossible("a", "a")).isFalse();
    assertThat(isPossible("a", "")).isFalse();
    assertThat(isPossible()).isTrue();
  }

  @Test
  void whoCameFirstGivesWayWhereItCan() {
    assertThat(isPossible("a b", "a")).isTrue();
    assertThat(isPossible("a b", "a c", "a")).isTrue();
    assertThat(isPossible("a b", "b c", "c a", "a b c")).isFalse();
    assertThat(isPossible("a b", "b c", "c d", "a")).isTrue();
  }

  @Test
  void aLimitIsPassedBeyondIt() {
    Cause.Term between = new Cause.Term(new Selector("", "", "x"), null, 10, 20);
    assertThat(
            List.of(10.0, 10.1, 19.9, 20.0).stream().map(number -> between.isMet(Value.of(number))))
        .containsExactly(false, true, true, false);
    assertThat(between.isMet(Value.of("15"))).isFalse();
    Cause.Term word = new Cause.Term(new Selector("", "", "x"), Value.of("on"), 0, 0);
    assertThat(word.isMet(Value.of("on"))).isTrue();
    assertThat(word.isMet(Value.of(0))).isFalse();
  }

  @Test
  void wordsAreThoseOfTheFiles() {
    assertThat(Effect.Where.STOREYS_AROUND.word()).isEqualTo("storeys-around");
    assertThat(Effect.Until.CAUSE_GONE.word()).isEqualTo("cause-gone");
    assertThat(Cause.Within.FIRE_COMPARTMENT.word()).isEqualTo("fire-compartment");
    assertThat(EffectRun.By.PLATFORM.word()).isEqualTo("platform");
    assertThat(EffectRun.Outcome.MISSING.word()).isEqualTo("missing");
  }
}
