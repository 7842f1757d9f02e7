package io.campustwin.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.campustwin.engine.linkage.EffectRun;
import io.campustwin.simulator.LittleRules;
import io.campustwin.simulator.LittleSchool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Scenario files and their runs on a campus that fits on a screen. */
class ScenarioTest {
  private static ScenarioResult run(String id, long seed) {
    return ScenarioRunner.run(
        LittleSchool.model(),
        LittleRules.rules(),
        Scenarios.find(id).orElseThrow(),
        seed,
        percent -> {});
  }

  @Test
  void a1_bundledScenariosAreSound() {
    assertThat(Scenarios.list()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(Scenarios.find("DR-NOTHING")).isEmpty();
  }

  @Test
  void a2_aBrokenFileNamesLineFieldAndMend() {
    String text = "version: 1\nid: X\nzh: 甲\nen: X\nstart: noon\nduration: 10\nclock: virtual\n"
        + "events:\n- {at: 1, do: dance, target: {kind: room}}\nrules:\n"
        + "- {id: r, zh: 甲, en: r, measure: joy, op: '<=', limit: 1, unit: s, basis: project}\n";
    ScenarioReading reading = ScenarioReader.read("x.yaml", text.getBytes(StandardCharsets.UTF_8));
    assertThat(reading.scenario()).isNull();
    assertThat(reading.faults())
        .extracting(fault -> fault.line())
        .containsExactlyInAnyOrder(5, 9, 11);
    assertThat(
            ScenarioReader.read("x.yaml", "[".getBytes(StandardCharsets.UTF_8)).faults())
        .hasSize(1);
  }

  @Test
  void b1_sameSeedSameHashOtherSeedAnother() {
    ScenarioResult first = run("DR-FIRE", 7);
    assertThat(run("DR-FIRE", 7).hash()).isEqualTo(first.hash());
    assertThat(run("DR-FIRE", 7).toJson()).isEqualTo(first.toJson());
    assertThat(run("DR-FIRE", 8).hash()).isNotEqualTo(first.hash());
    assertThat(first.journal()).isNotEmpty();
  }

  @Test
  void b2_theFireDrillConfirmsControllerAndPlatform() {
    ScenarioResult result = run("DR-FIRE", 7);
    assertThat(result.notes()).isEmpty();
    assertThat(result.toJson().get("verdict").asText())
        .as(result.toJson().toPrettyString())
        .isEqualTo("pass");
    assertThat(result.runs()).isNotEmpty();
    assertThat(result.runs().get(0).causes()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(result.runs())
        .extracting(run -> run.place())
        .startsWith("FC-A1")
        .doesNotHaveDuplicates();
    var evacuation = result.toJson().get("evacuation");
    assertThat(evacuation.get("out").asInt())
        .isEqualTo(evacuation.get("persons").asInt());
    assertThat(evacuation.get("storeys").size()).isEqualTo(2);
    assertThat(evacuation.get("doors").size()).isPositive();
    assertThat(evacuation.get("smoke").get("fallen").asInt()).isZero();
  }

  @Test
  void b3_oneDetectorAloneIsAnAlarmWithoutLinkage() {
    ScenarioResult result = run("DR-FIRE-ONE-DETECTOR", 7);
    assertThat(result.isPassed()).as(result.toJson().toPrettyString()).isTrue();
    assertThat(result.runs()).isEmpty();
  }

  @Test
  void b4_aDoorWithoutFeedbackIsNamedAndTheRestGoes() {
    ScenarioResult result = run("DR-FIRE-SILENT-DOOR", 7);
    assertThat(result.isPassed()).as(result.toJson().toPrettyString()).isTrue();
    assertThat(result.runs().get(0).effects())
        .filteredOn(effect -> effect.outcome() != EffectRun.Outcome.CONFIRMED)
        .singleElement()
        .satisfies(effect -> assertThat(effect.target().text()).endsWith(".door.fire"));
  }

  @Test
  void c1_theProgressGoesToAHundred() {
    List<Integer> seen = new ArrayList<>();
    ScenarioRunner.run(
        LittleSchool.model(),
        LittleRules.rules(),
        Scenarios.find("DR-FIRE-ONE-DETECTOR").orElseThrow(),
        1,
        seen::add);
    assertThat(seen).isSorted().endsWith(100);
  }

  @Test
  void d1_theLoneGateButtonReachesThePolice() {
    ScenarioResult result = run("DR-PANIC", 7);
    assertThat(result.notes()).hasSize(1);
    assertThat(result.isPassed()).as(result.toJson().toPrettyString()).isTrue();
  }

  private static RecordedRun recorded(String id) {
    return ScenarioRunner.record(
        LittleSchool.model(),
        LittleRules.rules(),
        Scenarios.find(id).orElseThrow(),
        7,
        RunMonitor.of(percent -> {}));
  }

  @Test
  void e1_aRecordedRunIsTheSameRun() {
    RecordedRun run = recorded("DR-FIRE");
    assertThat(run.result().toJson()).isEqualTo(run("DR-FIRE", 7).toJson());
    Replay replay = run.replay();
    assertThat(replay.people()).hasSize(601);
    assertThat(replay.changes()).extracting(Replay.Change::at).isSorted();
    assertThat(replay.marks()).extracting(Replay.Mark::at).isSorted();
    assertThat(replay.marks())
        .extracting(Replay.Mark::kind)
        .contains(Replay.Kind.ALARM, Replay.Kind.LINKAGE, Replay.Kind.EMPTY)
        .startsWith(Replay.Kind.INJECTED);
    assertThat(replay.marks())
        .allSatisfy(mark -> assertThat(mark.text().zh()).isNotBlank().doesNotContain("SD1"));
  }

  @Test
  void e2_aReplayShowsEffectsWhenTheResultSaysSo() {
    RecordedRun run = recorded("DR-FIRE");
    Replay replay = run.replay();
    long cause = run.result().runs().get(0).causeTime() - replay.start();
    for (EffectRun effect : run.result().runs().get(0).effects()) {
      int point = replay.points().indexOf(effect.target());
      assertThat(replay.changes())
          .as(effect.target().text())
          .filteredOn(change -> change.point() == point)
          .anySatisfy(change -> {
            assertThat(change.value()).isEqualTo(effect.expected());
            assertThat((long) change.at()).isLessThanOrEqualTo(effect.confirmed() - replay.start());
          });
    }
    assertThat(replay.marks())
        .filteredOn(mark -> mark.kind() == Replay.Kind.LINKAGE)
        .first()
        .satisfies(mark -> assertThat(mark.at()).isBetween(cause, cause + 1000));
  }

  @Test
  void e3_aMonitorEndsARunAtTheNextSecond() {
    AtomicInteger asked = new AtomicInteger();
    RunMonitor impatient = new RunMonitor() {
      @Override
      public void percent(int done) {}

      @Override
      public boolean isCancelled() {
        return asked.incrementAndGet() == 5;
      }
    };
    Scenario scenario = Scenarios.find("DR-FIRE").orElseThrow();
    assertThatThrownBy(() ->
            ScenarioRunner.run(LittleSchool.model(), LittleRules.rules(), scenario, 7, impatient))
        .isInstanceOf(CancellationException.class);
    assertThat(asked).hasValue(5);
  }
}
