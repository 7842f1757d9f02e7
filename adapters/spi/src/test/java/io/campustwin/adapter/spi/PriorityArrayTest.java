package io.campustwin.adapter.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.signal.DeviceSlot;
import io.campustwin.signal.Value;
import org.junit.jupiter.api.Test;

class PriorityArrayTest {
  private final PriorityArray empty = PriorityArray.of(Value.of(false));

  @Test
  void a1_emptyArrayHoldsTheRelinquishDefault() {
    assertThat(empty.effective()).isEqualTo(Value.of(false));
    assertThat(empty.level()).isEqualTo(16);
    assertThat(empty.slots()).isEmpty();
  }

  @Test
  void a2_lowestOccupiedLevelHolds() {
    PriorityArray array = empty.with(16, Value.of(false)).with(8, Value.of(true));
    assertThat(array.effective()).isEqualTo(Value.of(true));
    assertThat(array.level()).isEqualTo(8);
    assertThat(array.slots())
        .containsExactly(new DeviceSlot(8, Value.of(true)), new DeviceSlot(16, Value.of(false)));
    assertThat(array.without(8).effective()).isEqualTo(Value.of(false));
    assertThat(empty.slots()).isEmpty();
  }

  @Test
  void a3_levelsAreOneToSixteen() {
    assertThatThrownBy(() -> empty.with(0, Value.of(true))).hasMessageContaining("priority 0");
    assertThatThrownBy(() -> empty.without(17)).hasMessageContaining("priority 17");
  }
}
