package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.engine.branch.Replay;
import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.journal.MemoryJournalStore;
import io.campustwin.engine.rule.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Any range of the journal gives the hash that its outputs had when they happened. */
class R02_ReplayRangeTest {
  private final Rules rules = D01_LinkageTest.rules();
  private final List<Input> inputs = RandomInputs.of(7, 400);
  private final MemoryJournalStore store = new MemoryJournalStore();
  private final Replay.Source source = new Replay.Source(TinyCampus.model(), rules, store);

  @BeforeEach
  void journal() throws IOException {
    store.append(1, inputs.stream().map(InputCodec::encode).toList());
  }

  /** Of the outputs of inputs {@code from} to {@code to} as they happened. */
  private String lived(int from, int to) {
    Engine engine = Engine.of(TinyCampus.model(), rules);
    OutputHash hash = new OutputHash();
    for (int i = 1; i <= to; i++) {
      List<Output> outputs = engine.apply(inputs.get(i - 1));
      if (i >= from) {
        hash.add(outputs);
      }
    }
    return hash.hex();
  }

  private Replay.Report replay(long from, long to) throws Exception {
    return Replay.run(source, from, to, now -> {});
  }

  @Test
  void a1_wholeAndPart() throws Exception {
    assertThat(replay(0, 0).hash())
        .isEqualTo(lived(1, 400))
        .isEqualTo(replay(1, 400).hash());
    assertThat(replay(0, 0).inputs()).isEqualTo(400);
    Replay.Report part = replay(100, 300);
    assertThat(part.hash()).isEqualTo(lived(100, 300));
    assertThat(List.of(part.first(), part.last(), part.inputs(), part.snapshot()))
        .containsExactly(100L, 300L, 201L, 0L);
    assertThat(replay(400, 400).inputs()).isEqualTo(1);
  }

  @Test
  void a2_afterASnapshotFromItOn() throws Exception {
    Engine engine = Engine.of(TinyCampus.model(), rules);
    inputs.subList(0, 150).forEach(engine::apply);
    store.saveSnapshot(150, engine.save());
    assertThat(replay(200, 300).hash()).isEqualTo(lived(200, 300));
    assertThat(replay(0, 300).hash()).isEqualTo(lived(151, 300));
    assertThat(replay(151, 0).snapshot()).isEqualTo(150);
    assertThatThrownBy(() -> replay(150, 300))
        .isInstanceOf(Replay.OutOfRange.class)
        .hasMessageContaining("151 to 400");
  }

  @Test
  void a3_whatIsNotThereIsNamed() {
    for (long[] range : new long[][] {{401, 0}, {0, 401}, {300, 299}}) {
      assertThatThrownBy(() -> replay(range[0], range[1]))
          .isInstanceOfSatisfying(Replay.OutOfRange.class, fault -> {
            assertThat(fault.first()).isEqualTo(1);
            assertThat(fault.last()).isEqualTo(400);
          });
    }
  }

  @Test
  void a4_thePaceHearsEveryInputCounted() throws Exception {
    List<Long> times = new ArrayList<>();
    Replay.Report report = Replay.run(source, 391, 0, times::add);
    assertThat(times).hasSize(10).isSorted();
    assertThat(report.start()).isEqualTo(times.get(0));
    assertThat(report.end()).isEqualTo(times.get(9));
  }

  @Test
  void b1_aGapIsNamed() throws IOException {
    MemoryJournalStore gap = new MemoryJournalStore();
    gap.append(5, List.of(InputCodec.encode(inputs.get(0))));
    assertThatThrownBy(
            () -> Replay.run(new Replay.Source(TinyCampus.model(), rules, gap), 0, 0, now -> {}))
        .isInstanceOf(BadBytes.class)
        .hasMessageContaining("input 1 is missing");
  }
}
