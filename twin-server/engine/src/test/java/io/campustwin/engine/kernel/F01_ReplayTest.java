package io.campustwin.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.asset.CampusModel;
import io.campustwin.engine.bytes.BadBytes;
import io.campustwin.engine.rule.Rules;
import io.campustwin.signal.PointId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Same inputs, same outputs to the last bit: straight, through the codec, and across a save in the middle. */
class F01_ReplayTest {
  private final CampusModel model = TinyCampus.model();
  private final Rules rules = D01_LinkageTest.rules();

  private static List<Input> inputs(long seed) {
    return RandomInputs.of(seed, 1_500);
  }

  private String hash(List<Input> inputs, int saveAt) {
    Engine engine = Engine.of(model, rules);
    OutputHash hash = new OutputHash();
    for (int i = 0; i < inputs.size(); i++) {
      if (i == saveAt) {
        byte[] saved = engine.save();
        engine = Engine.restore(model, rules, saved);
        assertThat(engine.save()).isEqualTo(saved);
      }
      hash.add(engine.apply(inputs.get(i)));
    }
    return hash.hex();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void a1_replayGivesTheSameHash(long seed) {
    List<Input> inputs = inputs(seed);
    String straight = hash(inputs, -1);
    assertThat(hash(inputs, -1)).as("seed %d", seed).isEqualTo(straight);
    List<Input> decoded = inputs.stream()
        .map(input -> InputCodec.decode(InputCodec.encode(input)))
        .toList();
    assertThat(decoded).as("seed %d", seed).isEqualTo(inputs);
    for (int saveAt : new int[] {1, 137, 700, 1_400}) {
      assertThat(hash(inputs, saveAt)).as("seed %d, saved at %d", seed, saveAt).isEqualTo(straight);
    }
  }

  @Test
  void a3_twentyRunsOnOneAndTwoThreadsGiveOneHash() throws Exception {
    List<Input> inputs = inputs(42);
    Set<String> hashes = new TreeSet<>();
    for (int threads = 1; threads <= 2; threads++) {
      ExecutorService pool = Executors.newFixedThreadPool(threads);
      try {
        List<Callable<String>> runs = Collections.nCopies(10, () -> hash(inputs, -1));
        for (Future<String> run : pool.invokeAll(runs)) {
          hashes.add(run.get());
        }
      } finally {
        pool.shutdownNow();
      }
    }
    hashes.add(hash(inputs, 750));
    assertThat(hashes).hasSize(1);
  }

  /** Every installed JDK computes the same; with only one installed there is nothing to compare. */
  @Test
  void a4_anotherJdkGivesTheSameHash() throws Exception {
    Path java = OtherJdk.find();
    Assumptions.assumeTrue(java != null, "no other JDK of version 17 or newer is installed");
    Process process = new ProcessBuilder(
            String.valueOf(java),
            "-Xmx256m",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            HashOfSeed.class.getName(),
            "42")
        .redirectErrorStream(true)
        .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said.strip()).isEqualTo(hash(inputs(42), -1));
  }

  @Test
  void a2_differentInputsGiveAnotherHash() {
    assertThat(hash(inputs(1), -1)).isNotEqualTo(hash(inputs(2), -1)).hasSize(64);
  }

  @Test
  void b1_handlesSurviveAnEditOfTheModel() {
    Engine engine = Engine.of(model, Rules.none());
    int before = handle(engine, "T1.temp");
    Engine less =
        Engine.restore(TinyCampus.model(List.of("L1", "F1")), Rules.none(), engine.save());
    assertThat(handle(less, "T1.temp")).isEqualTo(before);
    assertThat(less.snapshot().findPoint(PointId.of("L1.lamp.on"))).isEmpty();
    Engine again = Engine.restore(model, Rules.none(), less.save());
    assertThat(handle(again, "L1.lamp.on")).isEqualTo(handle(engine, "L1.lamp.on"));

    Engine small = Engine.of(TinyCampus.model(List.of("L1")), Rules.none());
    Engine grown = Engine.restore(model, Rules.none(), small.save());
    assertThat(handle(grown, "T1.temp")).isEqualTo(handle(small, "T1.temp"));
    assertThat(handle(grown, "L1.lamp.on")).isEqualTo(model.points().size() - 1);
  }

  private static int handle(Engine engine, String id) {
    return engine.snapshot().findPoint(PointId.of(id)).orElseThrow().handle();
  }

  @Test
  void b2_aSnapshotStaysAsItWas() {
    Script script = Script.plain();
    script.run("1 sample T1.temp 20\n1 submit c1 bob 8 F1.unit.mode cool");
    Snapshot before = script.engine().snapshot();
    script.run("2 sample T1.temp 25\n2 ack c1.1\n3 submit c2 bob 8 F1.unit.mode heat");
    assertThat(before.findPoint(PointId.of("T1.temp")).orElseThrow().value()).hasToString("20.0");
    assertThat(before.listCommandItems("c1").get(0).state().word()).isEqualTo("sent");
    assertThat(before.listCommandItems("c2")).isEmpty();
    assertThat(before.listRecentCommandItems(9)).hasSize(1);
  }

  @Test
  void b3_damagedBytesAreNamedWhereverTheyAreCut() {
    byte[] record = InputCodec.encode(inputs(1).get(0));
    for (int cut = 0; cut < record.length; cut++) {
      byte[] shorter = java.util.Arrays.copyOf(record, cut);
      assertThatThrownBy(() -> InputCodec.decode(shorter)).isInstanceOf(BadBytes.class);
    }
    for (int at = 0; at < record.length; at++) {
      byte[] flipped = record.clone();
      flipped[at] ^= 4;
      assertThatThrownBy(() -> InputCodec.decode(flipped)).isInstanceOf(BadBytes.class);
    }
    byte[] saved = Engine.of(model, rules).save();
    for (int cut = 0; cut < saved.length; cut += 7) {
      byte[] shorter = java.util.Arrays.copyOf(saved, cut);
      assertThatThrownBy(() -> Engine.restore(model, rules, shorter)).isInstanceOf(BadBytes.class);
    }
  }
}
