package io.campustwin.engine.control.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import org.junit.jupiter.api.Test;

class BudgetTest {
  @Test
  void powerOnItsWayUpCountsUntilItHasSettled() {
    Budget budget = new Budget(0, 5_000);
    budget.spend(4_000, 3_000, 1_000);
    assertThat(budget.allows(2_000, 2_500)).isFalse();
    assertThat(budget.allows(2_000, 3_999)).isFalse();
    assertThat(budget.allows(1_000, 3_999)).as("just the limit").isTrue();
    assertThat(budget.allows(0, 3_999)).as("adds nothing").isTrue();
    assertThat(budget.allows(-1, 3_999)).isTrue();
    assertThat(budget.allows(2_000, 4_000)).isTrue();
  }

  @Test
  void whatGoesDownFreesNothing() {
    Budget budget = new Budget(0, 5_000);
    budget.spend(-9_000, 3_000, 1_000);
    budget.spend(4_000, 3_000, 1_000);
    assertThat(budget.allows(2_000, 1_000)).isFalse();
  }

  @Test
  void soManyStartInEachSecond() {
    Budget budget = new Budget(2, 0);
    budget.spend(0, 100, 1_000);
    assertThat(budget.allows(0, 1_500)).isTrue();
    budget.spend(0, 100, 1_500);
    assertThat(budget.allows(0, 1_999))
        .as("settled, but sent within the second")
        .isFalse();
    assertThat(budget.allows(0, 2_000)).isTrue();
    budget.spend(0, 100, 2_000);
    assertThat(budget.allows(0, 2_499)).isFalse();
  }

  @Test
  void itGoesOnAfterARestoreAsBefore() {
    Budget budget = new Budget(1, 5_000);
    budget.spend(4_000, 3_000, 1_000);
    ByteWriter out = new ByteWriter();
    budget.save(out);
    Budget restored = Budget.restore(new ByteReader(out.toBytes()));
    assertThat(restored.allows(0, 1_999)).isFalse();
    assertThat(restored.allows(2_000, 3_999)).isFalse();
    assertThat(restored.allows(2_000, 4_000)).isTrue();
  }
}
