package io.campustwin.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.campustwin.engine.bytes.ByteReader;
import io.campustwin.engine.bytes.ByteWriter;
import io.campustwin.signal.PointId;
import io.campustwin.signal.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private static final int MANY = 1_000;

  private final Ledger ledger = new Ledger();

  /** A command of many items that have all reached a state. */
  private long command(String id, CommandState state) {
    long first = ledger.open(id, MANY);
    for (int n = 1; n <= MANY; n++) {
      ledger.append(new CommandItem(
          id + "." + n,
          id,
          "bob",
          PointId.of("P.x"),
          Value.of(n),
          8,
          state,
          "",
          "",
          Map.of(state, 1L)));
    }
    ledger.trim();
    return first;
  }

  private void fill(String prefix, int commands) {
    for (int n = 0; n < commands; n++) {
      command(prefix + n, CommandState.CONFIRMED);
    }
  }

  @Test
  void theNewestTwentyThousandItemsAreKept() {
    fill("c", 20);
    assertThat(ledger.knows("c0")).isTrue();
    fill("d", 2);
    assertThat(ledger.knows("c0")).isFalse();
    assertThat(ledger.knows("c1")).isFalse();
    assertThat(ledger.knows("c2")).isTrue();
    Ledger.View view = ledger.freeze();
    assertThat(view.listItems("c1")).isEmpty();
    assertThat(view.listItems("c2")).hasSize(MANY).first().extracting("id").isEqualTo("c2.1");
    assertThat(view.newest(3)).extracting("id").containsExactly("d1.1000", "d1.999", "d1.998");
    assertThat(view.newest(99_999)).hasSize(Ledger.LIMIT);
  }

  @Test
  void whatIsUnderWayIsKeptWithAllThatCameAfterIt() {
    long first = command("slow", CommandState.CONFIRMED);
    ledger.enter(first + MANY - 1, CommandState.SENT, CommandReason.NONE, "", 2);
    fill("c", 21);
    assertThat(ledger.knows("slow")).isTrue();
    assertThat(ledger.knows("c0")).isTrue();
    ledger.enter(first + MANY - 1, CommandState.CONFIRMED, CommandReason.NONE, "", 3);
    ledger.trim();
    assertThat(ledger.knows("slow")).isFalse();
    assertThat(ledger.knows("c0")).isFalse();
    assertThat(ledger.knows("c1")).isTrue();
    ledger.trim();
    assertThat(ledger.freeze().newest(99_999)).hasSize(Ledger.LIMIT);
  }

  @Test
  void aViewOfBeforeShowsNothingOfWhatCameAfter() {
    fill("c", 1);
    Ledger.View before = ledger.freeze();
    fill("d", 1);
    assertThat(before.listItems("d0")).isEmpty();
    assertThat(before.listItems("c0")).hasSize(MANY);
  }

  @Test
  void aRestoredLedgerFindsItemsByTheirOldPlaces() {
    fill("c", 22);
    long place = command("d", CommandState.CONFIRMED) + 4;
    ByteWriter out = new ByteWriter();
    ledger.save(out);
    Ledger restored = Ledger.restore(new ByteReader(out.toBytes()));
    assertThat(restored.get(restored.index(place)).id()).isEqualTo("d.5");
    assertThat(restored.knows("c2")).isFalse();
    assertThat(restored.freeze().listItems("c3")).hasSize(MANY);
    assertThat(restored.freeze().listItems("d")).extracting("id").startsWith("d.1", "d.2");
  }

  @Test
  void everyStateIsDatedAndTheEndsAreFinal() {
    long first = command("c", CommandState.REQUESTED);
    ledger.enter(first, CommandState.SENT, CommandReason.NONE, "", 5);
    assertThat(ledger.get(first).times())
        .containsExactly(Map.entry(CommandState.REQUESTED, 1L), Map.entry(CommandState.SENT, 5L));
    assertThat(List.of(CommandState.values()).stream().filter(CommandState::isFinal))
        .doesNotContain(CommandState.SENT, CommandState.ACKNOWLEDGED, CommandState.ACCEPTED)
        .contains(CommandState.CONFIRMED, CommandState.REJECTED, CommandState.RELINQUISHED);
  }
}
